import Calibration
import StoreModel

/// What a backtest says of rule events, and the tables under it.
struct RuleBacktestSections {
  private let result: RuleBacktest
  private let language: ReportLanguage
  private let words: BacktestWords
  private let claims: ClaimWords

  /// Rows of a table on a screen; the JSON holds all.
  private static let rows = 24
  /// Expected number below which an event that never came is left out of the table.
  private static let hardlyExpected = 0.5

  /// Tells a result.
  init(_ result: RuleBacktest, language: ReportLanguage) {
    self.result = result
    self.language = language
    words = BacktestWords(language: language)
    claims = ClaimWords(language: language)
  }

  /// The sentences, the verdict first.
  var sentences: [AnswerPart] {
    let told =
      [
        result.all.map { claims.apart($0.apart) } ?? "",
        claims.ranges(result.byMeasure.map(\.coverage)), claims.undecided(result.undecided),
      ].filter { !$0.isEmpty }
    return [.sentence(heading: language.pick("RULES", "规则"), text: verdict)] + told.map(plain)
  }

  /// Events, what was told beside what came, measures.
  var tables: [AnswerPart] {
    guard let all = result.all else { return measures }
    return events + [plain(language.pick("What was said, and what came true:", "说的与实际的:"))]
      + claims.reliability(all.reliability, apart: all.reliabilityApart).map(AnswerPart.row)
      + measures
  }

  private var verdict: String {
    let days = result.days.map(String.init).joined(separator: language.pick(", ", "、"))
    let stores = result.storeNames.count
    let told = language.pick(
      "Rule events within \(days) days, foretold from \(result.origins) past dates of \(stores) "
        + "\(stores == 1 ? "store" : "stores") with \(result.replications) simulated futures each: ",
      "\(days) 天内的规则事件,从 \(stores) 家店的 \(result.origins) 个历史日期预测,每次 \(result.replications) 次模拟:"
    )
    guard let all = result.all else {
      return told + language.pick("no claim can be decided.", "没有一条能判断。")
    }
    let (own, best) = (all.own.scores, all.bestSimple)
    let scores = language.pick(
      "of \(own.count) claims \(own.hits) came true, \(one(own.expectedHits)) were to be expected. The stated "
        + "odds score \(four(own.brier)) (Brier, 0 is best), the best simple method "
        + "(\(words.name(best.method))) \(four(best.scores.brier))",
      "\(own.count) 条中发生 \(own.hits) 条,按所说应有 \(one(own.expectedHits)) 条。给出的可能性得分 "
        + "\(four(own.brier))(Brier,0 最好),最好的简单方法(\(words.name(best.method)))\(four(best.scores.brier))"
    )
    return told + scores + comparison(all)
  }

  /// Which one was better, never more than the numbers say.
  private func comparison(_ all: RuleBacktest.Events) -> String {
    let (own, other) = (all.own.scores.brier, all.bestSimple.scores.brier)
    let share = other > 0 ? words.percent(abs(1 - own / other)) : ""
    guard own < other else {
      return language.pick(
        ": for these events they are no better than the simple ones\(certainty(all.gain)).",
        ":对这些事件,不比简单方法好\(certainty(all.gain))。"
      )
    }
    return language.pick(
      ": storecast was \(share) better\(certainty(all.gain)).",
      ":storecast 好 \(share)\(certainty(all.gain))。"
    )
  }

  private func certainty(_ gain: ClusterMean) -> String {
    guard let half = gain.halfWidth else { return "" }
    return abs(gain.mean) > half
      ? language.pick(", in every likely draw of stores", ",换一批店也大致如此")
      : language.pick(
        ", which \(gain.clusters) stores cannot settle",
        ",但 \(gain.clusters) 家店还不足以定论"
      )
  }

  private var events: [AnswerPart] {
    let shown = result.byEvent.filter {
      $0.own.scores.hits > 0 || $0.own.scores.expectedHits >= Self.hardlyExpected
    }
    let grid = TextGrid(
      headings: [
        language.pick("days", "天内"), language.pick("claims", "条数"),
        language.pick("came true", "发生"), language.pick("said", "平均说"), "Brier",
        words.short(.bootstrap), words.short(.baseRate), language.pick("log score", "对数分"),
      ],
      rows: shown.prefix(Self.rows).map { group in
        let own = group.own.scores
        func brier(_ method: RuleMethod) -> String {
          group.methods.first { $0.method == method }.map { four($0.scores.brier) } ?? "–"
        }
        return (
          group.subject.map { language.pick($0.english, $0.chinese) } ?? "",
          [
            "\(group.subject?.day ?? 0)", "\(own.count)", "\(own.hits)",
            words.percent(own.expectedHits / Double(own.count)), brier(.storecast),
            brier(.bootstrap), brier(.baseRate), four(own.logScore),
          ]
        )
      }
    )
    let hidden = result.byEvent.count - shown.count
    var lines = shown.isEmpty ? [] : grid.lines(width: AnswerLayout.width)
    lines += rest(shown.count)
    if hidden > 0 {
      lines.append(
        language.pick(
          "  … \(hidden) more that were hardly ever told and never came",
          "  … 另有 \(hidden) 行几乎从没说过、也从没发生"
        )
      )
    }
    return [plain(language.pick("Rule events (Brier scores):", "规则事件(Brier 分):"))]
      + lines.map(AnswerPart.row)
  }

  private var measures: [AnswerPart] {
    guard !result.byMeasure.isEmpty else { return [] }
    let grid = TextGrid(
      headings: [
        language.pick("on day", "第几天"), language.pick("claims", "条数"), "CRPS",
        words.short(.bootstrap), language.pick("in 50 %", "50% 内"),
        language.pick("in 90 %", "90% 内"),
      ],
      rows: result.byMeasure.prefix(Self.rows).map { group in
        let coverage = group.coverage
        func share(_ part: Int) -> String {
          words.percent(Double(part) / Double(max(coverage.count, 1)))
        }
        return (
          language.pick(group.subject.english, group.subject.chinese),
          [
            "\(group.subject.day)", "\(coverage.count)", four(group.crps.mean),
            four(group.bootstrapCRPS.mean), share(coverage.inHalf), share(coverage.inNinety),
          ]
        )
      }
    )
    return [plain(language.pick("Measures of the rules:", "规则的指标:"))]
      + (grid.lines(width: AnswerLayout.width) + rest(result.byMeasure.count)).map(AnswerPart.row)
  }

  private func rest(_ count: Int) -> [String] {
    count > Self.rows
      ? [
        language.pick(
          "  … and \(count - Self.rows) more (--format json)",
          "  … 另有 \(count - Self.rows) 行(--format json)"
        )
      ] : []
  }

  private func four(_ number: Double) -> String { BacktestWords.decimal(number, digits: 4) }
  private func one(_ number: Double) -> String { BacktestWords.decimal(number, digits: 1) }
  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
