import Calibration
import Foundation
import Sampling
import Testing

/// Simulation-based calibration: what the filters believe of stores that follow their own law.
///
/// If beliefs are right, the place of the truth in the belief's distribution is uniform over stores (Talts et
/// al. 2018; parameters on a grid with a uniform tie-break). The filters are approximations (stars are whole and
/// end at five, counts are not normal, evidence fades), so small departures are real; what is refused is a
/// departure beyond the Dvoretzky–Kiefer–Wolfowitz bound at a false-alarm rate of 10⁻⁹ a check.
@Suite struct SimulatedStoreTests {
  private let stores = 1000
  private var bound: Double { (log(2 / 1e-9) / (2 * Double(stores))).squareRoot() }

  private func distanceFromUniform(_ places: [Double]) -> Double {
    let sorted = places.sorted()
    let count = Double(sorted.count)
    return sorted.enumerated().map { index, place in
      max(abs(place - Double(index) / count), abs(place - Double(index + 1) / count))
    }.max() ?? 1
  }

  /// Weight below the truth, and a uniform part of the weight at it.
  private func place(
    _ truth: Double,
    among values: [Double],
    _ weights: [Double],
    _ uniform: Double
  ) -> Double {
    zip(values, weights).reduce(0) { sum, entry in
      sum + (entry.0 < truth ? entry.1 : entry.0 == truth ? uniform * entry.1 : 0)
    }
  }

  @Test func levelsOfRatingsAreBelievedAsTheyAre() {
    let prior = LevelFilter().posterior
    let tilts = TiltTable(prior.shares)
    var sampler = Sampler(seed: 20_260_801)
    var (levels, walks, deviations) = ([Double](), [Double](), [Double]())
    for store in 0..<stores {
      sampler.seek(replication: store, process: 1, day: 0, call: 0)
      var path = prior.path(&sampler)
      var filter = LevelFilter()
      for _ in 0..<90 {
        var counts = StarCounts()
        let common = (path.point.rho * tilts.variance(at: path.mean)).squareRoot()
        let mean = min(max(path.mean + common * sampler.normal(), 1), 5)
        for _ in 0..<4 {
          counts.counts[Int(tilts.starSum(of: 1, mean: mean, &sampler)) - 1] += 1
        }
        filter.advance(counts)
        path.step(&sampler)
      }
      let belief = filter.posterior
      levels.append(
        zip(belief.weights, belief.states).reduce(0) { sum, entry in
          let (weight, state) = entry
          let spread = (state.pmm + 2 * state.pmf + state.pff).squareRoot()
          let distance = path.m + path.f - state.m - state.f
          return sum + weight * Distributions.normalCDF(distance / spread)
        }
      )
      walks.append(
        place(path.point.q, among: belief.points.map(\.q), belief.weights, sampler.uniform())
      )
      deviations.append(
        place(path.point.sf, among: belief.points.map(\.sf), belief.weights, sampler.uniform())
      )
    }
    #expect(distanceFromUniform(levels) < bound, "\(distanceFromUniform(levels))")
    #expect(distanceFromUniform(walks) < bound, "\(distanceFromUniform(walks))")
    #expect(distanceFromUniform(deviations) < bound, "\(distanceFromUniform(deviations))")
  }

  @Test func levelsOfCountsAreBelievedAsTheyAre() throws {
    let grid = CountGrid.standard
    let weights = grid.logPrior.map { exp($0) }
    let total = weights.reduce(0, +)
    let phi = pow(0.5, 0.25)
    var sampler = Sampler(seed: 20_260_802)
    var (levels, sizes, walks) = ([Double](), [Double](), [Double]())
    for store in 0..<stores {
      sampler.seek(replication: store, process: 2, day: 0, call: 0)
      var left = sampler.uniform() * total
      var chosen = 0
      while chosen < weights.count - 1, left > weights[chosen] {
        left -= weights[chosen]
        chosen += 1
      }
      let point = grid.points[chosen]
      var a = 1.5 + sampler.normal()
      var f = point.sf * sampler.normal()
      var filter = CountFilter()
      for day in 0..<150 {
        let count = sampler.negativeBinomial(mean: exp(a + f), size: point.size)
        filter.advance(count, weekday: day % 7)
        a += point.q * sampler.normal()
        f = phi * f + point.sf * (1 - phi * phi).squareRoot() * sampler.normal()
      }
      let belief = try #require(filter.posterior)
      levels.append(
        zip(belief.weights, belief.levels).reduce(0) { sum, entry in
          let (weight, level) = entry
          return sum + weight
            * Distributions.normalCDF((a + f - level.mean) / level.variance.squareRoot())
        }
      )
      sizes.append(
        place(point.size, among: grid.points.map(\.size), belief.weights, sampler.uniform())
      )
      walks.append(place(point.q, among: grid.points.map(\.q), belief.weights, sampler.uniform()))
    }
    #expect(distanceFromUniform(levels) < bound, "\(distanceFromUniform(levels))")
    #expect(distanceFromUniform(sizes) < bound, "\(distanceFromUniform(sizes))")
    #expect(distanceFromUniform(walks) < bound, "\(distanceFromUniform(walks))")
  }

  @Test func aBeliefThatIsTooSureIsRefused() {
    var sampler = Sampler(seed: 3)
    let places = (0..<stores).map { store in
      sampler.seek(replication: store, process: 3, day: 0, call: 0)
      return Distributions.normalCDF(sampler.normal() * 2)
    }
    #expect(distanceFromUniform(places) > bound)
  }
}
