import Foundation
import InputFiles
import Testing

@Suite struct HostileFileTests {
  private func codes(_ text: String) throws -> [String] {
    var found: [Diagnostic] = []
    let took = try ProcessorTime.seconds { found = try Samples.diagnostics(of: text) }
    #expect(took < 2, "took \(took)")
    return found.map(\.code)
  }

  @Test func aliasesThatExpandWithoutEndAreRefused() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(parts)]\n"
    }
    #expect(try codes(text) == ["SC104"])
    #expect(try codes(text + "? *a9\n: 1\n") == ["SC104"])
  }

  @Test func fewAliasesAreNoHarm() throws {
    let text = "a: &a {x: 1}\nb: &b [*a, *a]\nc: [*b, *b]\n"
    #expect(try codes(text).contains("SC201"))
  }

  @Test func deepNestingIsRefused() throws {
    #expect(try codes("a: " + String(repeating: "[", count: 500)) == ["SC101"])
    let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(try codes("a: " + deep) == ["SC104"])
    #expect(try codes("a: " + String(repeating: "[", count: 100_000)) == ["SC101"])
    let maps = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(try codes(maps) == ["SC104"])
  }

  @Test func manyKeysAreReadInTime() throws {
    let keys = (0..<2000).map { "key\($0): 1\n" }.joined()
    #expect(try codes(Samples.nineLines + keys).allSatisfy { $0 == "SC201" })
  }

  @Test func largeTextsOfOneLineAreReadInTime() throws {
    let long = String(repeating: "long ", count: 100_000)
    #expect(try codes(Samples.nineLines + "name: \(long)\n") == ["SC206"])
    #expect(
      try codes(
        Samples.nineLines.replacing("1300 to 1600", with: String(repeating: "9", count: 100_000))
      ) == ["SC204"]
    )
  }

  @Test(arguments: [
    (Data([0x61, 0x3A, 0x20, 0x00]), "SC105", 1, 4), (Data([0x61, 0x0A, 0xFF]), "SC105", 2, 1),
    (Data([0xFF, 0xFE, 0x61, 0x00]), "SC105", 1, 1),
    (Data([0x61, 0xED, 0xA0, 0x80]), "SC105", 1, 2),
    (Data(repeating: 0x20, count: TextFile.greatestSizeInBytes + 1), "SC106", 1, 1),
  ])
  func whatIsNoTextIsRefused(data: Data, code: String, line: Int, column: Int) {
    do throws(InputErrors) {
      _ = try TextFile.text(of: data, file: "x")
      Issue.record("was read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [code])
      #expect(error.diagnostics.map(\.location) == [SourceLocation(line: line, column: column)])
    }
  }

  @Test func foldersAndMissingFilesAreNotFound() {
    for path in ["/", "/nowhere/at/all.yaml", "/dev/zero", ""] {
      do throws(InputErrors) {
        _ = try TextFile.text(at: path)
        Issue.record("\(path) was read")
      } catch {
        #expect(error.diagnostics.map(\.code) == ["SC107"])
        #expect(error.exitStatus == 66)
      }
    }
  }

  @Test func twoDocumentsInOneFileAreRefused() throws {
    #expect(try codes(Samples.nineLines + "---\na: 1\n") == ["SC101"])
  }

  @Test func repeatedKeysAreReportedTogether() throws {
    let found = try Samples.diagnostics(
      of: "a: 1\na: 2\nb: {c: 1, c: 2, \"d\": 3, d: 4}\n'e': 1\ne: 2\n"
    )
    #expect(found.allSatisfy { $0.code == "SC103" })
    #expect(found.map(\.location.line) == [1, 3, 3, 4])
  }
}
