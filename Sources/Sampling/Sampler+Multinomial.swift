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
    let cells = sumWeights(probabilities)
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
      if remaining <= min(Self.mostPlacedOneByOne, Self.placedPerCell * (cells - 1 - cell)) {
        // No binomial is drawn at the last cell's position.
        seek(replication: replication, process: process, day: day, call: firstCall + cells - 1)
        place(remaining, from: cell, to: cells, of: probabilities.count, into: &counts)
        return
      }
      seek(replication: replication, process: process, day: day, call: firstCall + cell)
      counts[cell] = binomial(trials: remaining, probability: share)
      remaining -= counts[cell]
    }
  }

  // A binomial takes as long as some three things that are placed one by one.
  private static let placedPerCell = 3
  private static let mostPlacedOneByOne = 48

  /// Draws a cell for each of some things; the cells after `last` stay empty.
  private mutating func place(
    _ things: Int,
    from first: Int,
    to last: Int,
    of cells: Int,
    into counts: inout MutableSpan<Int>
  ) {
    for cell in last..<cells { counts[cell] = 0 }
    let generator = generator
    remainingWeights.withUnsafeBufferPointer { sums in
      counts.withUnsafeMutableBufferPointer { counts in
        guard let sum = sums.baseAddress, let count = counts.baseAddress else { return }
        storecast_spread(generator, UInt32(things), sum + first, last - first, count + first)
      }
    }
  }

  /// Adds the weights from the last cell up, so that a share never exceeds 1 and never cancels.
  ///
  /// Returns how many cells there are up to the last with a positive weight.
  private mutating func sumWeights(_ weights: borrowing Span<Double>) -> Int {
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
    var cells = weights.count
    while weights[cells - 1] == 0 { cells -= 1 }
    return cells
  }
}
