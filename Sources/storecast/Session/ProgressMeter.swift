import Foundation
import Reporting

/// Shows on a terminal how far a run is, once it has taken two seconds.
struct ProgressMeter: Sendable {
  private let language: ReportLanguage
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var listener: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Creates a meter; without a terminal on standard error it stays silent.
  init(language: ReportLanguage, isQuiet: Bool) {
    self.language = language
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Creates a meter that stays silent and tells how far the run is to somebody else.
  init(listener: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
    language = .en
    isShown = false
    self.listener = listener
  }

  /// Seconds since the run began.
  var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

  /// Notes how far the run is.
  mutating func update(done: Int, total: Int, of work: ProgressLine.Work = .futures) {
    listener?(done, total)
    let now = ContinuousClock.now
    guard isShown, now - started > .seconds(2),
      lastShown.map({ now - $0 > .milliseconds(250) }) ?? true
    else { return }
    lastShown = now
    let line = ProgressLine.text(
      done: done,
      total: total,
      of: work,
      seconds: seconds,
      language: language
    )
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
  }

  /// Takes the line away.
  func finish() {
    if lastShown != nil { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
  }
}
