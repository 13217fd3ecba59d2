internal import CPhilox

extension Sampler {
  /// Spreads `trials` over cells, each cell at its own position: call `firstCall` + index of the cell.
  ///
  /// One binomial a cell, conditional on the cells before it, until few remain: these are placed one by
  /// one. Since each binomial is drawn at a position of its own, an alternative that moves one cell
  /// leaves the draws of the others in place. Drawing stops when nothing remains, so it is cheapest
  /// with the likeliest cells first; the last cell with a positive weight takes what is left.
  ///
  /// - Parameters:
  ///   - trials: In [0, 10^12].
  ///   - probabilities: Weights of the cells: finite, none negative, at least one positive; they are
  ///     divided by their sum.
  ///   - counts: Receives one count a cell, which add up to `trials`; what it holds beyond stays.
  ///   - replication: As in ``seek(replication:process:day:call:)``, like `process` and `day`.
  ///   - process: Number of the random process.
  ///   - day: Index of the day.
  ///   - firstCall: Call index of the first cell.
  package mutating func multinomial(
    trials: Int,
    probabilities: borrowing [Double],
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
    require(counts.count >= probabilities.count, "a multinomial needs a count for each weight")
    let cells = probabilities.count
    sumWeights(probabilities)
    // Going to the last position checks all of them.
    seek(replication: replication, process: process, day: day, call: firstCall + cells - 1)
    var cell = 0
    var remaining = trials
    while remaining > Self.mostAtOnce {
      let share = min(1, probabilities[cell] / remainingWeights[cell])
      seek(replication: replication, process: process, day: day, call: firstCall + cell)
      counts[cell] = binomial(trials: remaining, probability: share)
      remaining -= counts[cell]
      cell += 1
    }
    var first = storecast_position(
      call: UInt32(firstCall + cell),
      day: UInt32(truncatingIfNeeded: day),
      process: process,
      replication: UInt32(replication)
    )
    let (generator, isFast) = (generator, self.counts == .fast)
    probabilities.withUnsafeBufferPointer { weights in
      remainingWeights.withUnsafeBufferPointer { sums in
        counts.withUnsafeMutableBufferPointer { counts in
          guard let weight = weights.baseAddress, let sum = sums.baseAddress,
            let count = counts.baseAddress
          else { return }
          storecast_multinomial(
            generator,
            isFast ? 1 : 0,
            &first,
            UInt32(remaining),
            weight + cell,
            sum + cell,
            cells - cell,
            count + cell
          )
        }
      }
    }
  }

  // Of so many, no binomial has a variance that GSL's arithmetic does not bear.
  private static let mostAtOnce = 16_000_000

  /// Adds the weights from the last cell up, so that a share never exceeds 1 and never cancels.
  private mutating func sumWeights(_ weights: borrowing Span<Double>) {
    if remainingWeights.count < weights.count {
      remainingWeights = Array(repeating: 0, count: weights.count)
    }
    let areWeights = weights.withUnsafeBufferPointer { weights in
      remainingWeights.withUnsafeMutableBufferPointer { sums in
        guard let weight = weights.baseAddress, let sum = sums.baseAddress else { return false }
        return storecast_sum_from_last(weight, weights.count, sum) != 0
      }
    }
    require(
      areWeights,
      "a multinomial's weights must be finite, none negative, at least one positive"
    )
  }
}
