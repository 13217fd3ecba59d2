import StoreModel

/// What the desk did on one day (`docs/model.md` §6).
struct DeskDay: Hashable, Sendable {
  /// First replies of the day, to chats of this day and of days before.
  var answered = 0

  /// Those among them that took more than three minutes of the desk's clock.
  var slow = 0

  /// Their seconds by the desk's clock, in milliseconds.
  var firstReplyMilliseconds = 0

  /// Chats for a human that began on this day from 8:00 on, before 23:00.
  var asked8To23 = 0

  /// Time to the first reply to these by the clock of the wall, in milliseconds; those without a
  /// reply that day count 600 s each.
  var firstReply8To23Milliseconds = 0

  /// Chats for a human that began on this day from 9:00 on, before 23:00.
  var asked9To23 = 0

  /// Those among them replied to within 30 seconds.
  var replied30s9To23 = 0

  /// Chats for a human that began on this day from 8:00 on.
  var asked8To24 = 0

  /// Those among them replied to within 180 seconds.
  var replied3min8To24 = 0

  /// Chats that began on this day and were taken up on it.
  var repliedSameDay = 0

  /// Share of first replies that took more than three minutes.
  var slowShare: Double { answered > 0 ? Double(slow) / Double(answered) : 0 }

  /// Counts a chat that began on this day.
  ///
  /// - Parameters:
  ///   - time: When it began, in seconds after midnight.
  ///   - reply: Seconds to the first reply by the clock of the wall; `nil` where none came that day.
  @inline(__always)
  mutating func note(begun time: Double, reply: Double?) {
    if reply != nil { repliedSameDay += 1 }
    guard time >= 8 * 3600 else { return }
    asked8To24 += 1
    if let reply, reply <= 180 { replied3min8To24 += 1 }
    guard time < 23 * 3600 else { return }
    asked8To23 += 1
    firstReply8To23Milliseconds += reply.map { Int(($0 * 1000).rounded()) } ?? 600_000
    guard time >= 9 * 3600 else { return }
    asked9To23 += 1
    if let reply, reply <= 30 { replied30s9To23 += 1 }
  }

  /// The same day when each chat stands for `scale` of them.
  func scaled(by scale: Int) -> DeskDay {
    guard scale > 1 else { return self }
    var day = self
    for count in Self.counts { day[keyPath: count] *= scale }
    return day
  }

  private static var counts: [WritableKeyPath<DeskDay, Int>] {
    [
      \.answered, \.slow, \.firstReplyMilliseconds, \.asked8To23, \.firstReply8To23Milliseconds,
      \.asked9To23, \.replied30s9To23, \.asked8To24, \.replied3min8To24, \.repliedSameDay,
    ]
  }
}

extension StoreState {
  /// Enters what the desk did on a day in the log.
  mutating func count(_ done: DeskDay, on day: Int) {
    count(done.answered, .contactsAnswered, on: day)
    count(done.firstReplyMilliseconds, .firstReplySecondsTotal, on: day)
    count(done.answered - done.slow, .repliedWithin3min, on: day)
    count(done.asked8To23, .asked8To23, on: day)
    count(done.firstReply8To23Milliseconds, .firstReply8To23SecondsTotal, on: day)
    count(done.asked9To23, .asked9To23, on: day)
    count(done.replied30s9To23, .replied30s9To23, on: day)
    count(done.asked8To24, .asked8To24, on: day)
    count(done.replied3min8To24, .replied3min8To24, on: day)
    count(done.repliedSameDay, .repliedSameDay, on: day)
  }
}
