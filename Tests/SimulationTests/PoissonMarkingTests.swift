import Glibc
import StoreModel
import Testing

/// With Poisson demand and nothing shared between orders, every daily count is a Poisson number whose
/// mean is a convolution, and different days are independent.
///
/// Fewer than 3,500 checks a simulator at 2·10⁻¹¹ each: 1.4·10⁻⁷ for engine and reference together.
@Suite struct PoissonMarkingTests {
  private static let days = [1, 2, 3, 7, 10, 11, 12, 15, 20, 30]
  private static let oracle = MarkedParcels(
    TestStores.plain(),
    start: TestStores.start,
    days: -59...30
  )

  private static func logs(
    _ makeSimulator: @escaping @Sendable () -> (Int) -> TallyLog
  ) -> [TallyLog] {
    let simulate = makeSimulator()
    return (0..<Replications.forComparison * 2 / 3).map(simulate)
  }

  private static func expectPoisson(_ logs: [TallyLog], _ name: String) {
    for counter in oracle.counters {
      let total = logs.reduce(0) { $0 + $1.sum(of: counter, over: 1...30) }
      let mean = (1...30).reduce(0) { $0 + oracle.mean(counter, on: $1) } * Double(logs.count)
      let tail = Bounds.poissonTail(count: total, mean: mean)
      #expect(tail > Bounds.exactAlpha, "\(name): \(counter.name) \(total), expected \(mean)")
      for day in days {
        let mean = oracle.mean(counter, on: day)
        guard mean > 0 else { continue }
        let counts = logs.map { $0[day, counter] }
        let tail = Bounds.poissonTail(
          count: counts.reduce(0, +),
          mean: mean * Double(logs.count)
        )
        #expect(tail > Bounds.exactAlpha, "\(name): \(counter.name) on day \(day)")
        let spread = mean.squareRoot()
        let cells = [mean - 2 * spread, mean - spread, mean, mean + spread, mean + 2 * spread]
          .map { Int($0.rounded(.down)) }.filter { $0 >= 0 }
        let worst = KnownLaw.worstCell(of: counts, cells: cells) {
          KnownLaw.poisson($0, mean: mean)
        }
        #expect(
          worst.tail > Bounds.exactAlpha,
          "\(name): \(counter.name) on day \(day), P(X ≤ \(worst.cell)), mean \(mean)"
        )
      }
    }
  }

  /// Products of differences between replications are symmetric where two counts are independent.
  private static func expectIndependent(_ logs: [TallyLog], _ name: String) {
    let pairs: [((DayCounter, Int), (DayCounter, Int))] = [
      ((.orders, 9), (.orders, 10)), ((.shipped, 10), (.shipped, 11)),
      ((.delivered, 12), (.delivered, 13)), ((.delivered, 14), (.deliveredLate, 20)),
      ((.product5, 15), (.product5, 16)), ((.product1, 15), (.product5, 15)),
      ((.returnRefundCount, 15), (.refundOnlyCount, 15)), ((.disputes, 15), (.disputes, 16)),
      ((.audits, 15), (.tickets, 15)),
    ]
    for (a, b) in pairs {
      var products: [Double] = []
      for index in stride(from: 0, to: logs.count - 1, by: 2) {
        let first = logs[index][a.1, a.0] - logs[index + 1][a.1, a.0]
        let second = logs[index][b.1, b.0] - logs[index + 1][b.1, b.0]
        products.append(Double(first * second))
      }
      let statistic = TwoSample.selfNormalised(products)
      #expect(
        abs(statistic) < Bounds.symmetric,
        "\(name): \(a.0.name) on \(a.1) and \(b.0.name) on \(b.1) are dependent"
      )
    }
  }

  @Test func theEnginesCountsArePoissonWithTheConvolvedMeans() throws {
    let programs = [try CapPack.program()]
    let logs = Self.logs(
      Engine.simulator(Engine.scenario(TestStores.plain()), programs: programs)
    )
    Self.expectPoisson(logs, "engine")
    Self.expectIndependent(logs, "engine")
  }

  @Test func theReferencesCountsArePoissonWithTheConvolvedMeans() {
    let store = ReferenceStore(operation: TestStores.plain(), start: TestStores.start, horizon: 30)
    let logs = Self.logs(Replications.simulator(store, seedOffset: 70_000_000))
    Self.expectPoisson(logs, "reference")
    Self.expectIndependent(logs, "reference")
  }
}
