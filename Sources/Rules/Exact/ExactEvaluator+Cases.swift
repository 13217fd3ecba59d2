/// Words and records of single cases.
extension ExactEvaluator {
  /// The parameter of a family that the words of fields name, as a number or a word.
  func lookUp(_ family: String, _ fields: [String]) -> ExactValue {
    var name = family
    for field in fields {
      guard case .text(let word) = record[field] ?? named(field, on: morning) else {
        return .absent
      }
      name += "." + word
    }
    guard let text = parameters.texts[name] else { return .absent }
    return Rational(decimal: text).map { ExactValue($0) } ?? .text(text)
  }

  /// A number over the records that count.
  func value(
    of aggregate: Aggregate,
    on day: Int,
    standing: ExactStanding
  ) -> ExactValue {
    let kept = records(aggregate.records, aggregate.condition, aggregate.leading)
    guard aggregate.summary != .count else { return ExactValue(Rational(kept.count)) }
    let numbers = kept.map { record -> Rational? in
      aggregate.value.flatMap { looking(at: record).number($0) }
    }
    switch aggregate.summary {
    case .sum where numbers.isEmpty: return ExactValue(.zero)
    case .sum: return ExactValue(Calculation.sum.result(numbers))
    case .mean: return ExactValue(Calculation.mean.result(numbers))
    case .min: return ExactValue(Calculation.min.result(numbers))
    case .max, .count: return ExactValue(Calculation.max.result(numbers))
    }
  }

  /// The records of a list that count, in order.
  func records(
    _ list: String,
    _ condition: Formula?,
    _ leading: Aggregate.Leading?
  ) -> [[String: ExactValue]] {
    var found = facts.records(list)
    if let leading {
      let most = number(leading.most) ?? .zero
      var counts: [[ExactValue]: Int] = [:]
      found = found.filter { record in
        let key = leading.keys.map { record[$0] ?? .absent }
        counts[key, default: 0] += 1
        return Rational(counts[key] ?? 0) <= most
      }
    }
    guard let condition else { return found }
    return found.filter { looking(at: $0).holds(condition) }
  }

  /// The evaluator while it looks at a record.
  func looking(at record: [String: ExactValue]) -> ExactEvaluator {
    var evaluator = self
    evaluator.record = record
    return evaluator
  }
}
