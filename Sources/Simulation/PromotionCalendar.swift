import StoreModel

/// The days of a promotion as indices, with the input that holds on each.
struct PromotionDays: Sendable {
  let days: ClosedRange<Int>
  let multiplier: Uncertain
  let peaks: [Int: Uncertain]

  /// Index of the promotion's shipping promise; 0 is the ordinary promise.
  let promise: Int

  /// Turns a promotion's dates into indices; `nil` where it lies outside `days`.
  init?(
    _ promotion: Demand.Promotion,
    start: CalendarDay,
    days: ClosedRange<Int>,
    promises: inout [Double]
  ) {
    let first = max(days.lowerBound, promotion.days.lowerBound - start + 1)
    let last = min(days.upperBound, promotion.days.upperBound - start + 1)
    guard first <= last else { return nil }
    self.days = first...last
    multiplier = promotion.multiplier
    peaks = Dictionary(
      promotion.peaks.map { ($0.key - start + 1, $0.value) },
      uniquingKeysWith: { $1 }
    )
    if let hours = promotion.shipWithinInHours {
      promise = promises.firstIndex(of: hours) ?? promises.count
      if promise == promises.count { promises.append(hours) }
    } else {
      promise = 0
    }
  }
}

/// A promotion's factors on demand, by day, in one replication.
struct PromotionCalendar: Sendable {
  let firstDay: Int

  /// Index of the promotion's shipping promise; 0 is the ordinary promise.
  let promise: Int

  private var factors: [Double]

  init(_ promotion: PromotionDays, inputs: InputScores) {
    firstDay = promotion.days.lowerBound
    promise = promotion.promise
    factors = Array(repeating: inputs.value(promotion.multiplier), count: promotion.days.count)
    for (day, peak) in promotion.peaks where promotion.days.contains(day) {
      factors[day - firstDay] = inputs.value(peak)
    }
  }

  /// Whether a day belongs to the promotion.
  func contains(_ day: Int) -> Bool { factors.indices.contains(day - firstDay) }

  /// The factor on a day, 1 outside the promotion.
  func factor(on day: Int) -> Double {
    contains(day) ? factors[day - firstDay] : 1
  }
}
