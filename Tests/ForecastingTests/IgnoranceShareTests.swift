import Forecasting
import Simulation
import Testing

/// The share of an event's uncertainty that two futures of one store have in common.
@Suite struct IgnoranceShareTests {
  /// Pairs by whether both, one or none has the event.
  private func share(both: Int, one: Int, none: Int) -> IgnoranceShare? {
    let outcomes =
      Array(repeating: (1, 1), count: both) + Array(repeating: (1, -1), count: one)
      + Array(repeating: (-1, -1), count: none)
    let records = outcomes.map { first, second in
      var record = SmallStore.record(firstDay: Int32(first))
      record.twinFirstDays = [Int32(second)]
      return record
    }
    return SmallStore.accumulated(records).forecast(alternative: "baseline").events[0].ignorance
  }

  @Test func pairsThatAlwaysAgreeAreAllIgnorance() throws {
    let found = try #require(share(both: 40, one: 0, none: 60))
    #expect(found.share == 1 && found.pairs == 100)
    #expect(found.interval.high == 1 && found.interval.low < 1 && found.interval.low > 0.9)
  }

  @Test func pairsLikeStrangersAreAllLuck() throws {
    // Shares of 1/2: 25, 50, 25 of a hundred.
    let found = try #require(share(both: 25, one: 50, none: 25))
    #expect(found.share == 0 && found.interval.low == 0)
    #expect(found.interval.high > 0.15 && found.interval.high < 0.25)
  }

  /// 1 − (60/400) / (2 · .3 · .7), with the variance of Bloch and Kraemer written out.
  @Test func theCorrelationIsThatOfPairs() throws {
    let found = try #require(share(both: 90, one: 60, none: 250))
    let spread = 2 * 0.3 * 0.7
    #expect(abs(found.share - (1 - 0.15 / spread)) < 1e-12)
    let seen = 1 - 60.5 / 400 / spread
    let variance =
      (1 - seen) / 400 * ((1 - seen) * (1 - 2 * seen) + seen * (2 - seen) / spread)
    #expect(abs(found.interval.halfWidth - 1.959963984540054 * variance.squareRoot()) < 1e-12)
  }

  @Test func tooFewSayNothing() {
    #expect(share(both: 4, one: 1, none: 95) == nil)
    #expect(share(both: 95, one: 1, none: 4) == nil)
    #expect(share(both: 0, one: 0, none: 0) == nil)
    let plain = SmallStore.accumulated(SmallStore.varied(100)).forecast(alternative: "baseline")
    #expect(plain.events[0].ignorance == nil)
  }
}
