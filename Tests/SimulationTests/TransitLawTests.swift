import StoreModel
import Testing

@testable import Simulation

/// The interpolated law of arrival days against one computed term by term.
@Suite struct TransitLawTests {
  private func courier(sigma: Double, stalls: Double) -> Courier {
    Courier(
      name: "east",
      share: 1,
      priceInYuan: 3,
      pickupMedianInHours: Uncertain(path: "pickup", law: .known(6)),
      pickupSigma: 0.7,
      transitMeanInHours: Uncertain(path: "transit", law: .known(50)),
      transitSigma: sigma,
      deliveryPromiseInHours: 120,
      stalls: Uncertain(path: "stalls", law: .known(stalls)),
      stallMeanInDays: 4,
      lost: Uncertain(path: "lost", law: .known(0)),
      surge: 0.25
    )
  }

  /// A factor f on transit time is a mean that is f times as long.
  @Test(arguments: [0.1, 0.3, 0.35, 0.8], [0, 0.3])
  func interpolationIsAsGoodAsComputing(sigma: Double, stalls: Double) {
    let inputs = InputScores(paths: [])
    let law = TransitLaw(courier: courier(sigma: sigma, stalls: stalls), inputs: inputs)
    var row: [Double] = []
    var exact: [Double] = []
    for step in -60...60 {
      let logFactor = Double(step) * 0.0173
      law.fill(&row, logFactor: logFactor)
      var slower = courier(sigma: sigma, stalls: stalls)
      slower.transitMeanInHours = Uncertain(
        path: "transit",
        law: .known(50 * exponential(logFactor))
      )
      // At a factor of 1 the place is a node, where nothing is interpolated.
      TransitLaw(courier: slower, inputs: inputs).fill(&exact, logFactor: 0)
      #expect(abs(row.reduce(0, +) - 1) < 1e-12)
      for day in row.indices { #expect(abs(row[day] - exact[day]) < 5e-6) }
    }
  }

  @Test func farOffAndNarrowLawsAreComputed() {
    let law = TransitLaw(courier: courier(sigma: 0.1, stalls: 0), inputs: InputScores(paths: []))
    var row: [Double] = []
    for logFactor in [-9, 0, 0.01, 9] {
      law.fill(&row, logFactor: logFactor)
      #expect(abs(row.reduce(0, +) - 1) < 1e-12)
      #expect(row.allSatisfy { $0 >= 0 })
    }
    #expect(row[45] == 1)
  }

  /// eˣ by its series, so that the test needs no library of its own.
  private func exponential(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1..<40 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }
}
