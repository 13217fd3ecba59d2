import Rules
import StoreModel

/// Sentences about many stores.
struct PortfolioWords {
  /// From this probability on something is called likely.
  static let likely = 0.5
  /// Changes from this size on are counted in a sentence.
  private static let notable = 0.05

  let stores: [StoreRisk]
  let language: ReportLanguage
  private let phrase: Phrase?

  init(stores: [StoreRisk], language: ReportLanguage) {
    self.stores = stores
    self.language = language
    phrase = stores.first.map { Phrase(language: language, start: $0.byDate) }
  }

  /// Whether every store is judged by the same date.
  private var hasOneDate: Bool { stores.allSatisfy { $0.byDate == stores[0].byDate } }

  /// Whether any store was in the list before.
  private var hasChange: Bool { stores.contains { $0.changeSinceLast != nil } }

  /// "by 11 Nov", or each by its own date where they differ.
  private var date: String {
    guard let first = stores.first, hasOneDate else {
      return language.pick("each by its own date", "按各店日期")
    }
    return by(first)
  }

  private func by(_ store: StoreRisk) -> String {
    language.pick("by ", "到 ") + (phrase?.date(store.byDate) ?? "")
  }

  /// "300 stores by 11 Nov: 7 are likely …, worst: …".
  var danger: String {
    guard !stores.isEmpty else {
      return language.pick("No store is ranked.", "没有可排名的店。")
    }
    let count = language.pick(
      "\(stores.count) \(stores.count == 1 ? "store" : "stores"), \(date): ",
      "\(stores.count) 家店,\(date):"
    )
    let likely = counts { !$0.isSoAtStart && $0.probability >= Self.likely }
    let told = likely.prefix(3).map { label, number in
      language.pick("\(number) likely – \(label)", "\(label)可能性过半的 \(number) 家")
    }
    let all =
      told.isEmpty
      ? language.pick("bad news is likely for none of them", "没有一家出事的可能性过半")
      : told.joined(separator: language.pick("; ", ";"))
    return count + all + language.pick(". ", "。") + worstSentence
  }

  /// The store most at risk of what has not happened yet; what has is told apart.
  private var worstSentence: String {
    let worst = stores.lazy.compactMap { store in store.headline.map { (store, $0) } }
      .first { !$0.1.isSoAtStart }
    guard let phrase, let (worst, headline) = worst else { return "" }
    let margin = (headline.high - headline.low) / 2
    let chance =
      phrase.chance(headline.probability)
      + (headline.probability < 0.01 || headline.probability > 0.99 ? "" : phrase.margin(margin))
    return language.pick(
      "Worst: \(worst.store), \(headline.label) \(chance).",
      "最危险:\(worst.store),\(headline.label)的可能性\(chance)。"
    )
  }

  /// What holds already on the first morning; `nil` where nothing does.
  var alreadySo: String? {
    let held = counts(where: \.isSoAtStart)
    guard !held.isEmpty else { return nil }
    let told = held.prefix(3).map { label, number in
      language.pick("\(number) – \(label)", "\(label) \(number) 家")
    }
    return language.pick("Already so on the first day: ", "开始时已经如此:")
      + told.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
  }

  /// How many stores have each event, the most frequent first.
  private func counts(where isCounted: (StoreRisk.Event) -> Bool) -> [(String, Int)] {
    var labels: [String] = []
    var numbers: [String: Int] = [:]
    for store in stores {
      // Versions of a pack may tell of one thing under one name: a store counts once.
      for label in Set(store.events.filter(isCounted).map(\.label)).sorted() {
        if numbers[label] == nil { labels.append(label) }
        numbers[label, default: 0] += 1
      }
    }
    return labels.map { ($0, numbers[$0] ?? 0) }
      .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
  }

