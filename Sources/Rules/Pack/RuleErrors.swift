/// What is wrong with a pack's use: an unknown override, a value out of range, a broken identity.
package struct RuleErrors: Error, Hashable, Sendable {
  /// One fault.
  package struct Fault: Hashable, Sendable {
    /// The parameter or node concerned, by name.
    package var subject: String
    /// A sentence with the value found and what is allowed.
    package var message: String
    /// How to mend it; may be empty.
    package var hint: String

    /// Creates a fault.
    package init(subject: String, message: String, hint: String = "") {
      self.subject = subject
      self.message = message
      self.hint = hint
    }
  }

  /// All faults, at least one.
  package var faults: [Fault]

  /// Creates the error.
  package init(_ faults: [Fault]) {
    self.faults = faults
  }
}

/// The allowed name nearest to a mistyped one, for hints; `nil` where none is near.
func closestName(to name: String, among allowed: some Sequence<String>) -> String? {
  let candidates = allowed.map { ($0, editDistance(name, $0)) }
  guard let best = candidates.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
  return best.1 <= max(2, name.count / 3) ? best.0 : nil
}

/// Levenshtein's distance: insertions, deletions and substitutions between two words.
private func editDistance(_ first: String, _ second: String) -> Int {
  let (left, right) = (Array(first.prefix(80)), Array(second.prefix(80)))
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let substitution = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
