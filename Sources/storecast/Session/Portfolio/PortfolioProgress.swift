import Reporting
import Synchronization

/// How far a portfolio is: replications of every store together, whichever is simulated by whom.
final class PortfolioProgress: Sendable {
  private struct Contents {
    var meter: ProgressMeter
    var done: [Int: Int] = [:]
    var sum = 0
    var finished = 0
  }

  private let contents: Mutex<Contents>
  private let replications: [Int]
  private let waiting: Int
  private let total: Int

  /// Progress over stores.
  ///
  /// - Parameters:
  ///   - replications: how many each store takes; none for one that is not run.
  ///   - waiting: how many stores are run.
  ///   - output: the language, and whether anything is shown.
  init(replications: [Int], waiting: Int, output: OutputOptions) {
    self.waiting = waiting
    self.replications = replications
    total = replications.reduce(0, +)
    contents = Mutex(
      Contents(meter: ProgressMeter(language: output.language, isQuiet: output.quiet))
    )
  }

  /// The meter of one store, which shows nothing itself.
  func meter(of store: Int) -> ProgressMeter {
    ProgressMeter { done, _ in self.note(done, of: store) }
  }

  /// Notes that a store is finished, with fewer replications where it was precise enough.
  func finish(_ store: Int) {
    contents.withLock { $0.finished += 1 }
    note(replications[store], of: store)
  }

  /// Takes the line away.
  func end() {
    contents.withLock { $0.meter.finish() }
  }

  private func note(_ done: Int, of store: Int) {
    contents.withLock { contents in
      contents.sum += done - contents.done[store, default: 0]
      contents.done[store] = done
      contents.meter.update(
        done: contents.sum,
        total: total,
        of: .stores(finished: contents.finished, of: waiting)
      )
    }
  }
}
