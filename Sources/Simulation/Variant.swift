import StoreModel

/// One way of running the store: the baseline or an alternative, with its dates as day indices.
struct Variant: Sendable {
  let name: String
  let operation: Operation

  /// Index of its rules among the plan's ``Plan/ruleSets``.
  var ruleSet = 0

  /// First day on which it differs from the baseline.
  let firstDay: Int

  /// One-off cost on that day, in fen.
  let costInFen: Int

  let calendar: [PromotionDays]

  /// Simulated days of its desk; `nil` where every chat is followed.
  var deskBank: DeskBank?

  /// The baseline and the alternatives of a scenario, over the days that are simulated.
  ///
  /// Shipping promises in hours gather in `promises`, the ordinary one first.
  static func all(
    of scenario: Scenario,
    days: ClosedRange<Int>,
    promises: inout [Double]
  ) -> [Variant] {
    func calendar(_ operation: Operation) -> [PromotionDays] {
      operation.demand.promotions.compactMap {
        PromotionDays($0, start: scenario.start, days: days, promises: &promises)
      }
    }
    let baseline = Variant(
      name: Plan.baselineName,
      operation: scenario.operation,
      firstDay: 1,
      costInFen: 0,
      calendar: calendar(scenario.operation)
    )
    return [baseline]
      + scenario.alternatives.map { alternative in
        Variant(
          name: alternative.name,
          operation: alternative.operation,
          firstDay: max(1, alternative.from.map { $0 - scenario.start + 1 } ?? 1),
          costInFen: Int((alternative.costInYuan * 100).rounded()),
          calendar: calendar(alternative.operation)
        )
      }
  }
}
