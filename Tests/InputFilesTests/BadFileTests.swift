import Foundation
import InputFiles
import TestSupport
import Testing

/// Every file of Tests/Fixtures/bad is refused with exactly the text of its `.expected` file.
///
/// With `STORECAST_UPDATE=1` in the environment the expected texts are written anew, for review.
@Suite struct BadFileTests {
  private static let folder = Repository.root.appendingPathComponent("Tests/Fixtures/bad")

  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (all ?? []).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted()
  }()

  private func found(in name: String) throws -> [Diagnostic] {
    let path = Self.folder.appendingPathComponent(name).path
    let reader = try Samples.reader()
    let check = FileCheck(scenarios: { _ in reader }, rulePack: { _, _ in [] })
    return check.diagnostics(ofFileAt: path)
  }

  @Test func thereAreFifteenAndMore() {
    #expect(Self.names.count >= 15)
  }

  @Test(arguments: names)
  func isRefusedInTheseWords(name: String) throws {
    let path = Self.folder.appendingPathComponent(name).path
    let folder = Self.folder.path + "/"
    let text = DiagnosticText(source: { try? TextFile.text(at: $0) })
      .text(of: try found(in: name)).replacing(folder, with: "")
    let expected = path.replacing(/\.(yaml|csv)$/, with: { ".\($0.output.1).expected" })
    if ProcessInfo.processInfo.environment["STORECAST_UPDATE"] == "1" {
      try text.write(toFile: expected, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: expected, encoding: .utf8) == text)
  }

  @Test(arguments: names)
  func everyCodeIsExplained(name: String) throws {
    let diagnostics = try found(in: name)
    #expect(diagnostics.contains { $0.severity == .error })
    for one in diagnostics {
      #expect(ErrorExplanation.explanation(of: one.code) != nil, "\(one.code)")
      #expect(one.location.line >= 1 && one.location.column >= 1)
    }
  }
}
