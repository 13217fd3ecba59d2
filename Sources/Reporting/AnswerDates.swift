import Forecasting
import StoreModel

/// Dates by which the answer says how likely things are.
struct AnswerDates {
  /// The 11 November inside the horizon, the trade's largest sale; `nil` without one or at the end.
  let double11: CalendarDay?
  /// The columns of the table, ascending: those asked for, the sale, first days of months, the end.
  let columns: [CalendarDay]

  init(forecast: Forecast, byDates: [CalendarDay]) {
    let (start, end) = (forecast.start, forecast.end)
    let inside = { (day: CalendarDay) in day >= start && day < end }
    let sales = (start.civil.year...end.civil.year).compactMap { year in
      CalendarDay(year: year, month: 11, day: 11)
    }
    let double11 = sales.first { $0 > start && $0 < end }
    self.double11 = double11
    var months: [CalendarDay] = []
    var month = start.startOfNextMonth
    while month < end {
      months.append(month)
      month = month.startOfNextMonth
    }
    var chosen = Set(byDates.filter(inside))
    if let double11 { chosen.insert(double11) }
    // Five columns with the end: months fill what is left, evenly.
    let free = max(0, 4 - chosen.count)
    let step = max(1, (months.count + max(free, 1) - 1) / max(free, 1))
    if free > 0 {
      for index in stride(from: 0, to: months.count, by: step) where chosen.count < 4 {
        chosen.insert(months[index])
      }
    }
    columns = chosen.sorted() + [end]
  }
}
