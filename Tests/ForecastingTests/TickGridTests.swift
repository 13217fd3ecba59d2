import Forecasting
import Rules
import Testing

@Suite struct TickGridTests {
  static let grids: [TickGrid] = [
    .logLinear, .uniform(step: 1000), .uniform(step: 1), .share(ShareBins(unitsPerOne: 1_000_000)),
  ]

  @Test(arguments: grids) func binsNeverDecreaseAndKeepTheirMiddle(grid: TickGrid) {
    var last = grid.bin(of: -20_000)
    var wrong: [Int64] = []
    for ticks in stride(from: Int64(-20_000), through: 1_100_000, by: 13) {
      let bin = grid.bin(of: ticks)
      if bin < last || grid.bin(of: grid.ticks(of: bin)) != bin { wrong.append(ticks) }
      last = bin
    }
    #expect(wrong.isEmpty)
  }

  @Test func amountsAreExactWhenSmallAndWithinAFifthOfAPerCentElsewhere() {
    let grid = TickGrid.logLinear
    for ticks in Int64(-511)...511 { #expect(grid.ticks(of: grid.bin(of: ticks)) == ticks) }
    for ticks in [Int64(512), 99_999, 123_456_789, 987_654_321_012, .max] {
      let found = Double(grid.ticks(of: grid.bin(of: ticks)))
      #expect(abs(found - Double(ticks)) <= Double(ticks) * 0.002)
      #expect(grid.bin(of: -ticks) == -grid.bin(of: ticks))
    }
  }

  @Test(arguments: [
    (Int64(999_000), Int64(999_000)), (998_996, 999_000), (993_333, 993_330), (4_999, 5_000),
    (896_449, 896_400), (1_000_000, 1_000_000), (0, 0), (10_000, 10_000), (990_000, 990_000),
  ])
  func sharesAreFinerCloseToNothingAndToAll(ticks: Int64, expected: Int64) {
    let grid = TickGrid.share(ShareBins(unitsPerOne: 1_000_000))
    #expect(grid.ticks(of: grid.bin(of: ticks)) == expected)
  }

  @Test(arguments: [
    ("orders", 1, TickGrid.logLinear), ("yuan", 100, .logLinear), ("s", 1000, .logLinear),
    ("stars", 1_000_000, .uniform(step: 1000)),
    ("share", 1_000_000, .share(ShareBins(unitsPerOne: 1_000_000))),
    ("share", 1000, .uniform(step: 1)),
  ])
  func theUnitChoosesTheGrid(unit: String, unitsPerOne: Int, expected: TickGrid) {
    let measure = Measure(
      name: "m",
      unit: unit,
      unitsPerOne: unitsPerOne,
      label: SmallStore.label
    )
    #expect(TickGrid(measure: measure) == expected)
  }
}
