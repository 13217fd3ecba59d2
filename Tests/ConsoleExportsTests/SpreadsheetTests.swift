#if Spreadsheets
  import CZip
  import ConsoleExports
  import Foundation
  import StoreModel
  import TestSupport
  import Testing

  /// Spreadsheets as they come, and hostile ones.
  @Suite struct SpreadsheetTests {
    private typealias Cell = SpreadsheetText.Cell

    private static let head: [Cell] = [.shared("日期"), .inline("泊位订单")]

    private func book(_ rows: [[Cell]] = [[.number("46296", style: 1), .number("5", style: 0)]])
      -> SpreadsheetText
    {
      SpreadsheetText([("日报", [Self.head] + rows)])
    }

    private func codes(_ data: Data) throws -> [String] {
      try HarborImport.codes([("a.xlsx", data)])
    }

    private func codes(with part: String, _ text: String) throws -> [String] {
      var book = book()
      book.others = [(part, Data(text.utf8))]
      return try codes(book.data)
    }

    @Test func cellsAreReadHoweverTheyAreWritten() throws {
      let titles: [[Cell]] = [[.shared("经营日报 2026-10")], [.empty, .empty]]
      let head: [Cell] =
        Self.head + [
          .shared("应离港"), .shared("准点率"), .shared("应答"), .shared("平均等待"), .shared("呼叫"),
        ]
      func row(_ date: Cell, _ orders: Cell) -> [Cell] {
        [
          date, orders, .number("1E2", style: 0), .number("0.97", style: 2),
          .formula("SUM(A1:A2)", value: "10"), .number("3.4722222222222224E-4", style: 4),
          .formula("1/0", value: ""),
        ]
      }
      let rows = [
        row(.number("46296", style: 1), .number("1234", style: 0)),
        row(.number("46297.5", style: 3), .inline("1,234")),
        row(.inline("2026-10-03"), .shared("1234")),
        row(.number("20261004", style: 0), .shared("1234")),
      ]
      let data = SpreadsheetText([("日报", titles + [head] + rows)]).data
      let result = try HarborImport.history([("a.xlsx", data)])
      #expect(
        result.history.days.map(\.date.description)
          == ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"]
      )
      for day in result.history.days {
        #expect(
          day.counts
            == [.orders: 1234, .dueToShip: 100, .shippedOnTime: 97, .contactsAnswered: 10]
        )
      }
      // 30 s on average, shown to the second: known to 1.7 %, which is too loose to be taken.
      #expect(result.account.gaps.map(\.counters) == [[.firstReplySecondsTotal]])
      #expect(result.account.sources.map(\.headingLine) == [3])
    }

    @Test func daysAreCountedFrom1904WhereTheBookSaysSo() throws {
      var book = book([[.number("44834", style: 1), .number("5", style: 0)]])
      book.countsFrom1904 = true
      let days = try HarborImport.history([("a.xlsx", book.data)]).history.days
      #expect(days.map(\.date.description) == ["2026-10-01"])
    }

    @Test func ofSeveralSheetsThoseWithDaysAreRead() throws {
      let rows: [[Cell]] = [[.number("46296", style: 1), .number("5", style: 0)]]
      let book = SpreadsheetText([
        ("封面", [[.shared("港务后台")]]), ("订单", [Self.head] + rows),
        ("呼叫", [[.shared("日期"), .shared("呼叫")]] + rows), ("空", []),
      ])
      let result = try HarborImport.history([("a.xlsx", book.data)])
      #expect(result.history.days.map(\.counts) == [[.orders: 5, .contacts: 5]])
      #expect(result.account.sources.map(\.days) == [0, 1, 1])
      #expect(result.account.sources.allSatisfy { $0.name.contains("'") })
    }

    @Test(arguments: [
      "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>",
      "<!DOCTYPE sst SYSTEM \"file:///etc/hostname\"><sst/>",
      "<!DOCTYPE sst [<!ENTITY a SYSTEM \"http://example.invalid/\">]><sst>&a;</sst>",
      "<?xml version=\"1.0\"?>" + String(repeating: " ", count: 5000) + "<!DOCTYPE x><sst/>",
    ])
    func documentTypesAreRefused(text: String) throws {
      #expect(try codes(with: "xl/sharedStrings.xml", text) == ["IM204"])
    }

    @Test func otherEncodingsAreRefused() throws {
      let text = "<?xml version=\"1.0\" encoding=\"UTF-7\"?><sst/>"
      #expect(try codes(with: "xl/sharedStrings.xml", text) == ["IM205"])
      var book = book()
      let wide =
        Data([0xFF, 0xFE]) + Data("<sst/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8(0)] })
      book.others = [("xl/sharedStrings.xml", wide)]
      #expect(try codes(book.data) == ["IM205"])
    }

    @Test(arguments: [
      "xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.bin",
      "xl/embeddings/oleObject1.bin",
    ])
    func programsWithinAreRefused(part: String) throws {
      #expect(try codes(with: part, "x") == ["IM204"])
    }

    @Test func twoPartsOfOneNameAreRefused() throws {
      let parts = book().parts
      let twice = StoredZip.data(parts + [parts[0]])
      #expect(try codes(twice) == ["IM205"])
    }

    @Test func binaryAndOtherBooksAreNamed() throws {
      #expect(try codes(with: "xl/workbook.bin", "x") == ["IM205"])
      #expect(try codes(StoredZip.data([("a.txt", Data("a".utf8))])) == ["IM205"])
    }

    @Test(arguments: [
      "<worksheet><sheetData><row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>"
        + String(repeating: "a", count: 140_000) + "</t></is></c></row></sheetData></worksheet>",
    ])
    func whatIsTooLargeIsRefused(text: String) throws {
      #expect(try codes(with: "xl/worksheets/sheet1.xml", text) == ["IM203"])
    }

    @Test(arguments: [
      "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
      "<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>",
      "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>",
      "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row", String(repeating: "<a>", count: 100_000), "",
    ])
    func whatIsBrokenIsRefused(text: String) throws {
      #expect(try codes(with: "xl/worksheets/sheet1.xml", text) == ["IM205"])
    }

    @Test func manyPartsAreRefused() throws {
      var book = book()
      book.others = (0..<1001).map { ("xl/media/\($0).png", Data()) }
      #expect(try codes(book.data) == ["IM203"])
    }

    @Test func manyCellsAreRefused() throws {
      let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 400) + "</row>"
      let text =
        "<worksheet><sheetData>" + String(repeating: row, count: 1300)
        + "</sheetData></worksheet>"
      #expect(try codes(with: "xl/worksheets/sheet1.xml", text) == ["IM203"])
    }

    @Test func aBombIsNotUnpacked() throws {
      var parts = book().parts
      parts.append(("xl/worksheets/sheet1.xml", Data(repeating: 32, count: 70_000_000)))
      parts.removeFirst()
      let bomb = try Self.packed(parts)
      #expect(bomb.count < 200_000)
      #expect(try codes(bomb) == ["IM203"])
      // Below the limit of size, but far beyond what XML of cells packs to.
      parts[parts.count - 1].data = Data(repeating: 32, count: 8_000_000)
      #expect(try codes(Self.packed(parts)) == ["IM203"])
    }

    @Test func aPasswordIsRefused() throws {
      let locked = try Self.packed(book().parts, password: "tide")
      #expect(try codes(locked) == ["IM204"])
    }

    /// Whatever the bytes, reading ends, and with a code.
    @Test func mutatedSpreadsheetsNeverCrash() throws {
      var state: UInt64 = 7
      func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
      }
      let stored = book().data
      let packed = try Self.packed(book().parts)
      for original in [stored, packed] {
        for _ in 0..<300 {
          var data = original
          for _ in 0...next(3) { data[next(data.count)] = UInt8(next(256)) }
          if next(5) == 0 { data = data.prefix(next(data.count)) }
          let codes = try codes(data)
          #expect(codes.allSatisfy { $0.hasPrefix("IM") })
        }
      }
    }

    /// A container whose parts are packed by libzip, with a password where one is given.
    private static func packed(
      _ parts: [(name: String, data: Data)],
      password: String? = nil
    ) throws -> Data {
      let folder = try TemporaryFolder()
      let file = folder.url.appending(path: "packed.zip")
      let archive = try #require(zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, nil))
      let buffers = parts.map { part -> UnsafeMutableRawBufferPointer in
        let buffer = UnsafeMutableRawBufferPointer.allocate(
          byteCount: part.data.count,
          alignment: 1
        )
        _ = part.data.copyBytes(to: buffer)
        return buffer
      }
      defer { for buffer in buffers { buffer.deallocate() } }
      for (part, buffer) in zip(parts, buffers) {
        let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(buffer.count), 0)
        let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
        #expect(index >= 0)
        if let password {
          let method = UInt16(ZIP_EM_AES_256)
          #expect(zip_file_set_encryption(archive, UInt64(index), method, password) == 0)
        }
      }
      #expect(zip_close(archive) == 0)
      return try Data(contentsOf: file)
    }
  }
#endif
