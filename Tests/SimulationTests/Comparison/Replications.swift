import StoreModel

/// Many replications of one simulator, spread over two tasks.
enum Replications {
  /// Replications for a comparison: a debug build is some thirty times slower, and a smaller number
  /// keeps the false-alarm rate and loses power only.
  static var forComparison: Int {
    #if DEBUG
      120
    #else
      2400
    #endif
  }

  /// Replications that show a planted bug.
  static var forFaults: Int {
    #if DEBUG
      120
    #else
      500
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
    { { index in store.replicate(seed: seedOffset + UInt64(index)) } }
  }
}
