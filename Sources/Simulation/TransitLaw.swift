import Glibc
import StoreModel

/// How many days after shipping a courier's parcels arrive (`docs/model.md` §5).
///
/// A replication's own: it remembers what it has computed, since transit times wander slowly.
final class TransitLaw {
  /// Latest arrival counted, in days after shipping.
  static let greatestDelay = 45

  /// Hour of the day at which parcels leave the warehouse.
  static let departureHour = 18.0

  /// Standard normal quantiles at 1/16, 3/16, … 15/16.
  private static let pickupScores = [
    -1.5341205443525463, -0.8871465590188759, -0.4887764111146695, -0.1573106846101707,
    0.1573106846101707, 0.4887764111146695, 0.8871465590188759, 1.5341205443525463,
  ]

  private let pickupCount: Int

  /// Logarithms of the hours that each pickup leaves until the end of day 0, 1, … after shipping; of no
  /// hours they are −∞.
  private let logHours: [Double]
  private let zeta: Double
  private let sigma: Double
  private let stalls: Double
  private let stallContinues: Double

  /// Hours from departure to signing of a parcel that arrives some days after shipping.
  ///
  /// Whole days leave the hour open. Noon keeps the mean time on the way that of the law; what arrives
  /// on the evening of its departure takes the middle of what is left of the day.
  static func hoursToSigning(days: Int) -> Double {
    days == 0 ? (24 - departureHour) / 2 : 24 * Double(days) + 12 - departureHour
  }

  /// Probability that the first scan comes within 48 hours of shipping.
  let pickupOnTime: Double

  /// How long the first scan takes, computed when something asks for it.
  private(set) lazy var pickupTime = PickupTime(medianInHours: pickupMedian, sigma: pickupSigma)

  private let pickupMedian: Double
  private let pickupSigma: Double

  /// Days from the payment day to the promised day.
  let promiseInDays: Int

  init(courier: Courier, inputs: InputScores) {
    pickupMedian = inputs.value(courier.pickupMedianInHours)
    pickupSigma = courier.pickupSigma
    let pickupZeta = log(pickupMedian)
    let pickups = Self.pickupScores.map { exp(pickupZeta + courier.pickupSigma * $0) }
    pickupCount = pickups.count
    logHours = (0..<Self.greatestDelay).flatMap { delay in
      pickups.map { log(max(0, Double(delay + 1) * 24 - Self.departureHour - $0)) }
    }
    pickupOnTime = logNormalCDF(48, zeta: pickupZeta, sigma: courier.pickupSigma)
    sigma = max(courier.transitSigma, 1e-9)
    zeta = log(inputs.value(courier.transitMeanInHours)) - sigma * sigma / 2
    stalls = inputs.value(courier.stalls)
    stallContinues = 1 - 1 / max(1, courier.stallMeanInDays)
    promiseInDays = Int((courier.deliveryPromiseInHours / 24).rounded(.up))
  }

  /// Distribution functions of the day of arrival without stalls, at the nodes of a grid of log
  /// factors; empty where not yet asked for.
  private var nodes = [[Double]](repeating: [], count: 2 * TransitLaw.greatestNode + 1)

  /// Distance of two nodes in log transit time.
  private static let nodeDistance = 1.0 / 32

  /// Index of the last node: factors from e⁻⁵ to e⁵ are interpolated.
  private static let greatestNode = 160

  /// Writes the probabilities of arriving 0, 1, … days after shipping, for a factor on transit time.
  ///
  /// The distribution function is a cubic in the log factor through the four nearest nodes: at the
  /// distances of the nodes its error stays below 3·10⁻⁶ for σ ≥ 0.3 and grows as σ⁻⁴, so a narrower law
  /// is computed afresh.
  func fill(_ row: inout [Double], logFactor: Double) {
    let size = Self.greatestDelay + 1
    if row.count != size { row = [Double](repeating: 0, count: size) }
    let place = logFactor / Self.nodeDistance
    if sigma >= 0.3, abs(place) < Double(Self.greatestNode - 2) {
      interpolate(&row, at: place)
    } else {
      let reached = arrived(logFactor: logFactor)
      for delay in 0..<size { row[delay] = reached[delay] }
    }
    spread(&row)
  }

  /// Distribution function of the day of arrival without stalls; the last entry is 1.
  private func arrived(logFactor: Double) -> [Double] {
    let size = Self.greatestDelay + 1
    var reached = [Double](repeating: 1, count: size)
    NormalTable.withFunction { normalCDF in
      for delay in 0..<(size - 1) {
        var sum = 0.0
        for index in delay * pickupCount..<(delay + 1) * pickupCount {
          sum += normalCDF((logHours[index] - logFactor - zeta) / sigma)
        }
        reached[delay] = sum / Double(pickupCount)
        if reached[delay] >= 1 - 1e-12 { break }
      }
    }
    return reached
  }

  private func interpolate(_ row: inout [Double], at place: Double) {
    let first = Int(place.rounded(.down)) - 1
    let t = place - Double(first + 1)
    let (a, b, c) = (t + 1, t - 1, t - 2)
    let weights = (-t * b * c / 6, a * b * c / 2, -a * t * c / 2, a * t * b / 6)
    for node in first...(first + 3) where nodes[node + Self.greatestNode].isEmpty {
      nodes[node + Self.greatestNode] = arrived(logFactor: Double(node) * Self.nodeDistance)
    }
    let base = first + Self.greatestNode
    let (n0, n1) = (nodes[base], nodes[base + 1])
    let (n2, n3) = (nodes[base + 2], nodes[base + 3])
    let s0 = n0.span
    let s1 = n1.span
    let s2 = n2.span
    let s3 = n3.span
    precondition(min(s0.count, s1.count, s2.count, s3.count) >= row.count, "a node is too short")
    var cells = row.mutableSpan
    for delay in cells.indices {
      let value =
        weights.0 * s0[unchecked: delay] + weights.1 * s1[unchecked: delay]
        + weights.2 * s2[unchecked: delay] + weights.3 * s3[unchecked: delay]
      let isCertain = (s0[unchecked: delay] == 1) && (s3[unchecked: delay] == 1)
      cells[unchecked: delay] = isCertain ? 1 : value
    }
  }

  /// Turns a distribution function into probabilities in which some parcels stall.
  private func spread(_ row: inout [Double]) {
    var reached = 0.0
    var stalled = 0.0
    var moving = 0.0
    var sum = 0.0
    for delay in 0..<(row.count - 1) {
      let upTo = min(1, max(reached, row[delay]))
      stalled = stallContinues * stalled + (1 - stallContinues) * moving
      moving = upTo - reached
      row[delay] = (1 - stalls) * moving + stalls * stalled
      sum += row[delay]
      reached = upTo
    }
    row[row.count - 1] = max(0, 1 - sum)
  }
}
