import Testing

/// Each check must see a planted violation, and pass what is right beside it.
@Suite struct HouseRulesTests {
  private func source(_ text: String, path: String = "Sources/StoreModel/Thing.swift")
    -> SourceText
  {
    SourceText(path: path, text: text)
  }

  @Test(arguments: [
    "import Foundation", "  import Foundation", "internal import Foundation",
    "private import Foundation", "package import Foundation", "public import Foundation",
    "fileprivate import Foundation", "@testable import Foundation",
    "@preconcurrency import Foundation", "@_spi(Testing) import Foundation",
    "import struct Foundation.Date", "internal import class Foundation.FileManager",
    "import Foundation.NSDate", "let a = 1; import Foundation", "import Foundation // why",
  ])
  func aForbiddenImportIsSeenInEveryForm(line: String) {
    let findings = HouseRules.forbiddenImports(in: source("let b = 2\n\(line)\n"))
    #expect(findings == ["Sources/StoreModel/Thing.swift:2: StoreModel imports Foundation"])
  }

  @Test(arguments: [
    "// import Foundation", "/* import\nimport Foundation\n*/", "let text = \"import Foundation\"",
    "let text = \"\"\"\n  import Foundation\n  \"\"\"", "let text = #\"\n\"#", "let importance = 1",
  ])
  func whatOnlyLooksLikeAnImportPasses(text: String) {
    #expect(HouseRules.forbiddenImports(in: source(text)) == [])
  }

  @Test func aModuleMissingFromTheTableIsSeen() {
    let findings = HouseRules.forbiddenImports(in: source("", path: "Sources/New/Thing.swift"))
    #expect(findings == ["Sources/New/Thing.swift: module New is not in the table of imports"])
  }

  @Test func aForbiddenHeaderIsSeen() {
    let text = "#include <stdint.h>\n#include <gsl/gsl_rng.h>\n# include <curl/curl.h>\n"
    let findings = HouseRules.forbiddenImports(in: source(text, path: "Sources/CPhilox/a.c"))
    #expect(findings == ["Sources/CPhilox/a.c:3: CPhilox includes curl/curl.h"])
  }

  @Test func longFilesAreSeen() {
    let lines = String(repeating: "\n", count: 400)
    #expect(HouseRules.excessLength(of: source(lines)) == [])
    #expect(
      HouseRules.excessLength(of: source(lines + "\n"))
        == ["Sources/StoreModel/Thing.swift: 401 lines, at most 400"]
    )
    let command = source(
      String(repeating: "\n", count: 81),
      path: "Sources/storecast/Commands/Run.swift"
    )
    #expect(
      HouseRules.excessLength(of: command)
        == ["Sources/storecast/Commands/Run.swift: 81 lines, at most 80"]
    )
  }

  @Test(arguments: [
    "package struct Thing {}", "public enum Thing {}", "  package let day: Int",
    "package static func make() {}", "static package var all: Int", "package init() {}",
    "package private(set) var count = 0", "@frozen package struct Thing {}",
    "package mutating func add() {}", "package protocol Thing {}", "package typealias A = Int",
    "package final class Thing {}", "package subscript(day: Int) -> Int { 0 }",
  ])
  func anUndocumentedDeclarationIsSeen(line: String) {
    let file = source("import A\n// a note\n\(line)\n")
    #expect(HouseRules.undocumentedDeclarations(in: file).count == 1)
    let documented = source("/// What it is.\n@inline(__always)\n\(line)\n")
    #expect(HouseRules.undocumentedDeclarations(in: documented) == [])
  }

  @Test(arguments: [
    "package import StoreModel", "let package = 1", "struct Thing {}", "private var a = 1",
    "// package struct Thing {}", "let text = \"package struct Thing\"",
  ])
  func whatOthersDoNotSeeNeedsNoDocument(line: String) {
    #expect(HouseRules.undocumentedDeclarations(in: source(line)) == [])
  }

  @Test(arguments: ["let platform = \"Douyin\"", "case lv3", "var allianceRemoved = false"])
  func aWordOfAPlatformIsSeen(line: String) {
    #expect(HouseRules.platformWords(in: source(line)).count == 1)
    #expect(HouseRules.platformWords(in: source("// " + line)) == [])
    #expect(HouseRules.platformWords(in: source(line, path: "Tests/A/B.swift")) == [])
  }

  @Test func shapelessNamesAreSeen() {
    #expect(HouseRules.shapelessNames(in: source("final class QueueManager {}")).count == 1)
    #expect(HouseRules.shapelessNames(in: source("enum DateUtils {}")).count == 1)
    #expect(
      HouseRules.shapelessNames(in: source("", path: "Sources/Rules/ScoreHelper.swift")).count == 1
    )
    #expect(HouseRules.shapelessNames(in: source("let files = FileManager.default")) == [])
  }

  @Test func unfinishedWorkIsSeen() {
    #expect(HouseRules.unfinishedWork(in: source("// TO" + "DO: more")).count == 1)
    #expect(HouseRules.unfinishedWork(in: source("// for" + " now")).count == 1)
    #expect(HouseRules.unfinishedWork(in: source("// fortunately not")) == [])
  }

  @Test func pathsOfAMachineAreSeen() {
    let folders = ["wor" + "k", "tm" + "p", "hom" + "e", "roo" + "t", "User" + "s"]
    for folder in folders {
      #expect(HouseRules.machinePaths(in: source("see \"/\(folder)/me/x.csv\"")).count == 1)
    }
    #expect(HouseRules.machinePaths(in: source("docs/\(folders[0])/x, /usr/share/x")) == [])
  }
}
