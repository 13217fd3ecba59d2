import StoreModel
import Testing

@Suite struct TallyLogTests {
  @Test func sumsOnlyTheDaysItHas() {
    var log = TallyLog(firstDay: -2, lastDay: 3)
    for day in -2...3 { log.add(1, to: .orders, on: day) }
    log[0, .orders] = 10
    #expect(log.sum(of: .orders, over: -30...0) == 12)
    #expect(log.sum(of: .orders, over: 1...90) == 3)
    #expect(log.sum(of: .orders, over: 40...90) == 0)
    #expect(log[-3, .orders] == 0)
  }

  @Test func clearingForgetsEverything() {
    var log = TallyLog(firstDay: 1, lastDay: 2)
    log.add(4, to: .gmv, on: 2)
    log.clear()
    #expect(log[2, .gmv] == 0)
  }
}
