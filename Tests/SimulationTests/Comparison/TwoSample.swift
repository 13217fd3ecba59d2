import Glibc

/// The comparison of two simulators by as many independent replications of each.
struct TwoSample {
  /// One check: its statistic and the largest value that one law would show.
  struct Check {
    var name: String
    var statistic: Double
    var bound: Double
    /// Whether the two simulators are told apart.
    var differs: Bool { abs(statistic) > bound }
    /// The statistic in units of its bound.
    var strength: Double { abs(statistic) / bound }
  }

  /// All checks, in order.
  private(set) var checks: [Check] = []

  /// Checks means, spreads, whole distributions and correlations.
  ///
  /// Replication i of one simulator is paired with replication i of the other. Under one law every
  /// difference is symmetric, also that of squares and products about the pooled means, since these
  /// do not change when the two of a pair are exchanged.
  init(_ left: [[Double]], _ right: [[Double]], outputs: [Output], pairs: [(String, String)]) {
    let count = min(left.count, right.count)
    var centres: [Double] = []
    for index in outputs.indices {
      let name = outputs[index].name
      var sum = 0.0
      for row in 0..<count { sum += left[row][index] + right[row][index] }
      let centre = sum / Double(2 * count)
      centres.append(centre)
      add("mean of \(name)", count) { left[$0][index] - right[$0][index] }
      add("spread of \(name)", count) {
        let x = left[$0][index] - centre
        let y = right[$0][index] - centre
        return x * x - y * y
      }
      let distance = Self.distance(
        (0..<count).map { left[$0][index] },
        (0..<count).map { right[$0][index] }
      )
      checks.append(
        Check(
          name: "distribution of \(name)",
          statistic: distance,
          bound: Bounds.twoSampleDistance(count)
        )
      )
    }
    let places = Dictionary(uniqueKeysWithValues: outputs.enumerated().map { ($1.name, $0) })
    for (first, second) in pairs {
      guard let a = places[first], let b = places[second] else { continue }
      add("product of \(first) and \(second)", count) {
        (left[$0][a] - centres[a]) * (left[$0][b] - centres[b])
          - (right[$0][a] - centres[a]) * (right[$0][b] - centres[b])
      }
    }
  }

  /// The checks that tell the simulators apart, strongest first.
  var differences: [Check] {
    checks.filter(\.differs).sorted { $0.strength > $1.strength }
  }

  private mutating func add(_ name: String, _ count: Int, _ difference: (Int) -> Double) {
    let statistic = Self.selfNormalised((0..<count).map(difference))
    checks.append(Check(name: name, statistic: statistic, bound: Bounds.symmetric))
  }

  /// Σ d / √Σ d²; 0 where all d are 0.
  static func selfNormalised(_ differences: [Double]) -> Double {
    let squares = differences.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? differences.reduce(0, +) / squares.squareRoot() : 0
  }

  /// The largest distance of the empirical distribution functions of two samples.
  static func distance(_ left: [Double], _ right: [Double]) -> Double {
    let a = left.sorted()
    let b = right.sorted()
    var i = 0
    var j = 0
    var largest = 0.0
    while i < a.count, j < b.count {
      let value = min(a[i], b[j])
      while i < a.count, a[i] == value { i += 1 }
      while j < b.count, b[j] == value { j += 1 }
      largest = max(largest, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
    }
    return largest
  }
}
