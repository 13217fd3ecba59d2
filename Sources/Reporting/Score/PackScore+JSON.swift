import Rules
import StoreModel

extension PackScore {
  /// The entry of a pack in the list of `score --format json`.
  func json(_ answer: ScoreAnswer) -> JSONText {
    let language = answer.language
    let words = RoomWords(language: language, start: asOf)
    var pairs: [(key: String, value: JSONText)] = [
      ("pack", .text(pack.id)),
      ("as_of", .text(asOf.description)),
      ("indicators", .object(indicators.map { ($0.id, $0.json(language)) })),
      (
        "scores",
        .object(measures.filter(\.isScore).map { ($0.measure.name, .optional($0.value)) })
      ),
      ("tier", state(.tier)),
      ("level", state(.ladder)),
      (
        "events",
        .list(
          events.map { event in
            .object([
              ("date", .text(event.date.description)), ("event", .text(event.name)),
              ("label", .text(language.text(event.label))),
            ])
          }
        )
      ),
      ("headroom", .list(rooms.map { $0.json(words, language) })),
      ("displayed", displayedJSON(answer)),
      ("missing", .list(missing.map { .text($0.name) })),
    ]
    pairs += [
      (
        "gates",
        .object(states.filter { $0.kind == .gate }.map { ($0.name, .optional($0.state)) })
      ),
      ("states", .list(states.map { $0.json(language) })),
      (
        "money",
        .list(
          charges.map { charge in
            .object([
              ("date", .text(charge.date.description)), ("item", .text(charge.name)),
              ("yuan", .optional(Rational(Int128(charge.fen), over: 100))),
            ])
          }
        )
      ),
      ("overrides", .list(overrides.map { $0.json(language) })),
      ("assumptions", .list(assumptions.map { $0.json(language) })),
      (
        "versions",
        .list(
          versions.map {
            .object([("pack", .text($0.packID)), ("from", .text($0.from.description))])
          }
        )
      ),
      ("answer", .list(answer.sentences(of: self).map(JSONText.text))),
    ]
    if answer.isTraced { pairs.append(("trace", .list(trace.map { $0.json(language) }))) }
    return .object(pairs)
  }

  /// The first of a kind; `states` has all.
  private func state(_ kind: State.Kind) -> JSONText {
    .optional(states.first { $0.kind == kind }?.state)
  }

  private func displayedJSON(_ answer: ScoreAnswer) -> JSONText {
    func pairs(_ figure: Displayed) -> [(key: String, value: JSONText)] {
      [
        ("score", .text(figure.name)), ("computed", .optional(figure.computed)),
        ("displayed", .optional(figure.displayed)), ("difference", .optional(figure.difference)),
        ("date", .text(figure.date.description)),
        ("sentence", .text(answer.reconciliation(figure))),
      ]
    }
    guard let first = displayed.first else {
      return .object(
        ["score", "computed", "displayed", "difference", "date", "sentence"].map { ($0, .null) }
          + [("items", .list([]))]
      )
    }
    return .object(
      pairs(first) + [("items", .list(displayed.dropFirst().map { .object(pairs($0)) }))]
    )
  }
}

extension JSONText {
  /// A number to twelve decimal places, exact where it has no more; `null` where absent.
  static func optional(_ value: Rational?) -> Self {
    value.map { .decimal($0.decimalText(digits: 12)) } ?? .null
  }
}

extension JSONText {
  /// A text; `null` where there is none.
  fileprivate static func optional(_ text: String?) -> Self { text.map(JSONText.text) ?? .null }
}

extension ScoredIndicator {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("value", .optional(value)), ("numerator", .optional(numerator)),
      ("denominator", .optional(denominator)),
      ("window_start", span.map { .text($0.first.description) } ?? .null),
      ("window_end", span.map { .text($0.last.description) } ?? .null),
      ("unit", .text(unit)),
      ("days_observed", span.map { .integer($0.daysObserved) } ?? .null),
      ("days_in_window", span.map { .integer($0.days) } ?? .null),
      ("label", .text(language.text(label))),
    ])
  }
}

extension RoomLeft {
  fileprivate func json(_ words: RoomWords, _ language: ReportLanguage) -> JSONText {
    .object([
      ("condition", .text(condition)), ("value", .optional(value)),
      ("threshold", .optional(threshold)), ("room", .integer(room)),
      ("unit", .text(language.text(unit))), ("sentence", .text(words.sentence(self))),
      ("holds", .flag(holds)), ("of", .text(ladder)), ("for", .text(aim.rawValue)),
      ("until", until.map { .text($0.description) } ?? .null),
      ("burn_rate", burnRate.map { .number($0) } ?? .null),
      ("days_left", daysLeft.map { .number($0) } ?? .null),
    ])
  }
}

extension PackScore.State {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("kind", .text(kind.rawValue)), ("name", .text(name)), ("state", .optional(state)),
      ("since", since.map { .text($0.description) } ?? .null),
      (
        "label",
        .text("\(language.text(label)): \(stateLabel.map(language.text) ?? "–")")
      ),
    ])
  }
}

extension RuleOverride {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("parameter", .text(name)), ("default", .text(packValue)), ("value", .text(value)),
      ("unit", .text(unit)), ("label", .text(language.text(label))),
    ])
  }
}

extension RuleParameter {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("parameter", .text(name)), ("value", .text(value)), ("unit", .text(unit)),
      ("required", .flag(required != nil)), ("source", .text(language.text(source))),
      ("label", .text(language.text(label))),
    ])
  }
}

extension TraceStep {
  fileprivate func json(_ language: ReportLanguage) -> JSONText {
    var pairs: [(key: String, value: JSONText)] = [
      ("kind", .text(kind.rawValue)), ("name", .text(name)), ("formula", .text(formula)),
      ("value", value.map(JSONText.text) ?? .null), ("holds", holds.map(JSONText.flag) ?? .null),
      ("compared", .text(compared)), ("distance", .optional(distance)),
      ("source", source.map { .text(language.text($0)) } ?? .null),
    ]
    if !standing.isEmpty { pairs.append(("standing", .text(standing))) }
    if let packValue { pairs.append(("default", .text(packValue))) }
    if let span {
      pairs += [
        ("window_start", .text(span.first.description)),
        ("window_end", .text(span.last.description)),
        ("days_observed", .integer(span.daysObserved)), ("days_in_window", .integer(span.days)),
      ]
    }
    pairs.append(("label", .text(language.text(label))))
    pairs.append(("children", .list(children.map { $0.json(language) })))
    return .object(pairs)
  }
}
