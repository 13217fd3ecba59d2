import StoreModel
import Testing

@testable import Simulation

/// A replication depends on its index alone, and an alternative on what it changes alone.
@Suite struct IdentityTests {
  private static func plan(_ alternatives: [Alternative] = []) -> Plan {
    Plan(
      scenario: Engine.scenario(TestStores.overloaded, alternatives: alternatives),
      programs: []
    )
  }

  private static func alternative(
    from day: Int?,
    _ change: (inout Operation) -> Void
  ) -> Alternative {
    var operation = TestStores.overloaded
    change(&operation)
    return Alternative(
      name: "other",
      from: day.map { TestStores.start + ($0 - 1) },
      costInYuan: 0,
      operation: operation,
      changes: []
    )
  }

  private static func expectSame(_ a: ReplicationRecord, _ b: ReplicationRecord) {
    #expect(a.measures == b.measures)
    #expect(a.money == b.money)
    #expect(a.states == b.states)
    #expect(a.firstDays == b.firstDays)
    #expect(a.inputScores == b.inputScores)
  }

  @Test func theOrderOfReplicationsDoesNotMatter() {
    let plan = Self.plan()
    let first = Replicator(plan)
    let forward = (0..<12).map { first.replicate($0)[0] }
    let second = Replicator(plan)
    let backward = (0..<12).reversed().map { second.replicate($0)[0] }
    for (a, b) in zip(forward, backward.reversed()) { Self.expectSame(a, b) }
    #expect(forward[0].measures != forward[1].measures)
  }

  @Test(arguments: [2, 3])
  func theNumberOfThreadsDoesNotMatter(threads: Int) async {
    let experiment = Experiment(Self.plan())
    func records(threads: Int) async -> [ReplicationRecord] {
      var records: [ReplicationRecord] = []
      await experiment.run(0..<130, threads: threads) { batch in
        #expect(batch.first == records.count)
        records += batch.records.map { $0[0] }
        return true
      }
      return records
    }
    let one = await records(threads: 1)
    let many = await records(threads: threads)
    #expect(one.count == 130)
    #expect(many.count == 130)
    for (a, b) in zip(one, many) { Self.expectSame(a, b) }
  }

  @Test func anAlternativeThatChangesNothingIsTheBaseline() {
    let replicator = Replicator(Self.plan([Self.alternative(from: nil) { _ in }]))
    for index in 0..<20 {
      let records = replicator.replicate(index)
      #expect(records.count == 2)
      Self.expectSame(records[0], records[1])
    }
  }

  @Test func anAlternativeIsTheBaselineUntilItBegins() {
    let change = Self.alternative(from: 12) {
      $0.warehouse.capacityPerDay = 90
      $0.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 60)
      $0.serviceDesk?.shifts[0].agents = 3
    }
    let plan = Self.plan([change])
    let replicator = Replicator(plan)
    let width = plan.layout.measures.count
    for index in 0..<20 {
      let records = replicator.replicate(index)
      #expect(records[0].measures.prefix(11 * width) == records[1].measures.prefix(11 * width))
      #expect(records[0].measures != records[1].measures)
    }
  }

  @Test func anAlternativeLeavesTheBaselineAlone() {
    let alone = Replicator(Self.plan())
    let change = Self.alternative(from: nil) {
      $0.quality.defects = TestStores.known("quality.defects", 0.4)
    }
    let beside = Replicator(Self.plan([change]))
    for index in 0..<20 {
      Self.expectSame(alone.replicate(index)[0], beside.replicate(index)[0])
    }
  }

  @Test func addingDefectsLeavesOrdersAndDeliveriesAlone() {
    let change = Self.alternative(from: nil) {
      $0.quality.defects = TestStores.known("quality.defects", 0.4)
    }
    let plain = Engine.simulator(Engine.scenario(TestStores.overloaded))()
    let changed = Engine.simulator(
      Engine.scenario(TestStores.overloaded, alternatives: [change])
    )()
    for index in 0..<10 {
      let a = plain(index)
      let b = changed(index)
      for day in 1...30 {
        for counter in [DayCounter.orders, .gmv, .shipped, .delivered, .deliveredLate, .contacts] {
          #expect(a[day, counter] == b[day, counter])
        }
      }
      let quality = (
        a.sum(of: .qualityReturns, over: 1...30), b.sum(of: .qualityReturns, over: 1...30)
      )
      #expect(quality.0 < quality.1)
    }
  }

  /// Days that a relative has simulated are taken over, and are those that would have been simulated.
  @Test func aRelativesDeskDaysAreOnesOwn() {
    var store = TestStores.plain()
    store.serviceDesk = TestDesks.desk()
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 2000)
    let scenario = Engine.scenario(store, horizon: 10)
    let plan = Plan(scenario: scenario, programs: [])
    #expect(plan.layout.clusters == DeskBank.clusters)
    let first = Replicator(plan)
    let own = (0..<4).map { first.replicate($0)[0] }
    let relative = Plan(scenario: scenario, programs: [], relative: plan)
    let second = Replicator(relative)
    for (index, record) in own.enumerated() { Self.expectSame(record, second.replicate(index)[0]) }
    #expect(relative.variants[0].deskBank === plan.variants[0].deskBank)
    var other = scenario
    other.seed += 1
    let stranger = Plan(scenario: other, programs: [], relative: plan)
    #expect(stranger.variants[0].deskBank !== plan.variants[0].deskBank)
  }
}
