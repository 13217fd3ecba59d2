import Foundation
import InputFiles
import StoreModel
import TestSupport
import Testing

@Suite struct FormatPageTests {
  private func page(_ name: String) throws -> String {
    let file = Repository.root.appendingPathComponent("docs/\(name)").path
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test func everyColumnIsInThePage() throws {
    let lines = try page("csv-format.md").split(separator: "\n").map(String.init)
    for counter in DayCounter.allCases {
      var names = [counter.name]
      if let stream = counter.name.firstRange(of: /_[1-5]$/) {
        let stem = String(counter.name[..<stream.lowerBound])
        if DayCounter.stars(of: stem) != nil { names = ["\(stem)_1", "\(stem)_5"] }
      }
      let row = lines.first { $0.hasPrefix("| `\(names[0])`") }
      #expect(row?.contains("`\(names[names.count - 1])`") == true, "\(counter.name)")
    }
  }

  @Test func everyKeyWithADefaultIsInThePage() throws {
    let page = try page("scenario-format.md")
    for name in try Samples.defaults().names where !name.hasSuffix("efficiency_by_concurrency") {
      for part in name.split(separator: ".") where part != "*" {
        #expect(page.contains(part), "\(name)")
      }
    }
  }

  @Test func thePagesScenarioReads() throws {
    let page = try page("scenario-format.md")
    let blocks = page.split(separator: "```yaml\n").dropFirst().map {
      $0.split(separator: "```")[0]
    }
    #expect(blocks.count == 1)
    for block in blocks {
      #expect(try Samples.read(String(block)).scenario == Samples.read(Samples.nineLines).scenario)
    }
  }
}
