import ConsoleExports
import Foundation
import StoreModel
import TestSupport
import Testing

/// Which bytes are text, and in which encoding; what is no export at all.
@Suite struct EncodingTests {
  private static let text = "日期,泊位订单\n2026-10-01,5\n"

  private func form(_ data: Data) throws -> [String] {
    try HarborImport.history([("a.csv", data)]).account.sources.map(\.form)
  }

  @Test func encodingsAreTold() throws {
    let text = Self.text
    #expect(try form(Data(text.utf8)) == ["UTF-8"])
    #expect(try form(Data(("\u{FEFF}" + text).utf8)) == ["UTF-8 with byte order mark"])
    #expect(try form(ConsoleExport.gb18030(text)) == ["GB18030"])
    let wide = Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try form(Data([0xFF, 0xFE]) + wide) == ["UTF-16"])
  }

  @Test func bytesOfNoEncodingAreRefused() throws {
    let broken = ConsoleExport.gb18030(Self.text) + Data([0xFF, 0xFF])
    #expect(try HarborImport.codes([("a.csv", broken)]) == ["IM206"])
    #expect(try HarborImport.codes([("a.csv", Data([0xEF, 0xBB, 0xBF, 0xC8, 0xD5]))]) == ["IM206"])
    #expect(try HarborImport.codes("日期,泊位订单\n2026-10-01,5\u{0}\n") == ["IM206"])
  }

  @Test(arguments: [
    "", "%PDF-1.7", "<html><table></table></html>", "\u{FEFF}<?xml version=\"1.0\"?>",
  ])
  func whatIsNoExportIsNamed(text: String) throws {
    #expect(try HarborImport.codes(text) == ["IM201"])
  }

  @Test func oldSpreadsheetsAreNamed() throws {
    let old = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 600)
    #expect(try HarborImport.codes([("a.xls", old)]) == ["IM201"])
  }

  @Test func brokenTablesAreRefused() throws {
    #expect(try HarborImport.codes("日期,泊位订单\n\"2026-10-01,5\n") == ["IM207"])
    #expect(try HarborImport.codes([]) == ["IM306"])
  }

  /// Whatever the bytes, reading ends, and with a code.
  @Test func mutatedFilesNeverCrash() throws {
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let text =
      "统计时间:2026-10-01~2026-10-09\n日期,泊位订单,应离港,近30天准点率,平均等待\n"
      + (1...9).map { "2026年10月\($0)日,1.\($0)万,\"1,30\($0)\",9\($0).5%,3分\($0)秒\n" }.joined()
    for form in [Data(text.utf8), ConsoleExport.gb18030(text)] {
      for _ in 0..<300 {
        var data = form
        for _ in 0...next(4) { data[next(data.count)] = UInt8(next(256)) }
        if next(3) == 0 { data = data.prefix(next(data.count)) }
        let codes = try HarborImport.codes([("a.csv", data)])
        #expect(codes.allSatisfy { $0.hasPrefix("IM") })
      }
    }
  }

  #if !Spreadsheets
    @Test func aSpreadsheetIsNamedWhereNoneCanBeRead() throws {
      let book = SpreadsheetText([("a", [[.shared("日期")]])])
      #expect(try HarborImport.codes([("a.xlsx", book.data)]) == ["IM202"])
    }
  #endif
}
