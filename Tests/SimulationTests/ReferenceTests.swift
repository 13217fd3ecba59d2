import Glibc
import StoreModel
import Testing

/// The reference itself: its samplers' moments and what no store can do.
@Suite struct ReferenceTests {
  private static let count = 200_000

  /// Mean and variance within seven standard errors, the latter from the fourth central moment.
  private static func expectMoments(
    _ what: String,
    mean: Double,
    variance: Double,
    _ draw: (inout ReferenceGenerator) -> Double
  ) {
    var generator = ReferenceGenerator(seed: 42)
    let values = (0..<count).map { _ in draw(&generator) }
    let n = Double(count)
    let average = values.reduce(0, +) / n
    let second = values.reduce(0) { $0 + pow($1 - mean, 2) } / n
    let fourth = values.reduce(0) { $0 + pow($1 - mean, 4) } / n
    #expect(abs(average - mean) < 7 * (variance / n).squareRoot(), "mean of \(what)")
    #expect(
      abs(second - variance) < 7 * ((fourth - second * second) / n).squareRoot(),
      "variance of \(what)"
    )
  }

  @Test func samplersHaveTheirMoments() {
    Self.expectMoments("uniform", mean: 0.5, variance: 1 / 12.0) { $0.uniform() }
    Self.expectMoments("normal", mean: 0, variance: 1) { $0.normal() }
    Self.expectMoments("exponential", mean: 3, variance: 9) { $0.exponential(mean: 3) }
    Self.expectMoments("gamma 0.4", mean: 0.8, variance: 1.6) { $0.gamma(shape: 0.4, scale: 2) }
    Self.expectMoments("gamma 7", mean: 3.5, variance: 1.75) { $0.gamma(shape: 7, scale: 0.5) }
    Self.expectMoments("geometric", mean: 3, variance: 12) { Double($0.failures(mean: 3)) }
    for mean in [0.3, 4.0, 9.9, 10.1, 35, 900] {
      Self.expectMoments("Poisson \(mean)", mean: mean, variance: mean) {
        Double($0.poisson(mean: mean))
      }
    }
    Self.expectMoments("choice", mean: 1.4, variance: 0.44) { Double($0.choice([1, 4, 5])) }
  }

  @Test(arguments: [4.0, 25.0])
  func poissonCellsAreExact(mean: Double) {
    var generator = ReferenceGenerator(seed: 7)
    let counts = (0..<Self.count).map { _ in generator.poisson(mean: mean) }
    let worst = KnownLaw.worstCell(of: counts, cells: Array(0...50)) {
      KnownLaw.poisson($0, mean: mean)
    }
    #expect(worst.tail > Bounds.exactAlpha, "P(X ≤ \(worst.cell))")
  }

  @Test func seedsGiveDifferentStreamsAndTheSameSeedTheSame() {
    var a = ReferenceGenerator(seed: 1)
    var b = ReferenceGenerator(seed: 1)
    var c = ReferenceGenerator(seed: 2)
    let first = (0..<100).map { _ in a.next() }
    #expect(first == (0..<100).map { _ in b.next() })
    #expect(Set(first).isDisjoint(with: (0..<100).map { _ in c.next() }))
  }

  @Test(arguments: ComparedStore.allCases)
  func everythingComesFromSomething(store: ComparedStore) {
    guard store != .restless else { return }
    let simulate = store.reference(seed: 3)()
    for index in 0..<20 { Conservation.expect(in: simulate(index)) }
  }

  @Test func theMixGivesTheStatedShares() {
    let mix = ReferenceMix(operation: TestStores.overloaded)
    #expect(abs(mix.classes.reduce(0, +) - 1) < 1e-9)
    for overall in [0.001, 0.05, 0.4] {
      let rates = mix.rates(overall: overall)
      let share = zip(mix.classes, rates).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(share - overall) < 1e-9)
      #expect(rates.allSatisfy { $0 <= 0.95 })
    }
  }

  @Test func tiltedStarsHaveTheAskedMean() {
    let mix = ReferenceMix(operation: TestStores.ordinary)
    let stars = ReferenceStars(operation: TestStores.ordinary, mix: mix)
    for shift in [-0.8, -0.1, 0, 0.2] {
      let shares = stars.shares(shiftedBy: shift)
      var mean = 0.0
      for (weight, row) in zip(mix.classes, shares) {
        let total = row.reduce(0, +)
        mean +=
          weight * row.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element } / total
      }
      #expect(abs(mean - stars.mean - shift) < 1e-9)
    }
  }
}
