import Rules
import Testing

@Suite struct RationalTests {
  @Test(arguments: [
    ("0.95", "0.95"), ("-3", "-3"), ("1e-3", "0.001"), ("2.50", "2.5"), ("0", "0"),
    ("12e2", "1200"), ("0.0000005", "0.0000005"),
  ])
  func readsAndWritesDecimals(text: String, written: String) throws {
    let number = try #require(Rational(decimal: text))
    #expect(number.decimalText() == written)
  }

  @Test(arguments: ["", ".5", "5.", "1,000", "0x10", "1e", "--1", "1e99", "½", "１２"])
  func refusesWhatIsNoDecimal(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test func comparesWhereCrossMultiplicationOverflows() throws {
    let huge = Int128(1) << 100
    let below = try #require(Rational(huge - 1, over: huge))
    let above = try #require(Rational(huge, over: huge + 1))
    #expect(below < above)
    #expect(above > below)
    #expect(below == below)
    let negative = try #require(Rational(-huge, over: huge + 1))
    #expect(negative < below)
  }

  @Test func comparesAsDecimalsDo() throws {
    var numbers = TestNumbers(seed: 7)
    for _ in 0..<2000 {
      let (a, b) = (
        Int.random(in: -999...999, using: &numbers), Int.random(in: 1...99, using: &numbers)
      )
      let (c, d) = (
        Int.random(in: -999...999, using: &numbers), Int.random(in: 1...99, using: &numbers)
      )
      let first = try #require(Rational(Int128(a), over: Int128(b)))
      let second = try #require(Rational(Int128(c), over: Int128(d)))
      #expect((first < second) == (a * d < c * b))
      #expect((first == second) == (a * d == c * b))
      #expect(first.floor == Int128((Double(a) / Double(b)).rounded(.down)))
      let sum = try #require(first.adding(second))
      #expect(sum == Rational(Int128(a * d + c * b), over: Int128(b * d)))
    }
  }

  @Test func roundsTicksHalfUp() throws {
    #expect(try #require(Rational(decimal: "0.0000005")).ticks(unitsPerOne: 1_000_000) == 1)
    #expect(try #require(Rational(decimal: "-0.5")).ticks(unitsPerOne: 1) == 0)
    #expect(try #require(Rational(decimal: "4.4999995")).ticks(unitsPerOne: 1_000_000) == 4_500_000)
    #expect(try #require(Rational(1, over: 3)).ticks(unitsPerOne: 100) == 33)
  }

  @Test func sumsThatDoNotFitAreRoundedToNanosNotLost() throws {
    let prime = Int128(1_000_003)
    var total = Rational.zero
    for step in 0..<12 {
      let term = try #require(Rational(1, over: prime + Int128(2 * step)))
      total = try #require(total.adding(term))
    }
    #expect(abs(total.approximation - 12 / 1_000_014.0) < 1e-8)
  }

  @Test func divisionByZeroHasNoResult() {
    #expect(Rational.one.divided(by: .zero) == nil)
    #expect(Rational(1, over: 0) == nil)
  }
}
