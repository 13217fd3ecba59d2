import StoreModel

/// One thing that moves a condition towards its threshold or away from it, as people count it.
struct RoomUnit {
  /// What people read: "late orders".
  var label: Label
  /// Stored integer units that one such thing adds to each counter.
  var perUnit: [DayCounter: Int]

  /// So many of them.
  func times(_ count: Int) -> [DayCounter: Int] { perUnit.mapValues { $0 * count } }

  /// Ratings that pull a mean of stars down or up, in every stream that counts.
  static func rating(_ star: Int, in streams: [[DayCounter]]) -> RoomUnit {
    let several = streams.count > 1
    let label =
      star == 1
      ? Label(
        english: several ? "one-star ratings throughout" : "one-star ratings",
        chinese: several ? "条各项一星评价" : "条一星评价"
      )
      : Label(
        english: several ? "further five-star ratings throughout" : "further five-star ratings",
        chinese: several ? "条各项五星评价" : "条五星评价"
      )
    return RoomUnit(
      label: label,
      perUnit: Dictionary(streams.map { ($0[star - 1], 1) }, uniquingKeysWith: { $1 })
    )
  }

  /// The thing that moves a comparison, or `nil` where nothing that people count does.
  ///
  /// - Parameters:
  ///   - left: the number compared.
  ///   - isHighWanted: whether the store wants it high.
  ///   - isSpent: whether room is used up rather than won back.
  ///   - rule: how the pack calls the things.
  ///   - taken: the morning.
  init?(
    of left: Formula,
    isHighWanted: Bool,
    isSpent: Bool,
    rule: RoomRule?,
    taken: TakenFormula
  ) {
    let streams = taken.starStreams(of: left)
    if !streams.isEmpty {
      self = .rating(isHighWanted == isSpent ? 1 : 5, in: streams)
      return
    }
    guard let rule else { return nil }
    label = isSpent ? rule.spent : rule.won
    switch taken.shape(of: left) {
    case .ratio(let above, let below):
      // Room of a floor is spent below the line only, as late orders are; it is won above it.
      let isBelow = isHighWanted == isSpent
      guard
        let found = Self.moves(
          above: taken.carriers(of: above),
          below: taken.carriers(of: below),
          isBelowOnly: isBelow,
          isWithin: rule.isWithin
        )
      else { return nil }
      perUnit = found
    case .count(let count):
      guard let carrier = taken.carriers(of: count).first(where: { $0.coefficient > 0 }) else {
        return nil
      }
      let isMore = isHighWanted != isSpent
      perUnit = [carrier.counter: (isMore ? 1 : -1) * carrier.counter.unitsPerOne]
    case .composite: return nil
    }
  }

  init(label: Label, perUnit: [DayCounter: Int]) {
    self.label = label
    self.perUnit = perUnit
  }

  private static func moves(
    above: [TakenFormula.Carrier],
    below: [TakenFormula.Carrier],
    isBelowOnly: Bool,
    isWithin: Bool
  ) -> [DayCounter: Int]? {
    let top = above.filter { $0.coefficient > 0 }.map(\.counter)
    let bottom = below.filter { $0.coefficient > 0 }.map(\.counter)
    if isBelowOnly {
      return bottom.first { !above.map(\.counter).contains($0) }.map { [$0: $0.unitsPerOne] }
    }
    guard isWithin else {
      let apart = top.last { !bottom.contains($0) } ?? top.last
      return apart.map { [$0: $0.unitsPerOne] }
    }
    if let shared = top.last(where: bottom.contains) { return [shared: shared.unitsPerOne] }
    guard let one = top.last, let all = bottom.first else { return nil }
    return [one: one.unitsPerOne, all: all.unitsPerOne]
  }
}
