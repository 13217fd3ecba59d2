internal import Glibc
internal import StoreModel

/// How long parcels are on their way, as late deliveries tell it.
///
/// A late share is turned into the mean time that explains it (``TravelLaw``), its wandering logit into
/// wandering log transit time by the slope at the share of today. Busy days are slower by the courier's surge;
/// of a small store's parcels many travel on days that are busy by chance.
struct LearntTravel: Hashable, Sendable {
  /// Mean hours from first scan to signing that explain today's late share.
  let meanInHours: Double
  /// Today's late share, and log transit time measured from that mean.
  let lateShare: Double
  let level: LearntLevel

  private static let step = 0.1
  private static let greatestLogHours = log(1440.0)
  private static let reach = 0.25

  /// Explains a level of logits; `nil` where no time on the way does.
  init?(_ late: LearntLevel, courier: Courier, warehouse: Warehouse, demand: Demand) {
    let shipping = TravelLaw.daysToShip(by: warehouse)
    let loads = DayLoads(demand)
    let slowest = loads.all.reduce(0) { max($0, log1p(courier.surge * $1.excess)) }
    let shares = stride(
      from: 0,
      through: Self.greatestLogHours + slowest + Self.step,
      by: Self.step
    ).map { logHours in
      TravelLaw.lateShare(mean: exp(logHours), shock: 0, courier: courier, shipping: shipping)
    }
    func share(_ logHours: Double) -> Double {
      let lower = min(shares.count - 2, Int(logHours / Self.step))
      let part = logHours / Self.step - Double(lower)
      return shares[lower] + part * (shares[lower + 1] - shares[lower])
    }
    let nodes = stride(from: 0, through: Self.greatestLogHours, by: Self.step).map { logHours in
      let late = loads.all.reduce(0) {
        $0 + $1.share * share(logHours + log1p(courier.surge * $1.excess))
      }
      return (logHours: logHours, logit: Self.logit(min(max(late, 1e-12), 1 - 1e-12)))
    }
    let mean = late.mean
    guard let low = nodes.first?.logit, let high = nodes.last?.logit,
      mean - Self.reach > low, mean + Self.reach < high
    else { return nil }
    func logHours(_ logit: Double) -> Double {
      let logit = min(max(logit, low), high)
      let upper = nodes.dropFirst().firstIndex { $0.logit >= logit } ?? nodes.endIndex - 1
      let (before, after) = (nodes[upper - 1], nodes[upper])
      let rise = after.logit - before.logit
      let part = rise > 0 ? (logit - before.logit) / rise : 0
      return before.logHours + part * (after.logHours - before.logHours)
    }
    let centre = logHours(mean)
    let slope =
      (logHours(mean + Self.reach) - logHours(mean - Self.reach)) / (2 * Self.reach)
    meanInHours = exp(centre)
    lateShare = 1 / (1 + exp(-mean))
    level = LearntLevel(
      points: late.points.map { point in
        var scaled = point
        scaled.walkPerDay *= slope
        scaled.shockSD *= slope
        scaled.shock *= slope
        scaled.walk = logHours(point.walk + point.shock) - centre - scaled.shock
        scaled.walkVariance *= slope * slope
        scaled.covariance *= slope * slope
        scaled.shockVariance *= slope * slope
        return scaled
      }
    )
  }

  private static func logit(_ share: Double) -> Double { log(share / (1 - share)) }
}
