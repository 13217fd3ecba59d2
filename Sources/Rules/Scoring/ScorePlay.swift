package import StoreModel

/// Plays a real history under a pack, or under each version of it that was in force, morning by
/// morning through the exact interpreter.
package struct ScorePlay {
  /// A pack with its parameters, in force from a morning on.
  package struct Segment: Sendable {
    let pack: RulePack
    let parameters: ParameterValues
    let overrides: [String: String]
    let from: CalendarDay

    /// Fixes a pack's parameters.
    ///
    /// - Throws: ``RuleErrors`` for wrong overrides.
    package init(
      pack: RulePack,
      overrides: [String: String],
      from: CalendarDay
    ) throws(RuleErrors) {
      self.pack = pack
      self.overrides = overrides
      self.from = from
      parameters = try ParameterValues(of: pack, overrides: overrides)
    }
  }

  /// Draws of gates: an outcome happens where it is likelier than not.
  package static let likelierOutcome: @Sendable (Int) -> Double = { _ in 0.5 }

  private let segments: [Segment]
  private let observed: ObservedDays
  private let standing: StoreStanding
  private let isStandingTold: Bool
  private let start: CalendarDay
  private let asOf: CalendarDay
  private let chance: (Int) -> Double
  private let lifetimeBase: [DayCounter: Int]?

  /// Prepares a play.
  ///
  /// - Parameters:
  ///   - segments: at least one, by date; the first one counts from the first morning.
  ///   - observed: what was observed.
  ///   - standing: where the store stands on `start`; `nil` is the pack's own start.
  ///   - start: the first morning.
  ///   - asOf: the last morning, not before `start`.
  ///   - lifetimeBase: counts before the first row, in place of what the standing tells.
  ///   - chance: a number of 0 to 1 for each random decision.
  package init(
    segments: [Segment],
    observed: ObservedDays,
    standing: StoreStanding?,
    start: CalendarDay,
    asOf: CalendarDay,
    lifetimeBase: [DayCounter: Int]? = nil,
    chance: @escaping (Int) -> Double = likelierOutcome
  ) {
    self.segments = segments
    self.observed = observed
    self.standing = standing ?? .untold
    isStandingTold = standing != nil
    self.start = start
    self.asOf = asOf
    self.lifetimeBase = lifetimeBase
    self.chance = chance
  }

  /// Plays every morning and scores the last one.
  ///
  /// - Parameters:
  ///   - console: figures of the console by name with their day; they win over the standing's.
  ///   - isTraced: whether to tell how each number came about.
  ///   - notesGaps: whether to tell which mornings rest on days that were not observed.
  /// - Returns: the score; `nil` where no segment scores a morning.
  package func score(
    console: [String: (value: Double, date: CalendarDay)] = [:],
    isTraced: Bool = false,
    notesGaps: Bool = false
  ) -> PackScore? {
    var play: ExactDayPlay?
    var mornings: [PackScore.Morning] = []
    var events: [PackScore.Event] = []
    var charges: [PackScore.Charge] = []
    var chances = ChanceNotes()
    var gaps = GapNotes()
    var eventsAtStart: Set<String> = []
    var eventLabels: [String: Label] = [:]
    var last: (segment: Segment, base: [DayCounter: Int])?
    for (index, segment) in segments.enumerated() {
      let end = segments.indices.contains(index + 1) ? segments[index + 1].from - 1 : asOf
      let first = index == 0 ? start : max(start, segment.from)
      guard first <= min(end, asOf) else { continue }
      let base =
        lifetimeBase
        ?? segment.pack.graph.lifetimeBase(standing, on: start, observed: observed)
      func facts(_ firstMorning: Int) -> any ExactFacts {
        HistoryFacts(
          graph: segment.pack.graph,
          parameters: segment.parameters,
          observed: observed,
          lifetimeBase: base,
          start: start,
          firstMorning: firstMorning
        )
      }
      var today = ExactDayPlay(
        pack: segment.pack,
        parameters: segment.parameters,
        standing: standing,
        start: start,
        day: first - start + 1,
        carriedFrom: play,
        facts: facts
      )
      let names = ProgramDescriptions(graph: segment.pack.graph, parameters: segment.parameters)
      let (measures, described) = (names.measures, names.events)
      for event in described { eventLabels[event.name] = event.label }
      if play == nil {
        eventsAtStart = Set(zip(described, today.eventsAtStart).filter(\.1).map(\.0.name))
      }
      let known = facts(today.firstMorning)
      for day in (first - start + 1)...(min(end, asOf) - start + 1) {
        let before = today.standing
        let outcome = today.play(day: day, facts: known, chance: chance)
        let date = start + (day - 1)
        mornings.append(
          PackScore.Morning(
            date: date,
            packID: segment.pack.id,
            measures: measures,
            outcome: outcome
          )
        )
        for (event, happens) in zip(described, outcome.events) where happens {
          events.append(
            PackScore.Event(date: date, name: event.name, label: event.label, isGood: event.isGood)
          )
        }
        for (money, fen) in zip(segment.pack.graph.money, outcome.moneyInFen) where fen != 0 {
          let item = money.item
          charges.append(
            PackScore.Charge(date: date, name: item.name, label: item.label, fen: fen)
          )
        }
        chances.note(from: before, in: today, date: date)
        if notesGaps { gaps.note(today, observed: observed, date: date) }
      }
      play = today
      last = (segment, base)
    }
    guard let play, let morning = play.lastMorning, let last else { return nil }
    var score = ScoreSheet(
      segment: last.segment,
      morning: morning,
      observed: observed,
      start: start,
      asOf: asOf
    ).score(isTraced: isTraced)
    score.versions = versions(of: mornings)
    score.events = events
    score.charges = charges
    score.mornings = mornings
    score.gatesByChance = chances.labels
    score.eventsByChance = chances.events
    score.eventsAtStart = eventsAtStart
    score.eventLabels = eventLabels
    score.gaps = gaps.gaps
    score.hasLifetimeBase = !last.base.isEmpty
    score.displayed = DisplayedFigures(
      graph: last.segment.pack.graph,
      measures: score.measures,
      mornings: mornings,
      standing: isStandingTold ? (standing, start) : nil,
      console: console
    ).figures()
    return score
  }

  private func versions(of mornings: [PackScore.Morning]) -> [PackScore.Version] {
    mornings.reduce(into: []) { versions, morning in
      guard versions.last?.packID != morning.packID else { return }
      versions.append(PackScore.Version(packID: morning.packID, from: morning.date))
    }
  }
}

