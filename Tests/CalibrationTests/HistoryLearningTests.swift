import Calibration
import Glibc
import StoreModel
import Testing

/// What a scenario takes from its history.
@Suite struct HistoryLearningTests {
  private static let start = CalendarDay(iso: "2026-06-01") ?? CalendarDay(ordinal: 0)

  /// `days` days of 40 orders, or 80 from `step` days before the start on, and ten ratings of 4.2.
  private static func history(days: Int, step: Int = 0) -> StoreHistory {
    StoreHistory(
      days: (-days..<0).map { offset in
        StoreHistory.Day(
          date: start + offset,
          counts: [
            .orders: offset < -step ? 40 : 80, .reviews1: 1, .reviews2: 0, .reviews3: 1,
            .reviews4: 2, .reviews5: 6,
          ]
        )
      }
    )
  }

  @Test func aSteadyStoreStandsWhereItStood() throws {
    let learning = HistoryLearning(history: Self.history(days: 300), before: Self.start)
    let orders = try #require(learning.orders)
    #expect(abs(exp(orders.mean) - 40) < 1)
    #expect(orders.standardDeviation < 0.1)
    let stars = try #require(learning.stars)
    #expect(abs(stars.mean - 4.2) < 0.02)
    #expect(abs(stars.points.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
  }

  @Test func aStoreThatDoubledStandsWhereItIsNow() throws {
    let learning = HistoryLearning(history: Self.history(days: 300, step: 40), before: Self.start)
    let orders = try #require(learning.orders)
    #expect(abs(exp(orders.mean) - 80) < 6)
  }

  @Test func nothingIsLearntFromTooLittle() {
    #expect(HistoryLearning(history: Self.history(days: 27), before: Self.start).orders == nil)
    let empty = HistoryLearning(history: StoreHistory(days: []), before: Self.start)
    #expect(empty.orders == nil && empty.stars == nil)
  }

  /// Ratings rise from 4.2 to 4.8 in a week: a campaign that is marked makes the level follow at once.
  @Test func aCampaignOpensTheLevel() throws {
    var plain = Self.history(days: 300)
    for index in 293..<300 {
      plain.days[index].counts.merge(
        [.reviews1: 0, .reviews3: 0, .reviews4: 2, .reviews5: 8],
        uniquingKeysWith: { $1 }
      )
    }
    var marked = plain
    marked.days[293].beginsCampaign = true
    let before = try #require(HistoryLearning(history: plain, before: Self.start).stars)
    let after = try #require(HistoryLearning(history: marked, before: Self.start).stars)
    #expect(after.mean > before.mean + 0.02)
    #expect(after.mean > 4.6)
    #expect(
      StoreSeries(name: "", history: marked).campaigns == [293]
    )
  }

  @Test func theFutureIsNotRead() {
    let known = Self.history(days: 300)
    var planted = known
    planted.days += (0..<60).map {
      StoreHistory.Day(date: Self.start + $0, counts: [.orders: 9999, .reviews1: 500])
    }
    #expect(
      HistoryLearning(history: known, before: Self.start)
        == HistoryLearning(history: planted, before: Self.start)
    )
  }

  @Test func daysWithoutObservationsWiden() throws {
    var gap = Self.history(days: 300)
    gap.days.removeLast(30)
    let wide = try #require(HistoryLearning(history: gap, before: Self.start).orders)
    let sharp = try #require(
      HistoryLearning(history: Self.history(days: 300), before: Self.start).orders
    )
    #expect(wide.standardDeviation > sharp.standardDeviation)
  }
}
