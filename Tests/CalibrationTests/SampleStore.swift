import Calibration
import StoreModel

/// A store of a test: counts that follow from the day alone, so that nothing is drawn.
enum SampleStore {
  static let firstDay = CalendarDay(ordinal: 17_000)

  /// A history of `days` days with orders, deliveries and ratings.
  static func history(days: Int, change: (Int, inout [DayCounter: Int]) -> Void = { _, _ in })
    -> StoreHistory
  {
    let stars: [DayCounter] = [.reviews1, .reviews2, .reviews3, .reviews4, .reviews5]
    return StoreHistory(
      days: (0..<days).map { day in
        var counts: [DayCounter: Int] = [
          .orders: 4 + (day * 7) % 5, .delivered: 3 + day % 3, .deliveredLate: day % 4 == 0 ? 1 : 0,
        ]
        for (star, counter) in stars.enumerated() {
          counts[counter] = (day + star) % 6 == 0 ? 1 : star == 4 ? 1 + day % 3 : 0
        }
        change(day, &counts)
        return StoreHistory.Day(date: firstDay + day, counts: counts)
      }
    )
  }

  /// Orders of the same span: two a day, one quick and one slow, rated three days after delivery.
  static func orders(days: Int) -> [OrderRecord] {
    (0..<days).flatMap { day in
      [4, 12].map { took in
        let bought = firstDay + day
        return OrderRecord(
          purchased: bought,
          shipBy: bought + 3,
          shipped: bought + took / 3,
          delivered: bought + took,
          promised: bought + 10,
          reviewed: bought + took + 3,
          stars: took > 10 ? 1 + day % 4 : 5
        )
      }
    }
  }

  /// Few draws, so that a test is quick.
  static var settings: BacktestSettings {
    var settings = BacktestSettings()
    settings.draws = 60
    settings.step = 30
    return settings
  }
}
