package import Rules

extension RulePack {
  /// What a scenario leaves open that only its store knows, as warnings at the place that names the
  /// pack, with code RP134.
  package func requirementWarnings(
    overrides: [String: String],
    file: String,
    location: SourceLocation
  ) -> [Diagnostic] {
    let names = parameters.filter { $0.required != nil && overrides[$0.name] == nil }.map(\.name)
    return openRequirements(overrides: overrides).map {
      Diagnostic(
        file: file,
        location: location,
        severity: .warning,
        code: "RP134",
        message: $0.english,
        hint: "write {pack: \(id), set: {\(names.first ?? ""): …}}; to be set are "
          + names.joined(separator: ", ")
      )
    }
  }
}
