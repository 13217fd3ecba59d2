import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport
import Testing

/// What must not get worse, replication by replication, under common draws.
@Suite struct MonotoneTests {
  private static func logs(_ operation: StoreModel.Operation, count: Int) throws -> [TallyLog] {
    let simulate = Engine.simulator(
      Engine.scenario(operation),
      programs: [try CapPack.program()]
    )()
    return (0..<count).map(simulate)
  }

  /// No counter's sum up to any day is smaller in `more` than in `less`.
  private static func expectNeverLess(
    _ more: [TallyLog],
    _ less: [TallyLog],
    _ counters: [DayCounter]
  ) {
    for (many, few) in zip(more, less) {
      for counter in counters {
        var lead = 0
        for day in few.firstDay...few.lastDay {
          lead += many[day, counter] - few[day, counter]
          #expect(lead >= 0, "\(counter.name) up to day \(day)")
        }
      }
    }
  }

  /// One shift, so that it does not matter which of the free slots takes a chat.
  private static func busy(agents: Int) -> StoreModel.Operation {
    var store = TestStores.overloaded
    store.serviceDesk?.turnsQuietAfterInSeconds = TestStores.known("desk.quiet", 1e12)
    store.serviceDesk?.shrinkage = 0
    store.serviceDesk?.shifts.removeLast()
    store.serviceDesk?.shifts[0].toHour = 19
    store.serviceDesk?.shifts[0].agents = agents
    return store
  }

  @Test(arguments: [1, 2])
  func moreAgentsNeverLetAChatWaitLonger(agents: Int) throws {
    let few = try Self.logs(Self.busy(agents: agents), count: 30)
    let many = try Self.logs(Self.busy(agents: agents + 1), count: 30)
    for (a, b) in zip(few, many) {
      for day in a.firstDay...a.lastDay {
        for counter in [DayCounter.contacts, .asked8To23, .asked9To23, .asked8To24] {
          #expect(a[day, counter] == b[day, counter])
        }
        for counter in [DayCounter.replied30s9To23, .replied3min8To24, .repliedSameDay] {
          #expect(a[day, counter] <= b[day, counter], "\(counter.name) on day \(day)")
        }
      }
    }
    Self.expectNeverLess(many, few, [.contactsAnswered, .repliedWithin3min])
    let sums = [few, many].map { logs in
      logs.reduce(0) { $0 + $1.sum(of: .repliedSameDay, over: 1...30) }
    }
    #expect(sums[0] < sums[1])
  }

  @Test func morePeopleNeverEndAfterSalesWorkLater() throws {
    var more = TestStores.staffed
    more.afterSalesWork.staff?.agents = 5
    Self.expectNeverLess(
      try Self.logs(more, count: 30),
      try Self.logs(TestStores.staffed, count: 30),
      [.audits, .audits20min, .processed, .tickets, .mails]
    )
  }

  /// Where good ratings replace bad ones, no measure of a shipped pack moves to its bad side.
  @Test func betterRatingsNeverWorsenAMeasure() throws {
    let library = RuleLibrary(directory: Repository.root.appending(path: "rules"))
    let log = try Self.logs(TestStores.ordinary, count: 1)[0]
    let better = Self.withBetterRatings(log)
    var moved = false
    for id in library.packIDs() {
      let program = try library.pack(named: id, on: nil).pack
        .program(overrides: [:], hasConsequences: false)
      let before = Self.measures(program, log)
      let after = Self.measures(program, better)
      for (index, measure) in program.measures.enumerated() {
        for (was, now) in zip(before, after) where was[index] != Measure.absent {
          switch measure.badSide {
          case .below: #expect(now[index] >= was[index], "\(id) \(measure.name)")
          case .above: #expect(now[index] <= was[index], "\(id) \(measure.name)")
          case nil: break
          }
          moved = moved || now[index] != was[index]
        }
      }
    }
    #expect(moved)
  }

  /// The log with half of each day's one-star ratings turned into five stars.
  private static func withBetterRatings(_ log: TallyLog) -> TallyLog {
    var better = log
    let streams = [
      "reviews", "description", "product", "service", "logistics", "im_rated",
      "after_sales_rated",
    ]
    for stars in streams.compactMap({ DayCounter.stars(of: $0) }) {
      for day in log.firstDay...log.lastDay {
        let moved = (log[day, stars[0]] + 1) / 2
        better.add(-moved, to: stars[0], on: day)
        better.add(moved, to: stars[4], on: day)
      }
    }
    return better
  }

  /// The measures of days 1 to 30.
  private static func measures(_ program: RuleProgram, _ log: TallyLog) -> [[Int64]] {
    let standing = Engine.scenario(TestStores.plain()).standing
    var state = program.makeState(standing: standing, start: TestStores.start)
    program.begin(&state, log: log, lifetimeBase: [:])
    return (1...30).map { day in
      program.evaluate(&state, day: day, log: log) { _ in 0.5 }
      return state.outcome.measures
    }
  }
}
