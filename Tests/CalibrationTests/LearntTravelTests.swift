import Glibc
import StoreModel
import Testing

@testable import Calibration

/// Time on the way that begins where late deliveries leave it.
@Suite struct LearntTravelTests {
  private static let start = CalendarDay(ordinal: 20_600)
  private static let leftOut = [
    "uncertainty.late.walk", "uncertainty.late.shock", "uncertainty.late.half_life",
  ]

  /// 200 days of 1,000 deliveries, of which so many are late.
  private static func scenario(
    late: (Int) -> Int,
    leavesOut: [String] = leftOut,
    leavesTravel: Bool = true
  ) throws -> Scenario {
    let operation = SampleOperation.operation(hasDesk: false)
    let travel = try #require(operation.couriers.first).transitMeanInHours.path
    var other = operation
    other.couriers[0].transitMeanInHours.law = .known(20)
    var same = operation
    same.quality.defects.law = .known(0.01)
    func alternative(_ name: String, _ operation: Operation) -> Alternative {
      Alternative(name: name, from: nil, costInYuan: 0, operation: operation, changes: [])
    }
    return Scenario(
      name: "late",
      platform: "none",
      category: nil,
      start: start,
      horizonInDays: 30,
      replications: 1,
      seed: 1,
      rules: [],
      standing: StoreStanding(
        ladders: [:],
        gates: [:],
        displayed: [:],
        lastThirtyDays: [:],
        open: StoreStanding.OpenWork(unshipped: nil, inTransit: nil, chats: nil)
      ),
      history: StoreHistory(
        days: (0..<200).map { day in
          StoreHistory.Day(
            date: start - 200 + day,
            counts: [.delivered: 1000, .deliveredLate: late(day)]
          )
        }
      ),
      operation: operation,
      alternatives: [alternative("other courier", other), alternative("other goods", same)],
      assumptions: (leavesOut + (leavesTravel ? [travel] : [])).map { path in
        Assumption(
          path: path,
          value: "",
          unit: "",
          origin: "assumption",
          source: "",
          usedBy: "store",
          label: ""
        )
      }
    )
  }

  @Test func theTimeOnTheWayExplainsTheLateShare() throws {
    var scenario = try Self.scenario { _ in 50 }
    let before = scenario
    let travel = try #require(scenario.startFromHistory().travel)
    #expect(abs(travel.lateShare - 0.05) < 0.002)
    let courier = try #require(before.operation.couriers.first)
    // Over days of all loads; a store of 100 orders a day and size 8 ships many on busy ones.
    let loads = DayLoads(before.operation.demand).all
    #expect(abs(loads.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    let explained = loads.reduce(0) { sum, load in
      sum + load.share
        * TravelLaw.lateShare(
          mean: travel.meanInHours * (1 + courier.surge * load.excess),
          shock: 0,
          courier: courier,
          shipping: TravelLaw.daysToShip(by: before.operation.warehouse)
        )
    }
    #expect(abs(explained - travel.lateShare) < 0.002)
    #expect(
      scenario.operation.couriers[0].transitMeanInHours.law == .known(travel.meanInHours)
    )
    let level = try #require(scenario.operation.shocks.learntLate)
    #expect(abs(level.mean) < 0.01 && level.standardDeviation < 0.1)
    // Another courier keeps its own time; other goods travel with the same.
    #expect(scenario.alternatives[0].operation == before.alternatives[0].operation)
    #expect(scenario.alternatives[1].operation.shocks.learntLate == level)
  }

  @Test func whatBecameLaterTakesLonger() throws {
    var steady = try Self.scenario { _ in 50 }
    var worse = try Self.scenario { $0 < 180 ? 50 : 120 }
    let (first, second) = (steady.startFromHistory().travel, worse.startFromHistory().travel)
    let hours = try (#require(first).meanInHours, #require(second).meanInHours)
    #expect(hours.1 > hours.0 * 1.1)
    // What happens on or after the start is not seen.
    var planted = try Self.scenario { _ in 50 }
    planted.history?.days.append(
      StoreHistory.Day(date: Self.start, counts: [.delivered: 1000, .deliveredLate: 900])
    )
    #expect(planted.startFromHistory().travel?.meanInHours == hours.0)
  }

  @Test func whatTheScenarioGivesStands() throws {
    var given = try Self.scenario(late: { _ in 50 }, leavesTravel: false)
    #expect(given.startFromHistory().travel == nil)
    var shocks = try Self.scenario(late: { _ in 50 }, leavesOut: ["uncertainty.late.walk"])
    #expect(shocks.startFromHistory().travel == nil)
    #expect(shocks.operation.shocks.learntLate == nil)
  }

  @Test func whatNoTimeExplainsIsLeftAlone() throws {
    // Stalls alone make some late, whatever the time on the way.
    var never = try Self.scenario { _ in 0 }
    #expect(never.startFromHistory().travel == nil)
    var short = try Self.scenario { _ in 50 }
    short.history?.days.removeFirst(175)
    #expect(short.startFromHistory().travel == nil)
  }
}
