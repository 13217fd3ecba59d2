import Foundation
import InputFiles
import Rules
import StoreModel
import Testing

/// The compiled program and the exact interpreter are two readings of one graph: equal on every day.
@Suite struct RulesAgreementTests {
  /// Random stores: counts near the thresholds, zero days, any standing, any choice parameters.
  @Test(arguments: RulesFolder.all, 1...10)
  func programAndInterpreterAgree(id: String, seed: Int) throws {
    let pack = try RulesFolder.pack(id)
    var numbers = TestNumbers(seed: UInt64(seed))
    let store = RandomStore(pack: pack, numbers: &numbers)
    let program = try pack.program(overrides: store.overrides, hasConsequences: true)
    var state = program.makeState(standing: store.standing, start: store.start)
    // A replication before this one must leave nothing behind.
    program.begin(&state, log: store.log, lifetimeBase: [:])
    program.evaluate(&state, day: 1, log: store.log) { _ in 0.1 }
    program.begin(&state, log: store.log, lifetimeBase: store.lifetimeBase)
    var double = try ExactDayPlay(
      pack: pack,
      overrides: store.overrides,
      standing: store.standing,
      start: store.start,
      log: store.log,
      lifetimeBase: store.lifetimeBase
    )
    #expect(state.eventsAtStart == double.eventsAtStart)
    for day in 1...store.log.lastDay {
      let draws = (0..<8).map { _ in Double.random(in: 0..<1, using: &numbers) }
      program.evaluate(&state, day: day, log: store.log) { draws[$0] }
      let exact = double.play(day: day, log: store.log) { draws[$0] }
      let difference = exact.difference(from: state.outcome)
      #expect(difference == nil, "day \(day): \(difference ?? "")")
      guard difference == nil else { return }
    }
  }

  /// The random stores reach what the comparison is about: changes of state, events, absences.
  @Test func randomStoresReachEveryEvent() throws {
    for id in RulesFolder.all where id != RulesFolder.levels {
      let pack = try RulesFolder.pack(id)
      var seen: Set<String> = []
      for seed in 1...60 {
        var numbers = TestNumbers(seed: UInt64(seed))
        let store = RandomStore(pack: pack, numbers: &numbers)
        let program = try pack.program(overrides: [:], hasConsequences: true)
        var state = program.makeState(standing: store.standing, start: store.start)
        program.begin(&state, log: store.log, lifetimeBase: store.lifetimeBase)
        for day in 1...store.log.lastDay {
          program.evaluate(&state, day: day, log: store.log) { _ in 0.3 }
          for (event, happens) in zip(program.events, state.outcome.events) where happens {
            seen.insert(event.name)
          }
        }
      }
      // The pack's own days are played through both readers as well.
      let examples = try ExampleCollection(library: RulesFolder.library(of: id))
        .examples(in: [], ofPack: id)
      for entry in examples.flatMap({ $0.expect["events"]?.entries ?? [] })
      where entry.value.elements?.isEmpty == false {
        seen.insert(entry.key)
      }
      #expect(Set(pack.graph.events.map(\.name)).subtracting(seen) == [], "\(id)")
    }
  }
}

/// A store whose counts wander around the thresholds of a pack.
struct RandomStore {
  var log: TallyLog
  var standing: StoreStanding
  var start: CalendarDay
  var lifetimeBase: [DayCounter: Int] = [:]
  var overrides: [String: String] = [:]

