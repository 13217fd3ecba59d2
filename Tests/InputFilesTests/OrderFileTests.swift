import InputFiles
import StoreModel
import Testing

@Suite struct OrderFileTests {
  private func read(_ text: String) throws(InputErrors) -> [String: [OrderRecord]] {
    try OrderFileReader.orders(fromCSV: text, file: "orders.csv").orders
  }

  private func codes(_ text: String) -> [String] {
    do throws(InputErrors) {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test func columnsStandInAnyOrderAndFurtherOnesAreIgnored() throws {
    let orders = try read(
      """
      order_no,stars,store,purchased,reviewed,ship_by,shipped,delivered,promised,value
      1,5,A,2026-01-02T10:00,2026-01-09 08:30,2026-01-05,2026-01-03T09:00,2026-01-08T12:00,2026-01-20,9.9
      2,,B,2026-01-03,,,,,,
      """
    )
    #expect(orders.keys.sorted() == ["A", "B"])
    let first = try #require(orders["A"]?.first)
    func day(_ text: String) -> CalendarDay? { CalendarDay(iso: text) }
    #expect(first.purchased == day("2026-01-02"))
    #expect(first.shipBy == day("2026-01-05"))
    #expect(first.shipped == day("2026-01-03"))
    #expect(first.delivered == day("2026-01-08"))
    #expect(first.promised == day("2026-01-20"))
    #expect(first.reviewed == day("2026-01-09"))
    #expect(first.stars == 5)
    #expect(orders["B"]?.first?.stars == nil)
  }

  @Test func aFileWithoutStoresIsOfOne() throws {
    let orders = try read("purchased,reviewed,stars\n2026-01-02,2026-01-04,4\n")
    #expect(orders.keys.map(\.self) == [""])
  }

  @Test func halfARatingIsNone() throws {
    let orders = try read("purchased,reviewed,stars\n2026-01-02,2026-01-04,\n2026-01-02,,3\n")
    #expect(orders[""]?.allSatisfy { $0.reviewed == nil && $0.stars == nil } == true)
  }

  @Test(arguments: [
    ("", ["HI102"]), ("purchased,reviewed,stars\n", ["HI102"]),
    ("purchased,stars\n2026-01-01,5\n", ["HI109"]), ("date,orders\n2026-01-01,5\n", ["HI109"]),
    ("purchased,purchased,reviewed,stars\n", ["HI105"]),
    ("purchased,reviewed,stars\n2026-13-01,,\n", ["HI201"]),
    ("purchased,reviewed,stars\n,,\n", ["HI201"]),
    ("purchased,reviewed,stars\n2026-01-01x,,6\n2026-01-01,,6,\n", ["HI201", "HI106"]),
    ("purchased,reviewed,stars\n2026-01-01,2026-01-02,6\n", ["HI203"]),
    ("purchased,reviewed,stars\n\"2026-01-01,,\n", ["HI101"]),
  ])
  func whatIsWrongIsTold(text: String, expected: [String]) {
    #expect(Set(expected).isSubset(of: Set(codes(text))))
  }
}
