package import StoreModel

/// A number or choice that a platform sets, with where it comes from.
package struct RuleParameter: Hashable, Sendable {
  /// Who says so.
  package enum Origin: String, CaseIterable, Hashable, Sendable {
    /// A seed article, the platform's own text, a public third party, or nobody.
    case seed, official, `public`, assumption
  }

  /// How far the source can be trusted.
  package enum Confidence: String, CaseIterable, Hashable, Sendable {
    /// Trust in the source.
    case high, medium, low
  }

  /// Dotted name, as overrides write it.
  package var name: String
  /// Value as written: a decimal, or a word for a choice.
  package var value: String
  /// The unit: `days`, `share`, `orders`, `yuan`, `s`, `stars`, `choice` or another word.
  package var unit: String
  /// Allowed words of a choice; empty for numbers.
  package var choices: [String]
  /// Who says so.
  package var origin: Origin
  /// The clause or document, for people.
  package var source: Label
  /// How far to trust it.
  package var confidence: Confidence
  /// First day on which the value holds.
  package var from: CalendarDay
  /// First day on which it no longer holds; `nil` while it does.
  package var to: CalendarDay?
  /// What it is.
  package var label: Label
  /// What an answer says first where a scenario leaves the value as it is, with `{open}` for the
  /// values concerned; `nil` where it need not be set.
  package var required: Label?
  /// The pack that this one builds on and takes the parameter from; `nil` for its own.
  package var inheritedFrom: String?

  /// Creates a parameter.
  package init(
    name: String,
    value: String,
    unit: String,
    choices: [String] = [],
    origin: Origin,
    source: Label,
    confidence: Confidence,
    from: CalendarDay,
    to: CalendarDay? = nil,
    label: Label,
    required: Label? = nil
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.choices = choices
    self.origin = origin
    self.source = source
    self.confidence = confidence
    self.from = from
    self.to = to
    self.label = label
    self.required = required
  }

  /// Whether the value is a word rather than a number.
  package var isChoice: Bool { !choices.isEmpty }
}
