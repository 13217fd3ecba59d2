import Synchronization

/// Runs the replications of a plan in batches on several threads.
///
/// Batches are handed over whole and in the order of their replications, so that whatever is made of
/// them does not depend on the number of threads, and an interrupted run keeps batches 0…k−1.
package struct Experiment: Sendable {
  /// Replications in a batch.
  package static let batchSize = 50

  /// One batch: for each replication the records of the baseline and every alternative.
  package struct Batch: Sendable {
    /// Index of the first replication.
    package let first: Int
    /// Records by replication and variant.
    package let records: [[ReplicationRecord]]
  }

  private let plan: Plan

  /// Creates the experiment of a plan.
  package init(_ plan: Plan) {
    self.plan = plan
  }

  /// Simulates `replications`, handing each finished batch to `deliver` in order.
  ///
  /// - Parameters:
  ///   - replications: Indices to simulate.
  ///   - threads: Replications simulated at the same time, at least 1.
  ///   - deliver: Takes a batch; returns false to stop after it.
  package func run(
    _ replications: Range<Int>,
    threads: Int,
    deliver: (Batch) -> Bool
  ) async {
    await observe(replications, threads: threads) { replicator, index in
      replicator.replicate(index)
    } deliver: { first, records in
      deliver(Batch(first: first, records: records))
    }
  }

  /// Draws something from each replication, handing it over in finished batches and in order.
  ///
  /// - Parameters:
  ///   - replications: Indices to simulate.
  ///   - threads: Replications simulated at the same time, at least 1.
  ///   - observation: What to keep of a replication; it has to simulate it.
  ///   - deliver: Takes the index of a batch's first replication and what was kept of each; returns
  ///     false to stop after it.
  package func observe<Observation: Sendable>(
    _ replications: Range<Int>,
    threads: Int,
    observation: @escaping @Sendable (Replicator, Int) -> Observation,
    deliver: (Int, [Observation]) -> Bool
  ) async {
    let batches = stride(
      from: replications.lowerBound,
      to: replications.upperBound,
      by: Self.batchSize
    ).map { $0..<min($0 + Self.batchSize, replications.upperBound) }
    let plan = self.plan
    let pool = ReplicatorPool()
    var waiting: [Int: [Observation]] = [:]
    var next = 0
    await withTaskGroup(of: (Int, [Observation]).self) { group in
      var started = 0
      func start() {
        guard started < batches.count else { return }
        let index = started
        let range = batches[index]
        started += 1
        group.addTask {
          let replicator = pool.take() ?? Lease(Replicator(plan))
          let batch = range.map { observation(replicator.replicator, $0) }
          pool.put(replicator)
          return (index, batch)
        }
      }
      for _ in 0..<max(1, threads) { start() }
      delivery: for await (index, batch) in group {
        waiting[index] = batch
        while let ready = waiting.removeValue(forKey: next) {
          let first = batches[next].lowerBound
          next += 1
          guard deliver(first, ready) else {
            group.cancelAll()
            break delivery
          }
        }
        start()
      }
    }
  }
}

/// A replicator that is used by one task at a time.
///
/// It is safe to send because the pool hands it to one task and takes it back before the next.
private struct Lease: @unchecked Sendable {
  let replicator: Replicator

  init(_ replicator: Replicator) {
    self.replicator = replicator
  }
}

/// Replicators that wait for a task; they own large buffers that are worth keeping.
private final class ReplicatorPool: Sendable {
  private let idle = Mutex<[Lease]>([])

  func take() -> Lease? { idle.withLock { $0.popLast() } }

  func put(_ replicator: Lease) { idle.withLock { $0.append(replicator) } }
}
