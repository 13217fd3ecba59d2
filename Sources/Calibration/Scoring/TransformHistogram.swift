/// The histogram of the probability integral transform, without random numbers: flat where forecasts are
/// calibrated, high at both ends where bands are too narrow.
///
/// Outcomes on a grid have no continuous transform; here each spreads evenly from the share of draws below it
/// to the share at or below it (Czado, Gneiting and Held 2009) instead of at a random place between.
package struct TransformHistogram: Hashable, Sendable {
  /// Outcomes in each tenth from 0 to 1; parts of outcomes where they spread over several.
  package private(set) var bins: [Double]

  /// An empty histogram of ten bins.
  package init() { bins = Array(repeating: 0, count: 10) }

  /// Adds an outcome that lies from `low` to `high` in the forecast's distribution, both in [0, 1].
  package mutating func add(from low: Double, to high: Double) {
    let width = 1 / Double(bins.count)
    guard high > low else {
      bins[min(Int(low / width), bins.count - 1)] += 1
      return
    }
    for bin in bins.indices {
      let (left, right) = (Double(bin) * width, Double(bin + 1) * width)
      bins[bin] += max(0, min(high, right) - max(low, left)) / (high - low)
    }
  }
}
