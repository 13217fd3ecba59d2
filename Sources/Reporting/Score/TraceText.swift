import Rules
import StoreModel

/// The tree of a trace as indented lines.
struct TraceText {
  let language: ReportLanguage

  /// Lines of every step and of what it rests on.
  func lines(_ steps: [TraceStep]) -> [String] { steps.flatMap { lines($0, depth: 1) } }

  private func lines(_ step: TraceStep, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    var line = indent + head(step)
    if !step.compared.isEmpty { line += "  [\(step.compared)]" }
    if let distance = step.distance {
      let text = distance.decimalText(digits: 6)
      line += language.pick("  distance \(text)", "  距门槛 \(text)")
    }
    var lines = [line]
    let notes = notes(step)
    if !notes.isEmpty { lines.append(indent + "  " + notes) }
    return lines + step.children.flatMap { self.lines($0, depth: depth + 1) }
  }

  private func head(_ step: TraceStep) -> String {
    let kind =
      switch step.kind {
      case .measure: language.pick("measure ", "指标 ")
      case .condition: language.pick("condition ", "条件 ")
      case .gate: language.pick("gate ", "资格 ")
      case .tier: language.pick("tier ", "分档 ")
      case .node, .input, .parameter: ""
      }
    let formula = step.formula.isEmpty ? "" : " = \(step.formula)"
    return kind + step.name + formula + " = " + value(step)
  }

  private func value(_ step: TraceStep) -> String {
    if let holds = step.holds {
      return holds ? language.pick("holds", "成立") : language.pick("does not hold", "不成立")
    }
    return step.value ?? language.pick("no value", "无值")
  }

  private func notes(_ step: TraceStep) -> String {
    var notes: [String] = []
    let label = language.text(step.label)
    if label != step.name { notes.append(label) }
    if let span = step.span {
      let days = language.pick(
        "\(span.daysObserved) of \(span.days) days observed",
        "\(span.days) 天中观测到 \(span.daysObserved) 天"
      )
      notes.append("\(span.first) … \(span.last), \(days)")
    }
    if let old = step.packValue {
      notes.append(language.pick("set by you; the pack says \(old)", "由你设定;规则包为 \(old)"))
    }
    if !step.standing.isEmpty { notes.append(step.standing) }
    if let source = step.source { notes.append(language.text(source)) }
    if step.isToldAbove { notes.append(language.pick("see above", "见上")) }
    return notes.joined(separator: " · ")
  }
}
