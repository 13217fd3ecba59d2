import StoreModel

/// Reads `service_desk:`.
struct ServiceDeskReader {
  private let section: Section
  private let reader: FieldReader

  init(_ section: Section) {
    self.section = section
    reader = section.reader
  }

  /// The desk; `nil` where the file has none, so that chats are not modelled.
  func desk() -> ServiceDesk? {
    guard section.isGiven else { return nil }
    let contacts = contacts()
    let bot = section.section("bot")
    let handling = section.section("handle_time", main: "mean")
    let ratings = section.section("ratings")
    let concurrency = section.count("concurrency", in: 1...10)
    let desk = ServiceDesk(
      contactsPerOrderBefore: contacts.before,
      contactsPerOrderAfter: contacts.after,
      botResolves: bot.uncertain("resolves", .share, in: 0...1),
      hourlyProfile: section.numbers("hourly_profile", count: 24, in: 0...1_000_000),
      handleTimeMeanInSeconds: handling.uncertain("mean", .seconds, in: 1...14_400),
      handleTimeSigma: handling.known("sigma", .amount, in: 0.01...3),
      concurrency: concurrency,
      efficiency: efficiency(concurrency: concurrency),
      reactionInSeconds: section.known("reaction", .seconds, in: 0...3600),
      turnsQuietAfterInSeconds: section.uncertain("turns_quiet_after", .seconds, in: 1...86_400),
      shrinkage: section.known("shrinkage", .share, in: 0...0.9),
      shifts: shifts(),
      ratingRate: ratings.uncertain("rate", .share, in: 0...1),
      dissatisfiedFast: ratings.uncertain("dissatisfied", .share, in: 0...1),
      dissatisfiedSlow: ratings.uncertain("dissatisfied_when_slow", .share, in: 0...1)
    )
    bot.finish()
    handling.finish()
    ratings.finish()
    section.finish()
    return desk
  }

  /// `contacts_per_order: {before: 0.2, after: 0.15}`, or their sum, which is split as the defaults
  /// are.
  private func contacts() -> (before: Uncertain, after: Uncertain) {
    let limits = 0.0...20.0
    let split = section.section("contacts_per_order", main: "total")
    guard let total = split.given("total") else {
      let pair = (
        split.uncertain("before", .amount, in: limits),
        split.uncertain("after", .amount, in: limits)
      )
      split.finish()
      return pair
    }
    for key in ["before", "after"] where split.gives(key) {
      reader.report("SC303", at: total, "'\(total.path)' excludes 'before' and 'after'")
    }
    split.finish()
    let parts = ["before", "after"].map { key -> Double in
      let path = split.path(of: key)
      let field = reader.defaultField(path: path, pattern: path, isNoted: false)
      return field.flatMap { reader.uncertain(of: $0, .amount, in: limits)?.median } ?? 1
    }
    let sum = parts[0] + parts[1]
    let whole = reader.uncertain(of: total, .amount, in: limits)
    func part(_ key: String, _ share: Double) -> Uncertain {
      let path = split.path(of: key)
      switch whole?.law {
      case .amount(let low, let high):
        return Uncertain(path: path, law: .amount(low: low * share, high: high * share))
      case .known(let value): return Uncertain(path: path, law: .known(value * share))
      default: return Uncertain(path: path, law: .known(0))
      }
    }
    return (part("before", parts[0] / sum), part("after", parts[1] / sum))
  }

  /// Work done at full concurrency: given, else the entry of the default table.
  private func efficiency(concurrency: Int) -> Double {
    if section.gives("efficiency") { return section.known("efficiency", .amount, in: 0.1...10) }
    let path = section.path(of: "efficiency_by_concurrency")
    guard let field = reader.defaultField(path: path, pattern: path, isNoted: true) else {
      return 1
    }
    let table = reader.elements(of: field, atMost: 10)
    guard concurrency <= table.count else { return Double(concurrency) }
    return reader.known(of: table[concurrency - 1], .amount, in: 0.1...10) ?? 1
  }

  private func shifts() -> [ServiceDesk.Shift] {
    let errors = reader.errorCount
    let isShort = ["agents", "hours", "wage"].map(section.gives).contains(true)
    let isLong = section.gives("shifts")
    guard !isShort || !isLong else {
      reader.report(
        "SC303",
        at: section.field,
        "'\(section.path(of: "shifts"))' excludes 'agents', 'hours' and 'wage' beside it",
        hint: "agents and hours are the short form for a single shift"
      )
      return []
    }
    let shifts = isShort ? [shortShift()].compactMap(\.self) : listedShifts()
    if !isShort, !isLong {
      reader.report(
        "SC202",
        at: section.field,
        "'\(section.path)' says nobody who answers",
        hint: "add agents: 4, hours: \"08:00-23:00\"; or shifts with name, from, to, agents"
      )
    } else if !shifts.contains(where: { $0.agents > 0 }), reader.errorCount == errors {
      reader.report("SC206", at: section.field, "no shift of '\(section.path)' has an agent")
    }
    return shifts.filter { $0.agents > 0 }
  }

  private func listedShifts() -> [ServiceDesk.Shift] {
    section.namedItems("shifts", atMost: 50).compactMap { name, item in
      let errors = reader.errorCount
      let from = item.hourOfDay("from")
      let to = item.hourOfDay("to")
      let shift = shift(
        name: name,
        hours: (from, to),
        agents: item.count("agents", in: 0...10_000),
        wage: item.known("wage", .yuanPerDay, in: 0...10_000),
        at: item.field,
        errorsBefore: errors
      )
      item.finish()
      return shift
    }
  }

  private func shortShift() -> ServiceDesk.Shift? {
    let agents = section.count("agents", in: 0...10_000)
    let path = section.path(of: "shifts.day.wage")
    let wageField =
      section.given("wage")
      ?? reader.defaultField(
        path: path,
        pattern: section.path(of: "shifts.*.wage"),
        isNoted: true
      )
    let wage = wageField.flatMap { reader.known(of: $0, .yuanPerDay, in: 0...10_000) } ?? 0
    guard let field = section.required("hours", hint: "for example hours: \"08:00-23:00\"") else {
      return nil
    }
    let errors = reader.errorCount
    let text = field.document.text ?? ""
    let separator = ["-", "–", "—", "至", " to "].first { text.contains($0) } ?? "-"
    let ends = text.split(separator: separator, omittingEmptySubsequences: false)
      .map { FieldReader.hour(from: $0.filter { !$0.isWhitespace }[...]) }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else {
      reader.report(
        "SC209",
        at: field,
        "'\(field.path)' must be two times of day, found \(field.document.kind)",
        hint: "for example \"08:00-23:00\"; \"00:00-24:00\" is around the clock"
      )
      return nil
    }
    return shift(
      name: "day",
      hours: (from, to),
      agents: agents,
      wage: wage,
      at: field,
      errorsBefore: errors
    )
  }

  private func shift(
    name: String,
    hours: (from: Double, to: Double),
    agents: Int,
    wage: Double,
    at field: Field,
    errorsBefore errors: Int
  ) -> ServiceDesk.Shift? {
    guard hours.from < hours.to else {
      if reader.errorCount == errors {
        reader.report(
          "SC304",
          at: field,
          "the shift '\(name)' must end after it begins, on the same day",
          hint:
            "write a night shift as two: one to 24:00 and one from 00:00, with half the wage each"
        )
      }
      return nil
    }
    return ServiceDesk.Shift(
      name: name,
      fromHour: hours.from,
      toHour: hours.to,
      agents: agents,
      wageInYuanPerDay: wage
    )
  }
}
