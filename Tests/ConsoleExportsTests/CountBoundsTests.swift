import Testing

@testable import ConsoleExports

/// Bounds against all solutions, counted one by one.
@Suite struct CountBoundsTests {
  private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    mutating func some(of count: Int) -> [Int] { (0..<count).filter { _ in below(2) == 0 } }
  }

  private static let greatest = [4, 4, 4, 4, 6]

  private static let candidates: [[Int]] = greatest.reduce([[]]) { lists, top in
    lists.flatMap { list in (0...top).map { list + [$0] } }
  }

  private func holds(_ relation: CountBounds.Relation, _ numbers: [Int]) -> Bool {
    func sum(_ terms: [Int]) -> Int { terms.reduce(0) { $0 + numbers[$1] } }
    switch relation {
    case .linear(let plus, let minus, let low, let high):
      return (low...high).contains(sum(plus) - sum(minus))
    case .rate(let parts, let wholes, let span):
      let part = Int128(sum(parts)) * span.over
      return part >= span.low * Int128(sum(wholes)) && part <= span.high * Int128(sum(wholes))
    }
  }

  private func relation(of truth: [Int], _ chance: inout Chance) -> CountBounds.Relation {
    let plus = chance.some(of: truth.count)
    let rest = chance.some(of: truth.count).filter { !plus.contains($0) }
    func sum(_ terms: [Int]) -> Int { terms.reduce(0) { $0 + truth[$1] } }
    if chance.below(2) == 0 {
      let value = sum(plus) - sum(rest)
      return .linear(
        plus: plus,
        minus: rest,
        low: value - chance.below(2),
        high: value + chance.below(3)
      )
    }
    let whole = max(1, sum(rest))
    let tenths = sum(plus) * 10 / whole
    return .rate(
      parts: plus,
      wholes: rest,
      span: Span(low: Int128(tenths), high: Int128(tenths + 1), over: 10)
    )
  }

  /// No solution is ever shut out, and only what has no solution is refused.
  @Test(arguments: 0..<150)
  func everySolutionStaysWithinTheBounds(seed: Int) {
    var chance = Chance(state: UInt64(seed) &* 977 &+ 5)
    let truth = Self.greatest.map { chance.below($0 + 1) }
    var bounds = CountBounds(greatest: Self.greatest)
    var solutions = Self.candidates
    for _ in 0..<5 {
      let next = relation(of: truth, &chance)
      let left = solutions.filter { holds(next, $0) }
      if bounds.add([next]) == nil { solutions = left } else { #expect(left.isEmpty) }
    }
    for (number, _) in truth.enumerated() {
      #expect(solutions.allSatisfy { $0[number] >= bounds.low[number] })
      #expect(solutions.allSatisfy { $0[number] <= bounds.high[number] })
    }
  }

  @Test func whatCannotHoldIsNamedAndForgotten() {
    var bounds = CountBounds(greatest: [10, 10])
    #expect(bounds.add([.linear(plus: [0], minus: [], low: 3, high: 3)]) == nil)
    let wrong: [CountBounds.Relation] = [
      .linear(plus: [1], minus: [], low: 2, high: 2),
      .linear(plus: [0, 1], minus: [], low: 9, high: 9),
    ]
    #expect(bounds.add(wrong) == 1)
    #expect(bounds.low == [3, 0] && bounds.high == [3, 10])
  }

  @Test func aRateOfNoneSaysNone() {
    var bounds = CountBounds(greatest: [9, 0])
    let anything = Span(low: 0, high: 1 << 62, over: 1)
    #expect(bounds.add([.rate(parts: [0], wholes: [1], span: anything)]) == nil)
    #expect(bounds.high == [0, 0])
  }
}
