import Reporting
import Testing

@Suite struct ShortestDecimalTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-1350, "-1350"), (4.523, "4.523"), (0.1, "0.1"),
    (1e-7, "0.0000001"), (1.5e-5, "0.000015"), (1e16, "10000000000000000"),
    (1.2345e20, "123450000000000000000"), (-2.5e-10, "-0.00000000025"),
    (
      0.30000000000000004,
      "0.30000000000000004"
    ), (1e22, "10000000000000000000000"), (123456789.125, "123456789.125"),
  ])
  func isShortAndPlain(value: Double, text: String) {
    #expect(ShortestDecimal.text(value) == text)
  }

  @Test(arguments: [
    Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .pi,
    -1.0 / 3, 9_007_199_254_740_992, Double.leastNormalMagnitude.nextDown, (0.1).nextUp,
  ])
  func readsBackAsTheSameNumber(value: Double) throws {
    let text = try #require(ShortestDecimal.text(value))
    #expect(Double(text) == value)
    #expect(!text.contains("e"))
  }

  @Test func whatIsNoNumberHasNoText() {
    #expect(ShortestDecimal.text(.nan) == nil)
    #expect(ShortestDecimal.text(.infinity) == nil)
  }
}
