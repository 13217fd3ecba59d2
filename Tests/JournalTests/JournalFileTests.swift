#if Journal
  import Calibration
  import Foundation
  import Journal
  import StoreModel
  import TestSupport
  import Testing

  /// The journal as a file: what goes in comes out, once, and nobody else's file is touched.
  @Suite struct JournalFileTests {
    private let folder = try? TemporaryFolder()

    private func path(_ name: String = "journal.sqlite") throws -> String {
      try #require(folder).url.appending(path: name).path
    }

    @Test func whatGoesInComesOut() throws {
      let journal = try JournalFile.open(at: path())
      let entry = SampleEntry.entry()
      #expect(try journal.add(entry))
      var found = try #require(try journal.entries(ofStore: "Harbour").first)
      #expect(Set(found.events.map(\.id)).count == 3 && !found.events.contains { $0.id == 0 })
      for index in found.events.indices { found.events[index].id = 0 }
      for index in found.measures.indices { found.measures[index].id = 0 }
      #expect(found == entry)
      #expect(try journal.entries(ofStore: "harbour").isEmpty)
    }

    @Test func theSameForecastIsKeptOnce() throws {
      let journal = try JournalFile.open(at: path())
      #expect(try journal.add(SampleEntry.entry()))
      #expect(try !journal.add(SampleEntry.entry()))
      #expect(try journal.add(SampleEntry.entry(start: "2026-03-09")))
      #expect(try journal.add(SampleEntry.entry("Another")))
      let stores = try JournalFile.open(at: path()).stores()
      #expect(stores.map(\.name) == ["Another", "Harbour"])
      #expect(stores.map(\.forecasts) == [1, 2])
      #expect(stores[1].firstStart == SampleEntry.day("2026-03-02"))
      #expect(stores[1].lastStart == SampleEntry.day("2026-03-09"))
      #expect(try journal.claims(ofStore: "Harbour").events.count == 6)
      #expect(try journal.claims(ofStore: nil).events.count == 9)
    }

    @Test func outcomesAreKeptAndALaterOneCounts() throws {
      let journal = try JournalFile.open(at: path())
      _ = try journal.add(SampleEntry.entry())
      let entry = try #require(try journal.entries(ofStore: "Harbour").first)
      let (events, measures) = (entry.events.map(\.id), entry.measures.map(\.id))
      let fell = EventTruth(firstDay: SampleEntry.day("2026-03-05"), english: "in", chinese: "靠泊")
      let not = EventTruth(firstDay: nil, english: "in", chinese: "靠泊")
      let reason = OpenReason(.missingColumns, detail: "orders gmv")
      let value = MeasureTruth(value: 3.5, english: "orders", chinese: "订单")
      #expect(
        try journal.record(
          [events[0]: .decided(fell), events[1]: .open(reason)],
          [measures[0]: .decided(value)]
        ) == 0
      )
      var claims = try journal.claims(ofStore: nil)
      #expect(claims.events.map(\.outcome) == [.decided(fell), .open(reason), nil])
      #expect(claims.measures.map(\.outcome) == [.decided(value), nil])
      // Deciding what was open changes no decision; deciding otherwise does.
      #expect(
        try journal.record(
          [events[0]: .decided(fell), events[1]: .decided(not)],
          [measures[0]: .decided(value)]
        ) == 0
      )
      #expect(
        try journal.record([events[0]: .decided(not)], [measures[0]: .open(reason)]) == 2
      )
      claims = try journal.claims(ofStore: nil)
      #expect(claims.events.map(\.outcome) == [.decided(not), .decided(not), nil])
      #expect(claims.measures.map(\.outcome) == [.open(reason), nil])
    }

    @Test func whatIsNoJournalIsLeftAlone() throws {
      let text = try path("mine.txt")
      try "my own notes, longer than a header of a database would be; my own notes, longer than a "
        .write(toFile: text, atomically: true, encoding: .utf8)
      #expect(throws: JournalError.notAJournal) { try JournalFile.open(at: text) }
      #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("my own notes"))
      #expect(throws: JournalError.self) {
        try JournalFile.open(at: path("absent.sqlite"), mustExist: true)
      }
      #expect(!FileManager.default.fileExists(atPath: try path("absent.sqlite")))
      #expect(throws: JournalError.self) {
        try JournalFile.open(at: path("no/such/folder/journal.sqlite"))
      }
    }

    /// Bytes 68 to 71 of an SQLite file say whose it is, 18 and 19 how it is written.
    @Test(
      arguments: [(68, [0, 0, 0, 1]), (68, [0, 0, 0, 0]), (18, [1, 1])] as [(UInt64, [UInt8])]
    )
    func aDatabaseOfSomebodyElseIsLeftAlone(offset: UInt64, bytes: [UInt8]) throws {
      let file = try path("other.sqlite")
      _ = try JournalFile.open(at: file).add(SampleEntry.entry())
      let handle = try FileHandle(forUpdating: URL(filePath: file))
      try handle.seek(toOffset: offset)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
      let before = try Data(contentsOf: URL(filePath: file))
      #expect(throws: JournalError.notAJournal) { try JournalFile.open(at: file) }
      #expect(try Data(contentsOf: URL(filePath: file)) == before)
    }

    @Test func anEmptyFileBecomesAJournal() throws {
      let file = try path("empty.sqlite")
      try Data().write(to: URL(filePath: file))
      #expect(try JournalFile.open(at: file).add(SampleEntry.entry()))
    }
  }
#endif
