import Rules
package import StoreModel

/// One value of a file with its dotted name and where it stands.
package struct Field: Hashable, Sendable {
  /// Dotted name: `couriers.economy.share`.
  package var path: String
  /// What stands there.
  package var document: Document
  /// The file that it stands in.
  package var file: String

  /// Creates a field.
  package init(path: String, document: Document, file: String) {
    self.path = path
    self.document = document
    self.file = file
  }
}

/// Reads typed values from a ``Document`` and gathers every finding on the way.
///
/// Nothing stops at the first error: a value that cannot be read is reported and replaced by a
/// harmless one, and the caller throws ``failure`` at the end. A value that the file does not give
/// is taken from `defaults`, which are read by the same functions, and noted as an assumption.
package final class FieldReader {
  /// The file that is read.
  package let file: String
  /// Values for what the file does not give.
  package let defaults: ScenarioDefaults?
  /// The category of goods that picks among the defaults.
  package let category: String?
  /// Whether labels are Chinese.
  package let isChinese: Bool
  /// Keys that rule packs add to the file, as dotted names.
  package let packKeys: Set<String>
  /// Findings, in the order of reading.
  package private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  /// Defaults that were taken, in the order of reading.
  package private(set) var assumptions: [Assumption] = []

  /// Creates a reader of one file.
  package init(
    file: String,
    defaults: ScenarioDefaults? = nil,
    category: String? = nil,
    isChinese: Bool = false,
    packKeys: Set<String> = []
  ) {
    self.file = file
    self.defaults = defaults
    self.category = category
    self.isChinese = isChinese
    self.packKeys = packKeys
  }

  /// The findings as an error, if there is one among them.
  package var failure: InputErrors? {
    diagnostics.contains { $0.severity == .error } ? InputErrors(diagnostics) : nil
  }

  /// Number of errors so far; a relation between values is checked only where reading them added
  /// none.
  package var errorCount: Int {
    diagnostics.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) }
  }

  /// Notes a finding at a field.
  package func report(
    _ code: String,
    at field: Field,
    _ message: String,
    hint: String = "",
    severity: Diagnostic.Severity = .error
  ) {
    report(
      code,
      at: field.document.location,
      in: field.file,
      message,
      hint: hint,
      severity: severity
    )
  }

  /// Notes a finding at a place; the same finding twice is one.
  package func report(
    _ code: String,
    at location: SourceLocation,
    in file: String,
    _ message: String,
    hint: String = "",
    severity: Diagnostic.Severity = .error
  ) {
    let diagnostic = Diagnostic(
      file: file,
      location: location,
      severity: severity,
      code: code,
      message: message,
      hint: hint
    )
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds findings of another file.
  package func report(_ others: [Diagnostic]) {
    for other in others where seen.insert(other).inserted { diagnostics.append(other) }
  }

  /// The map that a document must be; reports SC203 and is empty where it is none.
  package func section(_ document: Document, path: String = "") -> Section {
    let field = Field(path: path, document: document, file: file)
    return Section(reader: self, field: field, pattern: path, isGiven: true)
  }

  /// The default of a dotted name, noted as an assumption.
  func defaultField(path: String, pattern: String, isNoted: Bool) -> Field? {
    guard let defaults, let entry = defaults.entry(of: pattern, category: category) else {
      return nil
    }
    if isNoted, !assumptions.contains(where: { $0.path == path }) {
      assumptions.append(
        Assumption(
          path: path,
          value: entry.value.flowText,
          unit: entry.unit,
          origin: entry.origin,
          source: entry.source,
          usedBy: "store",
          label: isChinese ? entry.label.chinese : entry.label.english
        )
      )
    }
    return Field(path: path, document: entry.value, file: defaults.file)
  }
}
