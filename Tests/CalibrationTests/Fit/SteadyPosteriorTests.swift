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
    posterior.parts.first {
      $0.halfLifeInDays == .infinity && $0.scatter == 1 && !$0.isDoubted
    }?.law
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
    #expect(posterior.parts.allSatisfy { $0.law == ($0.isDoubted ? prior.doubted : prior) })
    #expect(posterior.effectiveOccasions == 0)
  }

  /// A store whose share tripled half a year ago is believed to be where it is now.
  @Test func aChangedShareIsFollowed() {
    let counts = (0..<60).map { week -> (events: Double, occasions: Double) in
      let level: Double = week < 30 ? 20 : 60
      return (level + Double(week % 3), 200)
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
    let uneven = weeks(
      (0..<40).map { week -> (events: Double, occasions: Double) in (week % 2 == 0 ? 18 : 42, 300) }
    )
    let prior = ConjugateLaw(.share, a: 1, b: 9)
    func width(_ counts: [StretchCount]) -> Double {
      let posterior = SteadyPosterior(counts, prior: prior, on: Self.start)
      return posterior.quantile(0.9) - posterior.quantile(0.1)
    }
    #expect(width(uneven) > 1.6 * width(even))
  }

  /// A store that is nothing like the assumption is believed: all of its orders are rated.
  ///
  /// Even if each of the 40 weeks were all or nothing, Beta(41, 1) would leave 2.5 % below 0.025^(1/41) = .914.
  @Test func aMistakenAssumptionIsLeft() {
    let posterior = SteadyPosterior(
      weeks(Array(repeating: (events: 27, occasions: 27), count: 40)),
      prior: ConjugateLaw(.share, assumed: .share(low: 0.057, high: 0.106)),
      on: Self.start
    )
    #expect(posterior.quantile(0.025) > 0.914)
  }

  /// Simulation-based calibration: shares and rates whose law, drift and scatter are drawn from what is assumed
  /// before data; the posterior's distribution function at the truth falls evenly into ten cells.
  ///
  /// 200 stores × 6 inputs = 1,200 independent ranks, 26 weeks each. Exact binomial tails, 20 of 5e-11: 1e-9 in
  /// all. Notices an interval a third too narrow or too wide, or a mean off by half a standard deviation.
  @Test func ranksOfTheTruthAreUniform() throws {
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
        let (truth, counts) = try drawn(input.law, perWeek: input.perWeek, &sampler)
        let posterior = SteadyPosterior(weeks(counts), prior: input.law, on: Self.start)
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

  /// A course, its truth on the last day, and 26 weeks of counts.
  ///
  /// The truth moves as the steady model has it: a gamma variable of shape a, of which the share Beta(x, a − x) is
  /// left, is one of shape x; what fades in of the law before data is added. A share is made of two of them.
  private func drawn(
    _ assumed: ConjugateLaw,
    perWeek: Double,
    _ sampler: inout Sampler
  ) throws -> (truth: Double, counts: [(events: Double, occasions: Double)]) {
    var left = sampler.uniform()
    let course = try #require(
      SteadyPosterior.courses.first {
        left -= $0.weight
        return left < 0
      } ?? SteadyPosterior.courses.last
    )
    let prior = course.isDoubted ? assumed.doubted : assumed
    let kept = exp2(-7 / course.halfLifeInDays)
    var law = prior
    var truth =
      prior.family == .share
      ? sampler.beta(prior.a, prior.b) : sampler.gamma(shape: prior.a, scale: 1 / prior.b)
    func faded(_ value: Double, _ shape: Double, _ before: Double) -> Double {
      let (old, new) = (kept * shape, (1 - kept) * before)
      guard new > 0 else { return value }
      return value * sampler.beta(old, shape - old) + sampler.gamma(shape: new, scale: 1)
    }
    var counts: [(events: Double, occasions: Double)] = []
    let expected = perWeek * max(1e-6, truth)
    for week in 0..<26 {
      if week > 0, kept < 1 {
        let next = law.faded(by: kept, to: prior)
        if prior.family == .share {
          let size = sampler.gamma(shape: law.a + law.b, scale: 1)
          let hits = faded(truth * size, law.a, prior.a)
          let others = faded((1 - truth) * size, law.b, prior.b)
          truth = hits / (hits + others)
        } else {
          truth = faded(truth * law.b, law.a, prior.a) / next.b
        }
        law = next
      }
      guard prior.family == .share else {
        let alike = (course.scatter - 1) / expected
        let level =
          alike > 0 ? truth * sampler.gamma(shape: 1 / alike, scale: alike) : truth
        let events = Double(sampler.poisson(mean: level * perWeek))
        counts.append((events, perWeek))
        let thinned = 1 + expected * alike
        law = law.after(events / thinned, of: perWeek / thinned)
        continue
      }
      let occasions = Double(sampler.poisson(mean: perWeek))
      guard occasions > 0 else { continue }
      let alike = min(0.9, (course.scatter - 1) / (perWeek - 1))
      let worth = alike > 0 ? 1 / alike - 1 : 0
      let level =
        alike > 0
        ? sampler.beta(max(1e-9, truth * worth), max(1e-9, (1 - truth) * worth)) : truth
      let events = Double(sampler.binomial(trials: Int(occasions), probability: level))
      counts.append((events, occasions))
      let thinned = 1 + max(0, occasions - 1) * alike
      law = law.after(events / thinned, of: occasions / thinned)
    }
    return (truth, counts)
  }
}
