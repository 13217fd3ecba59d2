import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport
import Testing

/// The platform that `rules/README.md` adds by data alone loads and passes its own cases.
@Suite struct GuideTests {
  private static func blocks() throws -> [String] {
    let page = try String(
      contentsOf: Repository.root.appending(path: "rules/README.md"),
      encoding: .utf8
    )
    return page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func theWorkedPackRunsItsCases() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "quay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let platform = folder.appending(path: "harbor")
    try FileManager.default.createDirectory(at: platform, withIntermediateDirectories: true)
    let blocks = try Self.blocks()
    try #require(blocks.count == 2)
    for (text, name) in zip(blocks, ["quay@1.yaml", "quay@1.cases.yaml"]) {
      try text.write(to: platform.appending(path: name), atomically: true, encoding: .utf8)
    }
    let library = RuleLibrary(directory: folder)
    let examples = try ExampleCollection(library: library).examples(in: [], ofPack: nil)
    #expect(examples.count == 4)
    #expect(ExampleTrial(library: library).failures(of: examples) == [])
    let program = try library.pack(named: "harbor.quay", on: nil).pack
      .program(overrides: [:], hasConsequences: true)
    #expect(program.reportsSomething)
  }
}
