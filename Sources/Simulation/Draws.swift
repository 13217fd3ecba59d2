import Sampling

/// The random draws of one replication, each at its own address.
///
/// A draw is addressed by (replication, process, day, call) and by nothing else: neither the thread,
/// nor the alternative, nor what was drawn before (Philox counters; Salmon et al. 2011).
struct Draws: ~Copyable {
  private var sampler: Sampler

  /// The replication that is being drawn.
  private(set) var replication = 0

  /// What is added to the replication's index in the addresses of a twin's future.
  private var future = 0
  private static let twin = 1 << 31

  /// The day that is being drawn.
  var day = 0

  /// The counts of the last multinomial, at the indices of ``cells``.
  private(set) var counts: [Int] = []

  private var cellCount = 0

  init(seed: UInt64, drawsCountsFast: Bool = false) {
    sampler = Sampler(seed: seed, counts: drawsCountsFast ? .fast : .gsl)
  }

  /// Turns to a replication.
  mutating func begin(replication: Int) {
    self.replication = replication
    future = 0
    day = 0
  }

  /// Turns to the next day that is lived.
  mutating func live(_ day: Int) {
    self.day = day
    sampler.live(replication: replication + future, day: day)
  }

  /// Turns to the future of the replication's twin, which has other luck, or back to its own.
  mutating func turn(toTwin isTwin: Bool) { future = isTwin ? Self.twin : 0 }

  /// Draws what is already settled, though nobody knows it: the same for a twin.
  mutating func settled<Result>(_ draw: (inout Draws) -> Result) -> Result {
    elsewhere(replication: replication, day: day, draw)
  }

  /// Draws at the addresses of another replication and day, then turns back.
  mutating func elsewhere<Result>(
    replication: Int,
    day: Int,
    _ draw: (inout Draws) -> Result
  ) -> Result {
    let here = (self.replication, self.future, self.day)
    (self.replication, self.future, self.day) = (replication, 0, day)
    defer { (self.replication, self.future, self.day) = here }
    return draw(&self)
  }

  private mutating func seek(_ process: UInt32, _ call: Int) {
    sampler.seek(replication: replication + future, process: process, day: day, call: call)
  }

  /// Standard normal.
  mutating func normal(_ process: UInt32, _ call: Int = 0) -> Double {
    seek(process, call)
    return sampler.normal()
  }

  /// Uniform on [0, 1).
  mutating func uniform(_ process: UInt32, _ call: Int = 0) -> Double {
    seek(process, call)
    return sampler.uniform()
  }

  /// Poisson count; 0 without a draw for a mean of 0.
  mutating func poisson(mean: Double, _ process: UInt32, _ call: Int = 0) -> Int {
    guard mean > 0 else { return 0 }
    seek(process, call)
    return sampler.poisson(mean: mean)
  }

  /// Binomial count; settled cases cost no draw, which no other draw can notice.
  mutating func binomial(_ trials: Int, _ probability: Double, _ process: UInt32, _ call: Int)
    -> Int
  {
    guard trials > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return trials }
    seek(process, call)
    return sampler.binomial(trials: trials, probability: probability)
  }

  /// Gamma variate; 0 for shape 0.
  mutating func gamma(shape: Double, scale: Double, _ process: UInt32, _ call: Int = 0) -> Double {
    guard shape > 0 else { return 0 }
    seek(process, call)
    return sampler.gamma(shape: shape, scale: scale)
  }

  /// Beta variate.
  mutating func beta(_ a: Double, _ b: Double, _ process: UInt32, _ call: Int) -> Double {
    seek(process, call)
    return sampler.beta(a, b)
  }

  /// Number of good items in a sample without replacement.
  mutating func hypergeometric(good: Int, bad: Int, sample: Int, _ process: UInt32, _ call: Int)
    -> Int
  {
    guard sample > 0, good > 0 else { return 0 }
    guard bad > 0 else { return sample }
    seek(process, call)
    return sampler.hypergeometric(good: good, bad: bad, sample: sample)
  }

  /// Turns to an address from which several draws are taken in a row.
  mutating func sequence(_ process: UInt32, _ call: Int) {
    seek(process, call)
  }

  /// The next uniform on [0, 1) of the sequence.
  mutating func nextUniform() -> Double { sampler.uniform() }

  /// The next uniforms on [0, 1) of the sequence.
  mutating func nextUniforms(into numbers: UnsafeMutableBufferPointer<Double>) {
    sampler.uniforms(into: numbers)
  }

  /// The next standard normal of the sequence.
  mutating func nextNormal() -> Double { sampler.normal() }

  /// The next log-normals exp(zeta + sigma z) of the sequence.
  mutating func nextLogNormals(
    zeta: Double,
    sigma: Double,
    into numbers: UnsafeMutableBufferPointer<Double>
  ) {
    sampler.logNormals(zeta: zeta, sigma: sigma, into: numbers)
  }

  /// Multinomial counts, drawn from call `firstCall` on with one call a cell and left in ``counts``.
  ///
  /// The weights need not sum to 1.
  mutating func multinomial(
    _ trials: Int,
    weights: borrowing [Double],
    _ process: UInt32,
    firstCall: Int
  ) {
    cellCount = weights.count
    if counts.count < cellCount { counts = Array(repeating: 0, count: cellCount) }
    guard trials > 0 else {
      for cell in 0..<cellCount { counts[cell] = 0 }
      return
    }
    sampler.multinomial(
      trials: trials,
      probabilities: weights,
      into: &counts,
      replication: replication + future,
      process: process,
      day: day,
      firstCall: firstCall
    )
  }

  /// The cells of the last ``multinomial(_:weights:_:firstCall:)``.
  var cells: Range<Int> { 0..<cellCount }
}
