extension RulePack {
  /// What a run has to say first because it leaves numbers as they are that only the store knows.
  ///
  /// Parameters that share a sentence are told together: its `{open}` becomes their labels and
  /// values.
  ///
  /// - Parameter overrides: parameters that the run sets, by name.
  /// - Returns: a sentence each, in the order of the pack; none where everything is set.
  package func openRequirements(overrides: [String: String]) -> [Label] {
    let given = expanded(overrides)
    guard let values = try? ParameterValues(of: self, overrides: given) else { return [] }
    let open = parameters.filter { $0.required != nil && given[$0.name] == nil }
    var sentences: [Label] = []
    for case let sentence? in open.map(\.required) where !sentences.contains(sentence) {
      sentences.append(sentence)
    }
    return sentences.map { sentence in
      let named = open.filter { $0.required == sentence }.map {
        values.filled(
          Label(
            english: "\($0.label.english) {\($0.name)}",
            chinese: "\($0.label.chinese) {\($0.name)}"
          )
        )
      }
      let english = named.map(\.english).joined(separator: ", ")
      let chinese = named.map(\.chinese).joined(separator: "、")
      return Label(
        english: sentence.english.replacing("{open}", with: english),
        chinese: sentence.chinese.replacing("{open}", with: chinese)
      )
    }
  }
}
