import Calibration
import StoreModel
import Testing

@Suite struct BacktestTests {
  private func scores(
    _ histories: [StoreHistory],
    orders: [OrderRecord]? = nil,
    settings: BacktestSettings = SampleStore.settings,
    threads: Int = 1
  ) async -> [OriginScore] {
    let stores = histories.enumerated().map {
      Backtest.Store(series: StoreSeries(name: "store \($0)", history: $1), orders: orders)
    }
    return await Backtest(stores, settings: settings).scores(threads: threads)
  }

  @Test func threadsDoNotMatter() async {
    var settings = SampleStore.settings
    settings.calibrates = true
    let histories = [SampleStore.history(days: 250), SampleStore.history(days: 300)]
    let orders = SampleStore.orders(days: 300)
    let one = await scores(histories, orders: orders, settings: settings)
    #expect(await scores(histories, orders: orders, settings: settings, threads: 3) == one)
    #expect(Set(one.map(\.target)) == Set(BacktestTarget.allCases))
  }

  @Test func otherStoresDoNotMatter() async {
    let history = SampleStore.history(days: 250)
    let alone = await scores([history])
    let beside = await scores([history, SampleStore.history(days: 200)])
    #expect(beside.filter { $0.store == 0 } == alone)
  }

  /// Every value dated on or after the origin is replaced; no forecast may notice.
  @Test func noForecastSeesTheFuture() async throws {
    let (days, cut) = (250, 150)
    let orders = SampleStore.orders(days: days)
    let before = await scores([SampleStore.history(days: days)], orders: orders)
    let planted = SampleStore.history(days: days) { day, counts in
      guard day >= cut else { return }
      for counter in counts.keys { counts[counter] = 977 }
    }
    let plantedOrders = orders.map { order in
      let origin = SampleStore.firstDay + cut
      var order = order
      if order.purchased >= origin { order.promised = order.purchased + 2 }
      if let shipped = order.shipped, shipped >= origin { order.shipped = shipped + 40 }
      if let delivered = order.delivered, delivered >= origin { order.delivered = delivered + 40 }
      if let reviewed = order.reviewed, reviewed >= origin {
        order.reviewed = reviewed + 40
        order.stars = 1
      }
      return order
    }
    let after = await scores([planted], orders: plantedOrders)
    let origin = SampleStore.firstDay + cut
    #expect(Set(after.map(\.method)) == Set(BacktestMethod.allCases))
    for score in before where score.origin <= origin {
      let twin = try #require(
        after.first {
          $0.origin == score.origin && $0.method == score.method && $0.target == score.target
        }
      )
      #expect(twin.quantiles == score.quantiles, "\(score.method) \(score.target)")
      #expect(twin.mean == score.mean)
    }
    let moved = zip(before, after).filter { $0.0.origin > origin }
    #expect(moved.allSatisfy { $0.0.quantiles != $0.1.quantiles })
  }

  @Test func originsBeginAfterNinetyDaysAndEndBeforeTheTarget() async {
    let found = await scores([SampleStore.history(days: 210)])
    let origins = Set(
      found.filter { $0.target == .starMean }.map { $0.origin - SampleStore.firstDay }
    )
    #expect(origins == [90, 120, 150, 180])
    #expect(await scores([SampleStore.history(days: 119)]).isEmpty)
    #expect(await scores([StoreHistory(days: [])]).isEmpty)
  }

  @Test func rowsAfterTheLastOrderOnlyFinishWhatWasSold() async {
    let history = SampleStore.history(days: 260) { day, counts in
      if day > 200 { counts[.orders] = 0 }
    }
    let found = await scores([history])
    func last(_ target: BacktestTarget) -> Int? {
      found.filter { $0.target == target }.map { $0.origin - SampleStore.firstDay }.max()
    }
    #expect(last(.starMean) == 180)
    #expect(last(.orderTotal) == 150)
  }

  @Test func aMissingColumnLeavesTheOtherTargets() async {
    let history = SampleStore.history(days: 210) { _, counts in
      counts[.reviews3] = nil
      counts[.deliveredLate] = nil
    }
    #expect(Set(await scores([history]).map(\.target)) == [.orderTotal])
  }

  @Test func unobservedDaysAreLeftOutOfForecastAndOutcome() async throws {
    let gaps = SampleStore.history(days: 250) { day, counts in
      if day % 5 == 2 { counts = [:] }
    }
    let found = await scores([gaps])
    let full = await scores([SampleStore.history(days: 250)])
    func total(_ scores: [OriginScore]) throws -> OriginScore {
      try #require(scores.first { $0.target == .orderTotal && $0.method == .storecast })
    }
    #expect(try total(found).outcome < total(full).outcome)
    let share = try total(found).mean / total(full).mean
    #expect(abs(share - 0.8) < 0.1)
  }

  @Test func persistenceSaysThatNothingChanges() async throws {
    let found = await scores([SampleStore.history(days: 210)])
    let score = try #require(found.first { $0.method == .persistence && $0.target == .starMean })
    #expect(score.crps == abs(score.mean - score.outcome))
    #expect(score.crps == score.absoluteError)
    #expect(score.band(0.9).lowerBound == score.band(0.9).upperBound)
  }

  @Test func aSummaryAddsUp() async throws {
    let found = await scores([SampleStore.history(days: 250), SampleStore.history(days: 220)])
    let stars = found.filter { $0.target == .starMean }
    let summary = try #require(
      MethodSummary(stars, method: .storecast, line: 4.5, draws: 60, stores: 2)
    )
    let own = stars.filter { $0.method == .storecast }
    #expect(summary.origins == own.count)
    #expect(abs(summary.crps.mean - own.reduce(0) { $0 + $1.crps } / Double(own.count)) < 1e-12)
    #expect(summary.coverage.map(\.count) == Array(repeating: own.count, count: 4))
    #expect(zip(summary.widths, summary.widths.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(abs(summary.transform.bins.reduce(0, +) - Double(own.count)) < 1e-9)
    #expect(summary.belowLine?.count == own.count)
    #expect(MethodSummary(stars, method: .weekdayBootstrap, line: 4.5, draws: 60, stores: 2) == nil)
  }

  /// A store whose ratings turn round every 25 days outruns any level: its bands hold too little.
  @Test func driftIsWidenedWhereEarlierBandsFailedAndOnlyThere() async throws {
    var settings = SampleStore.settings
    settings.step = 10
    let history = SampleStore.history(days: 700) { day, counts in
      let isGood = day / 25 % 2 == 0
      (counts[.reviews1], counts[.reviews5]) = isGood ? (0, 8) : (8, 0)
    }
    let usual = await scores([history], settings: settings)
    settings.calibrates = true
    let widened = await scores([history], settings: settings)
    func own(_ scores: [OriginScore]) -> [OriginScore] {
      scores.filter { $0.method == .storecast && $0.target == .starMean }
    }
    #expect(own(widened).count == own(usual).count)
    #expect(own(usual).allSatisfy { $0.drift == 1 })
    // Twenty outcomes have to be known first: origins 90 to 280 and 30 days more.
    let early = own(widened).filter { $0.origin - SampleStore.firstDay < 310 }
    #expect(early == Array(own(usual).prefix(early.count)))
    let found = own(widened).contains { $0.drift > 1 }
    let held = own(usual).count { $0.band(0.9).contains($0.outcome) }
    #expect(found == (held * 10 < own(usual).count * 7), "\(held) of \(own(usual).count)")
    for (wide, narrow) in zip(own(widened), own(usual)) where wide.drift > 1 {
      #expect(wide.quantiles != narrow.quantiles)
      #expect(wide.outcome == narrow.outcome)
    }
  }
}
