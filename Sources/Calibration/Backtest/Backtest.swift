internal import Sampling
package import StoreModel

/// Forecasts from past dates, checked against what happened.
///
/// Each method sees at an origin what is dated before it and nothing else. Draws depend on the seed, the
/// store's name, the origin and the index of the draw, so neither other stores nor threads change them.
package struct Backtest: Sendable {
  /// A store to check.
  package struct Store: Sendable {
    /// Its daily numbers.
    package var series: StoreSeries
    /// Its orders one by one; `nil` where no file tells them.
    package var orders: [OrderRecord]?

    /// Creates a store.
    package init(series: StoreSeries, orders: [OrderRecord]? = nil) {
      self.series = series
      self.orders = orders
    }
  }

  /// What is asked.
  package let settings: BacktestSettings
  /// The stores.
  package let stores: [Store]

  private let learner: TransitLearner?

  /// Creates a backtest.
  package init(_ stores: [Store], settings: BacktestSettings = BacktestSettings()) {
    self.stores = stores
    self.settings = settings
    let orders = stores.compactMap(\.orders)
    // What became of orders is learnt from all stores together, always from before the origin.
    learner =
      orders.isEmpty
      ? nil : TransitLearner(orders: orders.flatMap(\.self), horizon: settings.horizon)
  }

  private struct Job: Sendable {
    var store: Int
    var origin: Int
    var targets: [BacktestTarget]
  }

  /// Scores of every method at every origin, by store, origin, target and method.
  ///
  /// `threads` origins are forecast at the same time; the scores do not depend on it.
  package func scores(threads: Int) async -> [OriginScore] {
    let jobs = jobs
    let drifts = settings.calibrates ? DriftChoice.factors : [1]
    let fits = await spread(stores.indices.flatMap { store in drifts.map { (store, $0) } }, threads)
    {
      store,
      drift in
      StoreFit(
        stores[store].series,
        origins: jobs.filter { $0.store == store }.map(\.origin),
        drift: drift
      )
    }
    let found = await spread(jobs.map { ($0, ()) }, threads) { job, _ in
      scores(of: job, fits: Array(fits[(job.store * drifts.count)...].prefix(drifts.count)), drifts)
    }
    let candidates = found.flatMap(\.self)
    guard settings.calibrates else { return candidates }
    return DriftChoice(horizon: settings.horizon).chosen(candidates)
  }

  /// The dates on which rule events of a store are forecast so many days ahead.
  package func ruleOrigins(ofStore store: Int, days: Int) -> [CalendarDay] {
    var settings = settings
    settings.horizon = days
    let series = stores[store].series
    return OriginRule(series: series, settings: settings).ruleOrigins.map { series.firstDay + $0 }
  }

  private var jobs: [Job] {
    stores.indices.flatMap { store in
      let rule = OriginRule(series: stores[store].series, settings: settings)
      let origins = BacktestTarget.allCases.map { ($0, Set(rule.origins($0))) }
      return rule.candidates.compactMap { origin in
        let targets = origins.filter { $0.1.contains(origin) }.map(\.0)
        return targets.isEmpty ? nil : Job(store: store, origin: origin, targets: targets)
      }
    }
  }

  private func scores(of job: Job, fits: [StoreFit], _ drifts: [Double]) -> [OriginScore] {
    let store = stores[job.store]
    let rule = OriginRule(series: store.series, settings: settings)
    var sampler = Sampler(seed: StoreSeed.seed(settings.seed, store: store.series.name))
    let day = store.series.firstDay + job.origin
    let table = store.orders == nil ? nil : learner?.table(before: day)
    let past = (job.origin - RatingForecast.windowInDays)..<job.origin
    var scores: [OriginScore] = []
    for target in job.targets {
      let place = OriginScore.Place(
        store: job.store,
        origin: day,
        target: target,
        basis: rule.basis(target, in: past)
      )
      for (fit, drift) in zip(fits, drifts) {
        guard let knowledge = fit.knowledge[job.origin] else { continue }
        let contest = target.contest(
          on: ContestGround(
            rule: rule,
            origin: job.origin,
            place: place,
            knowledge: knowledge
          ),
          transit: table.map { table in
            TransitPosterior(
              open: Self.open(store.orders ?? [], on: day),
              table: table,
              level: knowledge.level,
              shockFactor: drift
            )
          }
        )
        var own = contest.own(&sampler)
        let simple = drift == 1 ? contest.simple(&sampler) : []
        for index in own.indices { own[index].drift = drift }
        scores += own + simple
      }
    }
    return scores
  }

  private static func open(_ orders: [OrderRecord], on day: CalendarDay) -> [Int] {
    orders.reduce(into: Array(repeating: 0, count: TransitCell.allCases.count)) { open, order in
      if order.isOpen(on: day) { open[TransitCell(of: order, before: day).rawValue] += 1 }
    }
  }

  /// Works on items at the same time and returns what came of them in their order.
  private func spread<First: Sendable, Second: Sendable, Result: Sendable>(
    _ items: [(First, Second)],
    _ threads: Int,
    _ work: @escaping @Sendable (First, Second) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results: [Result?] = items.map { _ in nil }
      var next = 0
      func start() {
        guard next < items.count else { return }
        let (index, item) = (next, items[next])
        next += 1
        group.addTask { (index, work(item.0, item.1)) }
      }
      for _ in 0..<max(1, threads) { start() }
      for await (index, result) in group {
        results[index] = result
        start()
      }
      return results.compactMap(\.self)
    }
  }
}

/// Seeds that differ by store.
package enum StoreSeed {
  /// The seed mixed with the store's name (FNV-1a, then the finalizer of splitmix64).
  package static func seed(_ seed: UInt64, store name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixed = hash &+ seed &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
