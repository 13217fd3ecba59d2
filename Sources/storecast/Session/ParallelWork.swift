/// Work on many things, a few at the same time.
enum ParallelWork {
  /// Works on every index, handing each result over as it comes.
  ///
  /// - Parameters:
  ///   - indices: what to work on.
  ///   - width: how many at the same time, at least 1.
  ///   - work: the work on one of them.
  ///   - deliver: takes an index and its result, one after another.
  static func perform<Value: Sendable>(
    on indices: [Int],
    width: Int,
    work: @escaping @Sendable (Int) async -> Value,
    deliver: (Int, Value) -> Void
  ) async {
    await withTaskGroup(of: (Int, Value).self) { group in
      var waiting = indices[...]
      func start() {
        guard let index = waiting.popFirst() else { return }
        group.addTask { (index, await work(index)) }
      }
      for _ in 0..<max(1, width) { start() }
      for await (index, value) in group {
        deliver(index, value)
        start()
      }
    }
  }
}
