/// Counts of values in bins, with memory only for the stretches of bins that are in use.
///
/// A page holds 128 neighbouring bins. Addition commutes, so histograms of the same values are
/// equal in every order of adding and merging.
package struct SparseHistogram: Equatable, Sendable {
  private static let pageBits = 7
  private static let pageSize = 1 << pageBits

  /// Bin index of each page's first bin, divided by the page size, ascending.
  private var keys: [Int] = []
  /// Counts, page after page in the order of ``keys``.
  private var counts: [UInt32] = []

  /// An empty histogram.
  package init() {}

  /// Counts one value in `bin`.
  package mutating func add(_ bin: Int) {
    add(1, to: bin)
  }

  /// Adds every count of another histogram.
  package mutating func merge(_ other: Self) {
    for (page, key) in other.keys.enumerated() {
      for slot in 0..<Self.pageSize {
        let count = other.counts[page * Self.pageSize + slot]
        if count > 0 { add(count, to: key << Self.pageBits + slot) }
      }
    }
  }

  /// The bin of the `rank`-th smallest value, ranks from 1; `nil` beyond the number of values.
  package func bin(atRank rank: Int) -> Int? {
    guard rank >= 1 else { return nil }
    var seen = 0
    for (index, count) in counts.enumerated() {
      seen += Int(count)
      if seen >= rank {
        return keys[index >> Self.pageBits] << Self.pageBits + index & (Self.pageSize - 1)
      }
    }
    return nil
  }

  private mutating func add(_ count: UInt32, to bin: Int) {
    let key = bin >> Self.pageBits
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) >> 1
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    if low == keys.count || keys[low] != key {
      keys.insert(key, at: low)
      counts.insert(
        contentsOf: repeatElement(0, count: Self.pageSize),
        at: low << Self.pageBits
      )
    }
    counts[low << Self.pageBits + bin & (Self.pageSize - 1)] += count
  }
}
