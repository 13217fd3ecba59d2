package import Calibration
import StoreModel

/// The answer of `backtest`: how often past forecasts were right, and whether simpler ones would do.
package struct BacktestAnswer: Sendable {
  let result: BacktestResult
  let rules: RuleBacktest?
  let language: ReportLanguage
  let usesOrders: Bool
  private let files: [String]
  private let isColored: Bool
  private let words: BacktestWords

  /// Tells a backtest.
  ///
  /// - Parameters:
  ///   - result: what was found; at least one target has origins.
  ///   - rules: what was found of rule events; `nil` where none were asked for.
  ///   - usesOrders: whether an order-level file was read.
  ///   - files: the files written.
  ///   - language: the language.
  ///   - isColored: whether headings are bold.
  package init(
    result: BacktestResult,
    rules: RuleBacktest?,
    usesOrders: Bool,
    files: [String],
    language: ReportLanguage,
    isColored: Bool
  ) {
    self.result = result
    self.rules = rules
    self.usesOrders = usesOrders
    self.files = files
    self.language = language
    self.isColored = isColored
    words = BacktestWords(language: language)
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    var parts = told
    for target in result.targets { parts += methods(target) + stores(target) }
    parts += rules.map { RuleBacktestSections($0, language: language).tables } ?? []
    if !files.isEmpty {
      parts.append(plain(language.pick("Files: ", "文件:") + files.joined(separator: " · ")))
    }
    return AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  /// The sentences, the most consequential first.
  var sentences: [String] { told.compactMap { $0.sentence(language) } }

  /// The document of `--format json`.
  package var json: JSONText {
    result.json(
      sentences: sentences,
      files: files,
      rules: rules?.json(language) ?? .null
    )
  }

  private var horizon: Int { result.settings.horizon }

  private var told: [AnswerPart] {
    var parts = [plain(title)]
    for target in result.targets {
      parts.append(.sentence(heading: words.heading(target.target), text: verdict(target)))
    }
    parts += crossing
    if let rules { parts += RuleBacktestSections(rules, language: language).sentences }
    return parts + [widening, unavailable, limits].filter { !$0.isEmpty }.map(plain)
  }

  private var title: String {
    let stores = result.storeNames.count
    return language.pick(
      "Past forecasts checked · \(stores) \(stores == 1 ? "store" : "stores") · \(horizon) days ahead, "
        + "from every \(result.settings.step)th day · each saw only what was dated before it",
      "回测:以前预测得准不准 · \(stores) 家店 · 预测 \(horizon) 天后,每 \(result.settings.step) 天一次 · 每次只用该日之前的数据"
    )
  }

  /// "Of 158 forecasts the 90 % bands held 144 (91 %; …); 6 % better than the best simple method (…)".
  private func verdict(_ target: BacktestResult.Target) -> String {
    guard let own = target.own, let best = target.bestSimple else { return "" }
    let band = own.coverage.first { $0.level == 0.9 } ?? CoverageCount(level: 0.9)
    let ends = band.interval
    let range = "\(words.percent(ends.lowerBound))–\(words.percent(ends.upperBound))"
    let held = language.pick(
      "\(words.name(target.target, horizon: horizon)): of \(own.origins) forecasts the 90 % bands held "
        + "\(band.hits) (\(words.percent(band.share ?? 0)); by chance \(range))",
      "\(words.name(target.target, horizon: horizon)):\(own.origins) 次预测中,90% 区间包含实际值 \(band.hits) 次"
        + "(\(words.percent(band.share ?? 0)),抽样误差内 \(range))"
    )
    let skill = best.crps.mean > 0 ? 1 - own.crps.mean / best.crps.mean : 0
    let name = words.name(best.method)
    let points = words.percent(abs(skill))
    let compared =
      skill >= 0
      ? language.pick(
        "; \(points) better than the best simple method (\(name))",
        ";比最好的简单方法(\(name))好 \(points)"
      )
      : language.pick(
        "; \(points) worse than the best simple method (\(name))",
        ";比最好的简单方法(\(name))差 \(points)"
      )
    return held + compared + certainty(target) + language.pick(".", "。")
  }

  /// Whether the difference holds over stores.
  private func certainty(_ target: BacktestResult.Target) -> String {
    guard let gain = target.gain, let half = gain.halfWidth else { return "" }
    return abs(gain.mean) > half
      ? language.pick(", in every likely draw of stores", ",换一批店也大致如此")
      : language.pick(
        ", which \(gain.clusters) stores cannot settle",
        ",但 \(gain.clusters) 家店还不足以定论"
      )
  }

  /// The odds of falling below the line: honest where they are no better.
  private var crossing: [AnswerPart] {
    guard let target = result.targets.first(where: { $0.target == .starMean }),
      let own = target.own, let brier = own.brier, let score = own.belowLine
    else { return [] }
    let line = ShortestDecimal.text(result.settings.line) ?? ""
    let simple = target.methods.filter(\.method.isSimple)
      .min { ($0.brier?.mean ?? 1) < ($1.brier?.mean ?? 1) }
    guard let simple, let other = simple.brier else { return [] }
    let ours = BacktestWords.decimal(brier.mean, digits: 4)
    let theirs = BacktestWords.decimal(other.mean, digits: 4)
    let isBetter = brier.mean < other.mean
    let text = language.pick(
      "Below \(line): it happened at \(score.hits) of \(score.count) targets; the stated odds score "
        + "\(ours) (Brier, 0 is best), \(words.name(simple.method)) \(theirs)"
        + (isBetter ? "." : ": for crossing this line they are no better than the simple ones."),
      "低于 \(line):\(score.count) 次中发生 \(score.hits) 次;给出的可能性得分 \(ours)(Brier,0 最好),"
        + "\(words.name(simple.method)) 为 \(theirs)" + (isBetter ? "。" : ":在是否跌破这条线上,不比简单方法好。")
    )
    return [.sentence(heading: language.pick("LINE", "触线"), text: text)]
  }

  private var widening: String {
    guard result.settings.calibrates else { return "" }
    let (some, all) = result.widened
    return language.pick(
      "Drift was widened at \(some) of \(all) origins, where bands of earlier origins had held too little.",
      "\(all) 个预测起点中有 \(some) 个因此前的区间包含率偏低而放宽了波动。"
    )
  }

  private var unavailable: String {
    let missing = BacktestTarget.allCases.filter { target in
      !result.targets.contains { $0.target == target }
    }
    guard !missing.isEmpty else { return "" }
    let names = missing.map { words.name($0, horizon: horizon) }
      .joined(separator: language.pick("; ", ";"))
    return language.pick(
      "Not checked, for want of columns or of counts: \(names).",
      "因缺列或数量太少未能检验:\(names)。"
    )
  }

  private var limits: String {
    language.pick(
      "Forecasts from neighbouring dates share days, so chance is wider than told; what never happened "
        + "before is in no band.",
      "相邻起点的预测共用一些日子,实际误差比所示更大;从未发生过的情况不在任何区间里。"
    )
  }

  /// Every method over all stores.
  private func methods(_ target: BacktestResult.Target) -> [AnswerPart] {
    let grid = TextGrid(
      headings: [
        "CRPS", language.pick("error", "误差"), language.pick("in 50 %", "50% 内"),
        language.pick("in 90 %", "90% 内"), language.pick("width 90 %", "90% 宽"),
      ],
      rows: target.methods.map { method in
        let isPoint = method.method == .persistence
        func share(_ level: Double) -> String {
          isPoint
            ? "–"
            : words.percent(method.coverage.first { $0.level == level }?.share ?? 0)
        }
        return (
          words.name(method.method),
          [
            words.score(method.crps.mean, of: target.target),
            words.score(method.absoluteError, of: target.target), share(0.5), share(0.9),
            isPoint ? "–" : words.score(method.widths[2], of: target.target),
          ]
        )
      }
    )
    let title = words.name(target.target, horizon: horizon) + language.pick(":", ":")
    return [plain(title)] + grid.lines(width: AnswerLayout.width).map(AnswerPart.row)
  }

  /// This program's method store by store, where there are several.
  private func stores(_ target: BacktestResult.Target) -> [AnswerPart] {
    guard target.stores.count > 1 else { return [] }
    let grid = TextGrid(
      headings: [
        language.pick("forecasts", "预测次数"), "CRPS", language.pick("best simple", "最好的简单方法"),
        language.pick("in 90 %", "90% 内"),
      ],
      rows: target.stores.compactMap { store, methods in
        guard let own = methods.first(where: { $0.method == .storecast }),
          let best = BacktestResult.Target.bestSimple(of: methods)
        else { return nil }
        return (
          result.storeNames[store],
          [
            String(own.origins), words.score(own.crps.mean, of: target.target),
            words.score(best.crps.mean, of: target.target), words.percent(own.coverage90.mean),
          ]
        )
      }
    )
    return grid.lines(width: AnswerLayout.width).map(AnswerPart.row)
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
