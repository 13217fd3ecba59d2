extension Calculation {
  /// The result over numbers of which some may be absent.
  func result(_ values: [Rational?]) -> Rational? {
    if self == .weighted { return Self.weightedMean(values) }
    var present: [Rational] = []
    present.reserveCapacity(values.count)
    for case let value? in values { present.append(value) }
    switch self {
    case .first: return present.first
    case .min: return present.min()
    case .max: return present.max()
    case .mean: return Self.total(present)?.divided(by: Rational(present.count))
    default:
      return present.count == values.count && !present.isEmpty ? result(ofPresent: present) : nil
    }
  }

  private func result(ofPresent values: [Rational]) -> Rational? {
    switch self {
    case .floor: Rational(values[0].floor, over: 1)
    case .ceil: Rational(values[0].ceiling, over: 1)
    case .minus: values[0].subtracting(values[1])
    case .ratio: values[0].divided(by: values[1])
    case .sum: Self.total(values)
    case .round: Self.rounded(values[0], to: values[1])
    case .clamp: Swift.max(values[0], Swift.min(values[1], values[2]))
    case .linear: Self.line(values)
    default: values.dropFirst().reduce(Optional(values[0])) { $0?.multiplied(by: $1) }
    }
  }

  private static func total(_ values: [Rational]) -> Rational? {
    values.first.flatMap { first in
      values.dropFirst().reduce(Optional(first)) { $0?.adding($1) }
    }
  }

  /// The nearest multiple of a step, halves upwards.
  private static func rounded(_ value: Rational, to step: Rational) -> Rational? {
    value.divided(by: step)?.multiplied(by: Rational(2))?.adding(.one)?.divided(by: Rational(2))
      .flatMap { Rational(unchecked: $0.floor, 1).multiplied(by: step) }
  }

  /// The line through (from, low) and (to, high) at a value, held between both ends.
  private static func line(_ values: [Rational]) -> Rational? {
    let (value, from, low, to, high) = (values[0], values[1], values[2], values[3], values[4])
    guard let width = to.subtracting(from), let rise = high.subtracting(low),
      let share = value.subtracting(from)?.divided(by: width)
    else { return nil }
    return Swift.max(.zero, Swift.min(share, .one)).multiplied(by: rise)?.adding(low)
  }

  /// Σ weight · value / Σ weight over the pairs whose value is present.
  ///
  /// With more than four pairs every term is rounded half up to 1e-9 first, so that each
  /// implementation gets the same digits.
  private static func weightedMean(_ values: [Rational?]) -> Rational? {
    let isLong = values.count > 8
    var total: Rational? = .zero
    var weights: Rational? = .zero
    for index in stride(from: 0, to: values.count - 1, by: 2) {
      guard let value = values[index + 1] else { continue }
      guard let weight = values[index], let term = weight.multiplied(by: value) else { return nil }
      total = total?.adding(isLong ? term.roundedToNano : term)
      weights = weights?.adding(weight)
    }
    return weights.flatMap { total?.divided(by: $0) }
  }
}
