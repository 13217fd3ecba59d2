import Glibc
import StoreModel
import Testing

/// Marks of a negative-binomial demand: a mark of probability p has the margin NB(λp, r) with the
/// demand's own size r, and two marks have the covariance λ² p q / r; here their joint law.
///
/// All days of all replications are independent: 30,000. 53 cells at 2·10⁻¹¹: 1.1·10⁻⁹.
@Suite struct ThinningLawTests {
  /// Counters of the day of the orders, then of the day after.
  private static let marks: [(counters: [DayCounter], lag: Int)] = [
    ([.orders, .paidOrders, .cancelled], 0),
    ([.shipped, .delivered, .product5, .product1, .service4], 1),
  ]

  private static func counts() -> [[DayCounter: Int]] {
    let simulate = Engine.simulator(Engine.scenario(StraightStore.operation))()
    var counts: [[DayCounter: Int]] = []
    for index in 0..<Replications.scaled(1000) {
      let log = simulate(index)
      for day in 1...29 {
        var row: [DayCounter: Int] = [:]
        for (counters, lag) in marks {
          for counter in counters { row[counter] = log[day + lag, counter] }
        }
        counts.append(row)
      }
    }
    return counts
  }

  private static let shares: [DayCounter: Double] = [
    .orders: 1, .paidOrders: 1 - StraightStore.cashOnDelivery,
    .cancelled: StraightStore.cancelled, .shipped: 1 - StraightStore.cancelled,
    .delivered: (1 - StraightStore.cancelled)
      * (1 - StraightStore.cashOnDelivery * StraightStore.refused),
    .product5: StraightStore.share(ofStars: 5), .product1: StraightStore.share(ofStars: 1),
    .service4: StraightStore.share(ofStars: 4),
  ]

  @Test func everyMarkKeepsTheSizeOfTheDemand() {
    let counts = Self.counts()
    for (counter, share) in Self.shares {
      let mean = StraightStore.orders * share
      let spread = (mean + mean * mean / StraightStore.size).squareRoot()
      let cells = [-1.2, -0.5, 0, 1, 2.5].map { Int((mean + $0 * spread).rounded(.down)) }
        .filter { $0 >= 0 }
      let worst = KnownLaw.worstCell(of: counts.map { $0[counter] ?? 0 }, cells: cells) {
        KnownLaw.negativeBinomial($0, mean: mean, size: StraightStore.size)
      }
      #expect(worst.tail > Bounds.exactAlpha, "\(counter.name), P(X ≤ \(worst.cell))")
    }
  }

  @Test func twoMarksVaryTogetherThroughTheDemandAlone() {
    let counts = Self.counts()
    let pairs: [(DayCounter, DayCounter)] = [
      (.cancelled, .shipped), (.product5, .product1), (.product5, .cancelled),
    ]
    for (first, second) in pairs {
      let means = [first, second].map { StraightStore.orders * (Self.shares[$0] ?? 0) }
      for low in [0.5, 1] {
        for high in [0.5, 1] {
          let a = Int(low * means[0])
          let b = Int(high * means[1])
          let below = counts.filter { $0[first] ?? 0 <= a && $0[second] ?? 0 <= b }.count
          let tail = Bounds.binomialTail(
            successes: below,
            trials: counts.count,
            chance: Self.joint(a, means[0], b, means[1])
          )
          #expect(tail > Bounds.exactAlpha, "\(first) ≤ \(a) and \(second) ≤ \(b)")
        }
      }
    }
  }

  /// P(X ≤ a, Y ≤ b) of two Poisson numbers with the common gamma factor of mean 1.
  private static func joint(_ a: Int, _ x: Double, _ b: Int, _ y: Double) -> Double {
    let size = StraightStore.size
    let steps = 4000
    return (0..<steps).reduce(0) { sum, step in
      let factor = 8 * (Double(step) + 0.5) / Double(steps)
      let density =
        exp(size * log(size) + (size - 1) * log(factor) - size * factor - lgamma(size))
      return sum + density * 8 / Double(steps) * KnownLaw.poisson(a, mean: x * factor)
        * KnownLaw.poisson(b, mean: y * factor)
    }
  }
}

/// The mean of all stars of n reviews on three dimensions has variance σ² (1 + 2ρ) / (3n).
///
/// One check: the sum of n (mean − μ)² / (σ² (1 + 2ρ) / 3) over 24,000 days with reviews, whose terms
/// have mean 1 and variance 2 + κ/n, within 6.8 standard errors; its skewness there is below .02, so
/// the rate is below 10⁻¹⁰.
@Suite struct ScoreVarianceTests {
  @Test func theScoreOfReviewsVariesAsTheirDimensionsCorrelate() {
    var operation = StraightStore.operation
    operation.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 60)
    let (mean, variance, kurtosis) = Self.sumOfOneReview()
    let simulate = Engine.simulator(Engine.scenario(operation))()
    let stars = ["product", "service", "logistics"].map { DayCounter.stars(of: $0) ?? [] }
    var total = 0.0
    var spread = 0.0
    var days = 0.0
    for index in 0..<Replications.scaled(800) {
      let log = simulate(index)
      for day in 1...30 {
        let count = Double(stars[0].reduce(0) { $0 + log[day, $1] })
        guard count > 0 else { continue }
        var sum = 0
        for dimension in stars {
          for (star, counter) in dimension.enumerated() { sum += (star + 1) * log[day, counter] }
        }
        total += pow(Double(sum) - count * mean, 2) / (count * variance)
        spread += 2 + kurtosis / count
        days += 1
      }
    }
    #expect(days > 10_000)
    #expect(abs(total - days) < 6.8 * spread.squareRoot(), "\(total / days) times the variance")
  }

  /// Mean, variance and excess kurtosis of the stars of one review, summed over its dimensions.
  private static func sumOfOneReview() -> (mean: Double, variance: Double, kurtosis: Double) {
    var chances = Array(repeating: 0.0, count: 16)
    for (share, stars) in zip(StraightStore.classes, StraightStore.stars) {
      for a in 0..<5 {
        for b in 0..<5 {
          for c in 0..<5 { chances[a + b + c + 3] += share * stars[a] * stars[b] * stars[c] }
        }
      }
    }
    func moment(_ power: Double, about centre: Double) -> Double {
      chances.enumerated().reduce(0) { $0 + $1.element * pow(Double($1.offset) - centre, power) }
    }
    let mean = moment(1, about: 0)
    let variance = moment(2, about: mean)
    // σ² (1 + 2ρ) / 3 is the variance of a review's mean of three.
    let one = ofOneDimension()
    #expect(abs(variance / 9 - one.variance * (1 + 2 * one.correlation) / 3) < 1e-12)
    return (mean, variance, moment(4, about: mean) / (variance * variance) - 3)
  }

  private static func ofOneDimension() -> (variance: Double, correlation: Double) {
    let means = StraightStore.stars.map { row in
      row.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    }
    let mean = zip(StraightStore.classes, means).reduce(0) { $0 + $1.0 * $1.1 }
    var variance = 0.0
    var covariance = 0.0
    for (kind, share) in StraightStore.classes.enumerated() {
      covariance += share * pow(means[kind] - mean, 2)
      for (star, chance) in StraightStore.stars[kind].enumerated() {
        variance += share * chance * pow(Double(star + 1) - mean, 2)
      }
    }
    return (variance, covariance / variance)
  }
}
