package import Rules
import StoreModel

/// One rule pack for people: what `rules show` prints.
package struct RuleSheet {
  private let pack: RulePack
  private let program: RuleProgram
  private let language: ReportLanguage

  /// Creates the sheet of a pack and its program without overrides.
  package init(pack: RulePack, program: RuleProgram, language: ReportLanguage) {
    self.pack = pack
    self.program = program
    self.language = language
  }

  /// Heading, caution, parameters with their sources, ladders, events and measures.
  package var text: String {
    var blocks = [heading]
    blocks += [parameters, ladders, events, measures, sources].filter { !$0.isEmpty }
    return blocks.joined(separator: "\n")
  }

  /// The same as JSON: `{"id", "zh", "en", "parameters": [{"name", "value", "unit", "origin",
  /// "confidence", "from", "to", "source", "zh", "en"}], "ladders", "events", "measures"}`.
  package var json: JSONText {
    .object([
      ("id", .text(pack.id)),
      ("zh", .text(pack.label.chinese)),
      ("en", .text(pack.label.english)),
      ("parameters", .list(pack.parameters.map { parameterJSON($0) })),
      (
        "ladders",
        .list(
          program.ladders.map {
            .object([
              ("name", .text($0.name)), ("states", .list($0.states.map { .text($0) })),
              ("conditions", .list($0.conditions.map { .text($0) })),
            ])
          }
        )
      ),
      ("events", .list(program.events.map { named($0.name, $0.label) })),
      ("measures", .list(program.measures.map { named($0.name, $0.label) })),
    ])
  }

  private var heading: String {
    var text = "\(pack.id)\n\(both(pack.label))\n"
    if let caution = pack.caution {
      text += language.pick("Caution: ", "注意:") + language.text(caution) + "\n"
    }
    return text
  }

  private var parameters: String {
    let lines = pack.parameters.map { parameter -> String in
      let isAssumed = parameter.origin == .assumption
      var mark = isAssumed ? language.pick("  ASSUMPTION", "  假设") : ""
      if parameter.required != nil { mark += language.pick(", TO BE SET", ",须填写") }
      let unit = parameter.isChoice ? parameter.choices.joined(separator: " | ") : parameter.unit
      let name = both(parameter.label)
      let source = language.text(parameter.source)
      return "  \(parameter.name): \(parameter.value) (\(unit))\(mark)\n"
        + "    \(name)\n"
        + "    \(parameter.origin.rawValue), \(parameter.confidence.rawValue), "
        + "\(parameter.from) \(parameter.to.map { "– \($0)" } ?? "–"): \(source)\n"
    }
    return language.pick("NUMBERS\n", "参数\n") + lines.joined()
  }

  private var ladders: String {
    program.ladders.map { ladder in
      let states = zip(ladder.states, ladder.stateLabels)
        .map { $0 == language.text($1) ? $0 : "\($0) (\(language.text($1)))" }
      let conditions = ladder.conditionLabels.map { "    - \(both($0))\n" }.joined()
      return "\(ladder.name): \(both(ladder.label))\n  \(states.joined(separator: ", "))\n"
        + (conditions.isEmpty
          ? "" : language.pick("  to rise, all of:\n", "  升级须同时满足:\n") + conditions)
    }.joined(separator: "\n")
  }

  private var events: String {
    let lines = program.events.map { "  \($0.name): \(both($0.label))\n" }
    return lines.isEmpty ? "" : language.pick("EVENTS\n", "事件\n") + lines.joined()
  }

  private var measures: String {
    let lines = program.measures.map { "  \($0.name) (\($0.unit)): \(both($0.label))\n" }
    return lines.isEmpty ? "" : language.pick("MEASURES\n", "指标\n") + lines.joined()
  }

  private var sources: String {
    let lines = pack.sources.sorted { $0.key < $1.key }
      .map { "  \($0.key): \(both($0.value))\n" }
    return lines.isEmpty ? "" : language.pick("SOURCES\n", "出处\n") + lines.joined()
  }

  private func both(_ label: Label) -> String {
    guard label.english != label.chinese else { return label.english }
    return language == .zh
      ? "\(label.chinese) · \(label.english)" : "\(label.english) · \(label.chinese)"
  }

  private func named(_ name: String, _ label: Label) -> JSONText {
    .object([
      ("name", .text(name)), ("zh", .text(label.chinese)), ("en", .text(label.english)),
    ])
  }

  private func parameterJSON(_ parameter: RuleParameter) -> JSONText {
    .object([
      ("name", .text(parameter.name)),
      ("value", .text(parameter.value)),
      ("unit", .text(parameter.unit)),
      ("origin", .text(parameter.origin.rawValue)),
      ("confidence", .text(parameter.confidence.rawValue)),
      ("from", .text(parameter.from.description)),
      ("to", parameter.to.map { .text($0.description) } ?? .null),
      ("source", .text(language.text(parameter.source))),
      ("zh", .text(parameter.label.chinese)),
      ("en", .text(parameter.label.english)),
    ])
  }
}
