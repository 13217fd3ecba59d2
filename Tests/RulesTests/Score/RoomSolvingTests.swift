import Foundation
import StoreModel
import Testing

@testable import Rules

/// Room is what adding things one at a time finds.
@Suite struct RoomSolvingTests {
  /// A Monday and a 1st: every window but those that lag holds the day before.
  private static let asOf = CalendarDay(iso: "2026-06-01") ?? CalendarDay(ordinal: 0)

  /// The exact morning of a pack over a history, with some counts added on its last day.
  private struct Morning {
    let pack: RulePack
    let standing: ExactStanding
    let days: [StoreHistory.Day]

    func evaluator(adding counts: [DayCounter: Int] = [:]) throws -> ExactEvaluator {
      var days = days
      let last = days.count - 1
      for (counter, count) in counts { days[last].counts[counter, default: 0] += count }
      let parameters = try ParameterValues(of: pack, overrides: [:])
      let observed = try #require(ObservedDays(StoreHistory(days: days)))
      return ExactEvaluator(
        pack: pack,
        parameters: parameters,
        facts: HistoryFacts(
          graph: pack.graph,
          parameters: parameters,
          observed: observed,
          lifetimeBase: [:],
          start: asOf,
          firstMorning: 1
        ),
        standing: standing,
        morning: 1
      )
    }
  }

  /// A place on every ladder and at every gate.
  private static func standing(_ graph: RuleGraph, seed: Int) -> ExactStanding {
    ExactStanding(
      ladders: graph.ladders.map { ladder in
        let state = seed % (ladder.top + 1)
        return ExactStanding.Place(state: state, since: -40, result: state)
      },
      gates: graph.gates.map { _ in
        ExactStanding.Membership(isInside: seed % 2 == 0, removals: seed % 2)
      }
    )
  }

  private static func lags(_ pack: RulePack, _ formula: Formula) throws -> Bool {
    let parameters = try ParameterValues(of: pack, overrides: [:])
    let reach = GraphReach(pack.graph, parameters: [], from: [formula])
    return pack.graph.inputs.filter { reach.inputs.contains($0.name) }.contains { input in
      guard case .trailing(let nearest, _) = input.window.resolved(with: parameters) else {
        return false
      }
      return nearest > 1
    }
  }

  @Test(arguments: ScoredPacks.all)
  func roomIsWhatAddingOneAtATimeFinds(id: String) throws {
    let pack = try RulesFolder.pack(id)
    for seed in 1...6 {
      let history = RandomHistory(pack: pack, count: 200, last: Self.asOf - 1, seed: seed)
      let morning = Morning(
        pack: pack,
        standing: Self.standing(pack.graph, seed: seed),
        days: history.days
      )
      let now = try morning.evaluator()
      for answer in RoomFinder(on: now).answers()
      where try !Self.lags(pack, answer.question.condition) {
        let room = answer.room
        let turn = room.holds ? room.room + 1 : room.room
        let before = now.holds(answer.question.condition)
        #expect((before == answer.question.wanted) == room.holds, "\(id) \(room.condition)")
        // Every one of a short way; the ends and a sample of a long one.
        let steps =
          turn <= 80 ? Array(1...turn) : [1, 2, turn / 3, turn / 2, turn - 2, turn - 1, turn]
        for count in steps {
          let after = try morning.evaluator(adding: answer.unit.times(count))
            .holds(answer.question.condition)
          #expect(
            (after != before) == (count == turn),
            "\(id) \(room.condition) seed \(seed): \(count)"
          )
        }
      }
    }
  }

  /// The random stores ask for every kind of room: spent and won, to rise, to keep, to come back.
  @Test func randomStoresAskForEveryKind() throws {
    var kinds: Set<String> = []
    for id in ScoredPacks.all {
      let pack = try RulesFolder.pack(id)
      for seed in 1...12 {
        let history = RandomHistory(pack: pack, count: 200, last: Self.asOf - 1, seed: seed)
        let morning = Morning(
          pack: pack,
          standing: Self.standing(pack.graph, seed: seed),
          days: history.days
        )
        for answer in RoomFinder(on: try morning.evaluator()).answers() {
          kinds.insert("\(answer.room.aim.rawValue) \(answer.room.holds)")
        }
      }
    }
    #expect(
      kinds.isSuperset(of: ["rise true", "rise false", "keep true", "keep false", "return false"])
    )
  }

  /// 4.47 of 1,000 ratings: (4470 + 5x) / (1000 + x) ≥ 4.5 from x = 60.
  @Test func starsAreWonBackInFiveStarRatings() throws {
    let pack = try RulesFolder.pack(RulesFolder.scores)
    func rooms(_ stars: [Int], inside: Bool) throws -> [RoomLeft] {
      let reviews = try #require(DayCounter.stars(of: "reviews"))
      let day = StoreHistory.Day(
        date: Self.asOf - 1,
        counts: Dictionary(uniqueKeysWithValues: zip(reviews, stars))
      )
      let membership = ExactStanding.Membership(isInside: inside, removals: inside ? 0 : 1)
      let open = ExactStanding.Membership(isInside: true, removals: 0)
      let morning = Morning(
        pack: pack,
        standing: ExactStanding(ladders: [], gates: [membership, open]),
        days: [day]
      )
      return RoomFinder(on: try morning.evaluator()).answers().map(\.room)
    }
    let below = try #require(try rooms([0, 0, 0, 530, 470], inside: true).first)
    #expect(below.value == Rational(447, over: 100) && !below.holds && below.room == 60)
    #expect(below.unit.english == "further five-star ratings" && below.aim == .keep)
    // (4540 + x) / (1000 + x) ≥ 4.5 up to x = 11; the 12th one-star rating is too many.
    let above = try #require(try rooms([0, 0, 0, 460, 540], inside: true).first)
    #expect(above.holds && above.room == 11 && above.unit.english == "one-star ratings")
    // Coming back asks for more than 4.5: (4470 + 5x) / (1000 + x) > 4.5 from x = 61.
    let out = try #require(try rooms([0, 0, 0, 530, 470], inside: false).first)
    #expect(out.aim == .comeBack && out.room == 61)
  }
}
