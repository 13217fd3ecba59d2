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

  @Test func starsAreFiveNeighbours() {
    var log = TallyLog(firstDay: 1, lastDay: 2)
    log.add(stars: [1, 2, 3, 4, 5], to: .product1, on: 2)
    log.add(stars: [0, 0, 0, 0, 10], to: .product1, on: 2)
    log.copyStars(of: .product1, to: .logistics1, on: 2)
    for stream: [DayCounter] in [
      [.product1, .product2, .product3, .product4, .product5],
      [.logistics1, .logistics2, .logistics3, .logistics4, .logistics5],
    ] {
      #expect(stream.map { log[2, $0] } == [1, 2, 3, 4, 15])
    }
    #expect(log[2, .fakeShipped] == 0 && log[2, .contacts] == 0 && log[1, .product5] == 0)
  }

  @Test func clearingForgetsEverything() {
    var log = TallyLog(firstDay: 1, lastDay: 2)
    log.add(4, to: .gmv, on: 2)
    log.clear()
    #expect(log[2, .gmv] == 0)
  }
}
