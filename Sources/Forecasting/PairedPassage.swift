/// An event in pairs of replications: in both, in one, in neither.
package struct PairedPassage: Equatable, Sendable {
  /// Pairs.
  package private(set) var count = 0
  /// Pairs in which both have the event by the horizon.
  package private(set) var both = 0
  /// Pairs in which only the baseline has it.
  package private(set) var onlyBaseline = 0
  /// Pairs in which only the alternative has it.
  package private(set) var onlyAlternative = 0
  /// Pairs whose first days differ, never being a day of its own.
  package private(set) var differing = 0

  private var clusters: ClusterSums

  /// An event of which no pair is known.
  package init(clusters: Int = 1) {
    self.clusters = ClusterSums(clusters: clusters)
  }

  /// Adds a pair of first days, negative for never.
  package mutating func add(baseline first: Int, alternative second: Int, cluster: Int = 0) {
    count += 1
    clusters.add((second >= 0 ? 1 : 0) - (first >= 0 ? 1 : 0), cluster: cluster)
    switch (first >= 0, second >= 0) {
    case (true, true): both += 1
    case (true, false): onlyBaseline += 1
    case (false, true): onlyAlternative += 1
    case (false, false): break
    }
    if first != second { differing += 1 }
  }

  /// Adds the pairs of another tally of the same event.
  package mutating func merge(_ other: Self) {
    count += other.count
    both += other.both
    onlyBaseline += other.onlyBaseline
    onlyAlternative += other.onlyAlternative
    differing += other.differing
    clusters.merge(other.clusters)
  }

  /// The difference of the two probabilities.
  ///
  /// The standard error is McNemar's, √(b + c − (b − c)²/n) / n. The interval is Agresti and Min's
  /// (2005), which adds half a pair to each of the four cells, since with few discordant pairs the
  /// plain one is too short; where no pair differs it is [0, 0].
  package var probability: PairedDifference {
    guard count > 0 else { return .none }
    let n = Double(count)
    let (b, c) = (Double(onlyBaseline), Double(onlyAlternative))
    let first = Double(both + onlyBaseline) / n
    let second = Double(both + onlyAlternative) / n
    let plain = Self.standardError(b, c, n)
    let ratio = clusters.varianceRatio(variance: plain * plain * n * n / max(n - 1, 1))
    let widening = designEffect([ratio].compactMap(\.self)).squareRoot()
    let error = plain * widening
    var interval = ConfidenceInterval(low: 0, high: 0)
    if b + c > 0 {
      interval = .normal(
        (c - b) / (n + 2),
        standardError: Self.standardError(b + 0.5, c + 0.5, n + 2) * widening
      )
    }
    // Unbiased, as for any other value, so that the ratio and the correlation are plain.
    let unbias = n / max(n - 1, 1)
    return PairedDifference(
      difference: (c - b) / n,
      interval: interval,
      standardError: error,
      baselineValue: first,
      alternativeValue: second,
      variances: (
        first * (1 - first) * unbias, second * (1 - second) * unbias, plain * plain * n * unbias
      ),
      covariance: b + c == 0
        ? first * (1 - first) * unbias : (Double(both) / n - first * second) * unbias
    )
  }

  /// The difference of the two median days.
  ///
  /// The interval puts the two order-statistic intervals together by the square-and-add rule
  /// (Zou and Donner 2008) without credit for their correlation, so it is on the long side; where
  /// no pair differs it is [0, 0]. `nil` where either median, or an end of its interval, is.
  package func medianDay(baseline: EventForecast, alternative: EventForecast) -> PairedDifference {
    guard let first = baseline.medianDay.map(Double.init),
      let second = alternative.medianDay.map(Double.init)
    else {
      var result = PairedDifference.none
      result.baselineValue = baseline.medianDay.map(Double.init)
      result.alternativeValue = alternative.medianDay.map(Double.init)
      return result
    }
    var interval: ConfidenceInterval?
    if differing == 0 {
      interval = ConfidenceInterval(low: 0, high: 0)
    } else if let firstLow = baseline.medianDayLow, let firstHigh = baseline.medianDayHigh,
      let secondLow = alternative.medianDayLow, let secondHigh = alternative.medianDayHigh
    {
      let down = Self.hypotenuse(second - Double(secondLow), Double(firstHigh) - first)
      let up = Self.hypotenuse(Double(secondHigh) - second, first - Double(firstLow))
      interval = ConfidenceInterval(low: second - first - down, high: second - first + up)
    }
    return PairedDifference(
      difference: second - first,
      interval: interval,
      baselineValue: first,
      alternativeValue: second
    )
  }

  private static func standardError(_ b: Double, _ c: Double, _ n: Double) -> Double {
    max(0, b + c - (b - c) * (b - c) / n).squareRoot() / n
  }

  private static func hypotenuse(_ a: Double, _ b: Double) -> Double {
    (a * a + b * b).squareRoot()
  }
}