  /// How many stores came closer to danger since the last run; `nil` where none was in it.
  var change: String? {
    let known = stores.compactMap(\.changeSinceLast)
    guard !known.isEmpty else { return nil }
    let up = known.count { $0 >= Self.notable }
    let down = known.count { $0 <= -Self.notable }
    let fresh = stores.count - known.count
    let most = stores.max { $0.changeSinceLast ?? -1 < $1.changeSinceLast ?? -1 }
    let named =
      up == 0
      ? ""
      : language.pick(
        " (most: \(most?.store ?? "") \(points(most?.changeSinceLast ?? 0)))",
        "(最多:\(most?.store ?? "") \(points(most?.changeSinceLast ?? 0)))"
      )
    return language.pick(
      "Since the last run: riskier by 5 points or more \(up)\(named); safer \(down); new \(fresh).",
      "与上次相比:风险升 5 个百分点以上的 \(up) 家\(named),降的 \(down) 家,新增 \(fresh) 家。"
    )
  }

  /// "+12".
  private func points(_ change: Double) -> String {
    let points = Int((change * 100).rounded())
    return points > 0 ? "+\(points)" : points < 0 ? "−\(-points)" : "0"
  }

  /// Headings of the table's columns.
  var headings: [String] {
    [hasOneDate ? date : language.pick("chance", "可能性")]
      + (hasChange ? [language.pick("since last run", "比上次")] : [])
      + (hasOneDate ? [] : [language.pick("by", "到")]) + [language.pick("what", "什么事")]
  }

  /// A store's cells in the table.
  func cells(of store: StoreRisk) -> [String] {
    guard let phrase, let headline = store.headline else {
      return headings.map { _ in "–" }
    }
    let chance =
      headline.isSoAtStart
      ? language.pick("already so", "已经如此") : phrase.percent(headline.probability)
    let change = store.changeSinceLast.map(points) ?? language.pick("new", "新增")
    return [chance] + (hasChange ? [change] : [])
      + (hasOneDate ? [] : [phrase.date(store.byDate)]) + [headline.label]
  }

  /// A line about what stands in the way and the room to it; none where neither is known.
  func obstacle(of store: StoreRisk) -> [String] {
    if !store.headroom.isEmpty { return [store.headroom] }
    guard !store.bindingLabel.isEmpty else { return [] }
    return [language.pick("held back by ", "卡在") + store.bindingLabel]
  }

  /// That only the added rules are asked.
  func asked(of packs: [String]) -> String {
    let names = packs.joined(separator: language.pick(", ", "、"))
    return language.pick(
      "Asked of \(names) alone, which scores the stores and changes nothing.",
      "只看\(names):只计分,不影响店铺。"
    )
  }

  /// Files that are not in the ranking.
  func failed(_ files: [String]) -> String {
    let named =
      files.prefix(5).joined(separator: language.pick(", ", "、")) + (files.count > 5 ? " …" : "")
    return language.pick(
      files.count == 1
        ? "1 file is not ranked, for what is told above: \(named)."
        : "\(files.count) files are not ranked, for what is told above: \(named).",
      "\(files.count) 个文件有误,未列入排名(原因见上):\(named)。"
    )
  }

  /// Stores that the added rules are not for.
  func unconcerned(_ count: Int) -> String {
    language.pick(
      count == 1
        ? "The added rules are not for 1 store: it is on another platform or sells other goods."
        : "The added rules are not for \(count) stores: they are on another platform or sell other goods.",
      "\(count) 家店属于其他平台或类目,不适用所加的规则。"
    )
  }

  /// Stores that an interruption left undone.
  func unfinished(_ count: Int) -> String {
    language.pick(
      "Interrupted: \(count) \(count == 1 ? "store is" : "stores are") not done yet; the same command"
        + " goes on with them.",
      "已中断:还有 \(count) 家店没有算完;再运行同一条命令即可接着算。"
    )
  }

  /// Stores that did not have to be run.
  func reused(_ count: Int) -> String {
    language.pick(
      "\(count) \(count == 1 ? "store" : "stores") had been forecast from the same inputs and"
        + " \(count == 1 ? "was" : "were") not run again.",
      "\(count) 家店的输入没有变化,沿用已有的预测,没有重算。"
    )
  }
}
