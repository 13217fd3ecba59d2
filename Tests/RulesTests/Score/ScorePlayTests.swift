import Foundation
import InputFiles
import Rules
import StoreModel
import Testing

/// A score of a real history: what is missing, what was not observed, which version counts.
@Suite struct ScorePlayTests {
  private static func day(_ iso: String) -> CalendarDay {
    CalendarDay(iso: iso) ?? CalendarDay(ordinal: 0)
  }

  private func score(
    _ id: String,
    _ csv: String,
    overrides: [String: String] = [:],
    standing: StoreStanding? = nil,
    from start: String? = nil,
    asOf: String,
    isTraced: Bool = false
  ) throws -> PackScore {
    let history = try HistoryReader.history(fromCSV: csv, file: "days.csv").history
    let first = start.map(Self.day)
    let observed = try #require(
      ObservedDays(history, standing: standing, on: first ?? history.days[0].date)
    )
    let play = ScorePlay(
      segments: [
        try ScorePlay.Segment(
          pack: RulesFolder.pack(id),
          overrides: overrides,
          from: first ?? observed.firstDay
        )
      ],
      observed: observed,
      standing: standing,
      start: first ?? observed.firstDay,
      asOf: Self.day(asOf)
    )
    return try #require(play.score(isTraced: isTraced))
  }

  /// Thirty days of May with a line for each column.
  private func csv(_ columns: String, _ row: (Int) -> String?) -> String {
    "date,\(columns)\n"
      + (1...31).compactMap { day in
        row(day).map { "2026-05-\(day < 10 ? "0" : "")\(day),\($0)\n" }
      }.joined()
  }

  @Test func aMissingColumnIsAbsentAndNeverZero() throws {
    let score = try score(
      RulesFolder.levels,
      csv("orders,due_to_ship,complaints_merchant_fault") { _ in "10,10,0" },
      asOf: "2026-06-01"
    )
    let byName = Dictionary(uniqueKeysWithValues: score.indicators.map { ($0.id, $0) })
    // Nothing on time would be a rate of 0 and a fall; not observed is neither.
    #expect(byName["on_time_rate"]?.value == nil)
    #expect(byName["on_time_rate"]?.denominator == Rational(300))
    #expect(byName["complaint_rate"]?.value == .zero)
    #expect(score.missing.contains(.shippedOnTime) && score.missing.contains(.product5))
    #expect(!score.missing.contains(.orders))
    #expect(score.states.first?.state == "LV1" && score.events.isEmpty)
  }

  @Test func daysThatWereNotObservedAreCounted() throws {
    let text = csv("orders,due_to_ship,shipped_on_time") { day in
      day == 20 ? nil : day == 21 ? "10,10," : "10,10,9"
    }
    let score = try score(RulesFolder.levels, text, asOf: "2026-06-01")
    let rate = try #require(score.indicators.first { $0.id == "on_time_rate" })
    let span = try #require(rate.span)
    #expect(span.days == 30 && span.daysObserved == 28)
    #expect(span.first == Self.day("2026-05-02") && span.last == Self.day("2026-05-31"))
    // 28 days of 9, 29 of 10.
    #expect(rate.numerator == Rational(252) && rate.denominator == Rational(290))
    // A window that begins before the first row.
    let early = try self.score(RulesFolder.levels, text, asOf: "2026-05-11")
    #expect(early.indicators.first { $0.id == "on_time_rate" }?.span?.daysObserved == 10)
  }

  @Test func aScoreWithoutAnyOfItsColumnsHasNoValue() throws {
    let score = try score(RulesFolder.scores, csv("orders") { _ in "1" }, asOf: "2026-06-01")
    #expect(score.measures.allSatisfy { $0.value == nil })
    let rated = try self.score(
      RulesFolder.scores,
      csv("reviews_1,reviews_2,reviews_3,reviews_4,reviews_5") { _ in "0,0,0,0,0" },
      asOf: "2026-06-01"
    )
    // Ratings were looked for and there were none: the start score.
    #expect(rated.measures.first?.value == Rational(45, over: 10))
  }

  @Test func aMonthThatRunsHasAnEndAndARate() throws {
    let columns =
      "after_sales_rated_1,after_sales_rated_2,after_sales_rated_3,after_sales_rated_4,"
      + "after_sales_rated_5,audits,audits_20min,samples,samples_passed,processed,processed_20min"
    let text = csv(columns) { _ in "0,0,1,0,99,100,98,0,0,0,0" }
    let score = try score(RulesFolder.serviceScore, text, asOf: "2026-05-11")
    let audit = try #require(score.rooms.first { $0.condition == "audit_rate" })
    // 980 of 1000 in ten days: 980 / (1000 + x) ≥ 0.95 up to 31.
    #expect(audit.room == 31 && audit.until == Self.day("2026-05-31") && !audit.isClosed)
    // 20 of 51 used in 10 of 31 days; 2 a day leave 15.5 days.
    #expect(audit.burnRate == (20.0 / 51 / (10.0 / 31) * 10_000).rounded() / 10_000)
    #expect(audit.daysLeft == 15.5)
    let kept = try #require(score.rooms.first { $0.condition == "excellent.satisfaction_rate" })
    #expect(kept.aim == .keep && kept.holds && kept.until == Self.day("2026-05-31"))
    // On the 1st the month is over.
    let over = try self.score(RulesFolder.serviceScore, text, asOf: "2026-06-01")
    #expect(over.rooms.contains { $0.condition == "audit_rate" && $0.isClosed })
  }

  /// A floor of 0 points is no score, and nobody is fined for a column that is not known.
  @Test func whatIsNotKnownIsNotPunished() throws {
    func score(_ columns: String, _ row: String) throws -> PackScore {
      try self.score(RulesFolder.serviceScore, csv(columns) { _ in row }, asOf: "2026-06-01")
    }
    let all =
      "audits,audits_20min,processed,processed_20min,samples,samples_passed,pending_feedback,"
      + "after_sales_rated_1,after_sales_rated_2,after_sales_rated_3,after_sales_rated_4,"
      + "after_sales_rated_5"
    let whole = try score(all, "10,10,10,10,1,1,0,0,0,0,0,10")
    #expect(whole.states.map(\.state) == ["excellent"] && whole.charges.isEmpty)
    // Nothing happened at all: full marks, as the rules say.
    let idle = try score(all, "0,0,0,0,0,0,0,0,0,0,0,0")
    #expect(idle.states.map(\.state) == ["excellent"])
    for missing in ["samples,", "processed,", "after_sales_rated_2,", "audits_20min,"] {
      let less = all.replacing(missing, with: "", maxReplacements: 1)
      let row = Array(repeating: "1", count: less.split(separator: ",").count)
      let found = try score(less, row.joined(separator: ","))
      let total = found.measures.first { $0.measure.name == "total" }
      #expect(total?.value == nil, "\(missing)")
      #expect(found.states.map(\.state) == [nil], "\(missing)")
      #expect(found.charges.isEmpty && found.events.isEmpty, "\(missing)")
      #expect(!found.missing.isEmpty)
    }
    let nothing = try score("orders", "1")
    #expect(nothing.states.map(\.state) == [nil] && nothing.charges.isEmpty)
    #expect(nothing.rooms.isEmpty)
  }

  @Test func totalsOfTheStandingFillWhatTheHistoryLacks() throws {
    var standing = StoreStanding.untold
    standing.monthToDate = [.audits: 100, .audits20min: 95]
    let text = csv("orders") { _ in "1" }
    let told = try score(
      RulesFolder.serviceScore,
      text,
      standing: standing,
      from: "2026-05-21",
      asOf: "2026-05-21"
    )
    #expect(told.indicators.first { $0.id == "audit_rate" }?.value == Rational(95, over: 100))
    #expect(!told.missing.contains(.audits) && told.missing.contains(.processed))
  }

  @Test func lifetimesBeginWithWhatTheConsoleShows() throws {
    var standing = StoreStanding.untold
    standing.displayed = ["dsr": .init(items: ["dsr": 4.6], ratings: 1031)]
    let text = csv("reviews_1,reviews_2,reviews_3,reviews_4,reviews_5") { _ in "0,0,0,0,1" }
    let score = try score(
      RulesFolder.scores,
      text,
      standing: standing,
      from: "2026-06-01",
      asOf: "2026-06-01"
    )
    #expect(score.hasLifetimeBase && score.readsBeforeHistory)
    // 1,031 ratings that mean 4.6 make 4,743 stars after rounding to whole ones.
    #expect(score.measures.first?.value == Rational(4743, over: 1031))
    let shown = try #require(score.displayed.first)
    #expect(shown.name == "dsr" && shown.difference.map { $0 > .zero } == true)
  }

  @Test func setValuesAreToldBesideThePacks() throws {
    let score = try score(
      RulesFolder.levels,
      csv("orders") { _ in "1" },
      overrides: ["upgrade_all.reviews.ge": "5"],
      asOf: "2026-06-01"
    )
    #expect(score.overrides.map(\.name) == ["upgrade_all.reviews.ge"])
    #expect(score.overrides.map(\.value) == ["5"])
    #expect(score.overrides[0].packValue != "5")
  }

  @Test func aTraceTellsFormulaSourceAndDistance() throws {
    let score = try score(
      RulesFolder.levels,
      csv("orders,due_to_ship,shipped_on_time") { _ in "10,10,9" },
      asOf: "2026-06-01",
      isTraced: true
    )
    let condition = try #require(
      score.trace.first { $0.name == "level.upgrade_all.on_time_rate" }
    )
    #expect(condition.kind == .condition && condition.holds == false)
    #expect(condition.compared == "0.9 ≥ 0.999")
    #expect(condition.distance == Rational(-99, over: 1000))
    #expect(condition.source?.english.contains("2.3") == true)
    let measure = try #require(score.trace.first { $0.name == "on_time_rate" })
    #expect(measure.formula == "on_time_rate" && measure.value == "0.9")
    let node = try #require(measure.children.first)
    #expect(node.formula == "shipped_on_time / due_to_ship")
    let input = try #require(node.children.first)
    #expect(input.kind == .input && input.value == "270" && input.span?.daysObserved == 30)
    let threshold = try #require(condition.children.first { $0.kind == .parameter })
    #expect(threshold.value == "99.9 %" && threshold.standing.hasPrefix("seed, high"))
  }

  /// Two versions of an invented pack, one after the other, and a ladder that both have.
  @Test func eachDayHasItsVersionAndTheStandingGoesOn() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "storecast-versions-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let platform = folder.appending(path: "harbor")
    try FileManager.default.createDirectory(at: platform, withIntermediateDirectories: true)
    let file = RulesFolder.invented.file(ofPack: RulesFolder.harbor)
    let text = try String(contentsOf: file, encoding: .utf8)
    let dates = "effective_from: 2026-01-01\neffective_to: 2027-01-01"
    #expect(text.contains(dates))
    for (id, from, to, share) in [
      ("1", "2026-01-01", "2026-04-01", "0.95"), ("2", "2026-04-01", "null", "0.5"),
    ] {
      try text.replacing(dates, with: "effective_from: \(from)\neffective_to: \(to)")
        .replacing("pack: harbor.berth@1", with: "pack: harbor.berth@\(id)")
        .replacing("prompt.ge: {value: 0.95", with: "prompt.ge: {value: \(share)")
        .write(
          to: platform.appending(path: "berth@\(id).yaml"),
          atomically: true,
          encoding: .utf8
        )
    }
    let library = RuleLibrary(directory: folder)
    let (first, asOf) = (Self.day("2026-03-01"), Self.day("2026-04-20"))
    let found = try library.versions(named: "harbor.berth", from: first, through: asOf)
    #expect(found.versions.map(\.pack.id) == ["harbor.berth@1", "harbor.berth@2"])
    #expect(found.versions.map(\.from) == [first, Self.day("2026-04-01")])
    let history = StoreHistory(
      days: (0..<50).map { day in
        StoreHistory.Day(
          date: first + day,
          counts: [.orders: 20, .dueToShip: 20, .shippedOnTime: 18]
        )
      }
    )
    func play(_ versions: [RuleLibrary.VersionInForce]) throws -> PackScore {
      let play = ScorePlay(
        segments: try versions.map {
          try ScorePlay.Segment(pack: $0.pack, overrides: [:], from: $0.from)
        },
        observed: try #require(ObservedDays(history)),
        standing: RulesFolder.standing(
          ladders: ["berth": .init(state: "outer", since: Self.day("2026-03-20"))]
        ),
        start: Self.day("2026-03-25"),
        asOf: asOf
      )
      return try #require(play.score())
    }
    let score = try play(found.versions)
    // 90 % on time is too little under the first version, enough under the second; day 11 at the berth is
    // still counted from the day told.
    #expect(score.events.first?.name == "berth_in")
    #expect(score.events.first?.date == Self.day("2026-04-01"))
    #expect(score.versions.map(\.packID) == ["harbor.berth@1", "harbor.berth@2"])
    #expect(score.mornings.first?.packID == "harbor.berth@1")
    let old = try play([found.versions[0]])
    #expect(!old.events.contains { $0.name == "berth_in" })
  }
}
