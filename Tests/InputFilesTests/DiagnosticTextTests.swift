import Foundation
import InputFiles
import TestSupport
import Testing

@Suite struct DiagnosticTextTests {
  private let one = Diagnostic(
    file: "a.yaml",
    location: SourceLocation(line: 2, column: 8),
    code: "SC205",
    message: "no \"unit\"",
    hint: "write 8 %"
  )

  @Test func aCaretStandsBelowThePlace() {
    let text = DiagnosticText(source: { _ in "first\nname: 生鲜\trate: 8\n" }).text(of: [one])
    #expect(
      text == "a.yaml:2:8: error SC205: no \"unit\"\n  name: 生鲜\trate: 8\n          ^\n"
        + "  hint: write 8 %\n"
    )
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let text = DiagnosticText(source: { _ in "x\n\u{1B}[31mred\u{202E}" }).text(of: [one])
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test func jsonReadsBack() throws {
    let text = DiagnosticText.json(of: [one])
    let objects = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    )
    #expect(objects.count == 1)
    #expect(
      Set(objects[0].keys) == ["file", "line", "column", "severity", "code", "message", "hint"]
    )
    #expect(objects[0]["message"] as? String == "no \"unit\"")
    #expect(objects[0]["line"] as? Int == 2)
    #expect(DiagnosticText.json(of: []) == "[]\n")
  }

  @Test func kindsOfFilesAreToldApart() {
    #expect(FileCheck.kind(of: Samples.nineLines, file: "a.yaml") == .scenario)
    #expect(FileCheck.kind(of: "storecast_defaults: 1\ninputs: {}", file: "d.yaml") == .defaults)
    #expect(FileCheck.kind(of: "# a\npack: x.y@z\n", file: "p.yaml") == .rulePack)
    #expect(FileCheck.kind(of: "date,orders\n", file: "h") == .history)
    #expect(FileCheck.kind(of: "- id: a\n", file: "c.yaml") == .unknown)
  }

  /// With `STORECAST_UPDATE=1` in the environment the page is written anew.
  @Test func thePageOfErrorsIsTheTable() throws {
    let page = Repository.root.appendingPathComponent("docs/errors.md").path
    if ProcessInfo.processInfo.environment["STORECAST_UPDATE"] == "1" {
      try ErrorExplanation.page.write(toFile: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: page, encoding: .utf8) == ErrorExplanation.page)
  }

  @Test func codesAreUniqueAndEveryOneInSourcesIsExplained() throws {
    let codes = ErrorExplanation.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    for prefix in ["SC", "RP", "HI", "SR", "JO", "IM", "BT"] {
      let own = codes.filter { $0.hasPrefix(prefix) }
      #expect(!own.isEmpty && own == own.sorted())
    }
    let sources = Repository.root.appendingPathComponent("Sources/InputFiles")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var used: Set<String> = []
    for case let name as String in files where name.hasSuffix(".swift") {
      if name.hasPrefix("Errors/ErrorExplanation") { continue }
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /"((?:SC|RP|HI|SR|JO|IM|BT)\d\d\d)"/) {
        used.insert(String(match.output.1))
      }
    }
    #expect(used.subtracting(codes) == [])
    #expect(Set(codes).subtracting(used).filter { !$0.hasPrefix("RP") } == [])
  }
}
