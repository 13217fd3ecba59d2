import StoreModel

#if canImport(Glibc)
  import Glibc
#endif

/// Reads `demand:`.
struct DemandReader {
  let section: Section
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  init(_ section: Section) {
    self.section = section
  }

  func demand() -> Demand {
    let orders = section.uncertain(
      "orders_per_day",
      .amount,
      in: 0.01...10_000_000,
      hint: "write an ordinary day's orders, as 1300 or 1300 to 1600; or give a history"
    )
    let weekdayFactors = weekdayFactors()
    let spread = spread(orders: orders.median, weekdayFactors: weekdayFactors)
    let walk = section.known("walk", .perDay, in: 0...0.5)
    let halfLife = section.known("shock_half_life", .days, in: 0.5...3650)
    let value = section.section("order_value", main: "mean")
    let spikes = section.section("spikes")
    let demand = Demand(
      ordersPerDay: orders,
      trendPerMonth: section.uncertain("trend", .growthPerMonth, in: -0.9...5),
      weekdayFactors: weekdayFactors,
      dispersion: spread.dispersion,
      walkPerDay: walk,
      shockSD: spread.shock,
      shockHalfLifeInDays: halfLife,
      promotions: PromotionReader(section).promotions(),
      liveShows: LiveShowReader(section).shows(),
      spikesPerMonth: spikes.uncertain("per_month", .amount, in: 0...30),
      spikeFactor: spikes.uncertain("times", .amount, in: 1...100),
      orderValue: value.uncertain(
        "mean",
        .yuan,
        in: 0.01...1_000_000,
        hint: "write the mean value of an order, as 62 yuan; or give a history with gmv"
      ),
      orderValueCV: value.known("cv", .amount, in: 0.01...5),
      cashOnDelivery: section.uncertain("cash_on_delivery", .share, in: 0...1),
      refusedOnDelivery: section.uncertain("refused_on_delivery", .share, in: 0...1),
      cancelledBeforeShipping: section.uncertain("cancelled_before_shipping", .share, in: 0...0.95),
      scoreElasticity: section.uncertain("score_elasticity", .number, in: -5...5)
    )
    spikes.finish()
    value.finish()
    section.finish()
    checkTurnover(demand)
    return demand
  }

  /// Keeps money countable: sums over years stay far below 2⁶³ fen.
  private func checkTurnover(_ demand: Demand) {
    guard demand.ordersPerDay.median * demand.orderValue.median > 1e10 else { return }
    section.reader.report(
      "SC206",
      at: section.field,
      "orders per day times order value exceed 10,000,000,000 yuan a day",
      hint: "check 'demand.orders_per_day' and 'demand.order_value'"
    )
  }

  /// Factors Monday … Sunday; days that the file leaves out keep their default.
  private func weekdayFactors() -> [Double] {
    let fallback = Array(repeating: 1.0, count: 7)
    let whole = section.path(of: "weekday")
    let given = section.section("weekday")
    let misses = Self.weekdays.contains { !given.gives($0) }
    let base =
      misses ? section.reader.defaultField(path: whole, pattern: whole, isNoted: true) : nil
    let factors = Self.weekdays.map { day -> Double in
      if let field = given.given(day) {
        return section.reader.known(of: field, .amount, in: 0...20) ?? 1
      }
      guard let base, let document = base.document[day] else { return 1 }
      let field = Field(path: whole + "." + day, document: document, file: base.file)
      return section.reader.known(of: field, .amount, in: 0...20) ?? 1
    }
    given.finish()
    guard factors.contains(where: { $0 > 0 }) else {
      section.reader.report("SC206", at: given.field, "every factor of '\(whole)' is 0")
      return fallback
    }
    return factors
  }

  /// The negative binomial's size and the AR(1) shock, given or solved from a month's extremes.
  ///
  /// The logs of 30 days' orders spread over d₂ = 4.0855 standard deviations on average (the mean
  /// range of 30 normals). What the weekdays and a Poisson draw explain is taken off the variance; the
  /// rest is split between 1/k and the shock's variance as their defaults are.
  private func spread(
    orders: Double,
    weekdayFactors: [Double]
  ) -> (dispersion: Double, shock: Double) {
    let path = section.path(of: "busiest_and_quietest_day")
    guard let extremes = section.given("busiest_and_quietest_day") else {
      return (
        section.known("dispersion", .amount, in: 0.05...1_000_000),
        section.known("shock", .amount, in: 0...2)
      )
    }
    for key in ["dispersion", "shock"] where section.gives(key) {
      section.reader.report(
        "SC309",
        at: extremes,
        "'\(path)' and '\(section.path(of: key))' say the same thing twice",
        hint: "keep one of them"
      )
    }
    let dispersion = defaultNumber("dispersion", in: 0.05...1_000_000)
    let shock = defaultNumber("shock", in: 0...2)
    guard let (busiest, quietest) = days(of: extremes) else { return (dispersion, shock) }
    let total = log(busiest / quietest) / 4.0855
    let logs = weekdayFactors.filter { $0 > 0.03 }.map { log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let weekdays = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count)
    let rest = max(0.002, total * total - weekdays - 1 / max(1, orders))
    let usual = 1 / dispersion + shock * shock
    return (dispersion * usual / rest, shock * (rest / usual).squareRoot())
  }

  private func defaultNumber(_ key: String, in limits: ClosedRange<Double>) -> Double {
    let path = section.path(of: key)
    let field = section.reader.defaultField(path: path, pattern: path, isNoted: false)
    return field.flatMap { section.reader.known(of: $0, .amount, in: limits) } ?? 1
  }

  private func days(of field: Field) -> (Double, Double)? {
    let parts = (field.document.text ?? "").split(separator: " ").map(String.init)
    let limits = 1.0...100_000_000
    guard parts.count == 3, parts[1] == "and" || parts[1] == "和",
      let busiest = NumberText.integer(parts[0]).map(Double.init), limits.contains(busiest),
      let quietest = NumberText.integer(parts[2]).map(Double.init), limits.contains(quietest),
      busiest > quietest
    else {
      section.reader.report(
        "SC204",
        at: field,
        "'\(field.path)' must be the orders of last month's busiest and quietest day, found "
          + field.document.kind,
        hint: "write the larger one first, as 2100 and 900; both at least 1"
      )
      return nil
    }
    return (busiest, quietest)
  }
}
