extension Sampler {
  /// Spreads `trials` over cells, each cell at its own position: call `firstCall` + index of the cell.
  ///
  /// One binomial a cell, conditional on the cells before it. Since each is drawn at a position of its
  /// own, an alternative that moves one cell leaves the draws of the others in place. Drawing stops
  /// when nothing remains; the last cell with a positive weight takes what is left.
  ///
  /// - Parameters:
  ///   - trials: In [0, 10^12].
  ///   - probabilities: Weights of the cells: finite, none negative, at least one positive; they are
  ///     divided by their sum.
  ///   - counts: Receives one count a cell; must have as many cells. The counts add up to `trials`.
  ///   - replication: As in ``seek(replication:process:day:call:)``, like `process` and `day`.
  ///   - process: Number of the random process.
  ///   - day: Index of the day.
  ///   - firstCall: Call index of the first cell.
  package mutating func multinomial(
    trials: Int,
    probabilities: [Double],
    into counts: inout [Int],
    replication: Int,
    process: UInt32,
    day: Int,
    firstCall: Int
  ) {
    var cells = counts.mutableSpan
    multinomial(
      trials: trials,
      probabilities: probabilities.span,
      into: &cells,
      replication: replication,
      process: process,
      day: day,
      firstCall: firstCall
    )
  }

  /// Spreads `trials` over cells held in parts of larger arrays; otherwise as the one on arrays.
  package mutating func multinomial(
    trials: Int,
    probabilities: borrowing Span<Double>,
    into counts: inout MutableSpan<Int>,
    replication: Int,
    process: UInt32,
    day: Int,
    firstCall: Int
  ) {
    require(
      ParameterCheck.isCount(trials),
      "a multinomial's trials must be in 0 ... 1e12, not \(trials)"
    )
    require(
      ParameterCheck.areWeights(probabilities),
      "a multinomial's weights must be finite, none negative, at least one positive"
    )
    require(counts.count == probabilities.count, "a multinomial needs one count a weight")
    sumWeights(probabilities)
    var remaining = trials
    for cell in probabilities.indices {
      guard remaining > 0, probabilities[cell] > 0 else {
        counts[cell] = 0
        continue
      }
      let share = probabilities[cell] / remainingWeights[cell]
      guard share < 1 else {
        // Nothing but zeros, or less than a double can tell from them, comes after.
        counts[cell] = remaining
        remaining = 0
        continue
      }
      seek(replication: replication, process: process, day: day, call: firstCall + cell)
      counts[cell] = binomial(trials: remaining, probability: share)
      remaining -= counts[cell]
    }
  }

  /// Adds the weights from the last cell up, so that a share never exceeds 1 and never cancels.
  private mutating func sumWeights(_ weights: borrowing Span<Double>) {
    if remainingWeights.count < weights.count {
      remainingWeights = Array(repeating: 0, count: weights.count)
    }
    var sum = 0.0
    for cell in weights.indices.reversed() {
      sum += weights[cell]
      remainingWeights[cell] = sum
    }
  }
}
