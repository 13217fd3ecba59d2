/// How often a measure lay where it was said to.
package struct MeasureCoverage: Hashable, Sendable {
  /// The pack of the measure.
  package var pack: String
  /// The name of the measure.
  package var measure: String
  /// What people read for it.
  package var english, chinese: String
  /// Number of claims decided.
  package var count = 0
  /// Values from the 25 % to the 75 % quantile, from the 5 % to the 95 % one, below, above.
  package var inHalf = 0, inNinety = 0, below = 0, above = 0

  /// The coverage of each measure among decided claims, in the order in which they come.
  package static func all(of claims: [JudgedMeasure]) -> [MeasureCoverage] {
    var order: [String] = []
    var found: [String: MeasureCoverage] = [:]
    for claim in claims {
      guard let truth = claim.truth else { continue }
      let told = claim.claim
      let key = "\(told.pack) \(told.measure)"
      if found[key] == nil { order.append(key) }
      var coverage =
        found[key]
        ?? MeasureCoverage(
          pack: told.pack,
          measure: told.measure,
          english: truth.english,
          chinese: truth.chinese
        )
      coverage.add(truth.value, to: told.quantiles)
      found[key] = coverage
    }
    return order.compactMap { found[$0] }
  }

  private mutating func add(_ value: Double, to quantiles: MeasureClaim.Quantiles) {
    count += 1
    if value >= quantiles.q25, value <= quantiles.q75 { inHalf += 1 }
    if value < quantiles.q05 {
      below += 1
    } else if value > quantiles.q95 {
      above += 1
    } else {
      inNinety += 1
    }
  }
}

/// Claims that cannot be decided, for one reason.
package struct UndecidedClaims: Hashable, Sendable {
  /// The reason.
  package var reason: OpenReason
  /// Number of claims.
  package var count: Int

  /// The reasons, the most frequent first.
  package static func all(_ reasons: [OpenReason]) -> [UndecidedClaims] {
    Dictionary(grouping: reasons) { $0 }.map { UndecidedClaims(reason: $0, count: $1.count) }
      .sorted { ($1.count, $0.reason.detail) < ($0.count, $1.reason.detail) }
  }
}
