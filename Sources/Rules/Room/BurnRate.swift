import StoreModel

/// How fast room is used up, as error budgets tell it.
///
/// In a calendar period: the share of the room used so far over the share of the period that is past.
/// In a window that slides: what the last seven days used over what a window can bear in seven days.
struct BurnRate {
  private static let recentDays = 7

  let left: Formula
  let isHighWanted: Bool
  let taken: TakenFormula

  /// Adds the calendar and the rate to a room.
  func tell(_ room: inout RoomLeft) {
    let evaluator = taken.on
    let spans = taken.inputs(of: left).compactMap {
      evaluator.facts.span(of: $0, on: evaluator.morning, standing: evaluator.standing)
    }
    guard let span = spans.first else { return }
    room.until = spans.compactMap(\.until).min()
    room.isClosed = spans.allSatisfy(\.isClosed)
    guard room.holds, !room.isClosed else { return }
    let streams = taken.starStreams(of: left)
    if !streams.isEmpty {
      guard let daily = dailyRatings(below: room.threshold, streams) else { return }
      room.daysLeft = Self.days(room.room, at: daily)
      return
    }
    guard let bad = badThings() else { return }
    let used = bad.used.approximation
    let total = used + Double(room.room)
    let daily = recent(bad.carriers).map { $0.approximation / Double(Self.recentDays) }
    room.daysLeft = daily.flatMap { Self.days(room.room, at: $0) }
    guard total > 0 else { return }
    if let until = span.until {
      let past = Double(span.last - span.first + 1) / Double(until - span.first + 1)
      room.burnRate = Self.rounded(used / total / past)
    } else if !span.isLifetime, let daily {
      room.burnRate = Self.rounded(daily * Double(span.days) / total)
    }
  }

  /// What uses the room up: what is below the line only, or what is above it.
  private func badThings() -> (used: Rational, carriers: [TakenFormula.Carrier])? {
    let on = taken.on
    switch taken.shape(of: left) {
    case .ratio(let above, let below):
      guard let top = on.number(above), let bottom = on.number(below) else { return nil }
      let good = taken.carriers(of: above)
      guard isHighWanted else { return (top, good) }
      let carriers = taken.carriers(of: .calculation(.minus, [below, above]))
      return bottom.subtracting(top).map { ($0, carriers) }
    case .count(let count):
      guard !isHighWanted else { return nil }
      return on.number(count).map { ($0, taken.carriers(of: count)) }
    case .composite: return nil
    }
  }

  private func recent(_ carriers: [TakenFormula.Carrier]) -> Rational? {
    let on = taken.on
    let input = RuleInput(
      name: "",
      terms: carriers.map { RuleInput.Term(counter: $0.counter, coefficient: $0.coefficient) },
      window: .fixed(.trailing(nearest: 1, farthest: Self.recentDays))
    )
    return on.facts.recentSum(of: input, days: Self.recentDays, before: on.morning)
  }

  /// One-star ratings a day that would pull a mean down, or five-star ones that would lift it, as the
  /// last days did; the mean over streams.
  private func dailyRatings(below threshold: Rational, _ streams: [[DayCounter]]) -> Double? {
    let line = threshold.approximation
    let flows = streams.compactMap { stars -> Double? in
      let weighted = stars.enumerated().map {
        TakenFormula.Carrier(counter: $0.element, coefficient: $0.offset + 1)
      }
      let plain = stars.map { TakenFormula.Carrier(counter: $0, coefficient: 1) }
      guard let points = recent(weighted), let count = recent(plain) else { return nil }
      let missing = line * count.approximation - points.approximation
      let perRating = isHighWanted ? line - 1 : 5 - line
      guard perRating > 0 else { return nil }
      return (isHighWanted ? missing : -missing) / perRating / Double(Self.recentDays)
    }
    guard !flows.isEmpty else { return nil }
    return flows.reduce(0, +) / Double(flows.count)
  }

  private static func days(_ room: Int, at daily: Double) -> Double? {
    daily > 0 ? rounded(Double(room) / daily) : nil
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
