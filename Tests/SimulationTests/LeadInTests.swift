import Simulation
import StoreModel
import Testing

/// The warm-up begins so early that the first days read are like any others: exact, by the expectations of
/// ``MarkedParcels``.
@Suite struct LeadInTests {
  private static let days = -29...0

  private static func store(_ kind: String) -> Operation {
    var store = TestStores.plain()
    switch kind {
    case "far":
      store.couriers[0].transitMeanInHours = TestStores.known("transit", 200)
      store.couriers[0].transitSigma = 0.5
    case "slow to ship":
      store.warehouse.payToShipMedianInHours = TestStores.known("pay_to_ship", 150)
      store.warehouse.shipPromiseInHours = 360
    default: break
    }
    return store
  }

  private static func leadInDays(_ store: Operation) -> Int {
    Plan(scenario: Engine.scenario(store), programs: []).leadInDays
  }

  /// Nothing is missing of a counter but what takes longest, and of the days read hardly any.
  @Test(arguments: ["ordinary", "far", "slow to ship"])
  func whatIsUnderWayOnTheFirstDayReadIsAsOnAnyOther(kind: String) {
    let store = Self.store(kind)
    func expectations(leadInDays: Int) -> MarkedParcels {
      MarkedParcels(
        store,
        start: TestStores.start,
        days: (Self.days.lowerBound - leadInDays)...Self.days.upperBound
      )
    }
    let found = expectations(leadInDays: Self.leadInDays(store))
    let wanted = expectations(leadInDays: 150)
    for counter in wanted.counters {
      func share(_ days: ClosedRange<Int>) -> Double {
        func sum(_ means: MarkedParcels) -> Double {
          days.reduce(0) { $0 + means.mean(counter, on: $1) }
        }
        return sum(wanted) > 0 ? sum(found) / sum(wanted) : 1
      }
      #expect(share(-29...(-29)) > 0.99, "\(counter.name) on the first day")
      #expect(share(Self.days) > 0.998, "\(counter.name)")
    }
  }

  @Test func slowStoresBeginEarlier() {
    #expect(Self.leadInDays(Self.store("ordinary")) == 20)
    #expect(Self.leadInDays(Self.store("far")) == 34)
    #expect(Self.leadInDays(Self.store("slow to ship")) == 33)
  }
}
