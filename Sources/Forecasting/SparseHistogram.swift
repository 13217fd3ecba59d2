/// Counts of values in bins, with memory only for the stretches of bins that are in use.
///
/// A page holds 64 neighbouring bins; a directory finds it in one step. Addition commutes, so
/// histograms of the same values are equal in every order of adding and merging.
package struct SparseHistogram: Equatable, Sendable {
  private static let pageBits = 6
  private static let pageSize = 1 << pageBits
  /// Bins beyond this count as the outermost one, so that one wild value cannot fill the memory.
  private static let outermostBin = 1 << 26

  /// Number of the page of each stretch of bins from ``firstKey`` on, −1 where none is in use.
  private var directory: [Int32] = []
  /// First bin of the first stretch, divided by the page size.
  private var firstKey = 0
  /// Counts, page after page in the order of first use.
  private var counts: [UInt32] = []

  /// An empty histogram.
  package init() {}

  /// Whether two histograms hold the same counts, in whatever order their pages came into use.
  package static func == (first: Self, second: Self) -> Bool {
    first.contents == second.contents
  }

  /// Bins with values and their numbers in turn.
  private var contents: [Int] {
    var contents: [Int] = []
    forEachBin { bin, count in
      contents += [bin, Int(count)]
      return true
    }
    return contents
  }

  /// Counts one value in `bin`.
  package mutating func add(_ bin: Int) {
    add(1, to: bin)
  }

  /// Adds every count of another histogram.
  package mutating func merge(_ other: Self) {
    other.forEachBin { bin, count in
      add(count, to: bin)
      return true
    }
  }

  /// The bin of the `rank`-th smallest value, ranks from 1; `nil` beyond the number of values.
  package func bin(atRank rank: Int) -> Int? {
    guard rank >= 1 else { return nil }
    var seen = 0
    var found: Int?
    forEachBin { bin, count in
      seen += Int(count)
      if seen >= rank { found = bin }
      return found == nil
    }
    return found
  }

  /// Calls `body` with each bin that has values and their number, bins ascending, until it stops.
  private func forEachBin(_ body: (_ bin: Int, _ count: UInt32) -> Bool) {
    for (offset, page) in directory.enumerated() where page >= 0 {
      let firstBin = (firstKey + offset) << Self.pageBits
      let firstCount = Int(page) << Self.pageBits
      for slot in 0..<Self.pageSize where counts[firstCount + slot] > 0 {
        guard body(firstBin + slot, counts[firstCount + slot]) else { return }
      }
    }
  }

  /// Counts one value in each of some bins, whose numbers it overwrites.
  mutating func add(_ bins: UnsafeMutableBufferPointer<Int>) {
    for index in bins.indices { bins[index] = place(of: bins[index]) }
    counts.withUnsafeMutableBufferPointer { counts in
      for place in bins { counts[place] += 1 }
    }
  }

  private mutating func add(_ count: UInt32, to bin: Int) {
    counts[place(of: bin)] += count
  }

  /// Index of a bin's count, for which it opens a page where there is none.
  @inline(__always)
  private mutating func place(of bin: Int) -> Int {
    let bin = min(max(bin, -Self.outermostBin), Self.outermostBin)
    let key = bin >> Self.pageBits
    let offset = key - firstKey
    var page: Int32 = -1
    if offset >= 0, offset < directory.count { page = directory[offset] }
    if page < 0 { page = openPage(key) }
    return Int(page) << Self.pageBits + bin & (Self.pageSize - 1)
  }

  private mutating func openPage(_ key: Int) -> Int32 {
    if directory.isEmpty { firstKey = key }
    if key < firstKey {
      directory.insert(contentsOf: repeatElement(-1, count: firstKey - key), at: 0)
      firstKey = key
    }
    if key - firstKey >= directory.count {
      directory.append(
        contentsOf: repeatElement(-1, count: key - firstKey - directory.count + 1)
      )
    }
    let page = Int32(counts.count >> Self.pageBits)
    counts.append(contentsOf: repeatElement(0, count: Self.pageSize))
    directory[key - firstKey] = page
    return page
  }
}
