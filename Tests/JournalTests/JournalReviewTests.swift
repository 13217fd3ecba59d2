import Calibration
import Journal
import StoreModel
import Testing

/// What is counted together and what is not.
@Suite struct JournalReviewTests {
  private typealias Sample = SampleEntry

  @Test func claimsThatShareNoDayAreAsManyAsThereCanBe() {
    let claims = [
      Sample.judged("2026-03-02", day: 30), Sample.judged("2026-03-02", day: 7),
      Sample.judged("2026-03-09", day: 7), Sample.judged("2026-03-09", day: 14),
      Sample.judged("2026-03-16", day: 7), Sample.judged("2026-03-22", day: 7),
    ]
    // The last one begins on the day on which the one before it ends.
    let apart = JudgedEvent.withoutOverlaps(claims)
    #expect(apart.map(\.start.description) == ["2026-03-02", "2026-03-09", "2026-03-16"])
    #expect(apart.allSatisfy { $0.claim.day == 7 })
  }

  @Test func storesAndEventsDoNotStandInEachOthersWay() {
    let claims = [
      Sample.judged("2026-03-02", day: 7), Sample.judged("2026-03-02", day: 7, store: "B"),
      Sample.judged("2026-03-02", day: 7, event: "f"),
    ]
    #expect(JudgedEvent.withoutOverlaps(claims).count == 3)
  }

  @Test func theReviewCountsStoresForecastsAndWeeks() throws {
    let events = [
      Sample.judged("2026-03-02", day: 7, happened: true), Sample.judged("2026-03-02", day: 14),
      Sample.judged("2026-03-04", day: 7, store: "B"), Sample.judged("2026-03-09", day: 7),
      Sample.judged("2026-04-06", day: 7, happened: nil),
    ]
    let review = JournalReview(events: events, measures: [])
    #expect(review.all?.count == 4 && review.all?.hits == 1)
    #expect(review.apart?.count == 3)
    #expect((review.stores, review.forecasts, review.weeks) == (2, 3, 2))
    #expect(review.pending == 1 && review.nearlySure == 0 && review.undecided.isEmpty)
    #expect(review.byStore.map(\.name) == ["A", "B"])
    #expect(review.byMonth.map(\.name) == ["2026-03"])
    #expect(review.byDay.map(\.name) == ["7", "14"])
  }

  @Test func rangesHoldTheirEnds() {
    func judged(_ value: Double) -> JudgedMeasure {
      JudgedMeasure(
        store: "A",
        start: Sample.day("2026-03-02"),
        replications: 100,
        claim: Sample.entry().measures[0],
        outcome: .decided(MeasureTruth(value: value, english: "", chinese: ""))
      )
    }
    // Quantiles 1, 2.25, 3, 4, 5.
    let review = JournalReview(events: [], measures: [0.5, 1, 2.25, 3, 4, 5, 5.5].map(judged))
    let coverage = review.coverage[0]
    #expect(coverage.count == 7 && coverage.inHalf == 3 && coverage.inNinety == 5)
    #expect(coverage.below == 1 && coverage.above == 1)
  }

  @Test func reasonsAreCounted() {
    let open = [("a", 2), ("b", 1)].flatMap { detail, count in
      (0..<count).map { _ in
        JudgedEvent(
          store: "A",
          start: Sample.day("2026-03-02"),
          replications: 100,
          claim: Sample.entry().events[0],
          outcome: .open(OpenReason(.missingColumns, detail: detail))
        )
      }
    }
    let review = JournalReview(events: open, measures: [])
    #expect(review.all == nil && review.apart == nil && review.reliability.isEmpty)
    #expect(review.undecided.map(\.count) == [2, 1])
    #expect(review.undecided.map(\.reason.detail) == ["a", "b"])
  }

  @Test func theDaysKeptAreTheUsualOnesTheLastAndThoseAskedFor() {
    let start = Sample.day("2026-03-02")
    let asked = ["2026-03-06", "2026-03-01", "2027-01-01"].map(Sample.day)
    #expect(ClaimDays.days(start: start, horizonInDays: 20, dates: asked) == [5, 7, 14, 20])
    #expect(ClaimDays.days(start: start, horizonInDays: 3, dates: []) == [3])
    #expect(ClaimDays.days(start: start, horizonInDays: 90, dates: []) == [7, 14, 30, 90])
  }
}
