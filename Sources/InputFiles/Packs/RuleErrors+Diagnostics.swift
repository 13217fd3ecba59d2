package import Rules

extension RuleErrors {
  /// The faults of a pack's use as findings at the place that uses it, with code SC415.
  package func diagnostics(file: String, location: SourceLocation) -> [Diagnostic] {
    faults.map {
      Diagnostic(
        file: file,
        location: location,
        code: "SC415",
        message: "the rule pack refuses '\($0.subject)': \($0.message)",
        hint: $0.hint
      )
    }
  }
}
