import Forecasting
import Testing

@Suite struct FirstPassageTests {
  func passage(_ days: [Int], horizon: Int = 10) -> FirstPassage {
    var passage = FirstPassage(horizonInDays: horizon)
    for day in days { passage.add(firstDay: day, occurrences: day < 0 ? 0 : 2) }
    return passage
  }

  @Test func countsUpToAndIncludingTheDay() {
    #expect(passage([1, 3, 3, -1], horizon: 3).hitsByDay == [0, 1, 1, 3])
  }

  @Test func theMedianIsTheFirstDayByWhichHalfHaveIt() {
    #expect(passage([1, 2, 9, -1]).medianDay == 2)
    #expect(passage([1, 2, 9]).medianDay == 2)
    #expect(passage([4, 5, -1, -1]).medianDay == 5)
  }

  @Test func fewerThanHalfHaveNoMedian() {
    let few = passage([4, -1, -1])
    #expect(few.medianDay == nil)
    #expect(few.medianInterval.low == nil)
  }

  @Test func medianIntervalTakesTheTabledRanks() {
    let interval = passage([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).medianInterval
    #expect(interval.low == 2)
    #expect(interval.high == 9)
  }

  @Test func anUpperEndBeyondTheHorizonIsOpen() {
    let interval = passage([1, 2, 3, 4, 5, 6, -1, -1, -1, -1]).medianInterval
    #expect(interval.low == 2)
    #expect(interval.high == nil)
  }

  @Test func whatIsSoAtTheStartIsCertain() {
    let certain = passage([0, 0, 0])
    #expect(certain.isCertainAtStart)
    #expect(certain.medianDay == 0)
    #expect(certain.medianInterval.high == 0)
    #expect(certain.interval == ConfidenceInterval(low: 1, high: 1))
    #expect(certain.restrictedMeanDays == 0)
  }

  @Test func theRestrictedMeanStopsAtTheHorizon() {
    #expect(passage([2, -1]).restrictedMeanDays == 6)
  }
}
