package import Sampling

/// Ratings to come within a horizon: of orders in transit and of orders not yet bought.
///
/// Only quick deliveries are rated soon, so the two groups differ, and a model of the level alone cannot see
/// it: on the Olist sample half of the ratings of the next 30 days came from orders already bought, with a
/// mean of 3.89 stars against 4.29 of the others.
package struct TransitPosterior: Sendable {
  /// How strongly the means follow the level, its deviation, and shocks common to all orders, in stars.
  ///
  /// The shocks are a quarter wider than what fitted tables need (.2 and .12): tables that were learnt
  /// before an origin are less sure than they look, and with .2 the 90 % band held 87 % on D1 to D5.
  static let knownPerDeviation = 0.2, knownPerLevel = 0.2, knownShock = 0.25
  static let newPerLevel = 0.1, newShock = 0.15, newShockShared = 0.6, newShockOwn = 0.8

  private let open: [Int]
  private let table: TransitTable
  private let tilts: [TiltTable]
  private let tiltIfBought: TiltTable
  private let means: [Double]
  private let meanErrors: [Double]
  private let meanIfBought: Double
  private let shockFactor: Double

  /// What is known of the orders open on a day.
  ///
  /// - Parameters:
  ///   - open: open orders in each ``TransitCell``.
  ///   - table: what became of such orders.
  ///   - level: the level of ratings before the day.
  ///   - shockFactor: what the common shocks are multiplied by.
  package init(
    open: [Int],
    table: TransitTable,
    level: LevelPosterior,
    shockFactor: Double = 1
  ) {
    self.open = open
    self.table = table
    self.shockFactor = shockFactor
    tilts = table.shares.map(TiltTable.init)
    tiltIfBought = TiltTable(table.sharesIfBought)
    let surplus = level.meanLevel - table.usualLevel
    let shift = Self.knownPerDeviation * level.meanDeviation + Self.knownPerLevel * surplus
    means = table.shares.map { StarMoments(of: $0).mean + shift }
    meanErrors = zip(table.shares, table.evidence).map { shares, evidence in
      (StarMoments(of: shares).variance / evidence).squareRoot()
    }
    meanIfBought = StarMoments(of: table.sharesIfBought).mean + Self.newPerLevel * surplus
  }

  /// Draws how many ratings come and the sum of their stars.
  ///
  /// `bought` holds the orders of each day of the horizon; the index of the draw and the ordinal of the first
  /// day are its position.
  package func draw(
    bought: [Int],
    replication: Int,
    day: Int,
    _ sampler: inout Sampler
  ) -> (ratings: Int, stars: Double) {
    let process = CalibrationProcess.self
    sampler.seek(replication: replication, process: process.transitShock, day: day, call: 0)
    let (shared, own) = (sampler.normal(), sampler.normal())
    var ratings = 0
    var stars = 0.0
    for cell in open.indices where open[cell] > 0 {
      sampler.seek(replication: replication, process: process.transitKnown, day: day, call: cell)
      let count = sampler.binomial(trials: open[cell], probability: table.chanceOfRating[cell])
      // What the cell's mean is not known to, beside the shock that all orders share.
      let error = meanErrors[cell] * sampler.normal()
      let mean = means[cell] + shockFactor * Self.knownShock * shared + error
      ratings += count
      stars += tilts[cell].starSum(of: count, mean: min(max(mean, 1), 5), &sampler)
    }
    var rated = 0
    for (ahead, orders) in bought.enumerated() where ahead < table.chanceIfBought.count {
      sampler.seek(replication: replication, process: process.transitNew, day: day, call: ahead + 1)
      rated += sampler.binomial(trials: orders, probability: table.chanceIfBought[ahead])
    }
    sampler.seek(replication: replication, process: process.transitNew, day: day, call: 0)
    let shock = Self.newShock * (Self.newShockShared * shared + Self.newShockOwn * own)
    let mean = min(max(meanIfBought + shockFactor * shock, 1), 5)
    return (ratings + rated, stars + tiltIfBought.starSum(of: rated, mean: mean, &sampler))
  }
}
