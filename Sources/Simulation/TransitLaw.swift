import Glibc
import StoreModel

/// How many days after shipping a courier's parcels arrive (`docs/model.md` §5).
struct TransitLaw: Sendable {
  /// Latest arrival counted, in days after shipping.
  static let greatestDelay = 45

  /// Hour of the day at which parcels leave the warehouse.
  static let departureHour = 18.0

  /// Standard normal quantiles at 1/16, 3/16, … 15/16.
  private static let pickupScores = [
    -1.5341205443525463, -0.8871465590188759, -0.4887764111146695, -0.1573106846101707,
    0.1573106846101707, 0.4887764111146695, 0.8871465590188759, 1.5341205443525463,
  ]

  private let pickupsInHours: [Double]
  private let zeta: Double
  private let sigma: Double
  private let stalls: Double
  private let stallContinues: Double

  /// Probability that the first scan comes within 48 hours of shipping.
  let pickupOnTime: Double

  /// Days from the payment day to the promised day.
  let promiseInDays: Int

  init(courier: Courier, inputs: InputScores) {
    let pickupZeta = log(inputs.value(courier.pickupMedianInHours))
    pickupsInHours = Self.pickupScores.map { exp(pickupZeta + courier.pickupSigma * $0) }
    pickupOnTime = logNormalCDF(48, zeta: pickupZeta, sigma: courier.pickupSigma)
    sigma = max(courier.transitSigma, 1e-9)
    zeta = log(inputs.value(courier.transitMeanInHours)) - sigma * sigma / 2
    stalls = inputs.value(courier.stalls)
    stallContinues = 1 - 1 / max(1, courier.stallMeanInDays)
    promiseInDays = Int((courier.deliveryPromiseInHours / 24).rounded(.up))
  }

  /// Writes the probabilities of arriving 0, 1, … days after shipping, for a factor on transit time.
  func fill(_ row: inout [Double], logFactor: Double) {
    let size = Self.greatestDelay + 1
    if row.count != size { row = [Double](repeating: 0, count: size) }
    var reached = 0.0
    var stalled = 0.0
    var moving = 0.0
    for delay in 0..<size {
      var upTo = 1.0
      if delay < size - 1 && reached < 1 - 1e-12 {
        upTo = 0
        for pickup in pickupsInHours {
          let hours = Double(delay + 1) * 24 - Self.departureHour - pickup
          if hours > 0 { upTo += normalCDF((log(hours) - logFactor - zeta) / sigma) }
        }
        upTo /= Double(pickupsInHours.count)
      }
      stalled = stallContinues * stalled + (1 - stallContinues) * moving
      moving = max(0, upTo - reached)
      row[delay] = (1 - stalls) * moving + stalls * stalled
      reached = max(reached, upTo)
    }
    row[size - 1] = max(0, 1 - row[0..<(size - 1)].reduce(0, +))
  }
}
