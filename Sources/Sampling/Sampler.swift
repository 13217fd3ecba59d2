internal import CGSL
internal import CPhilox

/// Draws random numbers at named positions of a counter-based generator.
///
/// ```swift
/// var sampler = Sampler(seed: 42)
/// sampler.seek(replication: 7, process: 3, day: 12, call: 0)
/// let late = sampler.binomial(trials: 180, probability: 0.02)
/// ```
///
/// What is drawn at a position depends on the seed and the position alone, never on what was drawn
/// before, on a thread, or on an alternative: two alternatives that draw at the same positions are
/// coupled (common random numbers), and results do not depend on how work is spread.
///
/// The distributions are GSL's on Philox4x32-10, but for the hypergeometric, whose cost in GSL grows
/// with the sample, and for counts too large for GSL's 32-bit arithmetic, which are split exactly.
/// ``CountSamplers`` may put exact samplers of our own in the place of GSL's binomial and Poisson.
/// A draw takes 10 to 300 ns; going to a position about 3 ns. Parameters outside the ranges of
/// ``ParameterCheck`` end the program with a message: a plan checks them once, when it is compiled.
///
/// Owns memory of GSL; one sampler a task, not to be shared.
package struct Sampler: ~Copyable {
  let generator: UnsafeMutablePointer<gsl_rng>

  let counts: CountSamplers

  /// The weight of each cell and of all after it, scratch of the multinomial.
  ///
  /// Kept between calls: an array a call would cost more than the draws.
  var remainingWeights: [Double] = []

  /// Creates a sampler whose key is the seed, at position 0 of everything.
  package init(seed: UInt64, counts: CountSamplers = .gsl) {
    self.counts = counts
    ErrorHandler.turnOff()
    guard let generator = gsl_rng_alloc(storecast_philox_type()) else {
      preconditionFailure("GSL could not allocate a generator")
    }
    self.generator = generator
    gsl_rng_set(generator, UInt(seed))
  }

  deinit { gsl_rng_free(generator) }

  /// Goes to the position named by the four numbers: its draws are the same whenever it is reached.
  ///
  /// - Parameters:
  ///   - replication: Index of the replication, in [0, 2^32).
  ///   - process: Number of the random process, in [0, 2^16).
  ///   - day: Index of the day; may be negative (a warm start draws the days before the first).
  ///   - call: Index of the draw in its process and day, in [0, 2^22), given by what the draw serves.
  package mutating func seek(replication: Int, process: UInt32, day: Int, call: Int) {
    require(
      replication >= 0 && replication < 1 << 32,
      "a replication must be in 0 ..< 2^32, not \(replication)"
    )
    require(process < 1 << 16, "a process must be in 0 ..< 2^16, not \(process)")
    require(
      day >= Int(Int32.min) && day <= Int(Int32.max),
      "a day must fit in 32 bits, unlike \(day)"
    )
    require(call >= 0 && call < 1 << 22, "a call must be in 0 ..< 2^22, not \(call)")
    storecast_philox_seek(
      generator,
      UInt32(truncatingIfNeeded: call),
      UInt32(truncatingIfNeeded: day),
      process,
      UInt32(truncatingIfNeeded: replication)
    )
  }

  /// Says that a day of a replication is lived from now on, which makes its draws cheaper where they stand
  /// at the processes and calls of the day lived before; it changes none, and any other position can be
  /// visited meanwhile.
  ///
  /// - Parameters:
  ///   - replication: As in ``seek(replication:process:day:call:)``.
  ///   - day: As there.
  package mutating func live(replication: Int, day: Int) {
    storecast_philox_live(
      generator,
      UInt32(truncatingIfNeeded: day),
      UInt32(truncatingIfNeeded: replication)
    )
  }
}
