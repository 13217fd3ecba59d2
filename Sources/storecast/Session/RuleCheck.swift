import Calibration
import Foundation
import InputFiles
import Reporting
import Rules
import StoreModel

/// Rule events of many past dates: forecast as a user would have done it, beside what came of them.
struct RuleCheck {
  private let forecasts: [PastForecast]
  private let question: PastForecast.Question
  private let storeNames: [String]
  private let output: OutputOptions
  /// Every rule file that the forecasts rest on: its path and its text.
  let inputs: [(path: String, text: String)]
  private(set) var notices: [Diagnostic] = []

  /// Keys of `standing` that tell of one day.
  private static let datedKeys: Set<String> = [
    "displayed", "last_30_days", "month_to_date", "open",
  ]

  /// Finds the dates, and reads the scenario on the first one; `nil` where no scenario is given.
  ///
  /// - Parameters:
  ///   - ground: the histories and the scenario.
  ///   - options: the days asked for, replications, the step of the dates.
  ///   - output: the language and the folder of rules.
  /// - Throws: ``InputErrors`` with what is wrong with the scenario, or BT103 or BT104.
  init?(
    _ ground: BacktestGround,
    options: BacktestOptions,
    output: OutputOptions
  ) throws(InputErrors) {
    guard var template = ground.template, let path = options.scenario else { return nil }
    let dated = template.leaveOut(below: "standing") {
      Self.datedKeys.contains($0) || $0.hasSuffix("_since")
    }
    if !dated.isEmpty {
      notices.append(BacktestFinding.datedStanding(dated).diagnostic(in: path))
    }
    let question = PastForecast.Question(
      template: template,
      path: path,
      days: options.withinDays,
      replications: options.replicationCount,
      seed: options.seed
    )
    var quiet = output
    quiet.quiet = true
    let backtest = Backtest(ground.stores, settings: options.settings)
    let last = question.days.last ?? 1
    let cache = PackCache()
    forecasts = ground.stores.enumerated().flatMap { index, store in
      backtest.ruleOrigins(ofStore: index, days: last).map { origin in
        PastForecast(
          store: PastForecast.Store(
            index: index,
            name: store.series.name,
            path: ground.paths[index],
            history: ground.histories[index],
            orders: store.orders
          ),
          origin: origin,
          question: question,
          output: quiet,
          cache: cache
        )
      }
    }
    self.question = question
    self.output = output
    storeNames = ground.stores.map(\.series.name)
    guard let first = forecasts.first else {
      throw InputErrors(
        zip(ground.paths, ground.stores).map { path, store in
          BacktestFinding.noRuleOrigins(
            days: store.series.count,
            needed: BacktestSettings.daysBeforeFirstOrigin + last
          ).diagnostic(in: path)
        }
      )
    }
    let loaded = try first.filledIn().loaded
    guard loaded.programs.contains(where: { !$0.events.isEmpty || !$0.measures.isEmpty }) else {
      throw InputErrors([BacktestFinding.noRules.diagnostic(in: path)])
    }
    let files =
      [loaded.defaultsFile]
      + loaded.packs.flatMap(\.partIDs).map {
        loaded.library.file(ofPack: $0).path(percentEncoded: false)
      }
    inputs = files.compactMap { file in (try? TextFile.text(at: file)).map { (file, $0) } }
  }

  /// Forecasts from every date, some at the same time; what comes does not depend on how many.
  ///
  /// - Throws: ``InputErrors`` where no date gives a forecast.
  mutating func result(threads: Int) async throws(InputErrors) -> RuleBacktest {
    var meter = ProgressMeter(language: output.language, isQuiet: output.quiet)
    var found = [Result<PastForecast.Claims, InputErrors>](
      repeating: .failure(InputErrors([])),
      count: forecasts.count
    )
    var done = 0
    let forecasts = forecasts
    await ParallelWork.perform(on: Array(forecasts.indices), width: threads) {
      await forecasts[$0].outcome()
    } deliver: {
      found[$0] = $1
      done += 1
      meter.update(done: done, total: forecasts.count, of: .pastForecasts)
    }
    meter.finish()
    let claims = found.compactMap { try? $0.get() }
    try note(found)
    return RuleBacktest(
      storeNames: storeNames,
      days: question.days,
      replications: question.replications,
      origins: claims.count,
      events: claims.flatMap(\.events),
      measures: claims.flatMap(\.measures)
    )
  }

  /// Tells of dates without a forecast.
  private mutating func note(
    _ found: [Result<PastForecast.Claims, InputErrors>]
  ) throws(InputErrors) {
    var failures: [(origin: CalendarDay, errors: InputErrors)] = []
    for (forecast, result) in zip(forecasts, found) {
      if case .failure(let errors) = result { failures.append((forecast.origin, errors)) }
    }
    guard let first = failures.first else { return }
    if failures.count == forecasts.count { throw first.errors }
    let fault = first.errors.diagnostics.first { $0.severity == .error }
    notices.append(
      BacktestFinding.unreadableDates(
        count: failures.count,
        of: forecasts.count,
        first: first.origin.description,
        why: fault.map { "\($0.code) \($0.message)" } ?? ""
      ).diagnostic(in: question.path)
    )
  }
}

extension PastForecast {
  /// The claims, or why there are none.
  fileprivate func outcome() async -> Result<Claims, InputErrors> {
    do throws(InputErrors) {
      return .success(try await claims())
    } catch {
      return .failure(error)
    }
  }
}