  init(pack: RulePack, numbers: inout TestNumbers) {
    start = CalendarDay(ordinal: 20_000 + Int.random(in: 0..<800, using: &numbers))
    log = TallyLog(firstDay: Int.random(in: -120...0, using: &numbers), lastDay: 75)
    let scale = [3, 40, 900, 60_000][Int.random(in: 0..<4, using: &numbers)]
    var mood = Double.random(in: 0...1, using: &numbers)
    for day in log.firstDay...log.lastDay {
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        mood = Double.random(in: 0...1, using: &numbers)
      }
      Self.fill(&log, day, scale: scale, mood: mood, &numbers)
      if pack.reads(.audits) { log.fillAfterSales(day, scale: scale, mood: mood, &numbers) }
      Self.fillTheRest(of: pack, &log, day, mood: mood, &numbers)
    }
    if Bool.random(using: &numbers) {
      for counter in DayCounter.allCases {
        lifetimeBase[counter] = Int.random(in: 0...(scale * 5), using: &numbers)
      }
    }
    standing = RulesFolder.standing()
    for ladder in pack.graph.ladders where Bool.random(using: &numbers) {
      let state = ladder.states[Int.random(in: 0..<ladder.states.count, using: &numbers)].name
      let since = start - Int.random(in: 0...70, using: &numbers)
      standing.ladders[ladder.name] = .init(
        state: state,
        since: Bool.random(using: &numbers) ? since : nil
      )
    }
    for gate in pack.graph.gates where Bool.random(using: &numbers) {
      standing.gates[gate.name] = .init(
        isMember: Bool.random(using: &numbers),
        removals: Int.random(in: 0...2, using: &numbers)
      )
    }
    for parameter in pack.parameters where parameter.isChoice {
      let choice = Int.random(in: 0..<parameter.choices.count, using: &numbers)
      overrides[parameter.name] = parameter.choices[choice]
    }
  }

  /// Fills what the pack reads and nothing has filled yet, as shares of the day's orders.
  private static func fillTheRest(
    of pack: RulePack,
    _ log: inout TallyLog,
    _ day: Int,
    mood: Double,
    _ numbers: inout TestNumbers
  ) {
    let orders = log[day, .orders]
    let read = Set(pack.graph.inputs.flatMap { $0.terms.map(\.counter) })
    for counter in DayCounter.allCases
    where read.contains(counter) && !filled.contains(counter) {
      let pair = DayCounter.partsOfWholes.first { $0.part == counter }
      if let whole = pair?.whole, log[day, whole] == 0 { log[day, whole] = orders }
      let most = pair.map { log[day, $0.whole] } ?? orders
      // On good days little is missing of a whole and little goes wrong; on bad days anything.
      let share = Double.random(in: 0...1, using: &numbers) * (mood < 0.5 ? 1 : 0.02)
      let isGood = counter.name.hasSuffix("_5") || counter.name.hasPrefix("replied")
      let count = Double(most) * (isGood ? 1 - share : share)
      let size = counter.unitsPerOne > 1 ? 90 * counter.unitsPerOne : 1
      log[day, counter] = Int(count.rounded()) * size
    }
  }

  /// What ``fill`` and the after-sales days give a store.
  private static let filled: Set<DayCounter> = Set(
    ["product", "service", "reviews", "description", "logistics", "after_sales_rated"]
      .flatMap { DayCounter.stars(of: $0) ?? [] }
      + [
        .orders, .gmv, .dueToShip, .shippedOnTime, .shipped, .fakeShipped, .qualityReturns,
        .complaintsMerchantFault, .contactsAnswered, .firstReplySecondsTotal, .audits,
        .audits20min, .processed, .processed20min, .samples, .samplesPassed, .pendingFeedback,
      ]
  )

  private static func fill(
    _ log: inout TallyLog,
    _ day: Int,
    scale: Int,
    mood: Double,
    _ numbers: inout TestNumbers
  ) {
    guard Int.random(in: 0..<9, using: &numbers) > 0 else { return }
    let orders = Int.random(in: 0...scale, using: &numbers)
    log[day, .orders] = orders
    log[day, .gmv] = orders * Int.random(in: 3000...12_000, using: &numbers)
    log[day, .dueToShip] = orders
    let late = mood < 0.5 ? Int.random(in: 0...(orders / 8 + 1), using: &numbers) : 0
    log[day, .shippedOnTime] = max(0, orders - late)
    log[day, .shipped] = orders
    log[day, .fakeShipped] = mood < 0.2 ? orders / 15 : 0
    log[day, .complaintsMerchantFault] = mood < 0.3 ? orders / 300 : 0
    log[day, .qualityReturns] = orders / 50
    log[day, .contactsAnswered] = mood > 0.9 ? 0 : orders / 3
    log[day, .firstReplySecondsTotal] =
      orders / 3 * Int.random(in: 100_000...(mood < 0.4 ? 700_000 : 190_000), using: &numbers)
    for stars in [
      DayCounter.stars(of: "product"), DayCounter.stars(of: "service"),
      DayCounter.stars(of: "reviews"), DayCounter.stars(of: "description"),
      DayCounter.stars(of: "logistics"),
    ] {
      guard let stars, Int.random(in: 0..<12, using: &numbers) > 0 else { continue }
      let ratings = orders / (mood < 0.7 ? 9 : 15) + 1
      let poor = mood < 0.5 ? Int.random(in: 0...ratings, using: &numbers) : ratings / 20
      log[day, stars[0]] = poor / 2
      log[day, stars[2]] = poor - poor / 2
      log[day, stars[3]] = (ratings - poor) / 3
      log[day, stars[4]] = ratings - poor - (ratings - poor) / 3
    }
  }
}
