import StoreModel

/// Reads `demand.live_shows:`.
struct LiveShowReader {
  private let section: Section

  init(_ section: Section) {
    self.section = section
  }

  func shows() -> [Demand.LiveShow] {
    let reader = section.reader
    let errors = reader.errorCount
    guard let list = section.given("live_shows") else { return [] }
    let shows = reader.elements(of: list, atMost: 50).map(show)
    guard reader.errorCount == errors else { return [] }
    for day in 0..<7 {
      let share = shows.reduce(0) { $0 + ($1.weekdays.contains(day) ? $1.shareOfDay : 0) }
      guard share > 1 else { continue }
      reader.report(
        "SC306",
        at: list,
        "the live shows of a weekday gather more than 100 % of its orders, found "
          + Quantity.share.text(of: share)
      )
      break
    }
    return shows
  }

  private func show(_ element: Field) -> Demand.LiveShow {
    let item = Section(
      reader: section.reader,
      field: element,
      pattern: "demand.live_shows.*",
      isGiven: true
    )
    let errors = section.reader.errorCount
    let from = item.hourOfDay("from")
    let show = Demand.LiveShow(
      weekdays: item.weekdays("days"),
      fromHour: from,
      toHour: from + item.known("hours", .amount, in: 0.1...24),
      shareOfDay: item.known("share_of_day", .share, in: 0...1)
    )
    item.finish()
    if section.reader.errorCount == errors {
      if show.weekdays.isEmpty {
        section.reader.report("SC202", at: element, "a live show must say its days: [fri, sat]")
      } else if show.toHour > 24 {
        section.reader.report("SC304", at: element, "a live show must end by 24:00 of its day")
      }
    }
    return show
  }
}
