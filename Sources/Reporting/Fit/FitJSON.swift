import Calibration
import StoreModel

/// The account of a fit as JSON.
enum FitJSON {
  static func learnt(
    _ input: LearntInput,
    _ words: FitWords,
    written: Bool,
    given: String?,
    _ disagrees: Bool
  ) -> JSONText {
    var pairs: [(key: String, value: JSONText)] = [
      ("input", .text(input.path)), ("assumed", .text(FitText.brief(input.assumed, input.unit))),
      ("scenario", .text(FitText.scenario(input))), ("estimate", .number(input.estimate)),
      ("interval_95", ends(input.interval)), ("range_80", range(input.value)),
      ("events", names(input.events)), ("occasions", names(input.occasions)),
      ("count", .number(input.count)), ("n", .number(input.size)),
      ("from", .text(input.days.lowerBound.description)),
      ("to", .text(input.days.upperBound.description)), ("method", .text(words.method(input))),
      ("written", .flag(written)),
    ]
    if case .counts(_, let prior, let effective, let halfLife) = input.method {
      pairs.append(("prior_worth", .number(prior)))
      pairs.append(("effective_n", .number(effective)))
      pairs.append(("half_life_days", .number(halfLife)))
    }
    if let given {
      pairs.append(("given", .text(given)))
      pairs.append(("disagrees", .flag(disagrees)))
    }
    return .object(pairs)
  }

  static func untold(_ input: UntoldInput, _ words: FitWords) -> JSONText {
    var columns: [DayCounter] = []
    if case .needs(let needed) = input.reason { columns = needed }
    return .object([
      ("input", .text(input.path)), ("why", .text(words.reason(input.reason))),
      ("columns", names(columns)),
    ])
  }

  private static func ends(_ interval: ClosedRange<Double>?) -> JSONText {
    interval.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }

  private static func range(_ value: LearntInput.Value) -> JSONText {
    switch value {
    case .range(let low, let high): .list([.number(low), .number(high)])
    case .shares(let shares): .list(shares.map(JSONText.number))
    case .number: .null
    }
  }

  private static func names(_ counters: [DayCounter]) -> JSONText {
    .list(counters.map { .text($0.name) })
  }
}
