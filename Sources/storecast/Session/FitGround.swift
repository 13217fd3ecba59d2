import Foundation
import InputFiles
import Reporting
import StoreModel

/// What a fit reads, and the template with the history in it.
struct FitGround {
  let history: StoreHistory
  let orders: [OrderRecord]?
  let notices: [Diagnostic]
  /// The template with `history:`, and with a first day that has history before it.
  let text: ScenarioText
  let start: CalendarDay
  let change: FitAnswer.Start
  /// Path of the template, and of the scenario that it becomes.
  let template, path: String
  /// The history's text where it is not that of its file.
  let historyText: String?

  /// Reads every file.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with them.
  init(_ options: FitOptions) throws(InputErrors) {
    let reading = try HistoryReader.history(
      fromCSV: TextFile.text(at: options.history),
      file: options.history
    )
    history = reading.history
    orders = try Self.orders(options)
    (template, path, historyText) = (options.template, options.out, nil)
    var text = try ScenarioText(TextFile.text(at: options.template), file: options.template)
    let place = NeighbourPath.text(of: options.history, besides: options.out)
    text.set("history", to: ScenarioText.quoted(place), below: "start")
    let days = history.days
    let wanted = text.value("start").flatMap { CalendarDay(iso: $0) }
    guard let first = days.first?.date, let last = days.last?.date else {
      (start, change) = (wanted ?? CalendarDay(ordinal: 0), .kept(daysLeftOut: 0))
      (notices, self.text) = (reading.notices, text)
      return
    }
    // Without a readable date the template itself is at fault, which reading it says.
    let given = wanted ?? last + 1
    if given <= first {
      (start, change) = (last + 1, .moved(from: given))
      text.set("start", to: start.description, below: "platform")
    } else {
      (start, change) = (given, .kept(daysLeftOut: days.count { $0.date >= given }))
    }
    (notices, self.text) = (reading.notices, text)
  }

  /// The ground of a past date: what was known before it, in the template's own place.
  ///
  /// - Parameters:
  ///   - history: the rows before the date; nothing else is read of the store.
  ///   - orders: its orders one by one, of which a fit takes what was known.
  ///   - text: the template with its history and its first day.
  ///   - template: path of the template.
  ///   - start: the date.
  init(
    past history: StoreHistory,
    orders: [OrderRecord]?,
    text: ScenarioText,
    template: String,
    start: CalendarDay
  ) {
    (self.history, self.orders, notices) = (history, orders, [])
    (self.text, self.start, change) = (text, start, .kept(daysLeftOut: 0))
    (self.template, path) = (template, template)
    historyText = HistoryText.csv(history)
  }

  private static func orders(_ options: FitOptions) throws(InputErrors) -> [OrderRecord]? {
    guard let path = options.orders else { return nil }
    let orders = try OrderFileReader.orders(fromCSV: TextFile.text(at: path), file: path).orders
    let name = StoreOrders.name(of: options.history)
    guard let own = StoreOrders.of(name, store: options.store, isOnly: true, in: orders) else {
      throw InputErrors([
        BacktestFinding.noStoreOfOrders(orders.keys.sorted(), wanted: [options.store ?? name])
          .diagnostic(in: path)
      ])
    }
    return own
  }
}
