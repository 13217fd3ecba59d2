/// A place in an input file, counted from 1.
package struct SourceLocation: Hashable, Sendable, Comparable {
  /// Line, from 1.
  package var line: Int

  /// Column in characters, from 1.
  package var column: Int

  /// Creates a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders places from the top of a file.
  package static func < (first: Self, second: Self) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}

/// One finding about an input file: what was found where, what is allowed, how to mend it.
package struct Diagnostic: Hashable, Sendable {
  /// How much the finding matters.
  package enum Severity: String, Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// The file is used as described.
    case warning, notice
  }

  /// The file as the user named it.
  package var file: String

  /// Where in the file.
  package var location: SourceLocation

  /// How much it matters.
  package var severity: Severity

  /// Stable code, documented in `docs/errors.md`.
  package var code: String

  /// A sentence with the value found and what is allowed.
  package var message: String

  /// How to mend it; may be empty.
  package var hint: String

  /// Creates a finding.
  package init(
    file: String,
    location: SourceLocation,
    severity: Severity = .error,
    code: String,
    message: String,
    hint: String = ""
  ) {
    self.file = file
    self.location = location
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// Thrown when a file has at least one error; carries every finding of it, by position.
package struct InputErrors: Error, Sendable {
  /// The findings, by position.
  package var diagnostics: [Diagnostic]

  /// Creates the error from findings in any order.
  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.sorted {
      ($0.file, $0.location, $0.code) < ($1.file, $1.location, $1.code)
    }
  }
}
