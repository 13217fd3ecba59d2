import StoreModel
import Testing

@Suite struct DayCounterTests {
  @Test(arguments: [
    (DayCounter.shippedOnTime, "shipped_on_time"), (.reviews5, "reviews_5"),
    (.logisticsReturns14dByPaymentDay, "logistics_returns_14d_by_payment_day"),
    (.repliedWithin3min, "replied_within_3min"), (.audits20min, "audits_20min"),
    (.ticketsOver3h, "tickets_over_3h"), (.imRated1, "im_rated_1"),
  ])
  func namesAreTheColumnsOfAHistory(counter: DayCounter, name: String) {
    #expect(counter.name == name)
    #expect(DayCounter(name: name) == counter)
  }

  @Test func everyNameIsUnique() {
    #expect(Set(DayCounter.allCases.map(\.name)).count == DayCounter.count)
  }

  @Test func aStreamHasFiveStars() {
    #expect(DayCounter.stars(of: "service")?.map(\.name).last == "service_5")
    #expect(DayCounter.stars(of: "contacts") == nil)
  }
}
