import StoreModel

/// Names of columns, with the five of a star stream as one.
enum ColumnNames {
  /// `orders, reviews_1…5`.
  static func text(of counters: [DayCounter]) -> String {
    let names = Set(counters.map(\.name))
    var told: Set<String> = []
    return counters.compactMap { counter -> String? in
      let stem = String(counter.name.dropLast(2))
      if let stars = DayCounter.stars(of: stem), stars.contains(counter),
        stars.allSatisfy({ names.contains($0.name) })
      {
        return told.insert(stem).inserted ? "\(stem)_1…5" : nil
      }
      return counter.name
    }.joined(separator: ", ")
  }
}
