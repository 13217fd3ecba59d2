import ConsoleExports
import Foundation
import InputFiles
import StoreModel
import TestSupport
import Testing

/// A simulated store, its console's exports, and the history made of them.
@Suite struct RoundTripTests {
  static let platforms = ["douyin", "jd", "kuaishou", "tmall"]
  private static let original = Repository.root
    .appending(path: "scenarios/histories/compare-couriers-simulated.csv")

  private func export(_ platform: String) throws -> ConsoleExport {
    try ConsoleExport(platform: platform, history: Self.original)
  }

  private func imported(
    _ platform: String,
    _ files: [(name: String, data: Data)]
  ) throws -> ImportedHistory {
    let folder = try TemporaryFolder()
    let paths = try files.map { file in
      let url = folder.url.appending(path: file.name)
      try file.data.write(to: url)
      return url.path
    }
    let tables = try AliasFolder(
      directory: Repository.root.appending(path: "import").path,
      from: "",
      executable: nil
    )
    return try ConsoleImport.history(
      ofFilesAt: paths,
      table: tables.table(of: platform),
      year: nil,
      isChinese: false
    )
  }

  private func originalDays() throws -> [CalendarDay: [DayCounter: Int]] {
    let text = try String(contentsOf: Self.original, encoding: .utf8)
    let history = try HistoryReader.history(fromCSV: text, file: "original").history
    return Dictionary(uniqueKeysWithValues: history.days.map { ($0.date, $0.counts) })
  }

  /// Every count of the import is that of the store; amounts are within their tolerance.
  ///
  /// - Returns: Days known by counter.
  private func checked(_ imported: ImportedHistory) throws -> [DayCounter: Int] {
    let original = try originalDays()
    let loose = Dictionary(
      uniqueKeysWithValues: imported.account.tolerances.map { ($0.counter, $0.greatest) }
    )
    var known: [DayCounter: Int] = [:]
    #expect(imported.history.days.map(\.date) == original.keys.sorted())
    for day in imported.history.days {
      for (counter, value) in day.counts {
        let truth = try #require(original[day.date]?[counter])
        let room = (loose[counter] ?? 0) * Double(value) + 1
        let isRight = loose[counter] == nil ? value == truth : abs(Double(value - truth)) <= room
        #expect(isRight, "\(counter.name) of \(day.date): \(value), not \(truth)")
        known[counter, default: 0] += 1
      }
    }
    return known
  }

  /// Layout A gives back every count.
  @Test(arguments: platforms)
  func aWideFileGivesEveryCount(platform: String) throws {
    let export = try export(platform)
    let result = try imported(platform, [("wide.csv", export.wideFile)])
    let known = try checked(result)
    let wanted = Set(export.columns.compactMap { DayCounter(name: $0) })
    #expect(Set(known.keys) == wanted)
    #expect(Set(known.values) == [export.days.count])
    #expect(result.account.gaps == [])
    #expect(result.account.sources.map(\.form) == ["UTF-8 with byte order mark"])
  }

  /// Layout B gives back every count; turnover and seconds, which are shown rounded, to a tolerance.
  @Test(arguments: platforms)
  func severalFilesAreMergedAndRatesTurnedBack(platform: String) throws {
    let export = try export(platform)
    let result = try imported(platform, export.severalFiles)
    let known = try checked(result)
    let days = export.days.count
    for counter in [
      DayCounter.orders, .gmv, .dueToShip, .shipped, .shippedOnTime, .delivered, .deliveredLate,
      .reviews1, .service5, .contacts, .contactsAnswered, .firstReplySecondsTotal,
      .repliedWithin3min,
    ] {
      #expect(known[counter] == days, "\(counter.name)")
    }
    #expect(Set(result.account.tolerances.map(\.counter)) == [.gmv, .firstReplySecondsTotal])
    #expect(result.account.tolerances.allSatisfy { $0.greatest < 0.002 })
    #expect(result.account.gaps == [])
    #expect(Set(result.account.sources.map(\.form)) == ["GB18030"])
    let omitted = result.account.omissions.map(\.omission)
    #expect(omitted.count { $0 == .totals(1) } == 4)
    #expect(omitted.count { $0 == .remarks(1) } == 4)
  }

  #if Spreadsheets
    /// Layout C gives back the counts and the daily rate; of the rates over 30 days it gives the days
    /// that they leave one value for, the last total, and names the rest.
    @Test(arguments: platforms)
    func aSpreadsheetGivesCountsAndNamesWhatItCannot(platform: String) throws {
      let export = try export(platform)
      let result = try imported(platform, [("export.xlsx", export.spreadsheet.data)])
      let known = try checked(result)
      let days = export.days.count
      for counter in [DayCounter.orders, .gmv, .dueToShip, .shipped, .delivered, .deliveredLate] {
        #expect(known[counter] == days, "\(counter.name)")
      }
      #expect(known[.shippedOnTime] ?? 0 < days)
      let gap = try #require(result.account.gaps.first { $0.counters == [.shippedOnTime] })
      #expect(gap.obstacle == .windowOnly(30))
      #expect(result.account.omissions.contains { $0.omission == .table })
      #expect(result.account.sources.map(\.days) == [0, days, days])
    }
  #endif
}
