import StoreModel

/// Shares of happy, neutral and unhappy buyers for each way an order can go.
struct SatisfactionTable: Sendable {
  /// Number of lateness types: on time, 1–2 days, 3 or more, 3 or more and already reviewed.
  static let latenessTypes = 4

  /// Number of classes: happy, neutral, unhappy.
  static let classes = 3

  private let rows: [[Double]]
  private let slowReplyShare: Double

  init(_ satisfaction: Satisfaction) {
    rows = [
      satisfaction.onTime, satisfaction.lateOneToTwoDays, satisfaction.lateThreePlusDays,
      satisfaction.lateThreePlusDays, satisfaction.defect,
    ]
    slowReplyShare = satisfaction.slowReplyPoints
  }

  /// Shares of the three classes.
  struct Shares {
    var happy: Double
    var neutral: Double
    var unhappy: Double

    /// The shares when some of the orders go another way.
    func mixed(with other: Shares, share: Double) -> Shares {
      Shares(
        happy: happy + share * (other.happy - happy),
        neutral: neutral + share * (other.neutral - neutral),
        unhappy: unhappy + share * (other.unhappy - unhappy)
      )
    }
  }

  func shares(lateness: Int, isDefective: Bool, isSlow: Bool) -> Shares {
    let row = rows[isDefective ? 4 : lateness]
    let moved = isSlow ? min(row[0], slowReplyShare) : 0
    return Shares(happy: row[0] - moved, neutral: row[1], unhappy: row[2] + moved)
  }
}

/// How orders of a store go on an ordinary day: the mix to which overall rates are scaled.
///
/// It is the baseline's at its median inputs, without incidents and slow replies, and does not
/// change with alternatives: a better courier makes fewer buyers unhappy and so lowers disputes.
struct OutcomeMix: Sendable {
  /// Share of orders in each class, [defective][class].
  let shares: [[Double]]

  /// Share of orders in each class.
  let classShares: [Double]

  init(operation: Operation, inputs: InputScores) {
    let waits = Self.daysUntilShipped(operation, inputs: inputs)
    var lateness = [Double](repeating: 0, count: 3)
    var row: [Double] = []
    for courier in operation.couriers {
      let law = TransitLaw(courier: courier, inputs: inputs)
      law.fill(&row, logFactor: 0)
      let share = courier.share * (1 - inputs.value(courier.lost))
      for (wait, waits) in waits.enumerated() {
        for (delay, arrives) in row.enumerated() {
          let days = wait + delay - law.promiseInDays
          lateness[days <= 0 ? 0 : days <= 2 ? 1 : 2] += share * waits * arrives
        }
      }
    }
    let delivered = lateness.reduce(0, +)
    if delivered > 0 { lateness = lateness.map { $0 / delivered } }
    let table = SatisfactionTable(operation.satisfaction)
    let defects = inputs.value(operation.quality.defects)
    var shares = [[Double]](repeating: [0, 0, 0], count: 2)
    for late in 0..<3 {
      for (defective, weight) in [(0, 1 - defects), (1, defects)] {
        let row = table.shares(lateness: late, isDefective: defective == 1, isSlow: false)
        shares[defective][0] += lateness[late] * weight * row.happy
        shares[defective][1] += lateness[late] * weight * row.neutral
        shares[defective][2] += lateness[late] * weight * row.unhappy
      }
    }
    self.shares = shares
    classShares = (0..<3).map { shares[0][$0] + shares[1][$0] }
  }

  /// Probabilities of shipping 0, 1, … days after payment when only readiness and closed weekdays
  /// make orders wait.
  private static func daysUntilShipped(_ operation: Operation, inputs: InputScores) -> [Double] {
    let profile = operation.orderProfile
    let readiness = profile.distinct.map {
      ReadinessTable(
        warehouse: operation.warehouse,
        medianInHours: inputs.value(operation.warehouse.payToShipMedianInHours),
        limitsInHours: [],
        profile: $0
      ).probabilities
    }
    let closed = operation.warehouse.closedWeekdays
    let weekdays = operation.demand.weekdayFactors
    let total = weekdays.reduce(0, +)
    let canClose = !closed.isEmpty && closed.count < 7
    guard canClose || readiness.count > 1, total > 0 else { return readiness[0] }
    let longest = readiness.reduce(0) { max($0, $1.count) }
    var waits = [Double](repeating: 0, count: longest + 7)
    for (weekday, factor) in weekdays.enumerated() {
      for (offset, ready) in readiness[profile.indices[weekday]].enumerated() {
        let open = (offset..<offset + 7).first { !closed.contains((weekday + $0) % 7) }
        let wait = open ?? offset
        waits[wait] += ready * factor / total
      }
    }
    return waits
  }
}
