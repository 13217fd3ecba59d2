import Simulation
import StoreModel
import Testing

/// Caps against closed forms.
///
/// With order values of shape a and many orders wanted, the accepted number is at least m exactly when
/// a gamma number of shape m·a stays within the cap. For whole a that is a Poisson tail. Two checks at
/// 2·10⁻¹¹.
@Suite struct CapLawTests {
  private static func logs(cv: Double, _ effects: ReferenceEffects) throws -> [TallyLog] {
    var store = TestStores.plain()
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 1500)
    store.demand.orderValueCV = cv
    let program = try CapPack.program(effects)
    let simulate = Engine.simulator(Engine.scenario(store), programs: [program])()
    return (0..<Replications.scaled(800)).map(simulate)
  }

  @Test(arguments: [1, 4])
  func theValueCapAcceptsTheLargestPrefixThatFits(shape: Int) throws {
    let logs = try Self.logs(
      cv: 1 / Double(shape).squareRoot(),
      ReferenceEffects(gmvCapInYuan: 3200)
    )
    let counts = logs.map { $0[5, .orders] }
    let mean = Double(shape) * 3200 / 80
    let worst = KnownLaw.worstCell(of: counts, cells: [28, 33, 36, 38, 40, 42, 45, 50]) {
      // P(accepted ≤ m) = P(value of m + 1 orders > cap).
      KnownLaw.poisson(($0 + 1) * shape - 1, mean: mean)
    }
    #expect(worst.tail > Bounds.exactAlpha, "P(accepted ≤ \(worst.cell))")
    #expect(logs.allSatisfy { log in (1...30).allSatisfy { log[$0, .gmv] <= 320_000 } })
  }

  @Test func theOrderCapBindsExactly() throws {
    let logs = try Self.logs(cv: 0.7, ReferenceEffects(orderCap: 40))
    #expect(logs.allSatisfy { log in (1...30).allSatisfy { log[$0, .orders] == 40 } })
  }

  @Test func anAbsentDemandSellsNothing() throws {
    let logs = try Self.logs(cv: 0.7, ReferenceEffects(demandShare: 0))
    #expect(logs.allSatisfy { log in (1...30).allSatisfy { log[$0, .orders] == 0 } })
  }
}
