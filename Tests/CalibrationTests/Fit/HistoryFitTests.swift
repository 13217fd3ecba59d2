import Calibration
import Glibc
import Sampling
import StoreModel
import Testing

/// What a history says of a scenario's inputs.
@Suite struct HistoryFitTests {
  private static let start = CalendarDay(ordinal: 20_600)

  /// Days alike: 1,000 orders, 1,000 parcels, five disputes, one of them in ten the merchant's fault.
  private static func history(
    days: Int,
    change: (Int, inout [DayCounter: Int]) -> Void = { _, _ in }
  ) -> StoreHistory {
    StoreHistory(
      days: (0..<days).map { day in
        var counts: [DayCounter: Int] = [
          .orders: 1000, .delivered: 1000, .shipped: 1000, .shippedOnTime: 994, .deliveredLate: 30,
          .cancelled: 40, .disputes: 5, .disputesMerchantFault: day % 2, .contacts: 350,
        ]
        change(day, &counts)
        return StoreHistory.Day(date: start - days + day, counts: counts)
      }
    )
  }

  private static func fit(
    _ history: StoreHistory,
    orders: [OrderRecord]? = nil,
    hasDesk: Bool = true
  ) -> HistoryFit {
    HistoryFit(
      history,
      orders: orders,
      operation: SampleOperation.operation(hasDesk: hasDesk),
      start: start
    )
  }

  private static func input(_ path: String, _ fit: HistoryFit) throws -> LearntInput {
    try #require(fit.learnt.first { $0.path == path })
  }

  /// Disputes come three to nine days after delivery, so the first three days are not counted on, and 90 % of what
  /// could have come is known from the ninth day on.
  @Test func countsAreThoseOfTheHistory() throws {
    let fit = Self.fit(Self.history(days: 100))
    let disputes = try Self.input("after_sales.disputes", fit)
    #expect(disputes.count == 5 * 91 && abs(disputes.size - 91_000) < 1e-6)
    #expect(abs(disputes.estimate - 0.005) < 0.0003)
    let interval = try #require(disputes.interval)
    #expect(interval.contains(0.005) && !interval.contains(0.0041) && !interval.contains(0.006))
    let cancelled = try Self.input("demand.cancelled_before_shipping", fit)
    #expect(cancelled.count == 4000 && cancelled.size == 100_000)
    let fault = try Self.input("after_sales.merchant_fault", fit)
    #expect(fault.count == 50 && fault.size == 500)
    let contacts = try Self.input("service_desk.contacts_per_order", fit)
    #expect(abs(contacts.estimate - 0.35) < 0.002)
    #expect(fit.days == 100)
  }

  @Test func whatIsNotCountedIsSaid() throws {
    let fit = Self.fit(
      Self.history(days: 60) { _, counts in
        counts[.disputes] = nil
        counts[.refundOrders] = 70
      }
    )
    func reason(_ path: String) -> UntoldInput.Reason? {
      fit.untold.first { $0.path == path }?.reason
    }
    #expect(reason("after_sales.disputes") == .needs([.disputes]))
    #expect(reason("after_sales.merchant_fault") == .needs([.disputes]))
    #expect(reason("after_sales.refund_only") == .mixedRefunds)
    #expect(reason("satisfaction.late_3_plus") == .needsOrders)
    #expect(!fit.learnt.contains { $0.path == "after_sales.disputes" })
    #expect(Set(fit.learnt.map(\.path)).isDisjoint(with: fit.untold.map(\.path)))
    let deskless = Self.fit(Self.history(days: 60), hasDesk: false)
    #expect(!deskless.learnt.contains { $0.path.hasPrefix("service_desk") })
  }

