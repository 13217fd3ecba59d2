package import Rules
package import StoreModel

/// Room to thresholds in sentences.
package struct RoomWords: Sendable {
  private let phrase: Phrase
  private var language: ReportLanguage { phrase.language }

  /// Creates the words for a morning of the year of `start`.
  package init(language: ReportLanguage, start: CalendarDay) {
    phrase = Phrase(language: language, start: start)
  }

  /// "on time ≥ 99.9 % (now 99.93 %): 12 late orders to spare".
  package func short(_ room: RoomLeft) -> String {
    let condition = language.text(room.label)
    let unit = language.text(room.unit)
    let count = phrase.count(room.room)
    let isWhole = !room.isShare && room.value.floor == room.value.ceiling
    let plain = isWhole ? phrase.count(Int(clamping: room.value.floor)) : room.valueText
    let value = language == .zh ? plain.replacing(" %", with: "%") : plain
    let now = value.isEmpty ? "" : language.pick(" (now \(value))", ":现 \(value)")
    let rest =
      room.holds
      ? language.pick("\(count) \(unit) to spare", "还能再有 \(count) \(unit)")
      : language.pick("\(count) \(unit) short", "还差 \(count) \(unit)")
    return condition + now + language.pick(": ", ",") + rest
  }

  /// The same with what it is for, until when, and how long it lasts at the present pace.
  package func sentence(_ room: RoomLeft) -> String {
    let name = language.text(room.ladderLabel)
    let aim = self.aim(of: room)
    var text = language.pick("\(name), \(aim): ", "\(name),\(aim):") + short(room)
    if let until = room.until, !room.isClosed {
      text += language.pick(" until \(phrase.date(until))", ",到 \(phrase.date(until)) 为止")
    }
    if room.isClosed { text += language.pick(" (that period is over)", "(统计期已结束)") }
    if let days = pace(room) { text += days }
    return text + language.pick(".", "。")
  }

  private func aim(of room: RoomLeft) -> String {
    switch room.aim {
    case .rise: language.pick("to rise", "上升条件")
    case .comeBack: language.pick("to come back", "重新进入的条件")
    case .keep where !room.holds: language.pick("lost", "已触线")
    case .keep where room.isBadLine: language.pick("lost at", "触线条件")
    case .keep: language.pick("to keep", "须守住")
    }
  }

  private func pace(_ room: RoomLeft) -> String? {
    guard let left = room.daysLeft, left < 1000 else { return nil }
    let days = Int(left)
    if days < 1 {
      return language.pick(
        "; at the pace of the last 7 days gone within a day",
        ";按近 7 天的速度,一天内用完"
      )
    }
    return language.pick(
      "; at the pace of the last 7 days enough for \(days) \(days == 1 ? "day" : "days")",
      ";按近 7 天的速度够 \(days) 天"
    )
  }
}
