/// What was observed of a real store, day by day, as read from a history file.
package struct StoreHistory: Hashable, Sendable {
  /// One calendar day of observations.
  package struct Day: Hashable, Sendable {
    /// The calendar day.
    package var date: CalendarDay

    /// Observed counts, in stored integer units; a counter that is missing was not observed.
    package var counts: [DayCounter: Int]

    /// Scores that the console displayed on that day, by name.
    package var displayed: [String: Double]

    /// Whether a campaign to invite ratings began on that day: the level of ratings may have jumped.
    package var beginsCampaign: Bool

    /// Creates a day of observations.
    package init(
      date: CalendarDay,
      counts: [DayCounter: Int],
      displayed: [String: Double] = [:],
      beginsCampaign: Bool = false
    ) {
      self.date = date
      self.counts = counts
      self.displayed = displayed
      self.beginsCampaign = beginsCampaign
    }
  }

  /// The observed days, by date, without duplicates; gaps are days not observed.
  package var days: [Day]

  /// Creates a history from days in order of date.
  package init(days: [Day]) {
    self.days = days
  }

  /// The column of a history file that marks where campaigns to invite ratings begin.
  package static let campaignColumn = "campaign"

  /// The counters that were observed on at least one day.
  package var observedCounters: Set<DayCounter> {
    days.reduce(into: []) { $0.formUnion($1.counts.keys) }
  }
}