  /// Nothing dated on or after the start is looked at, in rows or in orders.
  @Test func theFutureIsNotRead() {
    let known = Self.history(days: 120)
    var planted = known
    planted.days += (0..<60).map {
      StoreHistory.Day(
        date: Self.start + $0,
        counts: [.orders: 9, .delivered: 9, .disputes: 9, .cancelled: 9, .deliveredLate: 9]
      )
    }
    let orders = SampleStore.orders(days: 200).map { order in
      var order = order
      let shift = Self.start - SampleStore.firstDay - 160
      order.purchased = order.purchased + shift
      order.shipped = order.shipped.map { $0 + shift }
      order.delivered = order.delivered.map { $0 + shift }
      order.promised = order.promised.map { $0 + shift }
      order.reviewed = order.reviewed.map { $0 + shift }
      return order
    }
    #expect(orders.contains { $0.purchased >= Self.start })
    let before = orders.filter { $0.purchased < Self.start }.map { $0.known(before: Self.start) }
    let one = Self.fit(known, orders: before)
    let other = Self.fit(planted, orders: orders)
    #expect(!one.learnt.isEmpty)
    #expect(one.learnt == other.learnt)
    #expect(one.untold == other.untold)
    #expect(one.days == other.days && one.span == other.span)
  }

  /// The time found gives the late share back, within the width of its interval.
  @Test func lateSharesAreExplained() throws {
    let fit = Self.fit(Self.history(days: 200))
    let transit = try Self.input("couriers.standard.transit.mean", fit)
    let later = Self.fit(Self.history(days: 200) { $1[.deliveredLate] = 120 })
    let slower = try Self.input("couriers.standard.transit.mean", later)
    #expect(slower.estimate > 1.1 * transit.estimate)
    let ship = try Self.input("warehouse.pay_to_ship.median", fit)
    let tardy = Self.fit(Self.history(days: 200) { $1[.shippedOnTime] = 900 })
    let longer = try Self.input("warehouse.pay_to_ship.median", tardy)
    #expect(longer.estimate > 1.3 * ship.estimate)
    // Incidents explain 0.36 % of lateness; the rest is the tail beyond 48 h.
    #expect((10.0...25.0).contains(ship.estimate))
  }

  /// Orders one by one with known laws: ten hours to ship, 60 on the way, stars by lateness.
  @Test func ordersTellDelaysAndStars() throws {
    var sampler = Sampler(seed: 5)
    let orders = (0..<4000).map { index -> OrderRecord in
      sampler.seek(replication: index, process: 903, day: 0, call: 0)
      let day = Self.start - 300 + index % 280
      let ready = sampler.uniform() * 24 + sampler.logNormal(zeta: log(20), sigma: 0.5)
      let shipped = day + Int(ready / 24)
      let way = 18 + 6 + sampler.logNormal(zeta: log(60) - 0.08, sigma: 0.4)
      let delivered = shipped + Int(way / 24)
      let promised = day + 5
      let isLate = delivered - promised >= 3
      let stars = sampler.uniform() < (isLate ? 0.6 : 0.05) ? 1 : 5
      return OrderRecord(
        purchased: day,
        shipped: shipped,
        delivered: delivered,
        promised: promised,
        reviewed: index % 5 == 0 ? delivered + index / 5 % 4 : nil,
        stars: index % 5 == 0 ? stars : nil
      )
    }
    let fit = Self.fit(Self.history(days: 300), orders: orders)
    let ship = try Self.input("warehouse.pay_to_ship.median", fit)
    #expect(abs(log(ship.estimate / 20)) < 0.2)
    let transit = try Self.input("couriers.standard.transit.mean", fit)
    #expect(abs(log(transit.estimate / 60)) < 0.12)
    let promise = try Self.input("couriers.standard.delivery_promise", fit)
    #expect(promise.value == .number(120))
    let rate = try Self.input("reviews.rate", fit)
    #expect(abs(rate.estimate - 0.2) < 0.02)
    #expect(fit.learnt.contains { $0.path == "satisfaction.on_time" })
    guard case .shares(let shares) = try Self.input("satisfaction.on_time", fit).value else {
      Issue.record("shares are a list")
      return
    }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(shares[0] > 0.8 && shares[2] < 0.15)
  }

