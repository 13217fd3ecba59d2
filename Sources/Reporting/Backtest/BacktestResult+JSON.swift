import Calibration

extension BacktestResult {
  /// The document of `backtest --format json`; the first target that has origins stands at the top.
  func json(sentences: [String], files: [String], rules: JSONText) -> JSONText {
    let first = targets.first
    return .object([
      ("origins", .integer(first?.own?.origins ?? 0)),
      ("stores", .integer(storeNames.count)),
      ("methods", first.map(methods) ?? .object([])),
      ("skill", first.map(skill) ?? .object([])),
      ("target", first.map { .text($0.target.rawValue) } ?? .null),
      ("targets", .object(targets.map { ($0.target.rawValue, json(of: $0)) })),
      (
        "unavailable",
        .list(
          BacktestTarget.allCases.filter { target in
            !targets.contains { $0.target == target }
          }.map { .text($0.rawValue) }
        )
      ),
      ("settings", settingsJSON),
      ("answer", .list(sentences.map(JSONText.text))),
      ("files", .list(files.map(JSONText.text))),
      ("rules", rules),
    ])
  }

  private func json(of target: Target) -> JSONText {
    .object([
      ("origins", .integer(target.own?.origins ?? 0)),
      ("methods", methods(target)),
      ("skill", skill(target)),
      (
        "by_store",
        .list(
          target.stores.map { store, methods in
            .object([
              ("store", .text(storeNames[store])),
              ("origins", .integer(methods.first?.origins ?? 0)),
              ("methods", .object(methods.map { ($0.method.rawValue, json(of: $0)) })),
            ])
          }
        )
      ),
    ])
  }

  private func methods(_ target: Target) -> JSONText {
    .object(target.methods.map { ($0.method.rawValue, json(of: $0)) })
  }

  /// How much smaller this program's score is, as a share of each simple method's.
  private func skill(_ target: Target) -> JSONText {
    guard let own = target.own else { return .object([]) }
    func share(_ other: MethodSummary) -> JSONText {
      .number(other.crps.mean > 0 ? 1 - own.crps.mean / other.crps.mean : 0)
    }
    let simple = target.methods.filter { $0.method != .storecast }
    let best = target.bestSimple
    return .object(
      simple.map { ($0.method.rawValue, share($0)) } + [
        ("best_simple", best.map { .text($0.method.rawValue) } ?? .null),
        ("over_best_simple", best.map(share) ?? .null),
        ("crps_difference", target.gain.map { .number($0.mean) } ?? .null),
        (
          "crps_difference_half_width",
          target.gain?.halfWidth.map { .number($0) } ?? .null
        ),
      ]
    )
  }

  private func json(of summary: MethodSummary) -> JSONText {
    let bands = Dictionary(
      uniqueKeysWithValues: summary.coverage.map { (Int(($0.level * 100).rounded()), $0) }
    )
    func coverage(_ level: Int) -> JSONText {
      bands[level]?.share.map { .number($0) } ?? .null
    }
    let line = (ShortestDecimal.text(settings.line) ?? "").replacing(".", with: "_")
    let ends = bands[90]?.interval ?? 0...1
    let parts = summary.quantileScore
    return .object([
      ("crps", .number(summary.crps.mean)),
      ("mae", .number(summary.absoluteError)),
      ("coverage_50", coverage(50)),
      ("coverage_90", coverage(90)),
      ("width_90", .number(summary.widths[2])),
      ("brier_below_\(line)", summary.brier.map { .number($0.mean) } ?? .null),
      ("wis", .number(parts.total)),
      ("origins", .integer(summary.origins)),
      ("coverage_80", coverage(80)),
      ("coverage_95", coverage(95)),
      ("coverage_90_ci_low", .number(ends.lowerBound)),
      ("coverage_90_ci_high", .number(ends.upperBound)),
      ("coverage_90_store_half_width", .optional(summary.coverage90.halfWidth)),
      ("crps_store_half_width", .optional(summary.crps.halfWidth)),
      ("crps_over_mean", .optional(summary.relativeCRPS?.mean)),
      ("wis_dispersion", .number(parts.dispersion)),
      ("wis_overprediction", .number(parts.overprediction)),
      ("wis_underprediction", .number(parts.underprediction)),
      ("bias", .number(parts.bias)),
      ("log_score_below_\(line)", .optional(summary.belowLine?.logarithmic)),
      ("width_50", .number(summary.widths[0])),
      ("width_80", .number(summary.widths[1])),
      ("width_95", .number(summary.widths[3])),
      ("pit", .list(summary.transform.bins.map { .number($0) })),
      ("reliability", summary.belowLine.map { .list($0.bins.map(\.json)) } ?? .null),
    ])
  }

  private var settingsJSON: JSONText {
    .object([
      ("horizon_days", .integer(settings.horizon)), ("step_days", .integer(settings.step)),
      ("line", .number(settings.line)), ("draws", .integer(settings.draws)),
      ("seed", .unsigned(settings.seed)), ("calibrate", .flag(settings.calibrates)),
      ("origins_widened", .integer(widened.origins)),
    ])
  }
}

extension ProbabilityScore.Bin {
  fileprivate var json: JSONText {
    .object([
      ("count", .integer(count)), ("forecast", .optional(forecast)),
      ("frequency", .optional(frequency)),
    ])
  }
}

extension JSONText {
  /// A number; `null` where there is none.
  static func optional(_ value: Double?) -> Self { value.map { .number($0) } ?? .null }
}
