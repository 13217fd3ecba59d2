import Glibc
import Testing

@testable import Simulation

/// What is computed in a quicker way is what the plain way gives.
@Suite struct ShortcutTests {
  @Test func theTableOfTheNormalLawIsExactToFifteenDigits() {
    var worst = 0.0
    NormalTable.withFunction { table in
      for step in -100_000...100_000 {
        let x = Double(step) / 10_000
        worst = max(worst, abs(table(x) - normalCDF(x)))
      }
      #expect(table(-.infinity) == 0 && table(.infinity) == 1)
    }
    #expect(worst < 1e-15)
  }

  @Test func patienceIsAnExponentialsTail() {
    var draws = Draws(seed: 73)
    draws.sequence(1, 0)
    for _ in 0..<100_000 {
      let u = draws.nextUniform()
      let patience = -240 * log1p(-u)
      // Waits far from it and close to it, where the bounds do not decide.
      for factor in [0.1, 0.9, 0.999, 1.001, 1.1, 10] {
        let isExceeded = Patience(mean: 240, u: u).isExceeded(by: patience * factor)
        #expect(isExceeded == (factor > 1))
      }
    }
  }

  /// Few slots are passed through two by two, many are halved.
  @Test(arguments: [1, 2, 7, 40, 64, 65, 128, 129, 200])
  func slotsInLineAreThoseOnAHeap(count: Int) {
    let spans = [
      DeskSpan(slots: count / 2, from: 36_000, to: 79_200),
      DeskSpan(slots: count - count / 2, from: 28_800, to: 79_200),
    ].filter { $0.slots > 0 }
    var heap = SlotHeap(spans)
    var draws = Draws(seed: 74)
    draws.sequence(1, count)
    let compared: Int? = SlotLine.lend(spans) { line in
      var (arrival, chats) = (25_000.0, 0)
      while true {
        arrival += 600 / Double(count) * draws.nextUniform()
        let start = line.start(from: arrival)
        #expect(start == heap.start(from: arrival))
        guard let start else { return chats }
        #expect(line.firstEnd == heap.firstEnd)
        // Some end at the same moment.
        let end = start + (600 * draws.nextUniform()).rounded()
        line.holdFirst(until: end)
        heap.holdFirst(until: end)
        chats += 1
      }
    }
    #expect((compared ?? 0) > 100)
  }

  @Test func slotsOfDifferentEndsStandInNoLine() {
    let spans = [
      DeskSpan(slots: 1, from: 0, to: 40_000), DeskSpan(slots: 1, from: 0, to: 50_000),
    ]
    #expect(SlotLine.lend(spans) { _ in true } == nil)
    #expect(SlotLine.lend([]) { _ in true } == nil)
  }
}
