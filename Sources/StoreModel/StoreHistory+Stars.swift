/// What a history says of a store's present mean star.
extension StoreHistory {
  /// Days before the start whose ratings tell the present mean.
  private static let daysOfPresent = 90
  /// Fewest ratings in those days that tell it.
  private static let fewestRatings = 20

  /// Ratings of a review, one star first, where there were any before `start`; else those of its
  /// description.
  package func starStream(before start: CalendarDay) -> [DayCounter] {
    let streams = ["reviews", "description"].compactMap { DayCounter.stars(of: $0) }
    return streams.first { meanStar(of: $0, before: start) != nil } ?? streams[0]
  }

  /// Mean star of a stream in the 90 days before `start`; `nil` with fewer than 20 ratings.
  package func meanStar(of stream: [DayCounter], before start: CalendarDay) -> Double? {
    var (count, points) = (0, 0)
    for day in days where day.date < start && start - day.date <= Self.daysOfPresent {
      for (index, counter) in stream.enumerated() {
        count += day.counts[counter] ?? 0
        points += (day.counts[counter] ?? 0) * (index + 1)
      }
    }
    return count >= Self.fewestRatings ? Double(points) / Double(count) : nil
  }
}
