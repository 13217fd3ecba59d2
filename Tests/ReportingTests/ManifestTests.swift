import Foundation
import Reporting
import Testing

@Suite struct ManifestTests {
  @Test func comesBackFromItsOwnText() throws {
    let manifest = FreshStore.manifest
    let back = try Manifest(json: Data(manifest.json.text.utf8))
    #expect(back == manifest)
    #expect(back.json.text == manifest.json.text)
    #expect(manifest.json.text.contains("\"seed\": 18446744073709551615,"))
    #expect(manifest.json.text.contains("\"started\": \"2026-10-01T00:00:00Z\""))
  }

  @Test func digestsAreSHA256() {
    #expect(
      FileDigest.sha256("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test func aRepetitionWithTheSameInputsHasNothingToSay() {
    var repetition = FreshStore.manifest
    repetition.threads = 1
    #expect(FreshStore.manifest.changedInputs(in: repetition).isEmpty)
    #expect(FreshStore.manifest.changedFiles(in: repetition).isEmpty)
  }

  @Test func saysWhichInputChanged() {
    var repetition = FreshStore.manifest
    repetition.version = "1.1.0"
    repetition.history = nil
    repetition.packs[0].sha256 = FileDigest.sha256("other pack")
    let sentences = FreshStore.manifest.changedInputs(in: repetition).map { $0.sentence(.en) }
    #expect(
      sentences == [
        "the program has changed (1.0.0, now 1.1.0)",
        "the history fresh.csv is no longer there",
        "the rule pack board.level@1 has changed (\(FileDigest.sha256("pack").prefix(12))…, now "
          + "\(FileDigest.sha256("other pack").prefix(12))…)",
      ]
    )
  }

  @Test func saysWhichFileCameOutDifferently() {
    var first = FreshStore.manifest
    var second = first
    first.files = [Manifest.File(name: "daily.csv", sha256: "a")]
    second.files = [
      Manifest.File(name: "daily.csv", sha256: "b"), Manifest.File(name: "paths.csv", sha256: "c"),
    ]
    #expect(
      first.changedFiles(in: second).map { $0.sentence(.zh) } == [
        "结果文件 daily.csv变了(原为 a,现为 b)", "结果文件 paths.csv:原来没有",
      ]
    )
  }
}
