import Glibc
import InputFiles
import StoreModel

/// What exports tell of a scenario's inputs: demand, rates as 80 % ranges, scores, levels, totals.
package struct ScenarioEvidence {
  private let imported: ImportedHistory
  private let isChinese: Bool

  /// Days that rates are taken from.
  private static let recent = 28
  /// Quantile of a normal law at 90 %.
  private static let ninety = 1.2816
  /// Least standard error of a log odds: what a rate moves by from month to month.
  private static let leastError = 0.05

  /// Evidence of an import; `isChinese` chooses the language of comments.
  package init(_ imported: ImportedHistory, isChinese: Bool) {
    self.imported = imported
    self.isChinese = isChinese
  }

  /// The entries, demand first.
  ///
  /// - Parameters:
  ///   - dispersion: size k of the negative binomial, for the range of orders.
  ///   - hasDesk: whether the scenario has a service desk.
  /// - Returns: entries that a scenario may take one by one.
  package func entries(dispersion: Double, hasDesk: Bool) -> [ScenarioDraft.Entry] {
    demand(dispersion) + standing + rates(hasDesk)
  }

  private func demand(_ dispersion: Double) -> [ScenarioDraft.Entry] {
    let evidence = HistoryEvidence(
      history: imported.history,
      file: "",
      dispersion: dispersion
    ).entries
    let days = imported.history.days.suffix(Self.recent).count
    let comment = pick(
      "demand: 80 % range of the mean and yuan an order, last \(days) days of the exports",
      "demand:近 \(days) 天日均的八成范围和单均金额"
    )
    return [
      ("orders_per_day", "demand.orders_per_day"), ("order_value", "demand.order_value.mean"),
    ]
    .compactMap { key, name in
      evidence[name].map {
        ScenarioDraft.Entry(path: "demand." + key, value: $0.value.flowText, comment: comment)
      }
    }
  }

  private var standing: [ScenarioDraft.Entry] {
    let comment = pick(
      "standing: as the exports show it on their last day",
      "standing:导出最后一天的现状"
    )
    var entries: [ScenarioDraft.Entry] = []
    func add(_ path: String, _ value: String) {
      entries.append(ScenarioDraft.Entry(path: "standing." + path, value: value, comment: comment))
    }
    for (ladder, level) in imported.levels.sorted(by: { $0.key < $1.key }) {
      add(ladder, level.state)
      if let since = level.since { add(ladder + "_since", since.description) }
    }
    for (score, items) in imported.displayed.sorted(by: { $0.key < $1.key }) {
      for (item, value) in items.sorted(by: { $0.key < $1.key }) {
        add("displayed.\(score).\(item)", NumberText.shortest(value))
      }
    }
    for total in imported.totals where total.days == 30 && total.counter.unitsPerOne == 1 {
      add("last_30_days.\(total.counter.name)", String(total.total))
    }
    return entries
  }

  private func rates(_ hasDesk: Bool) -> [ScenarioDraft.Entry] {
    let streams = ["reviews", "description", "product", "service"].compactMap {
      DayCounter.stars(of: $0)
    }
    let reviews = streams.first { stars in
      stars.allSatisfy(imported.history.observedCounters.contains)
    }
    var rates: [(path: String, parts: [DayCounter], whole: DayCounter)] = [
      ("demand.cancelled_before_shipping", [.cancelled], .orders),
      ("after_sales.quality_returns", [.qualityReturns], .orders),
      ("after_sales.disputes", [.disputes], .orders),
      ("after_sales.merchant_fault", [.disputesMerchantFault], .disputes),
      ("after_sales.complaints", [.complaintsMerchantFault], .orders),
    ]
    if let reviews { rates.append(("reviews.rate", reviews, .orders)) }
    // What is cancelled or sent back is reviewed more seldom: the rate is of the rest.
    let unreviewed = [DayCounter.cancelled, .returnRefundCount].filter(
      imported.history.observedCounters.contains
    )
    var entries = rates.compactMap { entry in
      rate(
        entry.path,
        entry.parts,
        entry.whole,
        less: entry.path == "reviews.rate" ? unreviewed : []
      )
    }
    if hasDesk {
      if let bot = rate("service_desk.bot.resolves", [.botAnswered], .contacts, less: []) {
        entries.append(bot)
      }
      entries += [contacts, firstReply].compactMap(\.self)
    }
    return entries
  }

  /// The sums of counters over the last days that have all of them.
  private func sums(_ counters: [DayCounter]) -> (sums: [Int], days: Int)? {
    let days = imported.history.days.filter { day in
      counters.allSatisfy { day.counts[$0] != nil }
    }.suffix(Self.recent)
    guard days.count >= 7 else { return nil }
    return (
      counters.map { counter in days.reduce(0) { $0 + ($1.counts[counter] ?? 0) } }, days.count
    )
  }

  /// A share as an 80 % range: log odds of k in n, 1.2816 standard errors √(1/k + 1/(n − k)) to each
  /// side.
  private func rate(
    _ path: String,
    _ parts: [DayCounter],
    _ whole: DayCounter,
    less others: [DayCounter]
  ) -> ScenarioDraft.Entry? {
    guard let (sums, days) = sums(parts + [whole] + others) else { return nil }
    let count = sums.prefix(parts.count).reduce(0, +)
    let total = sums[parts.count] - sums.dropFirst(parts.count + 1).reduce(0, +)
    guard count > 0, count < total else { return nil }
    let (some, rest) = (Double(count), Double(total - count))
    let error = max(Self.leastError, (1 / some + 1 / rest).squareRoot())
    let ends = [-Self.ninety, Self.ninety].map { side in
      let odds = some / rest * exp(side * error)
      return NumberText.shortest(significant(100 * odds / (1 + odds)))
    }
    return entry(path, "\(ends[0]) to \(ends[1]) %", "\(count) / \(total)", days)
  }

  private var contacts: ScenarioDraft.Entry? {
    guard let (sums, days) = sums([.contacts, .orders]), sums[0] > 0, sums[1] > 0 else {
      return nil
    }
    let mean = Double(sums[0]) / Double(sums[1])
    let value = NumberText.shortest(significant(mean))
    return entry("service_desk.contacts_per_order", value, "\(sums[0]) / \(sums[1])", days)
  }

  private var firstReply: ScenarioDraft.Entry? {
    guard let (sums, days) = sums([.firstReplySecondsTotal, .contactsAnswered]), sums[0] > 0,
      sums[1] > 0
    else { return nil }
    let seconds = significant(Double(sums[0]) / 1000 / Double(sums[1]))
    return entry(
      "service_desk.first_reply_now",
      NumberText.shortest(seconds) + " s",
      "\(sums[0] / 1000) s / \(sums[1])",
      days
    )
  }

  private func entry(
    _ path: String,
    _ value: String,
    _ quotient: String,
    _ days: Int
  ) -> ScenarioDraft.Entry {
    ScenarioDraft.Entry(
      path: path,
      value: value,
      comment: pick(
        "\(path): \(quotient), last \(days) days of the exports",
        "\(path):近 \(days) 天 \(quotient)"
      )
    )
  }

  /// Three significant digits.
  private func significant(_ value: Double) -> Double {
    let scale = pow(10, 2 - log10(value).rounded(.down))
    return (value * scale).rounded() / scale
  }

  private func pick(_ english: String, _ chinese: String) -> String {
    isChinese ? chinese : english
  }
}