  /// The whole way on simulated stores: inputs drawn from the laws before data, events by the delays of the day
  /// model; the 10 %, 90 % and 95 % bounds that are written hold as often as they say.
  ///
  /// 40 stores × 6 inputs = 240 independent inputs, 160 days each. Exact binomial tails of four counts, 8 of
  /// 1e-10: 8e-10 in all. Notices a delay forgotten or an interval half as wide.
  @Test func writtenRangesHoldTheTruth() throws {
    let operation = SampleOperation.operation()
    let paths: [(path: String, counter: DayCounter, days: ClosedRange<Int>)] = [
      ("demand.cancelled_before_shipping", .cancelled, 0...0),
      ("after_sales.disputes", .disputes, 3...9),
      ("after_sales.complaints", .complaintsMerchantFault, 1...5),
      ("after_sales.tickets", .tickets, 2...2),
      ("service_desk.bot.resolves", .botAnswered, 0...0),
      ("service_desk.contacts_per_order", .contacts, 0...0),
    ]
    var sampler = Sampler(seed: 12)
    var hits = [Int](repeating: 0, count: 4)
    let (stores, days) = (40, 160)
    for store in 0..<stores {
      var counts = [[DayCounter: Int]](repeating: [:], count: days)
      var truths: [String: Double] = [:]
      for (index, input) in paths.enumerated() {
        let definition = try #require(FittedCount.all.first { $0.path == input.path })
        let law = ConjugateLaw(
          definition.family,
          assumed: try #require(definition.assumed(operation))
        )
        sampler.seek(replication: store, process: 904, day: index, call: 0)
        truths[input.path] =
          law.family == .share
          ? sampler.beta(law.a, law.b) : sampler.gamma(shape: law.a, scale: 1 / law.b)
        for day in 0..<days { counts[day][input.counter] = 0 }
      }
      for day in 0..<days {
        sampler.seek(replication: store, process: 905, day: day, call: 0)
        let orders = sampler.poisson(mean: 150)
        let chats = sampler.poisson(
          mean: Double(orders) * (truths["service_desk.contacts_per_order"] ?? 0)
        )
        (counts[day][.orders], counts[day][.delivered]) = (orders, orders)
        counts[day][.contacts] = chats
        for input in paths where input.counter != .contacts {
          let all = input.counter == .botAnswered ? chats : orders
          for _ in 0..<sampler.binomial(trials: all, probability: truths[input.path] ?? 0) {
            let span = Double(input.days.count)
            let late = day + input.days.lowerBound + Int(sampler.uniform() * span)
            if late < days { counts[late][input.counter, default: 0] += 1 }
          }
        }
      }
      let history = StoreHistory(
        days: counts.enumerated().map {
          StoreHistory.Day(date: Self.start - days + $0.offset, counts: $0.element)
        }
      )
      let fit = HistoryFit(history, orders: nil, operation: operation, start: Self.start)
      for input in paths {
        let learnt = try Self.input(input.path, fit)
        let truth = truths[input.path] ?? 0
        guard case .range(let low, let high) = learnt.value, let wide = learnt.interval else {
          Issue.record("\(input.path) has no range")
          continue
        }
        let ends = [wide.lowerBound, low, high, wide.upperBound]
        for (end, bound) in ends.enumerated() where truth <= bound { hits[end] += 1 }
      }
    }
    for (count, probability) in zip(hits, [0.025, 0.1, 0.9, 0.975]) {
      let trials = stores * paths.count
      let below = Distributions.binomialCDF(count, trials: trials, probability: probability)
      let above = Distributions.binomialTail(count, trials: trials, probability: probability)
      #expect(min(below, above) > 1e-10, "\(probability): \(hits)")
    }
  }
}
