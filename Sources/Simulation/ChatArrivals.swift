import Glibc

/// The seconds after which a buyer turns quiet, an exponential −m ln(1 − u).
struct Patience: Sendable {
  /// Its mean m, in seconds.
  let mean: Double

  /// The uniform number u that it comes from.
  let u: Double

  /// Whether a wait, in seconds, is longer.
  ///
  /// u + u²/2 ≤ −ln(1 − u) ≤ u (2 − u) / (2 (1 − u)), so that few waits need the logarithm.
  @inline(__always)
  func isExceeded(by wait: Double) -> Bool {
    guard wait > mean * u * (1 + u / 2) else { return false }
    return wait * (2 - 2 * u) > mean * u * (2 - u) || wait > -mean * log1p(-u)
  }
}

/// A day's new chats for a human: drawn by index, read in the order of their arrival.
///
/// One is kept from day to day for its memory; what it holds is of one day.
struct ChatArrivals: Sendable {
  /// Number of chats.
  private(set) var count = 0

  /// When the chats begin, ascending, in seconds after midnight.
  private var times: [Double] = []
  private var indices: [Int32] = []
  private var works: [Double] = []
  private var patiences: [Double] = []
  private var meanPatience = 0.0

  // Scratch of the sort.
  private var drawn: [Double] = []
  private var buckets: [Int32] = []

  /// When the chat of a rank begins.
  @inline(__always)
  func time(_ rank: Int) -> Double { times[rank] }

  /// Seconds of work of the chat of a rank.
  @inline(__always)
  func work(_ rank: Int) -> Double { works[Int(indices[rank])] }

  /// How long the buyer of a rank waits before turning quiet.
  @inline(__always)
  func patience(_ rank: Int) -> Patience {
    Patience(mean: meanPatience, u: patiences[Int(indices[rank])])
  }

  /// Chats that begin before a time of day.
  func count(before time: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Draws the chats of a day at the addresses of a process.
  mutating func draw(
    _ count: Int,
    profile: DayProfile,
    desk: ResolvedDesk,
    process: UInt32,
    draws: inout Draws
  ) {
    self.count = count
    meanPatience = desk.quietAfter
    if times.count < count {
      let size = count + count / 4
      times = Array(repeating: 0, count: size)
      indices = Array(repeating: 0, count: size)
      works = times
      patiences = times
      drawn = times
      buckets = Array(repeating: 0, count: size + 1)
    }
    drawOrder(process, &draws)
    var piece = 0
    times.withUnsafeMutableBufferPointer { times in
      for rank in 0..<count { times[rank] = profile.time(times[rank], from: &piece) }
    }
    let (zeta, sigma) = (desk.handleZeta, desk.handleSigma)
    draws.sequence(process, 3)
    works.withUnsafeMutableBufferPointer { works in
      draws.nextLogNormals(zeta: zeta, sigma: sigma, into: .init(rebasing: works[..<count]))
    }
    draws.sequence(process, 4)
    patiences.withUnsafeMutableBufferPointer { patiences in
      draws.nextUniforms(into: .init(rebasing: patiences[..<count]))
    }
  }

  /// Draws uniform numbers by index into `times`, ascending, and their `indices`.
  ///
  /// They spread evenly over as many buckets as there are numbers, so a bucket pass and an insertion
  /// pass sort them in linear time.
  private mutating func drawOrder(_ process: UInt32, _ draws: inout Draws) {
    let count = count
    draws.sequence(process, 2)
    drawn.withUnsafeMutableBufferPointer { drawn in
      draws.nextUniforms(into: .init(rebasing: drawn[..<count]))
    }
    times.withUnsafeMutableBufferPointer { times in
      indices.withUnsafeMutableBufferPointer { indices in
        buckets.withUnsafeMutableBufferPointer { buckets in
          drawn.withUnsafeBufferPointer { drawn in
            for bucket in 0...count { buckets[bucket] = 0 }
            for index in 0..<count { buckets[Int(drawn[index] * Double(count)) + 1] += 1 }
            for bucket in 0..<count { buckets[bucket + 1] += buckets[bucket] }
            for index in 0..<count {
              let bucket = Int(drawn[index] * Double(count))
              let rank = Int(buckets[bucket])
              buckets[bucket] += 1
              times[rank] = drawn[index]
              indices[rank] = Int32(index)
            }
          }
        }
        for rank in 1..<max(1, count) {
          let (time, index) = (times[rank], indices[rank])
          var hole = rank
          while hole > 0, times[hole - 1] > time {
            times[hole] = times[hole - 1]
            indices[hole] = indices[hole - 1]
            hole -= 1
          }
          (times[hole], indices[hole]) = (time, index)
        }
      }
    }
  }
}
