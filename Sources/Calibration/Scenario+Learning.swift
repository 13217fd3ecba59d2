internal import Glibc
package import StoreModel

/// A scenario that begins where its history says.
extension Scenario {
  /// What of a scenario its history has told.
  package struct Learnt: Hashable, Sendable {
    /// Orders of an ordinary day: their level, and its standard deviation as a share of it; `nil` where
    /// the scenario gives its own or the history is too short.
    package var ordersPerDay: (level: Double, deviation: Double)? {
      orders.map { (exp($0.mean), $0.standardDeviation) }
    }
    /// The mean star and its standard deviation, in stars; `nil` as before.
    package var meanStar: (level: Double, deviation: Double)? {
      stars.map { ($0.mean, $0.standardDeviation) }
    }
    /// Mean hours on the way and the late share that they explain; `nil` as before.
    package var travel: (meanInHours: Double, lateShare: Double)? {
      way.map { ($0.meanInHours, $0.lateShare) }
    }
    fileprivate var way: LearntTravel?
    fileprivate var orders: LearntLevel?
    fileprivate var stars: LearntLevel?
  }

  /// Starts the levels of orders and ratings where the history before the start leaves them.
  ///
  /// Orders are learnt where the scenario leaves `demand.orders_per_day` to the history and gives no
  /// spread of its own; spikes, which the history's days hold already, then come from it alone. Stars
  /// are learnt where `uncertainty.stars` is left out, late deliveries where `uncertainty.late` and the only
  /// courier's time on the way are.
  ///
  /// - Returns: what was learnt.
  package mutating func startFromHistory() -> Learnt {
    var learnt = Learnt()
    guard let history else { return learnt }
    let learning = HistoryLearning(history: history, before: start)
    let before = operation
    if let orders = learning.orders, leavesOrdersToHistory {
      learnt.orders = orders
      let level = exp(orders.mean)
      let leavesWeekdays = assumptions.contains { $0.path == "demand.weekday" }
      change(where: { $0.demand.ordersPerDay == before.demand.ordersPerDay }) {
        $0.demand.ordersPerDay.law = .known(level)
        if leavesWeekdays { $0.demand.weekdayFactors = learning.weekdayFactors }
        $0.demand.spikesPerMonth.law = .known(0)
        $0.demand.learntLevel = orders.measured(from: orders.mean)
      }
    }
    if let stars = learning.stars,
      isLeftOut("uncertainty.stars.", ["walk", "shock", "half_life", "level"]),
      let reference = history.meanStar(of: history.starStream(before: start), before: start)
    {
      learnt.stars = stars
      change(where: { $0.shocks == before.shocks }) {
        $0.shocks.learntStars = stars.measured(from: reference)
      }
    }
    if let late = learning.late, let courier = onlyCourierLeftToHistory,
      let way = LearntTravel(
        late,
        courier: courier,
        warehouse: operation.warehouse,
        demand: operation.demand
      )
    {
      learnt.way = way
      change(where: { $0.couriers == before.couriers }) {
        $0.couriers[0].transitMeanInHours.law = .known(way.meanInHours)
        $0.shocks.learntLate = way.level
      }
    }
    return learnt
  }

  /// Changes the operation, and those of alternatives that leave alone what is changed.
  private mutating func change(
    where isAlike: (Operation) -> Bool,
    _ edit: (inout Operation) -> Void
  ) {
    let alike = alternatives.map { isAlike($0.operation) }
    edit(&operation)
    for index in alternatives.indices where alike[index] { edit(&alternatives[index].operation) }
  }

  private var leavesOrdersToHistory: Bool {
    let given = assumptions.first { $0.path == "demand.orders_per_day" }
    return given?.origin == "history"
      && [
        "demand.dispersion", "demand.walk", "demand.shock", "demand.shock_half_life",
        "demand.spikes.per_month",
      ].allSatisfy { path in
        assumptions.contains { $0.path == path }
      }
  }

  private var onlyCourierLeftToHistory: Courier? {
    guard operation.couriers.count == 1, let courier = operation.couriers.first,
      isLeftOut("uncertainty.late.", ["walk", "shock", "half_life"]),
      assumptions.contains(where: { $0.path == courier.transitMeanInHours.path })
    else { return nil }
    return courier
  }

  private func isLeftOut(_ prefix: String, _ keys: [String]) -> Bool {
    keys.allSatisfy { key in assumptions.contains { $0.path == prefix + key } }
  }
}
