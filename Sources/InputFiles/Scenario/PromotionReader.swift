import StoreModel

/// Reads `demand.promotions:`.
struct PromotionReader {
  private let section: Section
  private let factors = 0.01...100.0

  init(_ section: Section) {
    self.section = section
  }

  func promotions() -> [Demand.Promotion] {
    section.namedItems("promotions", atMost: 200)
      .compactMap { promotion(named: $0.name, in: $0.section) }
      .sorted { ($0.days.lowerBound, $0.name) < ($1.days.lowerBound, $1.name) }
  }

  private func promotion(named name: String, in item: Section) -> Demand.Promotion? {
    let reader = item.reader
    let first = item.date("from")
    let last = item.date("to")
    let multiplier = item.uncertain("multiplier", .amount, in: factors)
    let shipWithin = item.optionalKnown("ship_within", .hours, in: 1...2160)
    let peak = item.section("peak")
    var peaks: [CalendarDay: Uncertain] = [:]
    for entry in peak.allEntries {
      guard let field = peak.given(entry.key) else { continue }
      guard let day = CalendarDay(iso: entry.key) else {
        reader.report(
          "SC208",
          at: entry.keyLocation,
          in: field.file,
          "a peak is named by its date YYYY-MM-DD, found '\(entry.key.clipped)'",
          hint: "for example peak: {2026-11-11: 2 to 5}"
        )
        continue
      }
      if let first, let last, first <= last, !(first...last).contains(day) {
        reader.report(
          "SC305",
          at: entry.keyLocation,
          in: field.file,
          "the peak \(day) lies outside the promotion '\(name)', \(first) to \(last)"
        )
      }
      peaks[day] = reader.uncertain(of: field, .amount, in: factors)
    }
    item.finish()
    guard let first, let last else { return nil }
    guard first <= last, last - first <= 400 else {
      reader.report(
        "SC305",
        at: item.field,
        "the promotion '\(name)' runs from \(first) to \(last)",
        hint: "it must end on or after its first day, at most 400 days later"
      )
      return nil
    }
    return Demand.Promotion(
      name: name,
      days: first...last,
      multiplier: multiplier,
      peaks: peaks,
      shipWithinInHours: shipWithin
    )
  }
}
