import Calibration
import Forecasting
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel

/// The forecast that a user would have made on a past date, and what came of it.
///
/// The scenario is filled in by the code of `fit` from the rows before the date, run by the engine, and
/// held against the whole history as the journal does it.
struct PastForecast: Sendable {
  /// A store with all its rows.
  struct Store: Sendable {
    /// Its place among the stores.
    var index: Int
    /// Its name.
    var name: String
    /// Path of the history.
    var path: String
    /// Every row.
    var history: StoreHistory
    /// Its orders one by one; `nil` where no file tells them.
    var orders: [OrderRecord]?
  }

  /// What is asked of every date.
  struct Question: Sendable {
    /// The scenario, without what it says of one day.
    var template: ScenarioText
    /// Its path.
    var path: String
    /// Numbers of days within which events are asked for, rising; at least one.
    var days: [Int]
    /// Simulated futures, and futures of redrawn days.
    var replications: Int
    /// Seed of all draws.
    var seed: UInt64
  }

  /// Claims with what came of them.
  struct Claims: Sendable {
    var events: [RuleEventClaim]
    var measures: [RuleMeasureClaim]
  }

  let store: Store
  let origin: CalendarDay
  let question: Question
  let output: OutputOptions
  let cache: PackCache

  private var horizon: Int { question.days.last ?? 1 }
  private var known: StoreHistory {
    StoreHistory(days: store.history.days.filter { $0.date < origin })
  }

  /// The scenario as it would have been run on the date.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with it.
  func filledIn() throws(InputErrors) -> (text: String, loaded: LoadedScenario) {
    var text = question.template
    text.set("start", to: origin.description, below: "platform")
    if text.gives("until") {
      text.set("until", to: (origin + (horizon - 1)).description, below: "start")
    } else {
      text.set("horizon", to: "\(horizon) days", below: "start")
    }
    let place = NeighbourPath.text(of: store.path, besides: question.path)
    text.set("history", to: ScenarioText.quoted(place), below: "start")
    let ground = FitGround(
      past: known,
      orders: store.orders,
      text: text,
      template: question.path,
      start: origin
    )
    var draft = try FitDraft(ground, output: output, cache: cache)
    _ = draft.fill(from: ground)
    var loaded = draft.loaded
    loaded.scenario.alternatives = []
    loaded.scenario.replications = question.replications
    loaded.scenario.seed = StoreSeed.seed(question.seed, store: "\(store.name) \(origin)")
    return (draft.text.text, loaded)
  }

  /// Forecasts, and says what came of it.
  ///
  /// - Throws: ``InputErrors`` where the scenario cannot be read on the date.
  func claims() async throws(InputErrors) -> Claims {
    let (text, loaded) = try filledIn()
    var meter = ProgressMeter { _, _ in }
    let outcome = await SimulationSession(
      plan: loaded.plan,
      replications: question.replications,
      threads: 1,
      precision: nil,
      pathCount: question.replications,
      earlyCount: 0
    ).run(meter: &meter)
    let forecast = outcome.forecasts[0]
    let events = eventClaims(forecast)
    let measures = measureClaims(forecast)
    let redrawn = RedrawnRules(
      programs: loaded.programs,
      standing: loaded.scenario.standing,
      history: known,
      start: origin,
      days: horizon
    )?.outlook(
      on: question.days,
      futures: question.replications,
      seed: loaded.scenario.seed
    )
    guard let redrawn, let evidence else { return Claims(events: [], measures: []) }
    let truth = ForecastTrial(
      scenario: .init(file: question.path, text: text),
      start: origin,
      events: events,
      measures: measures.map(\.claim),
      evidence: evidence,
      output: output
    ).outcomes()
    return Claims(
      events: events.compactMap { claim in
        let subject = RuleOutlook.Subject(pack: claim.pack, name: claim.event)
        guard let chances = redrawn.chances[subject], let place = place(of: claim.day) else {
          return nil
        }
        return RuleEventClaim(
          judged: judged(claim, truth.events[claim.id]),
          store: store.index,
          bootstrap: chances[place]
        )
      },
      measures: measures.compactMap { claim, index in
        let subject = RuleOutlook.Subject(pack: claim.pack, name: claim.measure)
        guard let draws = redrawn.draws[subject], let place = place(of: claim.day) else {
          return nil
        }
        return RuleMeasureClaim(
          judged: judged(claim, truth.measures[claim.id]),
          store: store.index,
          draws: outcome.paths.compactMap { $0.value(index, day: claim.day) },
          bootstrap: draws[place]
        )
      }
    )
  }

  private func place(of day: Int) -> Int? { question.days.firstIndex(of: day) }

  private func judged<Claim: Hashable & Sendable, Truth: Hashable & Sendable>(
    _ claim: Claim,
    _ outcome: ClaimOutcome<Truth>?
  ) -> JudgedClaim<Claim, Truth> {
    JudgedClaim(
      store: store.name,
      start: origin,
      replications: question.replications,
      claim: claim,
      outcome: outcome
    )
  }

  private var evidence: ForecastTrial.Evidence? {
    guard let first = store.history.days.first?.date, let last = store.history.days.last?.date
    else { return nil }
    return ForecastTrial.Evidence(
      file: store.path,
      history: store.history,
      firstRow: first,
      lastRow: last,
      asOf: last + 1
    )
  }

  /// As the journal reads them off: what is true already at the start claims nothing.
  private func eventClaims(_ forecast: Forecast) -> [EventClaim] {
    var claims: [EventClaim] = []
    for entry in forecast.events where entry.medianDay != 0 {
      for day in question.days {
        var claim = EventClaim(
          pack: entry.pack,
          event: entry.event.name,
          date: origin + (day - 1),
          day: day,
          probability: entry.days[day - 1].probability,
          label: output.language.text(entry.event.label)
        )
        claim.id = Int64(claims.count + 1)
        claims.append(claim)
      }
    }
    return claims
  }

  /// Claims about the packs' measures, each with its measure's place in the forecast; one without quantiles
  /// claims nothing.
  private func measureClaims(_ forecast: Forecast) -> [(claim: MeasureClaim, index: Int)] {
    var claims: [(claim: MeasureClaim, index: Int)] = []
    for (index, entry) in forecast.measures.enumerated() where entry.pack != StoreReport.pack {
      for day in question.days {
        let summary = entry.days[day - 1].summary
        guard let q05 = summary.q05, let q25 = summary.q25, let q50 = summary.q50,
          let q75 = summary.q75, let q95 = summary.q95
        else { continue }
        var claim = MeasureClaim(
          pack: entry.pack,
          measure: entry.measure.name,
          unit: entry.measure.unit,
          date: origin + (day - 1),
          day: day,
          quantiles: .init(q05: q05, q25: q25, q50: q50, q75: q75, q95: q95),
          label: output.language.text(entry.measure.label)
        )
        claim.id = Int64(claims.count + 1)
        claims.append((claim, index))
      }
    }
    return claims
  }
}
