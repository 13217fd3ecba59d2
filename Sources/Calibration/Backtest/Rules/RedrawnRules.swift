package import Rules
internal import Sampling
package import StoreModel

/// The simple method for rule events: whole days to come are redrawn from the last 90 that were observed,
/// and scored by the same rules.
package struct RedrawnRules {
  private let programs: [RuleProgram]
  private let start: CalendarDay
  private let past: TallyLog
  private let begun: [RuleState]
  private let columns: [DayCounter]
  private let rows: [[DayCounter: Int]]

  /// Days back from which days are redrawn.
  private static let reach = 90
  /// Most random decisions of one pack.
  private static let decisions = 1 << 10

  /// Prepares the days before a start; `nil` where none of the last 90 was observed.
  ///
  /// - Parameters:
  ///   - programs: the rules.
  ///   - standing: where the store stands on the start.
  ///   - history: the store's days; those from the start on are not looked at.
  ///   - start: day 1.
  ///   - days: number of days to come.
  package init?(
    programs: [RuleProgram],
    standing: StoreStanding,
    history: StoreHistory,
    start: CalendarDay,
    days: Int
  ) {
    let known = history.days.filter { $0.date < start }
    let recent = known.filter { start - $0.date <= Self.reach }
    guard let first = known.first?.date, !recent.isEmpty else { return nil }
    var log = TallyLog(firstDay: first - start + 1, lastDay: max(days, 1))
    for day in known {
      for (counter, count) in day.counts { log[day.date - start + 1, counter] = count }
    }
    self.programs = programs
    self.start = start
    past = log
    begun = programs.map { program in
      var state = program.makeState(standing: standing, start: start)
      program.begin(&state, log: log, lifetimeBase: [:])
      return state
    }
    columns = DayCounter.allCases.filter(StoreHistory(days: known).observedCounters.contains)
    rows = recent.map(\.counts)
  }

  /// What so many futures say; days count from 1, at most the number prepared for.
  package func outlook(on days: [Int], futures: Int, seed: UInt64) -> RuleOutlook {
    var sampler = Sampler(seed: seed)
    var log = past
    var hits = programs.map { $0.events.map { _ in days.map { _ in 0 } } }
    var draws = programs.map { $0.measures.map { _ in days.map { _ in [Double]() } } }
    let last = days.max() ?? 0
    for future in 0..<futures {
      sampler.seek(
        replication: future,
        process: CalibrationProcess.rulesRedrawn,
        day: start.ordinal,
        call: 0
      )
      for day in 1..<max(last, 1) {
        let row = rows[min(Int(sampler.uniform() * Double(rows.count)), rows.count - 1)]
        for column in columns { log[day, column] = row[column] ?? 0 }
      }
      for (pack, program) in programs.enumerated() {
        var state = begun[pack]
        var happened = state.eventsAtStart
        for day in 1...max(last, 1) {
          program.evaluate(&state, day: day, log: log) { decision in
            sampler.seek(
              replication: future,
              process: CalibrationProcess.rulesChance,
              day: start.ordinal + day,
              call: pack * Self.decisions + decision
            )
            return sampler.uniform()
          }
          for (event, happens) in state.outcome.events.enumerated() where happens {
            happened[event] = true
          }
          guard let place = days.firstIndex(of: day) else { continue }
          for event in happened.indices where happened[event] { hits[pack][event][place] += 1 }
          for (index, ticks) in state.outcome.measures.enumerated() where ticks != Measure.absent {
            let unit = Double(program.measures[index].unitsPerOne)
            draws[pack][index][place].append(Double(ticks) / unit)
          }
        }
      }
    }
    return outlook(hits, draws, futures)
  }

  private func outlook(
    _ hits: [[[Int]]],
    _ draws: [[[[Double]]]],
    _ futures: Int
  ) -> RuleOutlook {
    var outlook = RuleOutlook()
    for (pack, program) in programs.enumerated() {
      for (index, event) in program.events.enumerated() {
        outlook.chances[RuleOutlook.Subject(pack: program.packID, name: event.name)] =
          hits[pack][index].map { Double($0) / Double(max(futures, 1)) }
      }
      for (index, measure) in program.measures.enumerated() {
        outlook.draws[RuleOutlook.Subject(pack: program.packID, name: measure.name)] =
          draws[pack][index]
      }
    }
    return outlook
  }
}
