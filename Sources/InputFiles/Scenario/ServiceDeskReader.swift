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
    let figure = figureNow()
    let handling = section.section("handle_time", main: "mean")
    let ratings = section.section("ratings")
    let concurrency = section.count("concurrency", in: 1...10)
    let desk = ServiceDesk(
      contactsPerOrderBefore: contacts.before,
      contactsPerOrderAfter: contacts.after,
      botResolves: bot.uncertain("resolves", .share, in: 0...1),
      botHours: botHours(bot),
      hourlyProfile: section.numbers("hourly_profile", count: 24, in: 0...1_000_000),
      handleTimeMeanInSeconds: handleTime(handling, figure),
      handleTimeSigma: handling.known("sigma", .amount, in: 0.01...3),
      figureNow: figure,
      concurrency: concurrency,
      efficiency: efficiency(concurrency: concurrency),
      reactionInSeconds: section.known("reaction", .seconds, in: 0...3600),
      turnsQuietAfterInSeconds: section.uncertain("turns_quiet_after", .seconds, in: 1...86_400),
      shrinkage: section.known("shrinkage", .share, in: 0...0.9),
      shifts: ShiftReader(section).shifts(),
      followsEveryChat: section.flag("exact"),
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

  /// The console's figure that stands in place of a handle time.
  private func figureNow() -> ServiceDesk.ConsoleFigure? {
    let reply = section.optionalKnown("first_reply_now", .seconds, in: 1...86_400)
    let rate = section.optionalKnown("within_3min_now", .share, in: 0.01...0.999)
    if reply != nil, rate != nil, let field = section.given("within_3min_now") {
      reader.report(
        "SC303",
        at: field,
        "'first_reply_now' and 'within_3min_now' both explain the handle time",
        hint: "keep the one that you trust more"
      )
    }
    return reply.map { .firstReplyMean($0) } ?? rate.map { .within3Minutes($0) }
  }

  /// The handle time given; its default, to start from, where a figure of the console explains it.
  private func handleTime(_ handling: Section, _ figure: ServiceDesk.ConsoleFigure?) -> Uncertain {
    let limits = 1.0...14_400
    guard figure != nil else { return handling.uncertain("mean", .seconds, in: limits) }
    if let field = handling.given("mean") {
      reader.report(
        "SC303",
        at: field,
        "'\(section.path(of: "handle_time"))' and a figure of the console exclude each other",
        hint: "keep 'first_reply_now' or 'within_3min_now' to have the handle time solved"
      )
    }
    let path = handling.path(of: "mean")
    let field = reader.defaultField(path: path, pattern: path, isNoted: false)
    let median = field.flatMap { reader.uncertain(of: $0, .seconds, in: limits)?.median }
    return Uncertain(path: path, law: .known(median ?? 480))
  }

  /// `all`, or hours of the day that may reach past midnight.
  private func botHours(_ bot: Section) -> [ClosedRange<Double>] {
    guard let field = bot.required("hours"), field.document.text != "all" else { return [0...24] }
    guard let hours = reader.hours(of: field) else { return [] }
    return hours.from < hours.to
      ? [hours.from...hours.to] : [0...hours.to, hours.from...24]
  }
}
