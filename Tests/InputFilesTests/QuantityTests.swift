import InputFiles
import StoreModel
import Testing

@Suite struct QuantityTests {
  /// Reads one value under the key `x` and returns the law or the code of the finding.
  private func law(_ text: String, _ quantity: Quantity, in limits: ClosedRange<Double> = 0...1e6)
    throws -> (law: Uncertain.Law, code: String?)
  {
    let reader = FieldReader(file: "x.yaml")
    let document = try DocumentParser.document(fromYAML: "x: \(text)\n", file: "x.yaml")
    let value = reader.section(document).uncertain("x", quantity, in: limits)
    return (value.law, reader.diagnostics.first?.code)
  }

  @Test(arguments: [
    ("8 %", 0.08), ("8%", 0.08), ("0.08", 0.08), ("1.0", 1.0), ("100 %", 1.0), ("5 ‰", 0.005),
    ("8 ％", 0.08), ("0", 0.0),
  ])
  func sharesArePercentOrFraction(text: String, value: Double) throws {
    let read = try law(text, .share, in: 0...1)
    #expect(read.law == .known(value))
    #expect(read.code == nil)
  }

  @Test(arguments: [
    ("48 h", 48.0), ("30 min", 0.5), ("4 days", 96.0), ("90 s", 0.025), ("2小时", 2.0), ("1 天", 24.0),
  ])
  func timesCarryUnits(text: String, hours: Double) throws {
    #expect(try law(text, .hours).law == .known(hours))
  }

  @Test func rangesShareTheLastUnit() throws {
    #expect(try law("5 to 8 %", .share, in: 0...1).law == .share(low: 0.05, high: 0.08))
    #expect(try law("5 % to 8 %", .share, in: 0...1).law == .share(low: 0.05, high: 0.08))
    #expect(try law("34 至 40 小时", .hours).law == .amount(low: 34, high: 40))
    #expect(try law("62 to 70 yuan", .yuan).law == .amount(low: 62, high: 70))
    #expect(
      try law("-2 to 4 %/month", .growthPerMonth, in: -1...1).law
        == .number(low: -0.02, high: 0.04)
    )
  }

  @Test(arguments: [
    ("8", "SC205"), ("1", "SC205"), ("8 percent", "SC205"), ("nan", "SC204"), ("inf", "SC204"),
    ("1e-3", "SC204"), ("0,08", "SC204"), ("-1 %", "SC206"), ("101 %", "SC206"),
    ("8 % to 5 %", "SC207"), ("5 %to 8 %", "SC205"), ("5 % to", "SC205"), ("to 5 %", "SC204"),
    ("[1 %]", "SC203"), ("{a: 1 %}", "SC203"), ("~", "SC214"), ("5 % to 8", "SC205"),
    ("0 to 5 %", "SC207"), ("0.1 to 1.0", "SC207"), (".", "SC204"), ("5.", "SC204"),
    ("111111111111111111111111111111111111111111111 %", "SC204"), ("0.0.8", "SC205"),
    ("٣ %", "SC204"), ("0x10", "SC205"),
  ])
  func sharesRefuseTheRest(text: String, code: String) throws {
    #expect(try law(text, .share, in: 0...1).code == code)
  }

  @Test func amountsAreNotStretchedWithoutEnd() throws {
    #expect(try law("1 to 50", .amount).code == nil)
    #expect(try law("1 to 51", .amount).code == "SC207")
    #expect(try law("0 to 5", .amount).code == "SC207")
  }

  @Test(arguments: [
    (0.07 * 100, "7"), (0.1 + 0.2, "0.3"), (1e7, "10000000"), (0.00005, "0.00005"), (-2.5, "-2.5"),
    (1442.25, "1442.25"),
  ])
  func numbersAreWrittenShort(value: Double, text: String) {
    #expect(NumberText.shortest(value) == text)
  }

  @Test func theNearestNameIsTheOneMeant() {
    let names = ["orders", "orders_per_day", "order_value", "share"]
    #expect(NearestName.nearest(to: "order_per_day", among: names) == "orders_per_day")
    #expect(NearestName.nearest(to: "sahre", among: names) == "share")
    #expect(NearestName.nearest(to: "zebra", among: names) == nil)
    #expect(NearestName.nearest(to: "", among: names) == nil)
    #expect(NearestName.nearest(to: String(repeating: "a", count: 5000), among: names) == nil)
  }
}
