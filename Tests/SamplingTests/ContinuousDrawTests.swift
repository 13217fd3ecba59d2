import Sampling
import Testing

/// Each check: 20,000 draws, largest distance .0222, false-alarm rate 5e-9 (``Agreement``).
@Suite struct ContinuousDrawTests {
  @Test func uniformsAreUniformAndNeverAtTheEnds() {
    let sample = Agreement.sample(seed: 11) { $0.uniform() }
    #expect(sample.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(Agreement.distance(of: sample, from: { $0 }) < Agreement.largestDistance)
    let positive = Agreement.sample(seed: 12) { $0.uniformPositive() }
    #expect(Agreement.distance(of: positive, from: { $0 }) < Agreement.largestDistance)
  }

  @Test func aSequenceAtOnePositionIsUniform() {
    var sampler = Sampler(seed: 13)
    sampler.seek(replication: 0, process: 0, day: 0, call: 0)
    let sample = (0..<Agreement.draws).map { _ in sampler.uniform() }
    #expect(Agreement.distance(of: sample, from: { $0 }) < Agreement.largestDistance)
  }

  @Test func neighbouringPositionsAreUnrelated() {
    // The product of independent uniforms u v <= x has chance x - x log x; here -log u - log v,
    // a gamma of shape 2. One pair a coordinate that is moved by one.
    for coordinate in 0..<4 {
      var sampler = Sampler(seed: 14)
      let sample = (0..<Agreement.draws).map { index in
        let draws = [0, 1].map { step in
          sampler.seek(
            replication: coordinate == 0 ? 2 * index + step : index,
            process: UInt32(coordinate == 1 ? step : 0),
            day: coordinate == 2 ? step : 0,
            call: coordinate == 3 ? step : 0
          )
          return sampler.exponential(mean: 1)
        }
        return draws[0] + draws[1]
      }
      let distance = Agreement.distance(of: sample) {
        Distributions.gammaCDF($0, shape: 2, scale: 1)
      }
      #expect(distance < Agreement.largestDistance, "coordinate \(coordinate)")
    }
  }

  @Test func normalsAreNormal() {
    let sample = Agreement.sample(seed: 15) { $0.normal() }
    let distance = Agreement.distance(of: sample, from: Distributions.normalCDF)
    #expect(distance < Agreement.largestDistance)
  }

  /// z of the mean and of the mean square, |z| < 5.85: false-alarm rate 5e-9 each.
  @Test func normalsHaveMeanZeroAndVarianceOne() {
    let sample = Agreement.sample(seed: 16) { $0.normal() }
    let count = Double(sample.count)
    let mean = sample.reduce(0, +) / count
    let meanSquare = sample.reduce(0) { $0 + $1 * $1 } / count
    #expect(abs(mean) * count.squareRoot() < 5.85)
    #expect(abs(meanSquare - 1) * (count / 2).squareRoot() < 5.85)
  }

  @Test func waitingTimesAreExponential() {
    let sample = Agreement.sample(seed: 17) { $0.exponential(mean: 8) }
    let distance = Agreement.distance(of: sample) { Distributions.exponentialCDF($0, mean: 8) }
    #expect(distance < Agreement.largestDistance)
    var sampler = Sampler(seed: 1)
    #expect(sampler.exponential(mean: 0) == 0)
  }

  @Test func logNormalsHaveTheirLogarithmNormal() {
    let sample = Agreement.sample(seed: 18) { $0.logNormal(zeta: 4, sigma: 0.6) }
    let distance = Agreement.distance(of: sample) {
      Distributions.logNormalCDF($0, zeta: 4, sigma: 0.6)
    }
    #expect(distance < Agreement.largestDistance)
  }

  @Test(arguments: [0.05, 0.7, 1, 2.5, 40, 1e6])
  func gammasHaveTheirLaw(shape: Double) {
    let sample = Agreement.sample(seed: 19) { $0.gamma(shape: shape, scale: 3) }
    let distance = Agreement.distance(of: sample) {
      Distributions.gammaCDF($0, shape: shape, scale: 3)
    }
    #expect(distance < Agreement.largestDistance)
  }

  @Test func aGammaOfShapeZeroIsZero() {
    var sampler = Sampler(seed: 1)
    #expect(sampler.gamma(shape: 0, scale: 3) == 0)
    #expect(sampler.gamma(shape: 3, scale: 0) == 0)
  }

  @Test(arguments: [(0.3, 0.4), (1, 1), (2, 0.5), (20, 80), (3, 9000), (1e6, 2e6)])
  func betasHaveTheirLaw(a: Double, b: Double) {
    let sample = Agreement.sample(seed: 20) { $0.beta(a, b) }
    let distance = Agreement.distance(of: sample) { Distributions.betaCDF($0, a, b) }
    #expect(distance < Agreement.largestDistance)
  }

  @Test func aDirichletHasBetaMarginsAndAddsUpToOne() {
    let concentrations = [0.2, 3, 0, 11.5]
    var probabilities = [Double](repeating: 0, count: 4)
    let sample = Agreement.sample(seed: 21) { sampler in
      sampler.dirichlet(concentrations, into: &probabilities)
      return probabilities
    }
    #expect(sample.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 && $0[2] == 0 })
    for cell in [0, 1, 3] {
      let distance = Agreement.distance(of: sample.map { $0[cell] }) {
        Distributions.betaCDF($0, concentrations[cell], 14.7 - concentrations[cell])
      }
      #expect(distance < Agreement.largestDistance, "cell \(cell)")
    }
  }

  @Test func aDirichletOfTinyConcentrationsStillAddsUpToOne() {
    var probabilities = [0.0, 0, 0]
    var sampler = Sampler(seed: 22)
    for replication in 0..<200 {
      sampler.seek(replication: replication, process: 0, day: 0, call: 0)
      sampler.dirichlet([1e-5, 1e-5, 2e-5], into: &probabilities)
      #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
    }
  }
}
