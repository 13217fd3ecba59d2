import Glibc
import Rules
import Simulation
import StoreModel
import Testing

/// Two futures of one store share what is settled on the morning of day 1 and nothing else.
///
/// Two checks at 2·10⁻¹¹: how many of 1,000 pairs differ, where the level is known and where it is one of
/// two. A pair that drew its level twice would differ in 47 of 100 rather than 23: refused beyond doubt.
@Suite struct TwinPairsTests {
  private static let horizon = 10
  private static let mean = 22.0
  private static let line = 32

  private static func point(_ mean: Double, weight: Double) -> LearntLevel.Point {
    LearntLevel.Point(
      weight: weight,
      walkPerDay: 0,
      shockSD: 0,
      shockHalfLifeInDays: 4,
      walk: log(mean / Self.mean),
      shock: 0,
      walkVariance: 0,
      covariance: 0,
      shockVariance: 0,
      size: 1e9
    )
  }

  /// A store of which a day with 32 orders or more is an event.
  private static func replicator(_ levels: [LearntLevel.Point]) throws -> Replicator {
    var store = TestStores.plain()
    store.demand.promotions = []
    store.demand.weekdayFactors = Array(repeating: 1, count: 7)
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", mean)
    store.demand.learntLevel = levels.isEmpty ? nil : LearntLevel(points: levels)
    var graph = RuleGraph()
    graph.inputs = [InventedPack.yesterday("orders", .orders)]
    let busy = Formula.relation(.ge, .name("orders"), .number("\(line)"), absentPasses: false)
    graph.events = [InventedPack.event("busy", .holds(busy))]
    return Replicator(
      Plan(
        scenario: Engine.scenario(store, horizon: horizon),
        programs: [try InventedPack.program("test.twins@1", graph)],
        pairsFutures: true
      )
    )
  }

  /// Chance that a pair differs: day 0 is shared, nine further days are not.
  private static func chance(_ levels: [(mean: Double, weight: Double)]) -> Double {
    let quietBefore = KnownLaw.poisson(line - 1, mean: mean)
    return levels.reduce(0) { sum, level in
      let never = pow(KnownLaw.poisson(line - 1, mean: level.mean), Double(horizon - 1))
      return sum + level.weight * quietBefore * 2 * never * (1 - never)
    }
  }

  private static func differing(_ levels: [LearntLevel.Point], of count: Int) throws -> Int {
    let replicator = try replicator(levels)
    return (0..<count).count { index in
      let record = replicator.replicate(index * TwinPairs.every)[0]
      return (record.firstDays[0] >= 0) != (record.twinFirstDays[0] >= 0)
    }
  }

  private static func tail(_ differing: Int, _ count: Int, _ chance: Double) -> Double {
    Bounds.binomialTail(successes: differing, trials: count, chance: chance)
  }

  @Test func pairsDifferAsOftenAsLuckMakesThem() throws {
    let count = Replications.scaled(1000)
    let known = try Self.differing([], of: count)
    #expect(Self.tail(known, count, Self.chance([(Self.mean, 1)])) > Bounds.exactAlpha)
    let levels = [(mean: 22.0, weight: 0.7), (mean: 31.0, weight: 0.3)]
    let drawn = try Self.differing(
      levels.map { Self.point($0.mean, weight: $0.weight) },
      of: count
    )
    #expect(Self.tail(drawn, count, Self.chance(levels)) > Bounds.exactAlpha)
    // The level drawn twice.
    let never = levels.reduce(0) { sum, level in
      sum + level.weight
        * pow(KnownLaw.poisson(Self.line - 1, mean: level.mean), Double(Self.horizon - 1))
    }
    let wrong = KnownLaw.poisson(Self.line - 1, mean: Self.mean) * 2 * never * (1 - never)
    #if !DEBUG
      #expect(Self.tail(drawn, count, wrong) < Bounds.exactAlpha)
    #endif
  }

  @Test func onlyEveryTenthReplicationHasATwinAndNoneIsChangedByIt() throws {
    let (inOrder, backwards) = (try Self.replicator([]), try Self.replicator([]))
    let first = (0..<21).map { inOrder.replicate($0)[0] }
    let second = (0..<21).reversed().map { backwards.replicate($0)[0] }
    for (index, (one, other)) in zip(first, second.reversed()).enumerated() {
      #expect(one.twinFirstDays.isEmpty == (index % TwinPairs.every != 0))
      #expect(one.measures == other.measures && one.twinFirstDays == other.twinFirstDays)
    }
  }
}
