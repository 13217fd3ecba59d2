import Glibc
import Rules
import Simulation
import StoreModel
import Testing

/// First times of invented rules over independent Poisson days against exact chances.
///
/// Some forty cells at 2·10⁻¹¹: below 10⁻⁹.
@Suite struct FirstPassageLawTests {
  private static let mean = 22.0

  private static func store(weekdays: [Double] = Array(repeating: 1, count: 7)) -> Operation {
    var store = TestStores.plain()
    store.demand.promotions = []
    store.demand.weekdayFactors = weekdays
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", mean)
    return store
  }

  private static func records(
    _ operation: Operation,
    _ graph: RuleGraph,
    horizon: Int
  ) throws -> [ReplicationRecord] {
    let plan = Plan(
      scenario: Engine.scenario(operation, horizon: horizon),
      programs: [try InventedPack.program("test.passage@1", graph)]
    )
    let replicator = Replicator(plan)
    return (0..<Replications.scaled(2400)).map { replicator.replicate($0)[0] }
  }

  /// A ladder that is evaluated every morning from day 2 on.
  private static func ladder(
    states: Int,
    start: Int,
    up: Formula,
    down: Formula
  ) -> (LadderRule, [ConditionGroup]) {
    func group(_ name: String, _ formula: Formula) -> ConditionGroup {
      ConditionGroup(
        name: name,
        conditions: [
          ConditionGroup.Condition(
            name: name,
            holds: formula,
            label: InventedPack.label,
            source: InventedPack.label
          )
        ]
      )
    }
    let rule = LadderRule(
      name: "steps",
      label: InventedPack.label,
      states: (0..<states).map { LadderRule.State(name: "s\($0)", label: InventedPack.label) },
      start: "s\(start)",
      firstWait: .number("1"),
      wait: .number("1"),
      recheck: .number("1"),
      recheckAtEnds: .number("1"),
      up: "up",
      down: "down",
      atOnce: nil,
      end: nil
    )
    return (rule, [group("up", up), group("down", down)])
  }

  private static func compare(_ relation: Relation, _ value: Int) -> Formula {
    .relation(relation, .name("orders"), .number("\(value)"), absentPasses: false)
  }

  private static func expect(_ hits: Int, of trials: Int, _ chance: Double, _ what: String) {
    let tail = Bounds.binomialTail(successes: hits, trials: trials, chance: chance)
    #expect(tail > Bounds.exactAlpha, "\(what): \(hits) of \(trials), expected \(chance)")
  }

  /// The sales of days 1 … D − 1 reach 400 by the morning of D with P(Poisson(Λ) ≥ 400).
  @Test func cumulativeSalesReachTheirMarkLikeAPoissonNumber() throws {
    let store = Self.store(weekdays: [1.3, 1.1, 1, 0.9, 0.8, 0.7, 1.2])
    var graph = RuleGraph()
    let (ladder, groups) = Self.ladder(
      states: 2,
      start: 0,
      up: Self.compare(.ge, 400),
      down: Self.compare(.lt, 0)
    )
    graph.ladders = [ladder]
    graph.groups = groups
    graph.inputs = [
      RuleInput(
        name: "orders",
        terms: [RuleInput.Term(counter: .orders, coefficient: 1)],
        window: .fixed(.sinceChange(ladder: "steps"))
      )
    ]
    graph.events = [InventedPack.event("reached", .reached(ladder: "steps", state: "s1"))]
    let records = try Self.records(store, graph, horizon: 30)
    var expected = 0.0
    for day in 2...28 {
      let weekday = (TestStores.start + (day - 2)).weekday
      expected += Self.mean * store.demand.weekdayFactors[weekday]
      let hits = records.filter { $0.firstDays[0] >= 0 && $0.firstDays[0] <= day }.count
      let chance = 1 - KnownLaw.poisson(399, mean: expected)
      guard chance > 1e-9 else {
        #expect(hits == 0)
        continue
      }
      Self.expect(hits, of: records.count, chance, "400 by day \(day)")
    }
  }

  /// A score that moves one step at most is a gambler's fortune: the chances of its first times come
  /// from the chain's own recursion, whose limit is the gambler's ruin.
  @Test func aSkipFreeScoreIsAGamblersFortune() throws {
    let top = 6
    let start = 3
    let up = 1 - KnownLaw.poisson(24, mean: Self.mean)
    let down = KnownLaw.poisson(18, mean: Self.mean)
    var graph = RuleGraph()
    graph.inputs = [InventedPack.yesterday("orders", .orders)]
    let (ladder, groups) = Self.ladder(
      states: top + 1,
      start: start,
      up: Self.compare(.ge, 25),
      down: Self.compare(.le, 18)
    )
    graph.ladders = [ladder]
    graph.groups = groups
    graph.events = [
      InventedPack.event("top", .entered(ladder: "steps", state: "s\(top)")),
      InventedPack.event("bottom", .entered(ladder: "steps", state: "s0")),
    ]
    let records = try Self.records(Self.store(), graph, horizon: 120)
    var fortune = Array(repeating: 0.0, count: top + 1)
    fortune[start] = 1
    for day in 2...2000 {
      var next = fortune
      for place in 1..<top {
        next[place] -= fortune[place] * (up + down)
        next[place + 1] += fortune[place] * up
        next[place - 1] += fortune[place] * down
      }
      fortune = next
      guard [6, 12, 20, 40, 80, 120].contains(day) else { continue }
      for (event, other, place) in [(0, 1, top), (1, 0, 0)] {
        let hits = records.filter { record in
          let first = record.firstDays[event]
          let instead = record.firstDays[other]
          return first >= 0 && first <= day && (instead < 0 || instead > first)
        }.count
        Self.expect(hits, of: records.count, fortune[place], "state \(place) by day \(day)")
      }
    }
    let odds = down / up
    let ruin = (1 - pow(odds, Double(start))) / (1 - pow(odds, Double(top)))
    #expect(abs(fortune[top] - ruin) < 1e-9)
  }

  /// The first morning that ends a row of failing days, over days that fail independently.
  @Test(arguments: [2, 3, 5])
  func aRowOfFailingDaysHasTheChancesOfRuns(length: Int) throws {
    let limit = length == 5 ? 22 : 18
    let failing = KnownLaw.poisson(limit, mean: Self.mean)
    var graph = RuleGraph()
    graph.inputs = [InventedPack.yesterday("orders", .orders)]
    let row = Formula.inARow(Self.compare(.le, limit), count: .number("\(length)"), skip: nil)
    graph.events = [InventedPack.event("row", .holds(row))]
    let records = try Self.records(Self.store(), graph, horizon: 60)
    // Days of the row under way on the morning of day 1, the days before included.
    var rows = (0..<length).map { pow(failing, Double($0)) * (1 - failing) }
    var chance = pow(failing, Double(length))
    for day in 1...60 {
      if day > 1 {
        chance += rows[length - 1] * failing
        let alive = rows.reduce(0, +)
        rows = [alive * (1 - failing)] + rows.dropLast().map { $0 * failing }
      }
      guard [1, 3, 8, 20, 60].contains(day) else { continue }
      let hits = records.filter { $0.firstDays[0] >= 0 && $0.firstDays[0] <= day }.count
      Self.expect(hits, of: records.count, chance, "\(length) in a row by day \(day)")
    }
  }
}
