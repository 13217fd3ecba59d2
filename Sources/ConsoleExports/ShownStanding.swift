import InputFiles
import StoreModel

/// What exports say of scores and levels, beside counts.
struct ShownStanding {
  /// Scores that stand for themselves, by day.
  private(set) var scores: [CalendarDay: [String: Double]] = [:]
  /// The last day's scores by item.
  private(set) var lastItems: [String: [String: Double]] = [:]
  /// The last day's level by ladder, with the first day in a row on which it was shown.
  private(set) var levels: [String: (state: String, since: CalendarDay?)] = [:]

  init(_ columns: [ExportColumn]) {
    for column in columns {
      switch column.field.reading {
      case .displayed(let score, let item):
        if score == item {
          for (day, value) in column.scores { scores[day, default: [:]][score] = value }
        }
        guard let last = column.scores.max(by: { $0.day < $1.day }) else { continue }
        lastItems[score, default: [:]][item] = last.value
      case .state(let ladder):
        let byDay = column.states.sorted { $0.day < $1.day }
        guard let last = byDay.last else { continue }
        let others = byDay.lastIndex { $0.name != last.name }
        levels[ladder] = (last.name, others.map { byDay[$0 + 1].day })
      default: continue
      }
    }
  }
}
