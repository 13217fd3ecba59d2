package import Rules

extension Forecast {
  /// Inputs with the headline that each moves most, strongest first.
  ///
  /// - Parameter isCounted: Whether an influence is large or clear enough to be told.
  /// - Returns: One entry an input.
  package func strongestInfluences(
    where isCounted: (InputInfluence) -> Bool
  ) -> [(influence: InputInfluence, event: EventDescription)] {
    var strongest: [String: (influence: InputInfluence, event: EventDescription)] = [:]
    for entry in events where entry.event.isHeadline {
      for influence in entry.influences where isCounted(influence) {
        let known = strongest[influence.input]?.influence.effect.magnitude ?? 0
        if influence.effect.magnitude > known {
          strongest[influence.input] = (influence, entry.event)
        }
      }
    }
    return strongest.values.sorted {
      ($1.influence.effect.magnitude, $0.influence.input)
        < ($0.influence.effect.magnitude, $1.influence.input)
    }
  }
}
