/// A day of a desk, simulated once and drawn many times.
struct DeskBankRow: Sendable {
  /// Chats that had come the evening before, after the desk closed.
  let evening: Int

  /// Chats that came on the day before the desk closed.
  let fresh: Int

  /// What the desk did with them.
  let day: DeskDay

  /// Chats that were not taken up.
  let left: Int

  /// Their mean wait so far on the desk's clock, in seconds.
  let leftWait: Double

  /// People free in each ten minutes, where the bank keeps that.
  let pace: [Double]
}

extension DeskBankRow {
  /// The row's day for other numbers of chats, with counts in proportion.
  ///
  /// - Parameters:
  ///   - evening: Chats from the evening before.
  ///   - fresh: Chats of the day before the desk closes.
  ///   - u: Uniform number that rounds every count up or down, so that means are kept.
  /// - Returns: the day without its chats after closing, and the number left over.
  func scaled(evening: Int, fresh: Int, u: Double) -> (day: DeskDay, left: Int) {
    func part(_ count: Int, _ of: Int, _ to: Int) -> Int {
      of > 0 ? min(to, Int((Double(count) * Double(to) / Double(of) + u).rounded(.down))) : 0
    }
    let all = evening + fresh
    let left = part(self.left, self.evening + self.fresh, all)
    var day = DeskDay()
    day.answered = all - left
    day.slow = part(self.day.slow, self.day.answered, day.answered)
    let scale = Double(day.answered) / Double(max(1, self.day.answered))
    day.firstReplyMilliseconds = Int((Double(self.day.firstReplyMilliseconds) * scale).rounded())
    day.asked8To24 = part(self.day.asked8To24, self.fresh, fresh)
    day.asked8To23 = part(self.day.asked8To23, self.fresh, fresh)
    day.asked9To23 = part(self.day.asked9To23, self.fresh, fresh)
    day.repliedSameDay = part(self.day.repliedSameDay, self.fresh, fresh)
    day.replied3min8To24 = part(self.day.replied3min8To24, self.day.asked8To24, day.asked8To24)
    day.replied30s9To23 = part(self.day.replied30s9To23, self.day.asked9To23, day.asked9To23)
    let asked = Double(day.asked8To23) / Double(max(1, self.day.asked8To23))
    day.firstReply8To23Milliseconds = Int(
      (Double(self.day.firstReply8To23Milliseconds) * asked).rounded()
    )
    return (day, left)
  }
}
