import Glibc
import StoreModel

/// Many replications of one simulator, spread over two tasks.
enum Replications {
  /// Whether the suite runs in its deep form: other seeds and five times the draws.
  ///
  /// `STORECAST_VALIDATE=deep` asks for it.
  static let isDeep = getenv("STORECAST_VALIDATE").map { String(cString: $0) } == "deep"

  /// Replications for a comparison: a debug build is some thirty times slower, and a smaller number
  /// keeps the false-alarm rate and loses power only.
  static var forComparison: Int { scaled(2400) }

  /// Replications that show a planted bug.
  static var forFaults: Int {
    #if DEBUG
      120
    #else
      500
    #endif
  }

  /// Days whose mean and variance are compared with known ones.
  static var forMoments: Int { isDeep ? 100_000 : 20_000 }

  /// The seed of the engine.
  static var engineSeed: UInt64 { seed(20_260_801) }

  /// A seed, in the deep form another one.
  static func seed(_ seed: UInt64) -> UInt64 { isDeep ? seed + 4_000_000_000 : seed }

  /// `count` replications, five times as many in the deep form and few in a debug build.
  static func scaled(_ count: Int) -> Int {
    #if DEBUG
      min(120, count)
    #else
      isDeep ? 5 * count : count
    #endif
  }

  /// The outputs of replications 0..<count, one row each, in order.
  ///
  /// `makeSimulator` is called once a task, so that a simulator may keep scratch space.
  static func outputs(
    _ outputs: [Output],
    count: Int,
    makeSimulator: @escaping @Sendable () -> (Int) -> TallyLog
  ) async -> [[Double]] {
    await withTaskGroup(of: (Int, [[Double]]).self) { group in
      let parts = 2
      for part in 0..<parts {
        group.addTask {
          let simulate = makeSimulator()
          let rows = (count * part / parts..<count * (part + 1) / parts).map { index in
            let log = simulate(index)
            return outputs.map { $0.value(log) }
          }
          return (part, rows)
        }
      }
      var rows = Array(repeating: [[Double]](), count: parts)
      for await (part, some) in group { rows[part] = some }
      return rows.flatMap(\.self)
    }
  }

  /// A reference store as a simulator; equal offsets draw equal numbers.
  static func simulator(
    _ store: ReferenceStore,
    seedOffset: UInt64
  ) -> @Sendable () -> (Int) -> TallyLog {
    { { index in store.replicate(seed: seed(seedOffset) + UInt64(index)) } }
  }
}
