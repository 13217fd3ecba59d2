import Forecasting
import Rules
import Simulation
import Testing

@Suite struct ForecastAccumulatorTests {
  @Test func mergingInAnyOrderGivesTheSameBits() {
    let records = SmallStore.varied(500)
    let whole = SmallStore.accumulated(records)
    let parts = [records[0..<7], records[7..<300], records[300..<500]].map {
      SmallStore.accumulated(Array($0))
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      var merged = ForecastAccumulator(layout: SmallStore.layout())
      for part in order { merged.merge(parts[part]) }
      #expect(merged == whole)
    }
    #expect(SmallStore.accumulated(records.reversed()) == whole)
    #expect(SmallStore.accumulated(Array(records.dropLast())) != whole)
  }

  @Test func absentValuesCountOnlyInTheShareOnTheBadSide() throws {
    let accumulator = SmallStore.accumulated([
      SmallStore.record(score: 4_499_999), SmallStore.record(score: 4_500_000),
      SmallStore.record(), SmallStore.record(score: 4_800_000),
    ])
    let day = try #require(accumulator.forecast(alternative: "baseline").measures[1].days.first)
    #expect(day.probabilityOnBadSide == 0.25)
    #expect(day.summary.q50 == 4.5)
    #expect(day.summary.mean == 13_799_999.0 / 3_000_000)
  }

  @Test func aMeasureThatIsAlwaysAbsentHasNoNumbers() throws {
    let forecast = SmallStore.accumulated([SmallStore.record()]).forecast(alternative: "baseline")
    let day = try #require(forecast.measures[1].days.first)
    #expect(day.summary.mean == nil)
    #expect(day.summary.q95 == nil)
    #expect(day.probabilityOnBadSide == nil)
  }

  @Test func occupancySumsToOneOnEachDay() {
    let forecast = SmallStore.accumulated(SmallStore.varied(37)).forecast(alternative: "baseline")
    for day in forecast.ladders[0].occupancy { #expect(abs(day.reduce(0, +) - 1) < 1e-12) }
  }

  @Test func bindingIsAShareOfTheDaysWithoutARise() throws {
    var first = SmallStore.record()
    first.evaluatedDays[0][0] = 3
    first.blockedDays[0][1] = 2
    var second = SmallStore.record()
    second.evaluatedDays[0][0] = 1
    let ladder = SmallStore.accumulated([first, second]).forecast(alternative: "baseline").ladders[
      0
    ]
    let binding = try #require(ladder.binding.first)
    #expect(ladder.binding.count == 1)
    #expect(binding.condition == 1)
    #expect(binding.shareOfDays == 0.5)
    #expect(binding.shareOfReplications == 0.5)
  }

  @Test func moneyIsSummedOverTheMonths() {
    var record = SmallStore.record(net: -500, penalty: 200_000)
    record.money[2] = 700
    let forecast = SmallStore.accumulated([record]).forecast(alternative: "baseline")
    #expect(forecast.money[0].periods.map(\.name) == ["horizon", "2026-10", "2026-11"])
    #expect(forecast.money[0].periods.map(\.summary.mean) == [2, -5, 7])
    #expect(forecast.money[0].periods.map(\.probabilityPositive) == [1, 0, 1])
    #expect(forecast.money[1].horizon.summary.q99 == 2000)
  }

  @Test func theInputThatDecidesIsNamedFirst() throws {
    let records = SmallStore.varied(2000).map { record in
      var record = record
      record.firstDays[0] = record.inputScores[1] > 0.5 ? 1 : ReplicationRecord.never
      return record
    }
    let event = SmallStore.accumulated(records).forecast(alternative: "baseline").events[0]
    let first = try #require(event.influences.first)
    #expect(first.input == "stars")
    #expect(first.isClear)
    #expect(first.effect > 0.9)
    #expect(event.influences.last?.isClear == false)
  }

  @Test func inputsExplainNothingOfWhatAlwaysHappens() {
    let records = SmallStore.varied(50).map { record in
      var record = record
      record.firstDays[0] = 2
      return record
    }
    let event = SmallStore.accumulated(records).forecast(alternative: "baseline").events[0]
    #expect(event.influences.isEmpty)
  }

  @Test func precisionIsReachedByWilsonAndNotBeforeAThousand() {
    let rare = Array(repeating: SmallStore.record(), count: 999)
    let rule = PrecisionRule(halfWidth: 0.01)
    #expect(!rule.isReached([SmallStore.accumulated(rare)]))
    #expect(rule.isReached([SmallStore.accumulated(rare + [SmallStore.record()])]))
    let even = (0..<2000).map { SmallStore.record(firstDay: $0 % 2 == 0 ? 1 : -1) }
    #expect(!rule.isReached([SmallStore.accumulated(even)]))
    #expect(PrecisionRule(halfWidth: 0.022).isReached([SmallStore.accumulated(even)]))
  }
}
