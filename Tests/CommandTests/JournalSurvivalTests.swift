#if Journal
  import Foundation
  import Journal
  import TestSupport
  import Testing

  /// Two programs at once, and one that is killed: whole forecasts, each once.
  @Suite(.serialized) struct JournalSurvivalTests {
    private static let count = 24
    private static let claimsEach = 40

    private let folder: TemporaryFolder
    private var journal: String { folder.url.appending(path: "journal.sqlite").path }
    private let folders: [String]

    init() throws {
      folder = try TemporaryFolder()
      var folders: [String] = []
      for index in 0..<Self.count {
        let url = folder.url.appending(path: "forecast-\(index)")
        var made = MadeForecast(scenario: "name: Store \(index)\nstart: 2026-03-02\n")
        made.horizonInDays = 30
        made.seed = UInt64(index)
        made.events = (0..<Self.claimsEach).map { ("a.b@1", "event_\($0)", 0.5, "") }
        try made.write(to: url)
        folders.append(url.path)
      }
      self.folders = folders
    }

    private func start(_ folders: [String]) throws -> Process {
      let process = Process()
      process.executableURL = Program.url
      process.arguments = ["journal", "add"] + folders + ["--journal", journal, "--quiet"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// Every forecast has all its claims: 40 events on days 7, 14 and 30.
    private func storesWithWholeForecasts() throws -> Int {
      let file = try JournalFile.open(at: journal)
      let stores = try file.stores()
      for store in stores {
        let entries = try file.entries(ofStore: store.name)
        #expect(entries.count == 1, "\(store.name)")
        #expect(entries.allSatisfy { $0.events.count == Self.claimsEach * 3 }, "\(store.name)")
      }
      return stores.count
    }

    @Test func programsThatAddAtTheSameTimeLoseNothing() throws {
      // All begin with no file, and every forecast is added by two of them.
      let programs = try [folders, folders.reversed(), Array(folders.prefix(12))].map(start)
      for program in programs { program.waitUntilExit() }
      #expect(programs.allSatisfy { $0.terminationStatus == 0 })
      #expect(try storesWithWholeForecasts() == Self.count)
    }

    @Test func aProgramThatIsKilledLeavesWholeForecasts() throws {
      var kept = 0
      for round in 0..<12 {
        let program = try start(folders)
        // From before the first page is written to the middle of the work, a little later each time.
        Thread.sleep(forTimeInterval: 0.01 + 0.012 * Double(round))
        kill(program.processIdentifier, SIGKILL)
        program.waitUntilExit()
        let now = try storesWithWholeForecasts()
        #expect(now >= kept)
        kept = now
      }
      let program = try start(folders)
      program.waitUntilExit()
      #expect(program.terminationStatus == 0)
      #expect(try storesWithWholeForecasts() == Self.count)
    }
  }
#endif
