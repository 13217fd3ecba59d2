/// When the parcels that a courier takes on one day arrive, as weights of one multinomial.
struct CourierDay: Sendable {
  /// Probabilities of arriving 0, 1, … days after shipping, but for an incident.
  private var row: [Double] = []

  /// The same as shares of all parcels, lost ones too, under the odds of the day.
  private var shares: [Double] = []

  /// The promised delay for which the shares stand; `nil` where they are of another day.
  private var promised: Int?

  /// Weights of arriving after 0, 1, … days, of being lost, and of arriving so late that a review may
  /// come before.
  private(set) var weights: [Double] = []

  /// Turns to a day with a factor on transit time.
  mutating func begin(_ law: TransitLaw, logFactor: Double) {
    law.fill(&row, logFactor: logFactor)
    promised = nil
  }

  /// Weighs parcels that were promised after some days, where `lateOdds` is a factor on the odds of
  /// coming later.
  ///
  /// A share of those that arrive after `first`, `first` + 1, … days is reviewed before.
  mutating func weigh(
    promised: Int,
    reviewedFrom first: Int,
    share: Double,
    lateOdds: Double,
    lost: Double
  ) {
    // Usual odds do not ask what is late, so that all parcels of the day have the same shares.
    let split = lateOdds == 1 ? 0 : promised
    if split != self.promised {
      self.promised = split
      divide(at: split, lateOdds: lateOdds, lost: lost)
    }
    let days = shares.count
    let size = days + 1 + max(0, days - first)
    if weights.count > size { weights.removeLast(weights.count - size) }
    while weights.count < size { weights.append(0) }
    let shares = shares
    var weight = weights.mutableSpan
    let early = min(first, days)
    for delay in 0..<early { weight[delay] = shares[delay] }
    weight[days] = lost
    for delay in early..<days { weight[delay] = shares[delay] * (1 - share) }
    let shift = days + 1 - first
    for delay in early..<days { weight[delay &+ shift] = shares[delay] * share }
  }

  private mutating func divide(at promised: Int, lateOdds: Double, lost: Double) {
    if shares.count != row.count { shares = row }
    let row = row
    var cells = shares.mutableSpan
    var mass = 0.0
    for delay in row.indices {
      cells[delay] = delay > promised ? row[delay] * lateOdds : row[delay]
      mass += cells[delay]
    }
    let scale = (1 - lost) / mass
    for delay in cells.indices { cells[delay] *= scale }
  }
}
