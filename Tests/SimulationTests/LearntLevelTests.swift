import Glibc
import Simulation
import StoreModel
import Testing

/// Levels that a history told: exact where nothing is uncertain, one law where something is.
///
/// Two checks at 2·10⁻¹¹.
@Suite struct LearntLevelTests {
  private static func point(
    walk: Double,
    weight: Double = 1,
    walkVariance: Double = 0,
    covariance: Double = 0,
    shockVariance: Double = 0
  ) -> LearntLevel.Point {
    LearntLevel.Point(
      weight: weight,
      walkPerDay: 0,
      shockSD: 0,
      shockHalfLifeInDays: 4,
      walk: walk,
      shock: 0,
      walkVariance: walkVariance,
      covariance: covariance,
      shockVariance: shockVariance,
      size: 1e9
    )
  }

  private static func records(_ operation: Operation, count: Int = 10) -> [ReplicationRecord] {
    let replicator = Replicator(Plan(scenario: Engine.scenario(operation), programs: []))
    return (0..<count).map { replicator.replicate($0)[0] }
  }

  @Test func aCertainLevelIsItsFactor() {
    var doubled = TestStores.plain()
    var learnt = doubled
    doubled.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 90)
    learnt.demand.learntLevel = LearntLevel(points: [Self.point(walk: log(2.0))])
    // The days before day 1 were ordinary ones, so only what does not hang on them agrees.
    let pairs = zip(Self.records(doubled), Self.records(learnt))
    for (first, second) in pairs {
      let measures = first.measures.count / 30
      for day in 0..<30 {
        #expect(first.measures[day * measures] == second.measures[day * measures])
      }
    }
  }

  @Test func aLevelOfNothingIsTheStoreWithoutOne() {
    let plain = TestStores.plain()
    var learnt = plain
    learnt.demand.learntLevel = LearntLevel(points: [Self.point(walk: 0)])
    learnt.shocks.learntStars = LearntLevel(points: [Self.point(walk: 0)])
    learnt.shocks.learntLate = LearntLevel(points: [Self.point(walk: 0)])
    for (first, second) in zip(Self.records(plain), Self.records(learnt)) {
      #expect(first.measures == second.measures && first.money == second.money)
    }
  }

  @Test func setsAreDrawnByTheirWeights() {
    var store = TestStores.plain()
    store.demand.promotions = []
    store.demand.learntLevel = LearntLevel(points: [
      Self.point(walk: 0, weight: 0.7), Self.point(walk: log(30.0), weight: 0.3),
    ])
    let count = Replications.scaled(1000)
    let high = Self.records(store, count: count).count { $0.measures[0] > 300 }
    #expect(Bounds.binomialTail(successes: high, trials: count, chance: 0.3) > Bounds.exactAlpha)
  }

  /// Walk and AR(1) of day 1 are normal with the covariance given: their sum has variance
  /// .04 + 2 · .01 + .02, seen through counts so large that their own noise is below 10⁻⁴.
  @Test func bothPartsHaveTheirCovariance() {
    var store = TestStores.plain()
    store.demand.promotions = []
    store.demand.weekdayFactors = Array(repeating: 1, count: 7)
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 1e6)
    store.demand.learntLevel = LearntLevel(points: [
      Self.point(walk: 0, walkVariance: 0.04, covariance: 0.01, shockVariance: 0.02)
    ])
    var scenario = Engine.scenario(store)
    scenario.horizonInDays = 1
    let replicator = Replicator(Plan(scenario: scenario, programs: []))
    let count = Replications.scaled(400)
    let squares = (0..<count).reduce(0.0) { sum, index in
      let score = log(Double(replicator.replicate(index)[0].measures[0]) / 1e6)
      return sum + score * score / 0.08
    }
    let tail = KnownLaw.chiSquareTail(squares, degrees: count)
    #expect(tail > Bounds.exactAlpha, "variance \(squares / Double(count)) of that given")
  }
}
