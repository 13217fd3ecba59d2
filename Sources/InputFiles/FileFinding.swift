/// Something to be said about a whole file, beside what the file says of itself.
package protocol FileFinding {
  /// Whether it is worth saying, but no error.
  var isNotice: Bool { get }
  /// Its code, what was found, and how to mend it.
  var text: (code: String, message: String, hint: String) { get }
}

extension FileFinding {
  /// The finding at the beginning of a file, or of an option.
  package func diagnostic(in file: String) -> Diagnostic {
    let (code, message, hint) = text
    return Diagnostic(
      file: file,
      location: SourceLocation(line: 1, column: 1),
      severity: isNotice ? .notice : .error,
      code: code,
      message: message,
      hint: hint
    )
  }
}
