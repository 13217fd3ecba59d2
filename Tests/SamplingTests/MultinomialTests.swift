import Sampling
import Testing

@Suite struct MultinomialTests {
  private func spread(
    _ trials: Int,
    over weights: [Double],
    replication: Int,
    with sampler: inout Sampler
  ) -> [Int] {
    var counts = [Int](repeating: -1, count: weights.count)
    sampler.multinomial(
      trials: trials,
      probabilities: weights,
      into: &counts,
      replication: replication,
      process: 6,
      day: 3,
      firstCall: 100
    )
    return counts
  }

  @Test func countsAddUpAndEmptyCellsStayEmpty() {
    var sampler = Sampler(seed: 51)
    for trials in [0, 1, 2, 7, 1000, 3_000_000] {
      for replication in 0..<50 {
        let counts = spread(
          trials,
          over: [0, 0.5, 0, 2, 1e-9, 0.25, 0],
          replication: replication,
          with: &sampler
        )
        #expect(counts.reduce(0, +) == trials)
        #expect(counts[0] == 0 && counts[2] == 0 && counts[6] == 0)
      }
    }
  }

  /// 20,000 draws a cell, false-alarm rate 5e-9 a cell (``Agreement``).
  @Test func everyCellIsBinomial() {
    let weights = [6, 2.5, 1, 0.3, 0.2]
    var sampler = Sampler(seed: 52)
    let sample = (0..<Agreement.draws).map {
      spread(40, over: weights, replication: $0, with: &sampler)
    }
    for cell in weights.indices {
      let distance = Agreement.distance(of: sample.map { $0[cell] }) {
        Distributions.binomialCDF($0, trials: 40, probability: weights[cell] / 10)
      }
      #expect(distance < Agreement.largestDistance, "cell \(cell)")
    }
  }

  /// Few things in many cells are placed one by one: 20,000 draws, false-alarm rate
  /// 5e-9 for each number of things and two cells.
  @Test(arguments: [1, 5, 11, 12, 45])
  func placedThingsHaveTheirLaw(trials: Int) {
    let weights = (0..<30).map { $0 % 7 == 3 ? 0 : 1 / Double($0 + 2) }
    let mass = weights.reduce(0, +)
    var sampler = Sampler(seed: 55)
    let sample = (0..<Agreement.draws).map {
      spread(trials, over: weights, replication: $0, with: &sampler)
    }
    #expect(sample.allSatisfy { $0.reduce(0, +) == trials && $0[3] == 0 && $0[10] == 0 })
    for cell in [0, 17] {
      let counts = sample.map { $0[cell] }
      let cells = Dictionary(
        uniqueKeysWithValues: (0...trials).map {
          (
            $0,
            Distributions.binomialPMF($0, trials: trials, probability: weights[cell] / mass)
          )
        }
      )
      #expect(Agreement.refusedCells(of: counts, probabilities: cells) == [])
    }
  }

  /// Exact binomial bounds of the 15 outcomes, false-alarm rate 5e-9 for all.
  @Test func outcomesAreAsFrequentAsTheMultinomialSays() {
    var sampler = Sampler(seed: 53)
    let sample = (0..<Agreement.draws).map { replication in
      let counts = spread(4, over: [0.5, 0.3, 0.2], replication: replication, with: &sampler)
      return counts[0] * 10 + counts[1]
    }
    var cells: [Int: Double] = [:]
    for first in 0...4 {
      for second in 0...(4 - first) {
        cells[first * 10 + second] =
          Distributions.binomialPMF(first, trials: 4, probability: 0.5)
          * Distributions.binomialPMF(second, trials: 4 - first, probability: 0.6)
      }
    }
    #expect(Agreement.refusedCells(of: sample, probabilities: cells) == [])
  }

  @Test func eachCellIsDrawnAtItsOwnPosition() {
    var sampler = Sampler(seed: 54)
    let counts = spread(500, over: [0.2, 0.3, 0.5], replication: 2, with: &sampler)
    sampler.seek(replication: 2, process: 6, day: 3, call: 101)
    #expect(sampler.binomial(trials: 500 - counts[0], probability: 0.3 / 0.8) == counts[1])
  }

  @Test func weightsNeedNotAddUpToOne() {
    var sampler = Sampler(seed: 55)
    let shares = spread(900, over: [0.25, 0.5, 0.25], replication: 1, with: &sampler)
    let weights = spread(900, over: [16, 32, 16], replication: 1, with: &sampler)
    #expect(shares == weights)
  }

  @Test func partsOfLargerArraysGiveTheSame() {
    var sampler = Sampler(seed: 56)
    let expected = spread(800, over: [0.1, 0.6, 0.3], replication: 4, with: &sampler)
    var part: ArraySlice = [7, 0, 0, 0, 7][1..<4]
    let weights = [9, 0.1, 0.6, 0.3, 9]
    var cells = part.mutableSpan
    sampler.multinomial(
      trials: 800,
      probabilities: weights.span.extracting(1..<4),
      into: &cells,
      replication: 4,
      process: 6,
      day: 3,
      firstCall: 100
    )
    #expect(Array(part) == expected)
  }
}
