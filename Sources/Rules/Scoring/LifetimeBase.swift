import StoreModel

extension RuleGraph {
  /// What lies before the first row, as far as the console's score and its number of ratings tell.
  ///
  /// Counts of single stars may be negative: only their sums with the history mean anything. Nothing
  /// is told where the console counts no more ratings than the history holds.
  func lifetimeBase(
    _ standing: StoreStanding,
    on date: CalendarDay,
    observed: ObservedDays
  ) -> [DayCounter: Int] {
    var base: [DayCounter: Int] = [:]
    for item in displayed {
      guard let score = standing.displayed[item.score], let ratings = score.ratings,
        let mean = score.items[item.item] ?? score.items[item.score]
      else { continue }
      let hasOwn = item.fallback.isEmpty || item.stars.contains(where: observed.counters.contains)
      let hasFallback = item.fallback.contains(where: observed.counters.contains)
      let stars = hasOwn || !hasFallback ? item.stars : item.fallback
      guard stars.count == 5, base[stars[4]] == nil else { continue }
      var (count, points) = (0, 0)
      for (index, counter) in stars.enumerated() {
        let found = observed.total(of: counter, from: observed.firstDay, through: date - 1).sum
        count += found
        points += found * (index + 1)
      }
      let missing = ratings - count
      guard missing > 0 else { continue }
      let missingPoints = Int((mean * Double(ratings)).rounded()) - points
      for counter in stars { base[counter] = 0 }
      base[stars[4]] = missingPoints - 4 * missing
      base[stars[3]] = missing - (missingPoints - 4 * missing)
    }
    return base
  }
}
