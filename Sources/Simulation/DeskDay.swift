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

  /// Hours of the day between which counts of chats by the clock of the wall differ.
  enum Part: CaseIterable {
    case before8, before9, before23, before24

    /// Hour at which it ends.
    var endHour: Double {
      switch self {
      case .before8: 8
      case .before9: 9
      case .before23: 23
      case .before24: .infinity
      }
    }
  }

  /// Counts first replies that took some seconds by the desk's clock.
  @inline(__always)
  mutating func count(_ replies: Int, reply seconds: Double) {
    answered += replies
    if seconds > 180 { slow += replies }
    firstReplyMilliseconds += replies * Self.milliseconds(seconds)
  }

  /// Counts first replies, to chats that began in a part of this day, that took some seconds by the
  /// clock of the wall.
  @inline(__always)
  mutating func count(_ replies: Int, begunIn part: Part, reply seconds: Double) {
    repliedSameDay += replies
    if part == .before8 { return }
    if seconds <= 180 { replied3min8To24 += replies }
    if part == .before24 { return }
    firstReply8To23Milliseconds += replies * Self.milliseconds(seconds)
    if part == .before23, seconds <= 30 { replied30s9To23 += replies }
  }

  /// Counts the chats that began in a part of this day, with those among them that nobody took up.
  mutating func count(unanswered: Int, of chats: Int, begunIn part: Part) {
    if part == .before8 { return }
    asked8To24 += chats
    if part == .before24 { return }
    asked8To23 += chats
    firstReply8To23Milliseconds += unanswered * 600_000
    if part == .before23 { asked9To23 += chats }
  }

  /// Whole milliseconds, halves up, of seconds that are not negative.
  @inline(__always)
  private static func milliseconds(_ seconds: Double) -> Int {
    let exact = seconds * 1000
    let whole = Int(exact)
    return exact - Double(whole) >= 0.5 ? whole + 1 : whole
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
