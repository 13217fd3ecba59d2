#if Journal
  import Foundation
  import Journal
  import TestSupport
  import Testing

  /// Two programs at once, and one that is killed: whole forecasts, each once.
  ///
  /// Forecasts claim much on few days, so that the program writes for most of its time.
  @Suite(.serialized) struct JournalSurvivalTests {
    private static let count = 24
    private static let events = 60
    private static let days = 7

    private let folder: TemporaryFolder
    private var journal: String { folder.url.appending(path: "journal.sqlite").path }
    private let folders: [String]

    init() throws {
      folder = try TemporaryFolder()
      var folders: [String] = []
      for index in 0..<Self.count {
        let url = folder.url.appending(path: "forecast-\(index)")
        var made = MadeForecast(scenario: "name: Store \(index)\nstart: 2026-03-02\n")
        made.horizonInDays = Self.days
        made.byDates = (2...8).map { "2026-03-0\($0)" }
        made.seed = UInt64(index)
        made.events = (0..<Self.events).map { ("a.b@1", "event_\($0)", 0.5, "") }
        try made.write(to: url)
        folders.append(url.path)
      }
      self.folders = folders
    }

    private func start(_ folders: [String], journal: String) throws -> Process {
      let process = Process()
      process.executableURL = Program.url
      process.arguments = ["journal", "add"] + folders + ["--journal", journal]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// How many forecasts there are; each is there once and has its claims of every day.
    private func wholeForecasts(in journal: String) throws -> Int {
      let file = try JournalFile.open(at: journal)
      let stores = try file.stores()
      for store in stores {
        let entries = try file.entries(ofStore: store.name)
        #expect(entries.map(\.events.count) == [Self.events * Self.days], "\(store.name)")
      }
      return stores.count
    }

    @Test func programsThatAddAtTheSameTimeLoseNothing() throws {
      // All begin with no file, and every forecast is added by two of them.
      let programs = try [folders, folders.reversed(), Array(folders.prefix(12))].map {
        try start($0, journal: journal)
      }
      for program in programs { program.waitUntilExit() }
      #expect(programs.allSatisfy { $0.terminationStatus == 0 })
      #expect(try wholeForecasts(in: journal) == Self.count)
    }

    @Test func aProgramThatIsKilledLeavesWholeForecasts() throws {
      let began = Date()
      let undisturbed = try start(folders, journal: journal)
      undisturbed.waitUntilExit()
      let whole = Date().timeIntervalSince(began)
      var last = journal
      var partial = 0
      // From before the first page is written to the end of the work; more rounds where the machine
      // was slower at first and no program was caught in the middle.
      for round in 0..<48 where round < 12 || partial == 0 {
        last = folder.url.appending(path: "round-\(round).sqlite").path
        let program = try start(folders, journal: last)
        Thread.sleep(forTimeInterval: whole * (Double(round % 12) + 0.5) / 12)
        kill(program.processIdentifier, SIGKILL)
        program.waitUntilExit()
        let kept = try wholeForecasts(in: last)
        if kept > 0, kept < Self.count { partial += 1 }
      }
      #expect(partial > 0)
      let again = try start(folders, journal: last)
      again.waitUntilExit()
      #expect(again.terminationStatus == 0)
      #expect(try wholeForecasts(in: last) == Self.count)
    }
  }
#endif
