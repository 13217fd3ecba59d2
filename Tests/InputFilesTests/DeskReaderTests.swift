import InputFiles
import StoreModel
import Testing

/// Reads of the desk, its after-sales work, live shows and the month so far.
@Suite struct DeskReaderTests {
  private static let reference = try? Samples.read(Samples.reference).scenario.operation

  /// The smallest scenario with a further line.
  private static func store(_ line: String, start: String = "2026-10-15") -> String {
    Samples.requiredOnly.replacing("start: 2026-10-01", with: "start: \(start)") + line + "\n"
  }

  private static func codes(_ line: String, start: String = "2026-10-15") throws -> [String] {
    try Samples.diagnostics(of: store(line, start: start)).map(\.code)
  }

  @Test func shiftsHaveBreaksAndReachPastMidnight() throws {
    let desk = try #require(Self.reference?.serviceDesk)
    #expect(
      desk.shifts[0].breaks == [
        ServiceDesk.Break(fromHour: 12, toHour: 12.5, agentsAway: 1),
        ServiceDesk.Break(fromHour: 12.5, toHour: 13, agentsAway: 2),
      ]
    )
    #expect(desk.shifts[2].fromHour == 23 && desk.shifts[2].toHour == 26)
    #expect(desk.botHours == [0...9, 20...24])
    #expect(!desk.followsEveryChat && desk.figureNow == nil)
  }

  @Test func breaksOfTheNightLieInTheNight() throws {
    let line = """
      service_desk: {shifts: [{name: n, from: "22:00", to: "06:00", agents: 3, breaks: [{from: "23:30", to: "00:30"}, {from: "02:00", to: "03:00", away: 3}]}]}
      """
    let desk = try #require(Samples.read(Self.store(line)).scenario.operation.serviceDesk)
    #expect(
      desk.shifts[0].breaks == [
        ServiceDesk.Break(fromHour: 23.5, toHour: 24.5, agentsAway: 2),
        ServiceDesk.Break(fromHour: 26, toHour: 27, agentsAway: 3),
      ]
    )
  }

  @Test func liveShowsGatherAShareOfTheirDays() throws {
    let show = try #require(Self.reference?.demand.liveShows.first)
    #expect(show.weekdays == [4, 5])
    #expect(show.fromHour == 20 && show.toHour == 23 && show.shareOfDay == 0.35)
  }

  @Test func afterSalesWorkHasPeopleAndTools() throws {
    let work = try #require(Self.reference?.afterSalesWork)
    #expect(work.staff?.agents == 1 && work.staff?.fromHour == 9 && work.staff?.toHour == 21)
    #expect(work.taskTimeMeanInSeconds.median == 180)
    #expect(work.agreesToReturns && !work.hasQuickRefund)
    #expect(work.satisfied.median == 0.965 && work.satisfiedWhenSlow.median == 0.8)
    #expect(work.inspectionsPerMonth.median == 30 && work.pendingFeedback.median == 0.06)
    let shared = Self.store(
      "service_desk: {agents: 1, hours: \"08:00-23:00\", after_sales: shared}"
    )
    #expect(try Samples.read(shared).scenario.operation.afterSalesWork.staff == nil)
    let few = Self.store("service_desk: {agents: 1, hours: \"08:00-23:00\", after_sales: 2}")
    #expect(try Samples.read(few).scenario.operation.afterSalesWork.staff?.agents == 2)
  }

  @Test func theConsolesFigureStandsForTheHandleTime() throws {
    let reply = Self.store(
      "service_desk: {agents: 1, hours: \"08:00-23:00\", first_reply_now: 95 s}"
    )
    let desk = try #require(Samples.read(reply).scenario.operation.serviceDesk)
    #expect(desk.figureNow == .firstReplyMean(95))
    let paths = try Samples.read(reply).scenario.assumptions.map(\.path)
    #expect(!paths.contains("service_desk.handle_time.mean"))
    let rate = Self.store(
      "service_desk: {agents: 1, hours: \"08:00-23:00\", within_3min_now: 82 %}"
    )
    #expect(
      try Samples.read(rate).scenario.operation.serviceDesk?.figureNow == .within3Minutes(0.82)
    )
  }

  @Test func theMonthSoFarAndOpenOrdersAreRead() throws {
    let line =
      "standing: {month_to_date: {audits: 210, audits_20min: 201}, open: {service_orders: 30}}"
    let standing = try Samples.read(Self.store(line)).scenario.standing
    #expect(standing.monthToDate == [.audits: 210, .audits20min: 201])
    #expect(standing.open.serviceOrders == 30)
    #expect(try Self.codes(line, start: "2026-10-01") == ["SC313"])
    #expect(
      try Self.codes("standing: {month_to_date: {audits: 10, audits_20min: 11}}") == ["SC312"]
    )
  }

  @Test(
    arguments: [
      ("after_sales: {agents: shared, from: \"09:00\"}", "SC303"),
      ("after_sales: {agents: 1, from: \"21:00\", to: \"09:00\"}", "SC304"),
      ("first_reply_now: 95 s, within_3min_now: 82 %", "SC303"),
      ("first_reply_now: 95 s, handle_time: 480 s", "SC303"),
      ("bot: {resolves: 30 %, hours: nights}", "SC209"),
      ("exact: perhaps", "SC210"),
      ("after_sales: none", "SC204"),
    ]
  ) func aContradictoryDeskIsRefused(part: String, code: String) throws {
    let line = "service_desk: {agents: 1, hours: \"08:00-23:00\", \(part)}"
    #expect(try Self.codes(line) == [code])
  }

  @Test(
    arguments: [
      "{from: \"07:00\", to: \"07:30\"}", "{from: \"12:00\", to: \"18:30\"}",
      "{from: \"12:00\", to: \"13:00\", away: 5}",
      "{from: \"12:00\", to: \"13:00\"}, {from: \"12:30\", to: \"13:30\"}",
    ]
  ) func aBreakOutsideItsShiftIsRefused(pause: String) throws {
    let shift = "{name: day, from: \"08:00\", to: \"18:00\", agents: 4, breaks: [\(pause)]}"
    #expect(try Self.codes("service_desk: {shifts: [\(shift)]}") == ["SC304"])
  }

  @Test func showsThatDoNotFitAreRefused() throws {
    func codes(_ shows: String) throws -> [String] {
      let text = Self.store("").replacing(
        "order_value: 62 yuan",
        with: "order_value: 62 yuan, live_shows: [\(shows)]"
      )
      return try Samples.diagnostics(of: text).map(\.code)
    }
    let show = "{days: [fri], from: \"20:00\", hours: 3, share_of_day: 60 %}"
    #expect(try codes(show) == [])
    #expect(try codes("\(show), \(show)") == ["SC306"])
    #expect(try codes(show.replacing("20:00", with: "22:00")) == ["SC304"])
    #expect(try codes(show.replacing("[fri]", with: "[]")) == ["SC202"])
  }

  @Test func anAuditTimeIsForStoresWithoutADesk() throws {
    #expect(try Self.codes("after_sales: {audit: 2 h}") == [])
    let desk = "service_desk: {agents: 1, hours: \"08:00-23:00\"}\nafter_sales: {audit: 2 h}"
    #expect(try Self.codes(desk) == ["SC303"])
  }
}
