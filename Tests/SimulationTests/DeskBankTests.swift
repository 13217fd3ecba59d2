import Foundation
import StoreModel
import TestSupport
import Testing

@testable import Simulation

/// Desk days drawn from a bank against days followed chat by chat.
///
/// Law: the daily mean first reply under a gamma load of cv 0.25. Every run of the suite takes 6,400 days
/// each; `make validate` 200,000, and writes the table of `docs/model.md`.
@Suite struct DeskBankTests {
  static let cases: [(chats: Double, slots: Int)] = [(200, 3), (800, 12), (800, 9), (3000, 36)]
  static let isDeep = ProcessInfo.processInfo.environment["STORECAST_VALIDATE"] == "deep"

  struct Row {
    let name: String
    let direct: DaySummary
    let bank: DaySummary
    let slow: (direct: DaySummary, bank: DaySummary)
  }

  private static func row(_ index: Int, runs count: Int) -> Row {
    let (chats, slots) = cases[index]
    let years = DeskYears(chats: chats, slots: slots, days: 50)
    let runs = 0..<count
    let direct = years.simulate(runs, withBank: false, seed: 7_100 + UInt64(index))
    let bank = years.simulate(runs, withBank: true, seed: 7_200 + UInt64(index))
    return Row(
      name: "\(Int(chats))/\(slots)",
      direct: DaySummary(direct.waits),
      bank: DaySummary(bank.waits),
      slow: (DaySummary(direct.slow), DaySummary(bank.slow))
    )
  }

  /// Bound: 2 % for the bank's grid plus z standard errors of the difference.
  ///
  /// A t law with 31 degrees of freedom exceeds 9.5 with probability 1e-10, so 16 comparisons spend
  /// 2e-9.
  @Test(arguments: cases.indices) func theBankHasTheLawOfTheQueue(index: Int) {
    compare(Self.row(index, runs: 128), errors: 9.5)
  }

  /// The published table: 200,000 days each, within 2 % plus two standard errors.
  ///
  /// Fixed seeds make it repeat; it is no part of the suite's budget.
  @Test(.enabled(if: isDeep)) func writesTheTable() async throws {
    let rows = await withTaskGroup(of: (Int, Row).self) { group in
      for index in Self.cases.indices { group.addTask { (index, Self.row(index, runs: 4000)) } }
      return await group.reduce(into: [Int: Row]()) { $0[$1.0] = $1.1 }
    }
    var lines: [String] = []
    for index in Self.cases.indices {
      let row = try #require(rows[index])
      compare(row, errors: 2)
      lines.append(Self.line(row))
    }
    let page = Repository.root.appending(path: "docs/model.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let header = "| chats/slots | mean, direct |"
    let old = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let top = try #require(old.firstIndex { $0.hasPrefix(header) })
    let end = try #require(old[top...].firstIndex { !$0.hasPrefix("|") })
    let new = old[...(top + 1)] + lines + old[end...]
    try new.joined(separator: "\n").write(to: page, atomically: true, encoding: .utf8)
  }

  private func compare(_ row: Row, errors: Double) {
    let pairs = [
      ("mean", row.direct.mean, row.bank.mean), ("sd", row.direct.deviation, row.bank.deviation),
      ("95 %", row.direct.upper, row.bank.upper),
      ("slow", row.slow.direct.mean, row.slow.bank.mean),
    ]
    for (name, direct, bank) in pairs {
      let error = (direct.error * direct.error + bank.error * bank.error).squareRoot()
      #expect(
        abs(direct.value - bank.value) <= 0.02 * direct.value + errors * error,
        "\(row.name) \(name): \(bank.value) drawn, \(direct.value) followed, standard error \(error)"
      )
    }
  }

  private static func line(_ row: Row) -> String {
    func text(_ estimate: DaySummary.Estimate) -> String {
      String(format: "%.2f ± %.2f", estimate.value, estimate.error)
    }
    let cells = [
      text(row.direct.mean), text(row.bank.mean), text(row.direct.deviation),
      text(row.bank.deviation), text(row.direct.upper), text(row.bank.upper),
    ]
    return "| \(row.name) | " + cells.joined(separator: " | ") + " |"
  }

  @Test func sizesOfTheGridRiseAndTheirMeanIsTheLoad() {
    for index in 0..<300 { #expect(LoadGrid.size(index) < LoadGrid.size(index + 1)) }
    for load in [0.0, 0.4, 7, 39.5, 40, 41.2, 555, 12_345.6] {
      let lower = LoadGrid.index(of: load, u: 0.999_999)
      let upper = LoadGrid.index(of: load, u: 0)
      let (from, to) = (Double(LoadGrid.size(lower)), Double(LoadGrid.size(upper)))
      #expect(from <= load && load <= to && upper <= lower + 1)
      // The share of u below which the upper one is drawn.
      let share = (0..<1000).count { LoadGrid.index(of: load, u: Double($0) / 1000) > lower }
      #expect(abs(from + (to - from) * Double(share) / 1000 - load) <= (to - from) / 500)
    }
  }

  @Test func rowsScaleToOtherNumbers() {
    var day = DeskDay()
    (day.answered, day.slow, day.firstReplyMilliseconds) = (190, 40, 9_500_000)
    (day.asked8To24, day.replied3min8To24) = (150, 120)
    (day.asked8To23, day.firstReply8To23Milliseconds) = (140, 7_000_000)
    (day.asked9To23, day.replied30s9To23, day.repliedSameDay) = (130, 65, 170)
    let row = DeskBankRow(evening: 20, fresh: 180, day: day, left: 10, leftWait: 60, pace: [])
    let same = row.scaled(evening: 20, fresh: 180, u: 0.5)
    #expect(same.day == day && same.left == 10)
    for step in 0..<20 {
      let double = row.scaled(evening: 40, fresh: 360, u: Double(step) / 20)
      #expect(double.left == 20 && double.day.answered == 380 && double.day.slow == 80)
      #expect(double.day.asked8To24 == 300 && double.day.replied30s9To23 == 130)
      let few = row.scaled(evening: 0, fresh: 1, u: Double(step) / 20)
      #expect(few.left + few.day.answered == 1 && few.day.slow <= few.day.answered)
      #expect(few.day.replied3min8To24 <= few.day.asked8To24 && few.day.asked8To24 <= 1)
    }
    #expect(row.scaled(evening: 0, fresh: 0, u: 0.9).day == DeskDay())
  }
}
