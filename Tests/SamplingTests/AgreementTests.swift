import Foundation
import Sampling
import Testing

/// The checks themselves must be able to fail.
@Suite struct AgreementTests {
  @Test func theBoundIsTheOneOfMassart() {
    #expect(abs(Agreement.largestDistance - 0.02225) < 5e-6)
  }

  @Test func aShiftedNormalIsNoticed() {
    let sample = Agreement.sample(seed: 1) { $0.normal() + 0.1 }
    let distance = Agreement.distance(of: sample, from: Distributions.normalCDF)
    #expect(distance > Agreement.largestDistance)
  }

  @Test func aSuccessTakenForAFailureIsNoticed() {
    let sample = Agreement.sample(seed: 1) { 10 - $0.binomial(trials: 10, probability: 0.45) }
    let distance = Agreement.distance(of: sample) {
      Distributions.binomialCDF($0, trials: 10, probability: 0.45)
    }
    #expect(distance > Agreement.largestDistance)
  }

  @Test func aRareCellDrawnTwiceAsOftenIsNoticed() {
    let sample = Agreement.sample(seed: 1) { $0.binomial(trials: 1, probability: 0.02) }
    #expect(Agreement.refusedCells(of: sample, probabilities: [0: 0.99, 1: 0.01]) == [0, 1])
  }

  @Test func aValueThatCannotOccurIsNoticed() {
    let refused = Agreement.refusedCells(of: [0, 0, 3], probabilities: [0: 0.7])
    #expect(refused == [3])
  }
}
