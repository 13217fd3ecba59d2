import Rules
package import StoreModel

#if canImport(Glibc)
  import Glibc
#endif

/// What a history says about inputs that the scenario leaves out, as defaults of origin `history`.
package struct HistoryEvidence {
  private let days: [StoreHistory.Day]
  private let file: String
  /// Size k of the negative binomial, for the error of the mean.
  private let dispersion: Double

  /// Evidence of a history.
  ///
  /// - Parameters:
  ///   - history: its days.
  ///   - file: its name, for the sources of what it says.
  ///   - dispersion: size k of the negative binomial of daily orders.
  package init(history: StoreHistory, file: String, dispersion: Double) {
    days = history.days
    self.file = file
    self.dispersion = dispersion
  }

  /// Defaults by dotted name.
  package var entries: [String: ScenarioDefaults.Entry] {
    var entries: [String: ScenarioDefaults.Entry] = [:]
    entries["demand.orders_per_day"] = ordersPerDay
    entries["demand.order_value.mean"] = orderValue
    entries["demand.weekday"] = weekday
    entries["reviews.single_stream"] = singleStream
    return entries
  }

  /// Mean of the last 28 observed days; the range is ±1.2816 standard errors of that mean on the log
  /// scale, the variance of a day being m + m²/k.
  private var ordersPerDay: ScenarioDefaults.Entry? {
    let recent = days.filter { $0.counts[.orders] != nil }.suffix(28)
    let total = recent.reduce(0) { $0 + ($1.counts[.orders] ?? 0) }
    guard total > 0 else { return nil }
    let mean = Double(total) / Double(recent.count)
    let variance = (mean + mean * mean / dispersion) / Double(recent.count)
    let sigma = log(1 + variance / (mean * mean)).squareRoot()
    let ends = [-1.2816, 1.2816].map { NumberText.shortest(significant(mean * exp($0 * sigma))) }
    return entry(
      Document(ends[0] + " to " + ends[1]),
      unit: "orders per day",
      source: "mean of the last \(recent.count) observed days of \(file)",
      label: Label(english: "orders on an ordinary day", chinese: "平日订单量")
    )
  }

  /// Turnover over orders of the last 28 days with both.
  private var orderValue: ScenarioDefaults.Entry? {
    let recent = days.filter {
      $0.counts[.gmv] != nil && ($0.counts[.orders] ?? $0.counts[.paidOrders]) != nil
    }.suffix(28)
    let orders = recent.reduce(0) { $0 + ($1.counts[.orders] ?? $1.counts[.paidOrders] ?? 0) }
    let fen = recent.reduce(0) { $0 + ($1.counts[.gmv] ?? 0) }
    guard orders > 0, fen > 0 else { return nil }
    let yuan = significant(Double(fen) / Double(orders) / 100)
    return entry(
      Document(NumberText.shortest(yuan) + " yuan"),
      unit: "yuan",
      source: "gmv over orders of the last \(recent.count) observed days of \(file)",
      label: Label(english: "mean order value", chinese: "客单价")
    )
  }

  /// Weekday means of the last 120 observed days, each with two average days added, over their mean.
  private var weekday: ScenarioDefaults.Entry? {
    let recent = days.filter { $0.counts[.orders] != nil }.suffix(120)
    guard recent.count >= 28 else { return nil }
    var sums = Array(repeating: 0.0, count: 7)
    var counts = Array(repeating: 0.0, count: 7)
    for day in recent {
      sums[day.date.weekday] += Double(day.counts[.orders] ?? 0)
      counts[day.date.weekday] += 1
    }
    let average = sums.reduce(0, +) / Double(recent.count)
    guard average > 0 else { return nil }
    let raw = zip(sums, counts).map { ($0 + 2 * average) / (($1 + 2) * average) }
    let mean = raw.reduce(0, +) / 7
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let place = SourceLocation(line: 1, column: 1)
    let factors = zip(names, raw).map { name, factor in
      Document.Entry(
        key: name,
        keyLocation: place,
        value: Document(NumberText.shortest((factor / mean * 1000).rounded() / 1000))
      )
    }
    return entry(
      Document(content: .mapping(factors), location: place),
      unit: "factor",
      source: "weekday means of the last \(recent.count) observed days of \(file)",
      label: Label(english: "weekday factors of demand", chinese: "星期系数")
    )
  }

  /// One star a review where the history has `reviews_n` and no stream of a dimension.
  private var singleStream: ScenarioDefaults.Entry? {
    let observed = days.reduce(into: Set<DayCounter>()) { $0.formUnion($1.counts.keys) }
    let streams = ["description", "product", "service", "logistics"].compactMap {
      DayCounter.stars(of: $0)
    }
    let single = DayCounter.stars(of: "reviews") ?? []
    guard !observed.isDisjoint(with: single), observed.isDisjoint(with: streams.flatMap(\.self))
    else { return nil }
    return entry(
      Document("yes"),
      unit: "",
      source: "\(file) has stars by review, not by dimension",
      label: Label(english: "one star for all dimensions", chinese: "各维度同一星级")
    )
  }

  private func entry(
    _ value: Document,
    unit: String,
    source: String,
    label: Label
  ) -> ScenarioDefaults.Entry {
    ScenarioDefaults.Entry(
      value: value,
      unit: unit,
      origin: "history",
      source: source,
      confidence: "high",
      date: days.last?.date.description ?? "",
      label: label
    )
  }

  /// Four significant digits.
  private func significant(_ value: Double) -> Double {
    let scale = pow(10, 3 - log10(value).rounded(.down))
    return (value * scale).rounded() / scale
  }
}

extension Document {
  /// A single value that stands in no file.
  fileprivate init(_ text: String) {
    self.init(
      content: .scalar(text, isQuoted: false),
      location: SourceLocation(line: 1, column: 1)
    )
  }
}
