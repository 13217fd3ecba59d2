/// Finds out what kind of file a text is and checks it.
package struct FileCheck {
  /// The kinds of file that `check` knows.
  package enum Kind: Hashable, Sendable {
    /// A scenario.
    case scenario
    /// The defaults of a rules folder.
    case defaults
    /// A rule pack.
    case rulePack
    /// A history CSV.
    case history
    /// What a console calls its columns.
    case aliasTable
    /// Something else.
    case unknown
  }

  private let scenarios: (String) throws(InputErrors) -> ScenarioReader
  private let further: (_ reading: ScenarioReading, _ file: String) throws(InputErrors) -> Void
  private let rulePack: (_ text: String, _ file: String) -> [Diagnostic]
  private let advice: (_ reading: ScenarioReading, _ file: String) -> [Diagnostic]

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - scenarios: The reader for a scenario at a path, made with the rules folder near it.
  ///   - further: Throws what only a simulation finds wrong with a scenario that could be read.
  ///   - rulePack: The findings about the text of a rule pack.
  ///   - advice: What the rules of a scenario without errors add to its findings.
  package init(
    scenarios: @escaping (String) throws(InputErrors) -> ScenarioReader,
    further: @escaping (_ reading: ScenarioReading, _ file: String) throws(InputErrors) -> Void = {
      _,
      _ in
    },
    rulePack: @escaping (_ text: String, _ file: String) -> [Diagnostic],
    advice: @escaping (_ reading: ScenarioReading, _ file: String) -> [Diagnostic] = { _, _ in [] }
  ) {
    self.scenarios = scenarios
    self.further = further
    self.rulePack = rulePack
    self.advice = advice
  }

  /// Every finding about a file, by position.
  package func diagnostics(ofFileAt path: String) -> [Diagnostic] {
    do throws(InputErrors) {
      let text = try TextFile.text(at: path)
      switch Self.kind(of: text, file: path) {
      case .scenario:
        let reading = try scenarios(path).scenario(fromYAML: text, file: path)
        try further(reading, path)
        return InputErrors(reading.notices + advice(reading, path)).diagnostics
      case .defaults:
        _ = try ScenarioDefaults(fromYAML: text, file: path)
        return []
      case .aliasTable:
        _ = try AliasTableReader.table(fromYAML: text, file: path)
        return []
      case .rulePack: return rulePack(text, path)
      case .history: return try HistoryReader.history(fromCSV: text, file: path).notices
      case .unknown:
        _ = try DocumentParser.document(fromYAML: text, file: path)
        return [
          Diagnostic(
            file: path,
            location: SourceLocation(line: 1, column: 1),
            code: "SC109",
            message: "this is no scenario, rule pack or history",
            hint: "a scenario begins with 'storecast: 1', a history with a line that starts 'date,'"
          )
        ]
      }
    } catch {
      return error.diagnostics
    }
  }

  /// The kind of a file by its ending and the first keys of its text.
  package static func kind(of text: String, file: String) -> Kind {
    let isCSV = file.lowercased().hasSuffix(".csv")
    let lines = TextFile.lines(of: text)
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("---") } ?? ""
    if isCSV || first.hasPrefix("date,") || first.hasPrefix("\"date\",") { return .history }
    let keys = Set(
      lines.lazy.filter { $0.first.map { $0.isLetter } ?? false }
        .compactMap { line in line.firstIndex(of: ":").map { String(line[..<$0]) } }
    )
    if keys.contains("storecast_defaults") { return .defaults }
    if keys.contains("storecast_import") { return .aliasTable }
    if keys.contains("storecast") { return .scenario }
    if keys.contains("pack") { return .rulePack }
    let scenarioKeys: Set = ["platform", "start", "demand", "standing", "service_desk"]
    return keys.intersection(scenarioKeys).count >= 2 ? .scenario : .unknown
  }
}
