import Foundation
import InputFiles
import Rules
import TestSupport
import Testing

/// `docs/rule-packs.md` lists every pack and says truly which can be forecast.
@Suite struct PackTableTests {
  private static func table() throws -> [String: String] {
    let page = try String(
      contentsOf: Repository.root.appending(path: "docs/rule-packs.md"),
      encoding: .utf8
    )
    var table: [String: String] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      table[cells[0].filter { $0 != "`" }] = cells[1]
    }
    return table
  }

  @Test func everyPackStandsInTheTableWithWhatItCanDo() throws {
    let table = try Self.table()
    #expect(Set(table.keys) == Set(RulesFolder.shipped.packIDs()))
    for (id, claim) in table {
      let program = try RulesFolder.pack(id).program(overrides: [:], hasConsequences: true)
      let other = program.staffPay == nil ? "cases" : "pay"
      #expect(claim == (program.reportsSomething ? "forecast" : other), "\(id)")
    }
  }
}
