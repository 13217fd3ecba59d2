package import Rules
package import StoreModel

/// Decides what came of a forecast's claims about one pack, from the score of the real history.
package struct ClaimJudge {
  private let score: PackScore

  /// Judges by a score that began on the forecast's start, with its gaps noted.
  package init(score: PackScore) {
    self.score = score
  }

  /// Whether an event had happened; `nil` before its morning is scored.
  ///
  /// What happened before anything was missed has happened; what did not happen has not only where
  /// nothing was missed.
  package func outcome(of claim: EventClaim) -> ClaimOutcome<EventTruth>? {
    guard claim.date <= score.asOf else { return nil }
    guard let label = score.eventLabels[claim.event] else { return .open(OpenReason(.notInRules)) }
    func truth(_ day: CalendarDay?) -> ClaimOutcome<EventTruth> {
      .decided(EventTruth(firstDay: day, english: label.english, chinese: label.chinese))
    }
    let first =
      score.eventsAtStart.contains(claim.event)
      ? score.mornings.first?.date
      : score.events.first { $0.name == claim.event && $0.date <= claim.date }?.date
    let gap = score.gaps.first { $0.subject == .event(claim.event) && $0.date <= claim.date }
    let chance = score.eventsByChance[claim.event].flatMap { $0 <= claim.date ? $0 : nil }
    if let first, gap.map({ first < $0.date }) ?? true, chance.map({ first < $0 }) ?? true {
      return truth(first)
    }
    if let gap { return .open(reason(gap)) }
    return chance == nil ? truth(nil) : .open(OpenReason(.leftToChance))
  }

  /// The value that a measure of the pack had; `nil` before its morning is scored.
  package func outcome(of claim: MeasureClaim) -> ClaimOutcome<MeasureTruth>? {
    guard claim.date <= score.asOf else { return nil }
    let gap = score.gaps.first { $0.subject == .measure(claim.measure) && $0.date == claim.date }
    if let gap { return .open(reason(gap)) }
    guard let morning = score.mornings.first(where: { $0.date == claim.date }),
      let index = morning.measures.firstIndex(where: { $0.name == claim.measure })
    else { return .open(OpenReason(.notInRules)) }
    let ticks = morning.outcome.measures[index]
    guard ticks != Measure.absent else { return .open(OpenReason(.noValue)) }
    let measure = morning.measures[index]
    return .decided(
      MeasureTruth(
        value: Double(ticks) / Double(measure.unitsPerOne),
        english: measure.label.english,
        chinese: measure.label.chinese
      )
    )
  }

  private func reason(_ gap: ObservationGap) -> OpenReason {
    if !gap.missing.isEmpty {
      return OpenReason(
        .missingColumns,
        detail: gap.missing.map(\.name).joined(separator: " ")
      )
    }
    return OpenReason(.unobservedDays, detail: "\(gap.unobservedDays)/\(gap.days)")
  }
}
