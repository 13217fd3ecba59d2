import Glibc
import StoreModel

extension Operation {
  /// Days of the warm-up before the first day that windows read, after which what is under way is as on
  /// any other day (`docs/model.md` §1).
  ///
  /// At median inputs, 95 in 100 of the first day's orders are signed, then most of their buyers have
  /// asked for what they will within four days, and then come the lead-in days of after-sales work.
  var leadInDays: Int {
    let toShip = warehouse.payToShipMedianInHours.median * exp(1.645 * warehouse.payToShipSigma)
    let daysToShip = Int(min(Self.greatestTimeToShip, toShip / 24).rounded(.up))
    return daysToShip + daysToMostParcels + 4 + Plan.workLeadInDays
  }

  /// Most days to ship that are waited for.
  private static let greatestTimeToShip = 30.0

  /// Days from shipping until 95 in 100 parcels have arrived.
  private var daysToMostParcels: Int {
    let medians = InputScores(paths: [])
    var shares = [Double](repeating: 0, count: TransitLaw.greatestDelay + 1)
    for courier in couriers {
      var row: [Double] = []
      TransitLaw(courier: courier, inputs: medians).fill(&row, logFactor: 0)
      for delay in row.indices { shares[delay] += courier.share * row[delay] }
    }
    let most = 0.95 * shares.reduce(0, +)
    var arrived = 0.0
    return shares.firstIndex { share in
      arrived += share
      return arrived >= most
    } ?? 0
  }
}
