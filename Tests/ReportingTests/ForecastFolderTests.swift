import Foundation
import Testing

@testable import Reporting

@Suite struct ForecastFolderTests {
  /// An empty folder of its own for each test.
  let place = FileManager.default.temporaryDirectory.appending(path: "storecast-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  }

  func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  func remove() { try? FileManager.default.removeItem(at: place) }

  @Test func writesEveryFileWithItsDigest() throws {
    defer { remove() }
    let folder = place.appending(path: "deep/forecast")
    let tables = [Table.money([FreshStore.baseline], language: .zh)]
    let manifest = try ForecastFolder.write(
      tables: tables,
      manifest: FreshStore.manifest,
      to: folder
    )
    #expect(try names(folder) == ["manifest.json", "money.csv"])
    let bytes = try Data(contentsOf: folder.appending(path: "money.csv"))
    #expect(manifest.files.map(\.name) == ["money.csv"])
    #expect(manifest.files.map(\.sha256) == [FileDigest.sha256(bytes: Array(bytes))])
    #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    let written = try Manifest(json: Data(contentsOf: folder.appending(path: "manifest.json")))
    #expect(written == manifest)
  }

  @Test func replacesAForecastAsAWhole() throws {
    defer { remove() }
    let folder = place.appending(path: "forecast")
    try ForecastFolder.replace(folder, with: [("manifest.json", "old"), ("old.csv", "old")])
    try ForecastFolder.replace(folder, with: [("manifest.json", "new"), ("new.csv", "new")])
    #expect(try names(folder) == ["manifest.json", "new.csv"])
    #expect(try names(place) == ["forecast"])
  }

  @Test func aFailingWriteLeavesTheOldFolderAndNothingElse() throws {
    defer { remove() }
    let folder = place.appending(path: "forecast")
    try ForecastFolder.replace(folder, with: [("manifest.json", "old")])
    #expect(throws: ForecastFolderError.self) {
      try ForecastFolder.replace(folder, with: [("manifest.json", "new"), ("no/such/a.csv", "")])
    }
    #expect(try names(place) == ["forecast"])
    let text = try String(contentsOf: folder.appending(path: "manifest.json"), encoding: .utf8)
    #expect(text == "old")
  }

  @Test func leavesAloneWhatIsNoForecast() throws {
    defer { remove() }
    try Data().write(to: place.appending(path: "thesis.doc"))
    let error = #expect(throws: ForecastFolderError.self) { try ForecastFolder.check(place) }
    #expect(error?.reason == .holdsOtherFiles("thesis.doc"))
    #expect(error?.message(.en).contains("holds thesis.doc and no manifest.json") == true)
    #expect(throws: ForecastFolderError.self) {
      try ForecastFolder.replace(place, with: [("manifest.json", "")])
    }
    #expect(try names(place) == ["thesis.doc"])
  }

  @Test func aFileIsNoFolder() throws {
    defer { remove() }
    let file = place.appending(path: "forecast")
    try Data().write(to: file)
    let error = #expect(throws: ForecastFolderError.self) { try ForecastFolder.check(file) }
    #expect(error?.reason == .isAFile)
  }

  @Test func anEmptyFolderIsWelcome() throws {
    defer { remove() }
    try ForecastFolder.check(place)
    try ForecastFolder.replace(place, with: [("manifest.json", "")])
    #expect(try names(place) == ["manifest.json"])
  }
}
