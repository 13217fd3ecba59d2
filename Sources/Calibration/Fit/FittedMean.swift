internal import StoreModel

/// An input that is a total over a number: it has no range, and recent days tell it.
struct FittedMean: Sendable {
  let path: String
  let total: DayCounter
  let number: DayCounter
  let unit: LearntInput.Unit
  /// Names of which a scenario gives at most one.
  let givenAs: [String]
  /// Whether the scenario has a use for it.
  let matters: @Sendable (Operation) -> Bool

  static let all = [
    Self(
      path: "service_desk.first_reply_now",
      total: .firstReplySecondsTotal,
      number: .contactsAnswered,
      unit: .seconds,
      givenAs: [
        "service_desk.first_reply_now", "service_desk.within_3min_now", "service_desk.handle_time",
      ],
      matters: { ($0.serviceDesk?.shifts ?? []).contains { $0.agents > 0 } }
    ),
    Self(
      path: "after_sales.audit.mean",
      total: .auditHoursTotal,
      number: .audits,
      unit: .hours,
      givenAs: ["after_sales.audit", "after_sales.audit.mean"],
      matters: { $0.serviceDesk == nil }
    ),
  ]

  /// The input for a total in the column's own unit.
  func input(total sum: Double, number size: Double, days: ClosedRange<CalendarDay>) -> LearntInput
  {
    LearntInput(
      path: path,
      value: .number(sum / size),
      unit: unit,
      estimate: sum / size,
      interval: nil,
      assumed: nil,
      events: [total],
      occasions: [number],
      count: sum,
      size: size,
      days: max(days.lowerBound, days.upperBound - (DailyCounts.recentDays - 1))...days.upperBound,
      method: .mean,
      givenAs: givenAs
    )
  }
}

extension DailyCounts {
  /// Days whose totals say how things are now.
  static let recentDays = 28

  /// Sums of a total, in the column's unit, and of a number over the last 28 days of the history; `nil` where
  /// nothing was counted.
  func recentTotals(
    of total: DayCounter,
    over number: DayCounter
  ) -> (total: Double, number: Double)? {
    guard let last else { return nil }
    var (sum, size) = (0, 0)
    for back in 0..<Self.recentDays {
      guard let part = self[last - back, total], let of = self[last - back, number] else {
        continue
      }
      sum += part
      size += of
    }
    return sum > 0 && size > 0
      ? (Double(sum) / Double(total.unitsPerOne), Double(size)) : nil
  }
}
