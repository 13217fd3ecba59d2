import Rules
import StoreModel

extension Plan {
  /// Offset of each dimension's mean star from that of the untilted mix: what the history of the
  /// last 90 days says, else the displayed score, else 0.
  func readStarOffsets() -> [Double] {
    (0..<3).map { dimension in
      guard let mean = observedMean(dimension) ?? displayedMean(dimension) else { return 0 }
      return mean - stars.untiltedMean
    }
  }

  private func observedMean(_ dimension: Int) -> Double? {
    [DayCounter.dimensionStars[dimension], DayCounter.reviewStars].lazy
      .compactMap { scenario.history?.meanStar(of: $0, before: start) }.first
  }

  private func displayedMean(_ dimension: Int) -> Double? {
    for item in programs.flatMap(\.displayedItems) where Self.dimension(of: item) == dimension {
      if let mean = displayed(item)?.mean { return mean }
    }
    return nil
  }

  /// The displayed mean and number of ratings behind an item of a pack.
  func displayed(_ item: DisplayedItem) -> (mean: Double, ratings: Int?)? {
    guard let score = scenario.standing.displayed[item.score],
      let mean = score.items[item.item] ?? score.items[item.score]
    else { return nil }
    return (mean, score.ratings)
  }

  private static func dimension(of item: DisplayedItem) -> Int? {
    if item.stars == DayCounter.descriptionStars { return 0 }
    return DayCounter.dimensionStars.firstIndex(of: item.stars)
  }
}

extension StoreState {
  /// What lies before the log, for every counter that some pack reads over the store's lifetime.
  ///
  /// It makes lifetime totals agree with the displayed score, else with the whole history, else with
  /// three times the last 30 days. Counts may be negative: only their sums with the log mean
  /// anything, and those do not depend on how far back the log reaches.
  func lifetimeBase(plan: Plan) -> [DayCounter: Int] {
    var base: [DayCounter: Int] = [:]
    for counter in plan.lifetimeCounters {
      let total = plan.lifetimeTotals[counter] ?? 3 * log.sum(of: counter, over: -29...0)
      base[counter] = total - log.sum(of: counter, over: log.firstDay...0)
    }
    for item in plan.programs.flatMap(\.displayedItems) {
      guard let displayed = plan.displayed(item) else { continue }
      var (count, points) = (0, 0)
      for (index, counter) in item.stars.enumerated() {
        let total = (base[counter] ?? 0) + log.sum(of: counter, over: log.firstDay...0)
        count += total
        points += total * (index + 1)
      }
      let ratings = displayed.ratings ?? count
      let missing = ratings - count
      let missingPoints = Int((displayed.mean * Double(ratings)).rounded()) - points
      base[item.stars[4], default: 0] += missingPoints - 4 * missing
      base[item.stars[3], default: 0] += missing - (missingPoints - 4 * missing)
    }
    return base
  }
}
