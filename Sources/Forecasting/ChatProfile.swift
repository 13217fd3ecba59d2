package import StoreModel

/// When in the day chats that need a human begin (`docs/model.md` §6).
///
/// Inputs with a range are at their median. Shares are by minute, so that shows, shifts and the hours
/// of a bot may begin at any minute.
package struct ChatProfile: Sendable {
  /// Minutes of a day.
  package static let minutes = 1440

  /// Share of the day's human chats that begins in each minute; sums to 1, or is all 0 where the bot
  /// answers everything.
  package let shares: [Double]

  /// The profile of a weekday, Monday = 0.
  package init(_ desk: ServiceDesk, shows: [Demand.LiveShow], weekday: Int) {
    let total = desk.hourlyProfile.reduce(0, +)
    let before = desk.contactsPerOrderBefore.median
    let sum = before + desk.contactsPerOrderAfter.median
    let today = shows.filter { $0.weekdays.contains(weekday) }
    let gathered = today.map { $0.shareOfDay * (sum > 0 ? before / sum : 0) }
    let rest = 1 - gathered.reduce(0, +)
    let resolved = desk.botResolves.median
    let human = (0..<Self.minutes).map { minute in
      var share = rest * desk.hourlyProfile[minute / 60] / (60 * total)
      for (show, part) in zip(today, gathered) {
        let length = (show.toHour - show.fromHour) * 60
        share += part * Self.overlap(minute, show.fromHour, show.toHour) / length
      }
      let bot = desk.botHours.reduce(0) {
        $0 + Self.overlap(minute, $1.lowerBound, $1.upperBound)
      }
      return share * (1 - resolved * min(1, bot))
    }
    let whole = human.reduce(0, +)
    shares = whole > 0 ? human.map { $0 / whole } : human
  }

  /// The part of a minute that lies between two times of day, in hours.
  private static func overlap(_ minute: Int, _ from: Double, _ to: Double) -> Double {
    max(0, min(Double(minute + 1), to * 60) - max(Double(minute), from * 60))
  }
}
