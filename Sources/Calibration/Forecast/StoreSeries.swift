package import StoreModel

/// The daily numbers of a store that forecasts from history read, one entry a calendar day without gaps.
package struct StoreSeries: Hashable, Sendable {
  /// The store's name; draws depend on it, so that stores are drawn independently.
  package var name: String
  /// The day of the first entry.
  package var firstDay: CalendarDay
  /// Orders of each day; `nil` where they were not observed.
  package var orders: [Int?]
  /// Ratings of each day; `nil` where they were not observed in full.
  package var stars: [StarCounts?]
  /// Deliveries of each day, and how many of them were late.
  package var delivered: [Int?], late: [Int?]
  /// Days, by index, on which a campaign began to invite ratings.
  package var campaigns: Set<Int>

  /// Lays a history out by day; `campaigns` are days on which ratings began to be invited, beside those that
  /// the history marks.
  package init(name: String, history: StoreHistory, campaigns: [CalendarDay] = []) {
    self.name = name
    let first = history.days.first?.date ?? CalendarDay(ordinal: 0)
    let count = history.days.last.map { $0.date - first + 1 } ?? 0
    firstDay = first
    orders = Array(repeating: nil, count: count)
    delivered = orders
    late = orders
    stars = Array(repeating: nil, count: count)
    let stream = DayCounter.stars(of: "reviews") ?? []
    for day in history.days {
      let index = day.date - first
      orders[index] = day.counts[.orders]
      delivered[index] = day.counts[.delivered]
      late[index] = day.counts[.deliveredLate]
      let counts = stream.compactMap { day.counts[$0] }
      stars[index] = counts.count == 5 ? StarCounts(counts) : nil
    }
    let marked = history.days.filter(\.beginsCampaign).map(\.date)
    self.campaigns = Set((campaigns + marked).map { $0 - first })
  }

  /// Calendar days.
  package var count: Int { orders.count }

  /// The weekday of a day, Monday = 0.
  func weekday(_ index: Int) -> Int { (firstDay + index).weekday }

  /// The last day with an order, or with a rating where orders are not observed; −1 without any.
  ///
  /// Rows after it finish deliveries and ratings of a store whose sales are no longer observed.
  package var lastActiveDay: Int {
    let ordered = orders.lastIndex { ($0 ?? 0) > 0 }
    return ordered ?? stars.lastIndex { ($0?.total ?? 0) > 0 } ?? -1
  }
}
