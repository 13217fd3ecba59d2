package import Rules
import StoreModel

/// One rule pack for people: what `rules show` prints.
package struct RuleSheet {
  private let pack: RulePack
  private let program: RuleProgram
  private let language: ReportLanguage
  private let parameters: ParameterValues
  private let words: FormulaWords

  /// Creates the sheet of a pack and its program without overrides.
  package init(pack: RulePack, program: RuleProgram, language: ReportLanguage) {
    self.pack = pack
    self.program = program
    self.language = language
    parameters = program.parameters
    words = FormulaWords(pack: pack, parameters: parameters, language: language)
  }

  /// Heading, caution, what can happen, how it is computed, every number with its source.
  package var text: String {
    [heading, standing, events, money, pay, nodes, numbers, scenarioKeys, sources].filter {
      !$0.isEmpty
    }
    .joined(separator: "\n")
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
    var text = "\(pack.id)\n\(language.text(pack.label))\n\(dates)\n"
    if let caution = pack.caution {
      text += language.pick("Caution: ", "注意:") + language.text(caution) + "\n"
    }
    if let base = pack.partIDs.dropFirst().first {
      text += language.pick("Builds on \(base).\n", "以 \(base) 为基础。\n")
    }
    return text
  }

  private var dates: String {
    let from = pack.effectiveFrom.map { language.pick("from \($0)", "\($0) 起") }
    let to = pack.effectiveTo.map { language.pick("until before \($0)", "\($0) 前") }
    let told = [from, to].compactMap { $0 }.joined(separator: language.pick(" ", "、"))
    let goods =
      pack.categories.isEmpty
      ? "" : language.pick("; for ", ";适用类目:") + pack.categories.joined(separator: ", ")
    return language.pick("In force ", "施行:")
      + (told.isEmpty ? language.pick("on dates not stated", "未写明日期") : told) + goods
  }

  /// Ladders, gates and tiers with what decides about them, and the clause that says so.
  private var standing: String {
    let graph = pack.graph
    let ladders = graph.ladders.map { ladder in
      "\(ladder.name): \(language.text(ladder.label))\n" + states(ladder.states)
        + conditions(ladder.up, language.pick("to rise, all of:", "升级须同时满足:"))
        + conditions(ladder.down, language.pick("falls on any of:", "任一出现即降级:"))
    }
    let gates = graph.gates.map { gate in
      "\(gate.name): \(language.text(gate.label))\n" + states(gate.states)
        + "  \(language.pick("out where ", "清退条件:"))\(words.text(gate.removal.condition))\n"
        + (gate.readmission.map {
          "  \(language.pick("back where ", "恢复条件:"))\(words.text($0.condition))\n"
        } ?? "")
    }
    let tiers = graph.tiers.map { tier in
      "\(tier.name): \(language.text(tier.label)) = \(words.text(tier.value))\n"
        + tier.bands.map { band in
          let label = language.text(parameters.filled(band.state.label))
          return "  \(band.floor.map { "≥ \(words.text($0)): " } ?? language.pick("else: ", "其余:"))"
            + "\(label)\n"
        }.joined()
        + (tier.heldBackBy.map {
          conditions($0, language.pick("for the first of these:", "第一档要求:"))
        } ?? "")
    }
    return (ladders + gates + tiers).joined(separator: "\n")
  }

  private func states(_ states: [LadderRule.State]) -> String {
    let names = states.map { state in
      let label = language.text(parameters.filled(state.label))
      return label == state.name ? label : "\(label) (\(state.name))"
    }
    return "  \(names.joined(separator: language.pick(", ", "、")))\n"
  }

  private func conditions(_ group: String, _ heading: String) -> String {
    let conditions = pack.graph.groups.first { $0.name == group }?.conditions ?? []
    guard !conditions.isEmpty else { return "" }
    return "  \(heading)\n"
      + conditions.map {
        "    - \(language.text(parameters.filled($0.label))) [\(language.text($0.source))]\n"
      }.joined()
  }

  private var events: String {
    let lines = program.events.map { "  \(language.text($0.label)) (\($0.name))\n" }
    return lines.isEmpty ? "" : language.pick("EVENTS\n", "会发生什么\n") + lines.joined()
  }

  private var money: String {
    let lines = pack.graph.money.map { money in
      "  \(language.text(money.item.label))"
        + (money.amount.map { ": \(words.text($0))" } ?? "")
        + (money.due.map { language.pick("; due when ", ";何时计:") + words.text($0) } ?? "")
        + "\n"
    }
    return lines.isEmpty ? "" : language.pick("MONEY\n", "钱\n") + lines.joined()
  }

  /// How it has the service desk paid.
  private var pay: String {
    guard let rule = pack.graph.effects.staffPay else { return "" }
    let names: [(en: String, zh: String)] = [
      ("an agent's shift of a day, yuan", "每人每班底薪(元)"), ("each chat answered, yuan", "每接待一次(元)"),
      ("of sales that follow a chat", "咨询后成交提成"), ("of their refunds, taken back", "其退款扣回"),
      ("of other sales less refunds", "静默销售减退款均摊"),
      ("share of sales that follow a chat", "咨询后成交占比"),
    ]
    return language.pick("PAYS THE SERVICE DESK\n", "客服工资按此计\n")
      + zip(names, rule.formulas).map {
        "  \(language.pick($0.en, $0.zh)): \(words.text($1))\n"
      }.joined()
  }

  /// What a scenario may say in words of its own.
  private var scenarioKeys: String {
    let lines = pack.scenarioKeys.sorted { $0.key < $1.key }.map { "  \($0.key) → \($0.value)\n" }
    return lines.isEmpty
      ? "" : language.pick("KEYS OF A SCENARIO\n", "方案文件中的写法\n") + lines.joined()
  }

  /// How every named step is computed.
  private var nodes: String {
    let lines = pack.graph.nodes.map { node in
      "  \(language.text(parameters.filled(node.label))) = \(words.text(node.value)) (\(node.name))\n"
    }
    let inputs = pack.graph.inputs.map { input in
      let terms = input.terms.map { term in
        (term.coefficient == 1 ? "" : "\(term.coefficient) × ") + term.counter.name
      }
      return "  \(input.name) = \(terms.joined(separator: " + ")), \(words.window(input.window))\n"
    }
    guard !(lines + inputs).isEmpty else { return "" }
    return language.pick("HOW IT IS COMPUTED\n", "怎么算\n") + lines.joined()
      + (inputs.isEmpty ? "" : language.pick("COUNTED\n", "统计口径\n") + inputs.joined())
  }

  /// Every number with its origin; what is assumed is marked, what only the store knows first.
  private var numbers: String {
    let ordered =
      pack.parameters.filter { $0.required != nil } + pack.parameters.filter { $0.required == nil }
    let lines = ordered.map { parameter -> String in
      var mark = parameter.origin == .assumption ? language.pick(" · ASSUMPTION", " · 假设") : ""
      if parameter.required != nil { mark += language.pick(", TO BE SET", ",须填写") }
      let choices =
        parameter.isChoice ? " (\(parameter.choices.joined(separator: " | ")))" : ""
      let value = parameters.displayText(parameter.name) ?? parameter.value
      let unit = Self.isTold(parameter.unit) || parameter.isChoice ? "" : " \(parameter.unit)"
      let to = parameter.to.map { " – \($0)" } ?? ""
      return
        "  \(language.text(parameters.filled(parameter.label))): \(value)\(unit)\(choices)\(mark)\n"
        + "    \(parameter.name) · \(originName(parameter)) · \(parameter.from)\(to) · "
        + "\(language.text(parameter.source))\n"
    }
    return lines.isEmpty ? "" : language.pick("NUMBERS\n", "参数\n") + lines.joined()
  }

  /// Units that the value's text already tells.
  private static func isTold(_ unit: String) -> Bool {
    ["share", "yuan", "s"].contains(unit)
  }

  private func originName(_ parameter: RuleParameter) -> String {
    let origin =
      switch parameter.origin {
      case .seed: language.pick("article", "文章")
      case .official: language.pick("official text", "官方规则")
      case .public: language.pick("public source", "公开资料")
      case .assumption: language.pick("assumption", "假设")
      }
    let confidence =
      switch parameter.confidence {
      case .high: language.pick("high confidence", "可信度高")
      case .medium: language.pick("medium confidence", "可信度中")
      case .low: language.pick("low confidence", "可信度低")
      }
    return "\(origin), \(confidence)"
  }

  private var sources: String {
    let lines = pack.sources.sorted { $0.key < $1.key }
      .map { "  \($0.key): \(language.text($0.value))\n" }
    return lines.isEmpty ? "" : language.pick("SOURCES\n", "出处\n") + lines.joined()
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
