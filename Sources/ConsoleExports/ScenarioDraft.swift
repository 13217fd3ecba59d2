internal import InputFiles
package import StoreModel

/// A scenario as far as exports tell it, as the lines of its file.
package struct ScenarioDraft: Sendable {
  /// A value by its dotted name.
  package struct Entry: Hashable, Sendable {
    /// Dotted name: `demand.orders_per_day`.
    package var path: String
    /// The value as a scenario writes it.
    package var value: String
    /// Where it comes from.
    package var comment: String

    /// Creates an entry.
    package init(path: String, value: String, comment: String) {
      self.path = path
      self.value = value
      self.comment = comment
    }
  }

  /// The platform's key.
  package var platform: String
  /// The category of goods, where it is told.
  package var category: String?
  /// Packs.
  package var rules: [String] = []
  /// Day 1.
  package var start: CalendarDay
  /// Path of the history, beside the scenario.
  package var history: String
  /// Everything else.
  package var entries: [Entry] = []
  /// Lines above the first, without their signs.
  package var heading: [String] = []
  /// Lines below the last, without their signs.
  package var closing: [String] = []

  /// Days to forecast.
  private static let horizon = 90

  /// Creates a draft with its required keys.
  package init(platform: String, category: String?, start: CalendarDay, history: String) {
    self.platform = platform
    self.category = category
    self.start = start
    self.history = history
  }

  /// The file: one line a section, each with a line of comment above it.
  package var text: String {
    var lines = heading.map { "# \($0)" }
    lines += ["storecast: 1", "platform: \(ScenarioText.quoted(platform))"]
    if let category { lines.append("category: \(ScenarioText.quoted(category))") }
    lines += [
      "rules: [\(rules.joined(separator: ", "))]", "start: \(start)",
      "horizon: \(Self.horizon) days", "history: \(ScenarioText.quoted(history))",
    ]
    var sections: [String] = []
    for entry in entries {
      let section = String(entry.path.prefix { $0 != "." })
      if !sections.contains(section) { sections.append(section) }
    }
    for section in sections {
      let own = entries.filter { $0.path == section || $0.path.hasPrefix(section + ".") }
      var comments: [String] = []
      for entry in own where !entry.comment.isEmpty && !comments.contains(entry.comment) {
        comments.append(entry.comment)
      }
      lines += comments.map { "# \($0)" }
      let below = own.map { ($0.path.dropFirst(section.count + 1), $0.value) }
      lines.append("\(section): \(Self.map(below))")
    }
    return (lines + closing.map { $0.isEmpty ? "#" : "# \($0)" }).joined(separator: "\n") + "\n"
  }

  /// Values by dotted name as a map on one line.
  private static func map(_ values: [(path: Substring, value: String)]) -> String {
    if values.count == 1, values[0].path.isEmpty { return values[0].value }
    var keys: [Substring] = []
    for (path, _) in values {
      let key = path.prefix { $0 != "." }
      if !keys.contains(key) { keys.append(key) }
    }
    let pairs = keys.map { key in
      let below = values.filter { $0.path == key || $0.path.hasPrefix(key + ".") }
      let inner = below.map { ($0.path.dropFirst(key.count + 1), $0.value) }
      return "\(key): \(map(inner))"
    }
    return "{" + pairs.joined(separator: ", ") + "}"
  }
}
