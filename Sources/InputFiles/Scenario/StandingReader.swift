import StoreModel

/// Reads `standing:`, whose ladders, gates and scores are those of the selected packs.
struct StandingReader {
  let reader: FieldReader
  let packs: [PackVocabulary]
  let start: CalendarDay?

  func standing(in root: Section) -> StoreStanding {
    let section = root.section("standing")
    let standing = StoreStanding(
      ladders: ladders(section),
      gates: gates(section),
      displayed: displayed(section),
      lastThirtyDays: totals(section, "last_30_days"),
      monthToDate: monthToDate(section),
      open: open(section)
    )
    section.finish()
    return standing
  }

  private func ladders(_ section: Section) -> [String: StoreStanding.LadderPosition] {
    var positions: [String: StoreStanding.LadderPosition] = [:]
    let names = Set(packs.flatMap { $0.ladders.keys }).sorted()
    for name in names {
      let owners = packs.filter { $0.ladders[name] != nil }
      let sinceField = section.given(name + "_since")
      let since = sinceField.flatMap { reader.date(of: $0) }
      if let since, let start, since > start, let sinceField {
        reader.report(
          "SC313",
          at: sinceField,
          "'\(sinceField.path)' is \(since), after the start \(start)",
          hint: "it is the first day at this level"
        )
      }
      guard let field = section.given(name) else {
        if let sinceField {
          reader.report("SC313", at: sinceField, "'\(sinceField.path)' is given without '\(name)'")
        } else {
          reader.report(
            "SC410",
            at: section.field.document.location,
            in: section.field.file,
            "'standing.\(name)' is not given; the pack's own first state is taken",
            hint: owners.map { pack in
              "\(pack.id): " + (pack.ladders[name] ?? []).joined(separator: ", ")
            }.joined(separator: "; "),
            severity: .notice
          )
        }
        continue
      }
      guard let state = reader.text(of: field) else { continue }
      for pack in owners {
        let states = pack.ladders[name] ?? []
        guard !states.contains(state) else { continue }
        reader.report(
          "SC406",
          at: field,
          "'\(state.clipped)' is no state of '\(name)' in '\(pack.id)'"
            + (NearestName.nearest(to: state, among: states).map { "; did you mean '\($0)'?" } ?? ""),
          hint: "allowed: " + states.joined(separator: ", ")
        )
      }
      positions[name] = StoreStanding.LadderPosition(state: state, since: since)
    }
    return positions
  }

  private func gates(_ section: Section) -> [String: StoreStanding.GatePosition] {
    let membership = section.section("membership")
    var positions: [String: StoreStanding.GatePosition] = [:]
    for name in Set(packs.flatMap(\.gates)).sorted() where membership.gives(name) {
      let gate = membership.section(name)
      let removals = gate.given("removals").flatMap { reader.count(of: $0, in: 0...1000) } ?? 0
      positions[name] = StoreStanding.GatePosition(
        isMember: gate.flag("member"),
        removals: removals
      )
      gate.finish()
    }
    membership.finish()
    return positions
  }

  private func displayed(_ section: Section) -> [String: StoreStanding.DisplayedScore] {
    let displayed = section.section("displayed")
    var scores: [String: StoreStanding.DisplayedScore] = [:]
    for name in Set(packs.flatMap { $0.displayed.keys }).sorted() where displayed.gives(name) {
      let items = packs.compactMap { $0.displayed[name] }.flatMap(\.self)
        .reduce(into: [String]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
      let score = displayed.section(name, main: name)
      let ratings = score.given("ratings").flatMap { reader.count(of: $0, in: 0...1_000_000_000) }
      var values: [String: Double] = [:]
      for item in items + [name] where score.gives(item) {
        values[item] = score.known(item, .amount, in: 0...1000)
      }
      score.finish()
      scores[name] = StoreStanding.DisplayedScore(items: values, ratings: ratings)
    }
    displayed.finish()
    return scores
  }

  private func monthToDate(_ section: Section) -> [DayCounter: Int] {
    let counts = totals(section, "month_to_date")
    if let start, start.startOfMonth == start, let field = section.given("month_to_date") {
      reader.report(
        "SC313",
        at: field,
        "'\(field.path)' is given, but the forecast starts on the 1st of a month",
        hint: "it counts from the 1st to the day before the start"
      )
    }
    return counts
  }

  private func totals(_ section: Section, _ key: String) -> [DayCounter: Int] {
    let totals = section.section(key)
    var counts: [DayCounter: Int] = [:]
    for counter in DayCounter.allCases where totals.gives(counter.name) {
      let errors = reader.errorCount
      let total = count(counter, in: totals)
      if reader.errorCount == errors { counts[counter] = total }
    }
    totals.finish()
    for (part, whole) in DayCounter.partsOfWholes {
      guard let some = counts[part], let all = counts[whole], some > all else { continue }
      reader.report(
        "SC312",
        at: totals.given(part.name) ?? totals.field,
        "\(part.name) cannot exceed \(whole.name): found \(some) of \(all)"
      )
    }
    return counts
  }

  /// Counts are whole numbers; money and times carry their units as everywhere in a scenario.
  private func count(_ counter: DayCounter, in totals: Section) -> Int {
    let quantity: Quantity? =
      switch counter {
      case .gmv: .yuan
      case .refundOnlyHoursTotal, .returnRefundHoursTotal: .hours
      case .firstReplySecondsTotal, .firstReply8To23SecondsTotal: .seconds
      default: nil
      }
    guard let quantity else { return totals.count(counter.name, in: 0...1_000_000_000) }
    let value = totals.known(counter.name, quantity, in: 0...100_000_000_000)
    return Int((value * Double(counter.unitsPerOne)).rounded())
  }

  private func open(_ section: Section) -> StoreStanding.OpenWork {
    let open = section.section("open")
    let limits = 0...10_000_000
    let work = StoreStanding.OpenWork(
      unshipped: open.given("unshipped").flatMap { reader.count(of: $0, in: limits) },
      inTransit: open.given("in_transit").flatMap { reader.count(of: $0, in: limits) },
      chats: open.given("chats").flatMap { reader.count(of: $0, in: limits) },
      serviceOrders: open.given("service_orders").flatMap { reader.count(of: $0, in: limits) }
    )
    open.finish()
    return work
  }
}