/// Gates at which chance decided something.
private struct ChanceNotes {
  private(set) var labels: [Label] = []
  /// Events of these gates, by name, with the first morning on which chance decided.
  private(set) var events: [String: CalendarDay] = [:]

  mutating func note(from before: ExactStanding, in play: ExactDayPlay, date: CalendarDay) {
    guard let after = play.lastMorning?.after else { return }
    for (index, gate) in play.pack.graph.gates.enumerated() {
      let (was, now) = (before.gates[index], play.standing.gates[index])
      let isDecided = now.isSpellDecided && !was.isSpellDecided || now.wasRemovedToday
      let isAnswered = now.isInside && !was.isInside || now.isRefused && !was.isRefused
      let asked = [
        isDecided ? gate.removal.probability : nil,
        isAnswered ? gate.readmission?.probability : nil,
      ]
      let isChance = asked.compactMap { $0.flatMap { after.number($0) } }
        .contains { $0 > .zero && $0 < .one }
      if isChance, !labels.contains(gate.label) { labels.append(gate.label) }
      guard isChance else { continue }
      for event in play.pack.graph.events where event.trigger.asks(gate.name) {
        events[event.name] = events[event.name] ?? date
      }
    }
  }
}

extension EventRule.Trigger {
  /// Whether it is a step of a ladder or gate.
  fileprivate func asks(_ name: String) -> Bool {
    switch self {
    case .rose(let subject), .fell(let subject), .removed(let subject), .reached(let subject, _),
      .entered(let subject, _):
      subject == name
    case .becomes, .holds: false
    }
  }
}

extension StoreStanding {
  /// A store that told nothing.
  package static let untold = StoreStanding(
    ladders: [:],
    gates: [:],
    displayed: [:],
    lastThirtyDays: [:],
    open: OpenWork()
  )
}
