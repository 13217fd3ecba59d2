import Foundation
import Synchronization

private let requested = Atomic<Bool>(false)

/// Ctrl-C: the first one ends a run after its current batch, the second one at once.
enum Interruption {
  /// Whether the user asked to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Begins to listen.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if requested.exchange(true, ordering: .relaxed) { _exit(130) }
      }
    }
  }
}
