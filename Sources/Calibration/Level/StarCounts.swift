/// Ratings of a day, or of a span of days, by stars.
package struct StarCounts: Hashable, Sendable {
  /// Ratings with one star, two stars, … five stars; none negative.
  package var counts: [Int]

  /// Creates counts from five numbers, one star first.
  package init(_ counts: [Int]) {
    precondition(counts.count == 5, "stars are counted from one to five")
    self.counts = counts
  }

  /// No ratings.
  package init() { counts = [0, 0, 0, 0, 0] }

  /// Number of ratings.
  package var total: Int { counts.reduce(0, +) }

  /// Sum of the stars of all ratings.
  package var sum: Int { counts[0] + 2 * counts[1] + 3 * counts[2] + 4 * counts[3] + 5 * counts[4] }

  /// Mean star; `nil` without ratings.
  package var mean: Double? { total > 0 ? Double(sum) / Double(total) : nil }

  /// Adds the ratings of another span.
  package static func += (counts: inout Self, other: Self) {
    for star in 0..<5 { counts.counts[star] += other.counts[star] }
  }
}
