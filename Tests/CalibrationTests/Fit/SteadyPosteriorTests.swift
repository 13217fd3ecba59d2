import Calibration
import Glibc
import Sampling
import StoreModel
import Testing

/// Conjugate laws, and the posterior that weighs how far old days still count.
@Suite struct SteadyPosteriorTests {
  private static let start = CalendarDay(ordinal: 20_000)

  private func weeks(_ counts: [(events: Double, occasions: Double)]) -> [StretchCount] {
    counts.enumerated().map { week, count in
      StretchCount(
        end: Self.start - 7 * (counts.count - 1 - week),
        events: count.events,
        occasions: count.occasions
      )
    }
  }

  /// The law that assumes nothing else: a constant share of independent occasions.
  private func constant(_ posterior: SteadyPosterior) -> ConjugateLaw? {
    posterior.parts.first { $0.halfLifeInDays == .infinity && $0.scatter == 1 }?.law
  }

  /// The log odds of a Beta(1, 1) are logistic, variance π²/3; the log of a Gamma(1, 1) has mean −γ and variance π²/6.
  @Test func anAssumedRangeBecomesALawOfThoseMoments() {
    let doubt = 1.2815515655446004 / 0.6744897501960817
    let side = 1.2815515655446004 * Double.pi / 3.0.squareRoot() / doubt
    let high = 1 / (1 + exp(-side))
    let beta = ConjugateLaw(.share, assumed: .share(low: 1 - high, high: high))
    #expect(abs(beta.a - 1) < 1e-7 && abs(beta.b - 1) < 1e-7)
    let half = 1.2815515655446004 * Double.pi / 6.0.squareRoot() / doubt
    let gamma = ConjugateLaw(
      .rate,
      assumed: .amount(low: exp(-0.5772156649015329 - half), high: exp(-0.5772156649015329 + half))
    )
    #expect(abs(gamma.a - 1) < 1e-7 && abs(gamma.b - 1) < 1e-7)
  }

  @Test func countsAreAddedExactly() throws {
    let prior = ConjugateLaw(.share, a: 2, b: 30)
    let counts = weeks([(3, 100), (5, 120), (4, 90)])
    let posterior = SteadyPosterior(counts, prior: prior, on: Self.start)
    #expect(constant(posterior) == ConjugateLaw(.share, a: 14, b: 30 + 310 - 12))
    let rate = SteadyPosterior(counts, prior: ConjugateLaw(.rate, a: 2, b: 30), on: Self.start)
    #expect(constant(rate) == ConjugateLaw(.rate, a: 14, b: 340))
    #expect(abs(posterior.parts.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    for p in [0.025, 0.1, 0.5, 0.9, 0.975] {
      #expect(abs(posterior.cumulative(posterior.quantile(p)) - p) < 1e-9)
      #expect(abs(rate.cumulative(rate.quantile(p)) - p) < 1e-9)
    }
  }

  @Test func withoutDaysTheAssumptionStays() {
    let prior = ConjugateLaw(.share, a: 2, b: 30)
    let posterior = SteadyPosterior([], prior: prior, on: Self.start)
    #expect(posterior.parts.allSatisfy { $0.law == prior })
    #expect(posterior.effectiveOccasions == 0)
  }

  /// A store whose share tripled half a year ago is believed to be where it is now.
  @Test func aChangedShareIsFollowed() {
    let counts = (0..<60).map { week in
      (events: week < 30 ? 20.0 + Double(week % 3) : 60 + Double(week % 3), occasions: 200.0)
    }
    let posterior = SteadyPosterior(
      weeks(counts),
      prior: ConjugateLaw(.share, a: 2, b: 8),
      on: Self.start
    )
    #expect(posterior.halfLifeInDays <= 90)
    #expect(posterior.quantile(0.025) > 0.26 && posterior.quantile(0.975) < 0.36)
  }

  /// Weeks that scatter four times as much as chance are worth a quarter.
  @Test func scatterWidensTheLaw() {
    let even = weeks(Array(repeating: (events: 30, occasions: 300), count: 40))
    let uneven = weeks((0..<40).map { (events: $0 % 2 == 0 ? 18 : 42, occasions: 300) })
    let prior = ConjugateLaw(.share, a: 1, b: 9)
    func width(_ counts: [StretchCount]) -> Double {
      let posterior = SteadyPosterior(counts, prior: prior, on: Self.start)
      return posterior.quantile(0.9) - posterior.quantile(0.1)
    }
    #expect(width(uneven) > 1.6 * width(even))
  }

  /// Simulation-based calibration: stores whose share is drawn from the law before data; the posterior's
  /// distribution function at the truth falls evenly into ten cells.
  ///
  /// 200 stores × 6 inputs = 1,200 independent ranks, 26 weeks each. Exact binomial tails, 20 of 5e-11: 1e-9 in
  /// all. Notices an interval a third too narrow or too wide, or a mean off by half a standard deviation.
  @Test func ranksOfTheTruthAreUniform() {
    let laws: [(law: ConjugateLaw, perWeek: Double)] = [
      (ConjugateLaw(.share, assumed: .share(low: 0.03, high: 0.06)), 300),
      (ConjugateLaw(.share, assumed: .share(low: 0.002, high: 0.0065)), 700),
      (ConjugateLaw(.share, assumed: .share(low: 0.04, high: 0.14)), 12),
      (ConjugateLaw(.share, assumed: .share(low: 0.2, high: 0.42)), 120),
      (ConjugateLaw(.rate, assumed: .amount(low: 0.25, high: 0.49)), 280),
      (ConjugateLaw(.rate, assumed: .amount(low: 20, high: 45)), 0.23),
    ]
    var sampler = Sampler(seed: 11)
    var cells = [Int](repeating: 0, count: 10)
    let stores = 200
    for store in 0..<stores {
      for (index, input) in laws.enumerated() {
        sampler.seek(replication: store, process: 901, day: index, call: 0)
        let law = input.law
        let truth =
          law.family == .share
          ? sampler.beta(law.a, law.b) : sampler.gamma(shape: law.a, scale: 1 / law.b)
        let counts = (0..<26).map { week -> (events: Double, occasions: Double) in
          sampler.seek(replication: store, process: 902, day: week, call: index)
          guard law.family == .share else {
            return (Double(sampler.poisson(mean: truth * input.perWeek)), input.perWeek)
          }
          let occasions = sampler.poisson(mean: input.perWeek)
          return (
            Double(sampler.binomial(trials: occasions, probability: truth)), Double(occasions)
          )
        }.filter { $0.occasions > 0 }
        let posterior = SteadyPosterior(weeks(counts), prior: law, on: Self.start)
        cells[min(9, Int(posterior.cumulative(truth) * 10))] += 1
      }
    }
    let ranks = stores * laws.count
    for (cell, count) in cells.enumerated() {
      let below = Distributions.binomialCDF(count, trials: ranks, probability: 0.1)
      let above = Distributions.binomialTail(count, trials: ranks, probability: 0.1)
      #expect(min(below, above) > 5e-11, "cell \(cell): \(cells)")
    }
  }
}
