import Calibration
import Sampling
import Testing

@Suite struct CountTests {
  @Test func nothingIsForecastInsideTheStart() {
    var filter = CountFilter()
    for day in 0..<27 { filter.advance(3, weekday: day % 7) }
    filter.advance(nil, weekday: 6)
    #expect(filter.posterior == nil)
    filter.advance(3, weekday: 0)
    #expect(filter.posterior != nil)
  }

  @Test func theLevelFollowsTheCounts() throws {
    var filter = CountFilter()
    for day in 0..<200 { filter.advance(20, weekday: day % 7) }
    let posterior = try #require(filter.posterior)
    #expect(abs(posterior.weights.reduce(0, +) - 1) < 1e-12)
    let mean = zip(posterior.weights, posterior.levels).reduce(0) { $0 + $1.0 * $1.1.mean }
    // log 20
    #expect(abs(mean - 2.9957) < 0.05)
    #expect(posterior.greatestMean == 160)
  }

  @Test func weekdaysDiffer() {
    var weekdays = WeekdayFactors()
    #expect(weekdays.factors == [1, 1, 1, 1, 1, 1, 1])
    for day in 0..<700 {
      weekdays.advance(day % 7 == 5 ? 0 : day % 7 == 6 ? 20 : 10, weekday: day % 7)
    }
    let factors = weekdays.factors
    #expect(abs(factors.reduce(0, +) - 7) < 1e-12)
    #expect(factors[6] > 1.7 * factors[0])
  }

  /// Nothing on five Saturdays of a store with ten orders a day is no chance; with one a week it may be.
  @Test func aWeekdayOnWhichNothingComesIsClosed() {
    func factors(weeks: Int, count: Int, then saturday: Int? = nil) -> [Double] {
      var weekdays = WeekdayFactors()
      for day in 0..<(7 * weeks) {
        weekdays.advance(day % 7 == 5 ? 0 : day % 7 == 1 || count > 1 ? count : 0, weekday: day % 7)
      }
      if let saturday { weekdays.advance(saturday, weekday: 5) }
      return weekdays.factors
    }
    #expect(factors(weeks: 3, count: 10)[5] > 0.3)
    let closed = factors(weeks: 5, count: 10)
    #expect(closed[5] == 0)
    #expect(abs(closed.reduce(0, +) - 7) < 1e-12)
    #expect(factors(weeks: 5, count: 10, then: 2)[5] > 0)
    #expect(factors(weeks: 20, count: 1)[5] > 0)
  }

  @Test func aStoreWithoutOrdersStaysNearNone() throws {
    var filter = CountFilter()
    for day in 0..<120 { filter.advance(0, weekday: day % 7) }
    let posterior = try #require(filter.posterior)
    var sampler = Sampler(seed: 1)
    for replication in 0..<50 {
      sampler.seek(
        replication: replication,
        process: CalibrationProcess.ordersStart,
        day: 0,
        call: 0
      )
      let path = posterior.path(&sampler)
      #expect(path.count(weekday: 0, &sampler) == 0)
    }
  }

  @Test func hugeAndTinyCountsKeepEverythingFinite() throws {
    var filter = CountFilter()
    for day in 0..<90 { filter.advance(day % 9 == 0 ? 5_000_000 : 0, weekday: day % 7) }
    let posterior = try #require(filter.posterior)
    #expect(posterior.weights.allSatisfy { $0.isFinite })
    #expect(posterior.levels.allSatisfy { $0.mean.isFinite && $0.variance > 0 })
  }

  @Test func sharesFollowWhatWasSeen() {
    var filter = RateFilter()
    for _ in 0..<300 { filter.advance((30, 100)) }
    filter.advance(nil)
    filter.advance((0, 0))
    var sampler = Sampler(seed: 2)
    let shares = (0..<200).map { replication in
      sampler.seek(
        replication: replication,
        process: CalibrationProcess.rateStart,
        day: 0,
        call: 0
      )
      return filter.posterior.path(&sampler).share
    }
    #expect(abs(shares.reduce(0, +) / 200 - 0.3) < 0.05)
  }
}
