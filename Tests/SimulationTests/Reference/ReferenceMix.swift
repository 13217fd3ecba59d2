import StoreModel

/// The mix of satisfaction classes of the baseline at its median inputs, without incidents and slow
/// replies: shipping waits for neither capacity nor load.
struct ReferenceMix {
  /// Propensity of happy, neutral and unhappy buyers to claim: an assumption of the model.
  static let propensities = [0.25, 1, 4]

  /// Chance of lateness 0, one or two, three or more days.
  let lateness: [Double]
  /// Joint chance of [not defective, defective] and class.
  let joint: [[Double]]
  /// Chance of each class.
  var classes: [Double] { (0..<3).map { joint[0][$0] + joint[1][$0] } }

  init(operation: Operation) {
    var none: ReferenceGenerator?
    let medians = ReferenceInputs(operation: operation, generator: &none)
    let waits = Self.daysUntilShipped(
      operation,
      ReferenceReadiness(operation: operation, payToShipMedian: medians.payToShipMedian)
    )
    var lateness = [0.0, 0, 0]
    for (courier, values) in zip(operation.couriers, medians.couriers) {
      let weight = courier.share * (1 - values.lost)
      let parcel = ReferenceParcel(courier: courier, values: values)
      let chances = parcel.dayChances()
      for (wait, ofWait) in waits.enumerated() {
        for (day, ofDay) in chances.enumerated() {
          let late = wait + day - parcel.promisedDays
          lateness[late <= 0 ? 0 : late <= 2 ? 1 : 2] += weight * ofWait * ofDay
        }
      }
    }
    let total = lateness.reduce(0, +)
    self.lateness = lateness.map { $0 / total }
    let defects = min(1, medians.defects)
    let rows = [
      operation.satisfaction.onTime, operation.satisfaction.lateOneToTwoDays,
      operation.satisfaction.lateThreePlusDays,
    ]
    var joint = [[0.0, 0, 0], [0.0, 0, 0]]
    for kind in 0..<3 {
      for type in 0..<3 {
        joint[0][kind] += (1 - defects) * self.lateness[type] * rows[type][kind]
      }
      joint[1][kind] = defects * operation.satisfaction.defect[kind]
    }
    self.joint = joint
  }

  /// Days from payment to shipping over the payment weekdays, closed ones included.
  private static func daysUntilShipped(
    _ operation: Operation,
    _ readiness: ReferenceReadiness
  ) -> [Double] {
    let closed = operation.warehouse.closedWeekdays
    let isAlike = operation.demand.liveShows.isEmpty
    if isAlike, closed.isEmpty || closed.count == 7 { return readiness.dayChances() }
    let same = isAlike ? readiness.dayChances() : []
    let factors = operation.demand.weekdayFactors
    let total = factors.reduce(0, +)
    var chances = Array(repeating: 0.0, count: 31 + 7)
    for (weekday, factor) in factors.enumerated() {
      let ready = isAlike ? same : readiness.dayChances(weekday: weekday)
      for (days, chance) in ready.enumerated() {
        var shipped = days
        while closed.count < 7, closed.contains((weekday + shipped) % 7) { shipped += 1 }
        chances[shipped] += chance * factor / total
      }
    }
    return chances
  }

  /// Rates by class, at most 0.95, whose mean over the mix of those who did not claim otherwise
  /// `before` is `overall`.
  func rates(overall: Double, before: [Double] = [0, 0, 0]) -> [Double] {
    let classes = zip(self.classes, before).map { $0 * (1 - $1) }
    func rates(_ scale: Double) -> [Double] { Self.propensities.map { min(0.95, $0 * scale) } }
    let scale = Self.root(of: overall) { scale in
      zip(classes, rates(scale)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return rates(scale)
  }

  /// Chance that a claim's first reason is quality: [not defective, defective], ratio 1 : 20.
  func qualityReasons(overall: Double, refundOnly: [Double], returns: [Double]) -> [Double] {
    func reasons(_ scale: Double) -> [Double] { [min(0.95, scale), min(0.95, 20 * scale)] }
    let scale = Self.root(of: overall) { scale in
      let chances = reasons(scale)
      var share = 0.0
      for state in 0..<2 {
        for kind in 0..<3 {
          let claim = 1 - (1 - refundOnly[kind]) * (1 - returns[kind])
          share += joint[state][kind] * claim * chances[state]
        }
      }
      return share
    }
    return reasons(scale)
  }

  /// The scale at which a rising function reaches `target`, or the largest tried.
  private static func root(of target: Double, _ function: (Double) -> Double) -> Double {
    var low = 0.0
    var high = 4.0
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if function(middle) < target { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
