import Glibc
import Simulation
import StoreModel
import Testing

/// Demand against closed forms.
///
/// Eight checks at 2·10⁻¹¹.
@Suite struct DemandLawTests {
  private static let count = Replications.scaled(1000)

  private static func logs(_ operation: Operation) -> [TallyLog] {
    let simulate = Engine.simulator(Engine.scenario(operation))()
    return (0..<count).map(simulate)
  }

  private static func flat(dispersion: Double = 1e9) -> Operation {
    var store = TestStores.plain(dispersion: dispersion)
    store.demand.promotions = []
    store.demand.weekdayFactors = Array(repeating: 1, count: 7)
    return store
  }

  /// A sum of squares of n standard normal numbers is χ² with n degrees of freedom.
  private static func expectStandardNormal(_ scores: [Double], _ what: String) {
    let squares = scores.reduce(0) { $0 + $1 * $1 }
    let tail = KnownLaw.chiSquareTail(squares, degrees: scores.count)
    #expect(tail > Bounds.exactAlpha, "variance of \(what): \(squares / Double(scores.count))")
    let mean = scores.reduce(0, +) / Double(scores.count).squareRoot()
    #expect(abs(mean) < 6.8, "mean of \(what): \(mean) standard errors")
    let sorted = scores.sorted()
    let distance = sorted.enumerated().reduce(0) { largest, pair in
      let expected = ReferenceParcel.normalCDF(pair.element)
      let n = Double(sorted.count)
      return max(
        largest,
        abs(Double(pair.offset + 1) / n - expected),
        abs(Double(pair.offset) / n - expected)
      )
    }
    let bound = (log(2 / Bounds.exactAlpha) / (2 * Double(scores.count))).squareRoot()
    #expect(distance < bound, "distribution of \(what)")
  }

  @Test func dailyOrdersAreNegativeBinomial() {
    var store = Self.flat(dispersion: 5)
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 30)
    let counts = Self.logs(store).map { $0[7, .orders] }
    let worst = KnownLaw.worstCell(of: counts, cells: [5, 12, 20, 28, 36, 48, 60, 80]) {
      KnownLaw.negativeBinomial($0, mean: 30, size: 5)
    }
    #expect(worst.tail > Bounds.exactAlpha, "P(X ≤ \(worst.cell))")
  }

  @Test func theThirtyDayMeanOfLogDemandHasTheVarianceOfAnAutoregression() {
    var store = Self.flat()
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 2e6)
    store.demand.shockSD = 0.3
    store.demand.shockHalfLifeInDays = 5
    let memory = pow(0.5, 1.0 / 5)
    var variance = 0.0
    for i in 1...30 {
      for j in 1...30 { variance += 0.09 * pow(memory, Double(abs(i - j))) / 900 }
    }
    let levels = Self.logs(store).map { tally in
      (1...30).map { log(Double(max(1, tally[$0, .orders])) / 2e6) + 0.045 }
    }
    Self.expectStandardNormal(
      levels.map { $0.reduce(0, +) / 30 / variance.squareRoot() },
      "30-day mean"
    )
    Self.expectStandardNormal(levels.map { $0[0] / 0.3 }, "level of day 1")
    let step = 0.3 * (1 - memory * memory).squareRoot()
    Self.expectStandardNormal(levels.map { ($0[11] - memory * $0[10]) / step }, "step to day 12")
  }

  @Test func theWalkOfLogDemandBeginsOnDayOne() {
    var store = Self.flat()
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 2e6)
    store.demand.walkPerDay = 0.05
    let logs = Self.logs(store)
    let last = logs.map { log(Double(max(1, $0[30, .orders])) / 2e6) / (0.05 * 30.0.squareRoot()) }
    Self.expectStandardNormal(last, "walk of 30 days")
    #expect(logs.allSatisfy { abs(log(Double(max(1, $0[0, .orders])) / 2e6)) < 0.01 })
  }

  @Test func anUncertainAmountHasItsStatedQuantiles() {
    var store = Self.flat()
    store.demand.ordersPerDay = Uncertain(
      path: "demand.orders_per_day",
      law: .amount(low: 1e6, high: 3e6)
    )
    let middle = (log(1e6) + log(3e6)) / 2
    let sigma = (log(3e6) - log(1e6)) / (2 * 1.281_551_565_544_600_4)
    let scores = Self.logs(store).map { (log(Double(max(1, $0[3, .orders]))) - middle) / sigma }
    Self.expectStandardNormal(scores, "uncertain orders a day")
  }
}
