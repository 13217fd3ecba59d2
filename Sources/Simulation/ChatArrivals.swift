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

  /// What tells the index of each rank.
  private var order = BucketSort()
  private var works: [Double] = []
  private var patiences: [Double] = []
  private var meanPatience = 0.0

  // Uniform numbers by index; they mean nothing once they are in order.
  private var drawn: [Double] = []

  /// When the chat of a rank begins.
  @inline(__always)
  func time(_ rank: Int) -> Double { times[rank] }

  /// Seconds of work of the chat of a rank.
  @inline(__always)
  func work(_ rank: Int) -> Double { works[Int(order.indices[rank])] }

  /// How long the buyer of a rank waits before turning quiet.
  @inline(__always)
  func patience(_ rank: Int) -> Patience {
    Patience(mean: meanPatience, u: patiences[Int(order.indices[rank])])
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
      works = times
      patiences = times
      drawn = times
    }
    draws.sequence(process, 2)
    drawn.withUnsafeMutableBufferPointer { drawn in
      draws.nextUniforms(into: .init(rebasing: drawn[..<count]))
    }
    var piece = 0
    times.withUnsafeMutableBufferPointer { times in
      drawn.withUnsafeBufferPointer { drawn in
        order.sort(
          .init(rebasing: drawn[..<count]),
          from: 0,
          length: 1,
          into: .init(rebasing: times[..<count])
        )
      }
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
}
