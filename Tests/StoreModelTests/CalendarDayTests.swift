import StoreModel
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("2000-02-29", 11016, 1), ("2026-10-01", 20727, 3),
    ("1969-12-31", -1, 2),
  ])
  func knowsKnownDates(iso: String, ordinal: Int, weekday: Int) throws {
    let day = try #require(CalendarDay(iso: iso))
    #expect(day.ordinal == ordinal)
    #expect(day.weekday == weekday)
    #expect(day.description == iso)
  }

  @Test(arguments: [
    "2025-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "", "+026-01-01",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test func everyDayOfEightCenturiesComesBack() throws {
    for ordinal in stride(from: -150_000, to: 150_000, by: 1) {
      let date = CalendarDay(ordinal: ordinal).civil
      #expect(CalendarDay(year: date.year, month: date.month, day: date.day)?.ordinal == ordinal)
    }
  }

  @Test func monthsEndWhereTheNextBegins() throws {
    let day = try #require(CalendarDay(iso: "2026-12-15"))
    #expect(day.startOfMonth.description == "2026-12-01")
    #expect(day.startOfNextMonth.description == "2027-01-01")
  }
}
