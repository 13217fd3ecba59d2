import StoreModel

extension Formula {
  /// The formula as people read it, with the names of a pack: `shipped_on_time / due_to_ship`.
  package var readable: String {
    switch self {
    case .number(let text), .text(let text): return text
    case .name(let name): return name
    case .recordValue(let name, _): return name
    case .table(let family, let subject): return "\(family)[\(subject)]"
    case .lookUp(let family, let fields): return "\(family)[\(fields.joined(separator: ", "))]"
    case .calculation(let calculation, let parts): return Self.text(of: calculation, parts)
    case .shortfall(let rate, let target, let mode):
      return "shortfall(\(rate.readable), \(target.readable), \(mode))"
    case .moment(let question, let parts): return Self.call(question.rawValue, parts)
    case .aggregate(let aggregate): return "\(aggregate.summary) over \(aggregate.records)"
    case .relation(let relation, let left, let right, _):
      return "\(left.readable) \(relation.sign) \(right.readable)"
    case .logic(let logic, let parts): return Self.call(logic.rawValue, parts)
    case .present(let part): return "present(\(part.readable))"
    case .branch(let branches, let otherwise):
      let arms = branches.map { "\($0.value.readable) if \($0.condition.readable)" }
      return (arms + ["else \(otherwise.readable)"]).joined(separator: "; ")
    case .when(let condition, let part): return "\(part.readable) if \(condition.readable)"
    case .match(let field, let cases, _):
      return "by \(field.readable): " + cases.keys.sorted().joined(separator: ", ")
    case .isWord(let field, let word): return "\(field.readable) is \(word)"
    case .option(let parameter, let value): return "\(parameter) is \(value)"
    case .group(let question, let group): return "\(question.rawValue)(\(group))"
    case .standing(let question, let subject, let state):
      return state.map { "\(subject) \(question.rawValue) \($0)" }
        ?? "\(question.rawValue)(\(subject))"
    case .previous(let part): return "previous(\(part.readable))"
    case .inARow(let part, let count, _):
      return "in_a_row(\(part.readable), \(count.readable))"
    case .begins(let period): return "begins(\(period.rawValue))"
    case .isFrom(let day): return "from \(day)"
    case .after(let part): return "after(\(part.readable))"
    }
  }

  private static func text(of calculation: Calculation, _ parts: [Formula]) -> String {
    let signs: [Calculation: String] = [.ratio: "/", .sum: "+", .minus: "−", .times: "×"]
    if let sign = signs[calculation] {
      return parts.map(\.operand).joined(separator: " \(sign) ")
    }
    if calculation == .weighted {
      let pairs = stride(from: 0, to: parts.count - 1, by: 2).map {
        "\(parts[$0].operand) × \(parts[$0 + 1].operand)"
      }
      return "weighted(\(pairs.joined(separator: ", ")))"
    }
    return call(calculation.rawValue, parts)
  }

  private static func call(_ name: String, _ parts: [Formula]) -> String {
    "\(name)(\(parts.map(\.readable).joined(separator: ", ")))"
  }

  /// The formula in brackets where it is a calculation with a sign or has arms.
  private var operand: String {
    switch self {
    case .calculation(let calculation, _)
    where [.ratio, .sum, .minus, .times].contains(calculation):
      "(\(readable))"
    case .branch, .when, .relation: "(\(readable))"
    default: readable
    }
  }
}
