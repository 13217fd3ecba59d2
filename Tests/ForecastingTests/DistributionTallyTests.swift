import Forecasting
import Rules
import Simulation
import Testing

@Suite struct DistributionTallyTests {
  @Test(arguments: [(5, 5), (25, 25), (50, 50), (75, 75), (95, 95), (99, 99)])
  func quantilesOfOneToAHundredAreTheirRanks(percent: Int, expected: Int64) {
    var tally = DistributionTally()
    for value in (Int64(1)...100).reversed() { tally.add(value, on: .logLinear) }
    #expect(tally.quantile(percent: percent, on: .logLinear) == expected)
  }

  @Test func quantilesAreTheInverseOfTheEmpiricalDistribution() {
    var tally = DistributionTally()
    for value in [Int64(7), 3, 3, 9] { tally.add(value, on: .logLinear) }
    let found = [5, 25, 50, 51, 75, 76, 99].map { tally.quantile(percent: $0, on: .logLinear) }
    #expect(found == [3, 3, 3, 7, 7, 9, 9])
  }

  @Test(arguments: TickGridTests.grids)
  func binnedQuantilesAreBinsOfExactQuantiles(grid: TickGrid) {
    let values = SmallStore.varied(999).map { $0.measures[0] * 211 }
    let sorted = values.sorted()
    var tally = DistributionTally()
    for value in values { tally.add(value, on: grid) }
    for percent in 1...99 {
      let exact = sorted[(999 * percent + 99) / 100 - 1]
      #expect(tally.quantile(percent: percent, on: grid).map(grid.bin) == grid.bin(of: exact))
    }
  }

  @Test func aValueThatNeverVariesIsReportedAsItIs() {
    var tally = DistributionTally()
    for _ in 0..<3 { tally.add(123_456_789, on: .logLinear) }
    #expect(tally.quantile(percent: 5, on: .logLinear) == 123_456_789)
    #expect(tally.moments.standardError == 0)
  }

  @Test func nothingHasNoQuantileAndNoMean() {
    let tally = DistributionTally()
    #expect(tally.quantile(percent: 50, on: .logLinear) == nil)
    #expect(tally.moments.mean == nil)
    #expect(tally.moments.standardError == nil)
  }

  @Test func meanAndErrorAreTheTextbookOnes() {
    var tally = DistributionTally()
    for value in [Int64(2), 4, 4, 4, 5, 5, 7, 9] { tally.add(value, on: .logLinear) }
    #expect(tally.moments.mean == 5)
    #expect(tally.moments.variance == 32.0 / 7)
    #expect(tally.moments.standardError == (4.0 / 7).squareRoot())
  }

  @Test(arguments: TickGridTests.grids) func oneWildValueFillsNoMemory(grid: TickGrid) throws {
    var tally = DistributionTally()
    for value in [Int64.max, 3000, .min] { tally.add(value, on: grid) }
    let middle = try #require(tally.quantile(percent: 50, on: grid))
    #expect(abs(middle - 3000) <= 6)
    #expect(try #require(tally.quantile(percent: 99, on: grid)) > 50_000_000)
  }

  @Test func hugeAmountsDoNotOverflow() throws {
    var tally = DistributionTally()
    for value in [Int64.max / 2, Int64.max / 4, -(Int64.max / 2)] {
      for _ in 0..<1000 { tally.add(value, on: .logLinear) }
    }
    #expect(try #require(tally.moments.variance).isFinite)
  }
}
