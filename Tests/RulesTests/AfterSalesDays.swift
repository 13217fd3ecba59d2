import Rules
import StoreModel

extension RulePack {
  /// Whether an input of the pack sums a counter.
  func reads(_ counter: DayCounter) -> Bool {
    graph.inputs.contains { $0.terms.contains { $0.counter == counter } }
  }
}

extension TallyLog {
  /// Fills a day's after-sales counters: the worse the mood (0…1), the more goes wrong.
  mutating func fillAfterSales(
    _ day: Int,
    scale: Int,
    mood: Double,
    _ numbers: inout TestNumbers
  ) {
    func orders() -> Int { Int.random(in: 0...scale, using: &numbers) }
    func share(_ worst: Double, of count: Int) -> Int {
      min(count, Int((Double(count) * worst * mood * 2).rounded()))
    }
    let reviews = orders()
    let poor = share(0.18, of: reviews)
    let bad = Int.random(in: 0...poor, using: &numbers)
    self[day, .afterSalesRated1] = bad / 2
    self[day, .afterSalesRated2] = bad - bad / 2
    self[day, .afterSalesRated3] = poor - bad
    self[day, .afterSalesRated4] = (reviews - poor) / 3
    self[day, .afterSalesRated5] = reviews - poor - (reviews - poor) / 3
    self[day, .audits] = orders()
    self[day, .audits20min] = self[day, .audits] - share(0.1, of: self[day, .audits])
    self[day, .processed] = orders()
    self[day, .processed20min] = self[day, .processed] - share(0.12, of: self[day, .processed])
    self[day, .samples] = Int.random(in: 0...2, using: &numbers)
    self[day, .samplesPassed] = Int.random(in: 0...self[day, .samples], using: &numbers)
    if mood < 0.8 { self[day, .samplesPassed] = self[day, .samples] }
    self[day, .pendingFeedback] = share(0.1, of: self[day, .audits])
  }
}
