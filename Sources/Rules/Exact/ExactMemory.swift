/// What an evaluator has found out.
final class ExactMemory {
  /// A name on a morning.
  struct Place: Hashable {
    var name: String
    var day: Int
  }

  /// What a name stands for.
  enum Meaning {
    case input(RuleInput)
    case node(Formula)
    case field
    /// A parameter's value; absent where the name is not known.
    case constant(ExactValue)
  }

  /// Values of names.
  var values: [Place: ExactValue] = [:]

  private var meanings: [String: Meaning] = [:]
  private var numbers: [String: ExactValue] = [:]

  /// What a name stands for in a pack.
  func meaning(
    of name: String,
    in graph: RuleGraph,
    _ parameters: ParameterValues
  ) -> Meaning {
    if let known = meanings[name] { return known }
    let found: Meaning
    if let input = graph.inputs.first(where: { $0.name == name }) {
      found = .input(input)
    } else if let node = graph.nodes.first(where: { $0.name == name }) {
      found = .node(node.value)
    } else if graph.fields.contains(where: { $0.name == name }) {
      found = .field
    } else if let text = parameters.texts[name] {
      found = .constant(Rational(decimal: text).map { ExactValue($0) } ?? .text(text))
    } else {
      found = .constant(.absent)
    }
    meanings[name] = found
    return found
  }

  /// A number written in a formula.
  func number(_ text: String) -> ExactValue {
    if let known = numbers[text] { return known }
    let found = ExactValue(Rational(decimal: text))
    numbers[text] = found
    return found
  }
}
