import Rules
import StoreModel

/// Formulas of a pack in the words of the person who must obey it.
struct FormulaWords {
  let graph: RuleGraph
  let parameters: ParameterValues
  let language: ReportLanguage
  private let labels: [String: Label]
  private let choices: [String: Label]

  init(pack: RulePack, parameters: ParameterValues, language: ReportLanguage) {
    graph = pack.graph
    self.parameters = parameters
    self.language = language
    labels = Dictionary(
      pack.graph.nodes.map { ($0.name, $0.label) },
      uniquingKeysWith: { first, _ in first }
    )
    choices = Dictionary(
      pack.parameters.filter(\.isChoice).map { ($0.name, $0.label) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// A formula in words; named nodes by their labels, parameters by their values.
  func text(_ formula: Formula) -> String {
    switch formula {
    case .number(let text), .text(let text): text
    case .name(let name): named(name)
    case .recordValue(let name, _): readable(name)
    case .calculation(let calculation, let parts): text(calculation, parts)
    case .shortfall(let rate, let target, _):
      pick(
        "percentage points of \(text(rate)) below \(text(target))",
        "\(text(rate))低于 \(text(target)) 的百分点"
      )
    case .relation(let relation, let first, let second, _):
      "\(operand(first)) \(relation.sign) \(operand(second))"
    case .logic(let logic, let parts): text(logic, parts)
    case .present(let part): pick("there is a value of \(text(part))", "\(text(part))有值")
    case .branch(let branches, let otherwise):
      branches.map {
        pick(
          "\(text($0.value)) if \(text($0.condition))",
          "\(text($0.condition))时为 \(text($0.value))"
        )
      }.joined(separator: pick("; ", ";")) + pick("; else ", ";否则为 ") + text(otherwise)
    case .when(let condition, let value):
      pick("\(text(value)) if \(text(condition))", "\(text(condition))时为 \(text(value))")
    case .match(let field, let cases, let otherwise):
      cases.sorted { $0.key < $1.key }
        .map { pick("\(text($0.value)) for \($0.key)", "\($0.key) 为 \(text($0.value))") }
        .joined(separator: pick("; ", ";"))
        + (otherwise.map { pick("; else ", ";其余为 ") + text($0) } ?? "")
        + pick(" (\(text(field)))", "(\(text(field)))")
    case .isWord(let field, let word): "\(text(field)) = \(word)"
    case .table(let family, let subject): "\(readable(family)) [\(label(of: subject))]"
    case .lookUp(let family, let fields):
      "\(readable(family)) [\(fields.map(readable).joined(separator: ", "))]"
    case .option(let parameter, let value):
      pick(
        "\(choices[parameter].map(language.text) ?? parameter) is \(value)",
        "\(choices[parameter].map(language.text) ?? parameter)取 \(value) "
      )
    case .group(let question, let group): text(question, group)
    case .standing(let question, let subject, let state): text(question, subject, state)
    case .previous(let part): pick("\(text(part)) the day before", "前一日\(text(part))")
    case .inARow(let part, let count, let skip):
      pick(
        "\(text(part)), \(text(count)) times in a row"
          + (skip.map { ", leaving out: \(text($0))" } ?? ""),
        "连续 \(text(count)) 次\(text(part))" + (skip.map { "(略过:\(text($0)))" } ?? "")
      )
    case .begins(.week): pick("it is Monday", "周一")
    case .begins(.month): pick("it is the 1st", "每月 1 日")
    case .isFrom(let day): pick("from \(day)", "自 \(day) 起")
    case .after(let part): text(part)
    case .moment(let question, let parts): text(question, parts)
    case .aggregate(let aggregate): text(aggregate)
    }
  }

  private func pick(_ english: String, _ chinese: String) -> String {
    language.pick(english, chinese)
  }

  private func readable(_ name: String) -> String { name.replacing("_", with: " ") }

  private func operand(_ formula: Formula) -> String {
    switch formula {
    case .calculation(.ratio, _), .calculation(.sum, _), .calculation(.minus, _),
      .calculation(.times, _), .branch, .relation, .when, .logic:
      "(\(text(formula)))"
    default: text(formula)
    }
  }

  private func list(_ parts: [Formula]) -> String {
    parts.map { text($0) }.joined(separator: pick(", ", "、"))
  }

  private func named(_ name: String) -> String {
    if let label = labels[name] { return language.text(parameters.filled(label)) }
    if let input = graph.inputs.first(where: { $0.name == name }) {
      return "\(readable(name)) (\(window(input.window)))"
    }
    let value = parameters.displayText(name) ?? readable(name)
    return language == .zh ? value.replacing(" %", with: "%") : value
  }

  private func label(of subject: String) -> String {
    let label =
      graph.ladders.first { $0.name == subject }?.label
      ?? graph.gates.first { $0.name == subject }?.label
      ?? graph.tiers.first { $0.name == subject }?.label
    return label.map(language.text) ?? subject
  }

  private func text(_ calculation: Calculation, _ parts: [Formula]) -> String {
    func joined(_ sign: String) -> String {
      parts.map { operand($0) }.joined(separator: " \(sign) ")
    }
    switch calculation {
    case .ratio: return joined("÷")
    case .sum: return joined("+")
    case .minus: return joined("−")
    case .times: return joined("×")
    case .min: return pick("the least of \(list(parts))", "\(list(parts))中最小者")
    case .max: return pick("the greatest of \(list(parts))", "\(list(parts))中最大者")
    case .mean: return pick("the mean of \(list(parts))", "\(list(parts))的均值")
    case .first: return pick("the first present of \(list(parts))", "\(list(parts))中第一个有值者")
    case .floor: return pick("\(text(parts[0])) rounded down", "\(text(parts[0]))向下取整")
    case .ceil: return pick("\(text(parts[0])) rounded up", "\(text(parts[0]))向上取整")
    case .round:
      return pick(
        "\(text(parts[0])) rounded to \(text(parts[1]))",
        "\(text(parts[0]))四舍五入到 \(text(parts[1]))"
      )
    case .clamp:
      return pick(
        "\(text(parts[1])), at least \(text(parts[0])), at most \(text(parts[2]))",
        "\(text(parts[1])),不低于 \(text(parts[0]))、不高于 \(text(parts[2]))"
      )
    case .linear:
      return pick(
        "\(text(parts[2])) where \(text(parts[0])) is \(text(parts[1])), \(text(parts[4])) where it "
          + "is \(text(parts[3])), on a line between",
        "\(text(parts[0]))为 \(text(parts[1])) 时得 \(text(parts[2])),为 \(text(parts[3])) 时得 "
          + "\(text(parts[4])),其间按直线"
      )
    case .weighted:
      let pairs = stride(from: 0, to: parts.count - 1, by: 2).map {
        "\(operand(parts[$0])) × \(operand(parts[$0 + 1]))"
      }
      return pairs.joined(separator: " + ")
        + pick(" (over the weights present)", "(缺项按其余权重折算)")
    }
  }

  private func text(_ logic: Logic, _ parts: [Formula]) -> String {
    let texts = parts.map { operand($0) }
    switch logic {
    case .all: return texts.joined(separator: pick(" and ", " 且 "))
    case .any: return texts.joined(separator: pick(" or ", " 或 "))
    case .noneOf: return pick("not ", "非") + texts.joined(separator: pick(" nor ", "、非"))
    }
  }

  private func text(_ question: GroupQuestion, _ group: String) -> String {
    let conditions = graph.groups.first { $0.name == group }?.conditions ?? []
    let names = conditions.map { language.text(parameters.filled($0.label)) }
      .joined(separator: pick("; ", ";"))
    switch question {
    case .allHold: return pick("all of: \(names)", "同时满足:\(names)")
    case .anyHolds: return pick("any of: \(names)", "任一满足:\(names)")
    case .failing: return pick("which of these fail: \(names)", "未满足的:\(names)")
    case .holding: return pick("which of these hold: \(names)", "满足的:\(names)")
    }
  }

  private func text(
    _ question: StandingQuestion,
    _ subject: String,
    _ state: String?
  ) -> String {
    let name = label(of: subject)
    switch question {
    case .isState: return "\(name) = \(state ?? "")"
    case .state, .result: return name
    case .due: return pick("\(name) is evaluated", "\(name)评估日")
    case .rose, .roseAtOnce: return pick("\(name) rises", "\(name)上升")
    case .fell: return pick("\(name) falls", "\(name)下降")
    case .removed: return pick("removed: \(name)", "\(name)被清退")
    case .removals: return pick("removals: \(name)", "\(name)清退次数")
    case .permanent: return pick("\(name): for good", "\(name)永久")
    }
  }

  private func text(_ question: MomentOperator, _ parts: [Formula]) -> String {
    let texts = parts.map { text($0) }
    switch question {
    case .hours: return pick("hours from \(texts[0]) to \(texts[1])", "\(texts[0])到\(texts[1])的小时数")
    case .openMinutes:
      return pick(
        "minutes from \(texts[0]) to \(texts[1]) between \(texts[2]) and \(texts[3]) o'clock",
        "\(texts[0])到\(texts[1])、\(texts[2]) 点至 \(texts[3]) 点之间的分钟数"
      )
    case .plusHours: return pick("\(texts[0]) + \(texts[1]) h", "\(texts[0]) + \(texts[1]) 小时")
    case .plusDays: return pick("\(texts[0]) + \(texts[1]) days", "\(texts[0]) + \(texts[1]) 天")
    case .plusMonths:
      return pick("\(texts[0]) + \(texts[1]) months", "\(texts[0]) + \(texts[1]) 个月")
    case .atHour: return pick("\(texts[1]) o'clock on \(texts[0])", "\(texts[0])当日 \(texts[1]) 点")
    case .hourOf: return pick("hour of the day of \(texts[0])", "\(texts[0])的钟点")
    }
  }

  private func text(_ aggregate: Aggregate) -> String {
    let list = readable(aggregate.records)
    let value = aggregate.value.map { text($0) } ?? ""
    let condition =
      aggregate.condition.map { pick(" where \(text($0))", "(\(text($0)))") } ?? ""
    switch aggregate.summary {
    case .count: return pick("number of \(list)\(condition)", "\(list)数\(condition)")
    case .sum:
      return pick("sum of \(value) over \(list)\(condition)", "\(list)的 \(value) 之和\(condition)")
    case .mean:
      return pick("mean of \(value) over \(list)\(condition)", "\(list)的 \(value) 均值\(condition)")
    case .min:
      return pick("least \(value) of \(list)\(condition)", "\(list)的 \(value) 最小值\(condition)")
    case .max:
      return pick("greatest \(value) of \(list)\(condition)", "\(list)的 \(value) 最大值\(condition)")
    }
  }

  /// The days of an input's window.
  func window(_ rule: WindowRule) -> String {
    switch rule {
    case .parameter(let name):
      let days = parameters.displayText(name) ?? "?"
      return pick("\(days) days", "近 \(days) 天")
    case .option(let parameter, let windows):
      let chosen = parameters.texts[parameter].flatMap { windows[$0] }
      return chosen.map { window($0) } ?? ""
    case .fixed(let window):
      switch window {
      case .trailing(1, let farthest): return pick("\(farthest) days", "近 \(farthest) 天")
      case .trailing(let nearest, let farthest):
        return pick("\(nearest) to \(farthest) days ago", "前 \(nearest)～\(farthest) 天")
      case .lifetime: return pick("from the beginning", "开店以来")
      case .sinceChange: return pick("since the last change", "上次变动以来")
      case .week: return pick("last week, Monday to Sunday", "上一自然周")
      case .month: return pick("last calendar month", "上一自然月")
      case .sixMonths: return pick("last six calendar months", "前六个自然月")
      case .monthToDate: return pick("the month so far", "本月至今")
      }
    }
  }
}
