import Calibration

extension RuleBacktest {
  /// The document under `rules` of `backtest --format json`.
  func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("origins", .integer(origins)), ("stores", .integer(storeNames.count)),
      ("replications", .integer(replications)), ("within", .list(days.map(JSONText.integer))),
      ("all", all.map { .object($0.pairs) } ?? .null),
      ("events", .list(byEvent.map { $0.json(language) })),
      ("measures", .list(byMeasure.map { $0.json(language) })),
      (
        "undecided",
        .list(
          undecided.map {
            .object([
              ("reason", .text($0.reason.kind.rawValue)), ("detail", .text($0.reason.detail)),
              ("claims", .integer($0.count)),
            ])
          }
        )
      ),
    ])
  }
}

extension RuleBacktest.Subject {
  fileprivate func pairs(
    _ kind: String,
    _ language: ReportLanguage
  ) -> [(key: String, value: JSONText)] {
    [
      ("pack", .text(pack)), (kind, .text(name)), ("days", .integer(day)),
      ("label", .text(language.pick(english, chinese))),
    ]
  }
}

extension RuleBacktest.Events {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    .object((subject.map { $0.pairs("event", language) } ?? []) + pairs)
  }

  fileprivate var pairs: [(key: String, value: JSONText)] {
    let best = bestSimple
    return own.scores.pairs + [
      ("without_overlap", .object(apart.pairs)),
      ("methods", .object(methods.map { ($0.method.rawValue, $0.json) })),
      ("best_simple", .text(best.method.rawValue)),
      (
        "over_best_simple",
        .optional(best.scores.brier > 0 ? 1 - own.scores.brier / best.scores.brier : nil)
      ),
      ("brier_difference", .number(gain.mean)),
      ("brier_difference_half_width", .optional(gain.halfWidth)),
      ("reliability", .list(reliability.map { ReliabilityBinText($0).json })),
      ("reliability_without_overlap", .list(reliabilityApart.map { ReliabilityBinText($0).json })),
    ]
  }
}

extension RuleBacktest.MethodScores {
  fileprivate var json: JSONText {
    .object([
      ("brier", .number(scores.brier)), ("brier_store_half_width", .optional(brier.halfWidth)),
      ("log_score", .number(scores.logScore)),
      ("mean_probability", .number(scores.expectedHits / Double(max(scores.count, 1)))),
    ])
  }
}

extension RuleBacktest.Measures {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    .object(
      subject.pairs("measure", language) + [
        ("unit", .text(unit)), ("claims", .integer(coverage.count)),
        ("in_50", .integer(coverage.inHalf)), ("in_90", .integer(coverage.inNinety)),
        ("below", .integer(coverage.below)), ("above", .integer(coverage.above)),
        ("crps", .number(crps.mean)), ("crps_store_half_width", .optional(crps.halfWidth)),
        ("crps_bootstrap", .number(bootstrapCRPS.mean)),
        ("crps_difference", .number(gain.mean)),
        ("crps_difference_half_width", .optional(gain.halfWidth)),
      ]
    )
  }
}
