/// Finds the known name that a mistyped one most likely meant.
package enum NearestName {
  /// Names longer than this are not compared; nobody types them by mistake.
  private static let greatestLength = 80

  /// The name at the smallest edit distance from `word`, if that is at most a third of its length
  /// (at least 2); ties go to the first by alphabet.
  ///
  /// The distance counts insertions, deletions, replacements and swaps of neighbours (optimal string
  /// alignment), without regard to case.
  package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    guard !typed.isEmpty, typed.count <= greatestLength else { return nil }
    let limit = max(2, typed.count / 3)
    var best: (distance: Int, name: String)?
    for name in names {
      let known = Array(name.lowercased().unicodeScalars)
      guard abs(known.count - typed.count) <= limit, known.count <= greatestLength else { continue }
      let distance = distance(from: typed, to: known)
      guard distance <= limit, distance < known.count else { continue }
      if let found = best, (found.distance, found.name) <= (distance, name) { continue }
      best = (distance, name)
    }
    return best?.name
  }

  private static func distance(from first: [Unicode.Scalar], to second: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in 1...max(1, first.count) {
      guard row <= first.count else { break }
      var current = [row] + [Int](repeating: 0, count: second.count)
      for column in stride(from: 1, through: second.count, by: 1) {
        let isSame = first[row - 1] == second[column - 1]
        var cost = min(
          last[column] + 1,
          current[column - 1] + 1,
          last[column - 1] + (isSame ? 0 : 1)
        )
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
