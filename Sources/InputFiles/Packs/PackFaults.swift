import Rules
import StoreModel

/// Gathers every finding about one pack file.
final class PackFaults {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  /// Adds a finding.
  func add(
    _ code: String,
    at location: SourceLocation,
    _ message: String,
    hint: String = "",
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        file: file,
        location: location,
        severity: severity,
        code: code,
        message: message,
        hint: hint
      )
    )
  }

  /// Adds RP104, an unknown name, with the nearest known one.
  func unknownName(
    _ name: String,
    _ what: String,
    among allowed: [String],
    at place: SourceLocation
  ) {
    let listed = allowed.sorted().prefix(12).joined(separator: ", ")
    add(
      "RP104",
      at: place,
      "'\(name)' is no \(what)" + (allowed.isEmpty ? "" : "; known are \(listed)"),
      hint: NearestName.nearest(to: name, among: allowed).map { "did you mean '\($0)'?" } ?? ""
    )
  }
}
