#if Journal
  import Foundation
  import Reporting
  import TestSupport
  import Testing

  /// `storecast journal` as a user runs it, on forecasts and days made by hand.
  ///
  /// The store has ten four-star and ten five-star ratings a day, mean 4.5, and from 11 June on ten ones
  /// and ten fives: its seven-day mean goes below 4.4 on the morning of 12 June.
  @Suite struct JournalCommandTests {
    private static let pack = "douyin.dsr_alliance@seed"
    private static let rules = Repository.root.appending(path: "rules").path
    private static let streams = ["description", "service", "logistics"]

    private let folder: TemporaryFolder
    private var journal: String { folder.url.appending(path: "journal.sqlite").path }

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., add: [String] = []) throws -> Program.Result {
      try Program.run(
        ["journal"] + arguments + add + ["--journal", journal, "--rules-dir", Self.rules]
      )
    }

    private func scenario(_ name: String, start: String = "2026-06-08") -> String {
      """
      storecast: 1
      name: \(name)
      platform: douyin
      start: \(start)
      horizon: 28 days
      rules:
        - {pack: \(Self.pack), set: {window: rolling_90d, window_days: 7, alliance.remove_lt: 4.4}}
      history: not-there-any-more.csv
      demand: {orders_per_day: 50, order_value: 30 yuan}
      """
    }

    private func made(_ name: String = "Harbour", start: String = "2026-06-08") -> MadeForecast {
      let digest = FileDigest.sha256(
        fileAt: URL(filePath: Self.rules).appending(path: "douyin/dsr_alliance@seed.yaml")
      )
      return MadeForecast(
        scenario: scenario(name, start: start),
        packs: [Manifest.File(name: Self.pack, sha256: digest)],
        events: [
          (Self.pack, "dsr_below_4.5", 0.25, ""), (Self.pack, "banned_below_4.0", 0.004, ""),
          (Self.pack, "decline_alert", 1, "0"),
        ],
        measures: [
          (Self.pack, "dsr", "stars", [4.4, 4.45, 4.5, 4.55, 4.6]),
          ("store", "orders", "orders", [10, 15, 20, 25, 30]),
        ]
      )
    }

    private func forecast(_ name: String, _ made: MadeForecast) throws -> String {
      let url = folder.url.appending(path: name)
      try made.write(to: url)
      return url.path
    }

    /// Days from 25 May through `last`; without the columns and days named.
    private func history(
      through last: Int = 30,
      lacking: Set<String> = [],
      without gap: Set<Int> = []
    ) throws -> String {
      let columns = ["orders"] + Self.streams.flatMap { s in (1...5).map { "\(s)_\($0)" } }
      let kept = columns.filter { column in !lacking.contains { column.hasPrefix($0) } }
      var text = "date," + kept.joined(separator: ",") + "\n"
      // Days of June; those of May are 0 and less.
      for day in -6...last where !gap.contains(day) {
        let date = day < 1 ? "2026-05-\(31 + day)" : "2026-06-\(day < 10 ? "0" : "")\(day)"
        let cells = kept.map { column in
          if column == "orders" { return "20" }
          let star = Int(column.suffix(1)) ?? 0
          return star == 5 || star == (day < 11 ? 4 : 1) ? "10" : "0"
        }
        text += date + "," + cells.joined(separator: ",") + "\n"
      }
      let file = folder.url.appending(path: "days-\(last)-\(lacking.count)-\(gap.count).csv")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }

    private func object(_ result: Program.Result) throws -> [String: Any] {
      try #require(
        JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any],
        "\(result.errors)"
      )
    }

    @Test func whatCameTrueIsSaidInSentencesAndNumbers() throws {
      let added = try run("add", try forecast("a", made()), "--format", "json")
      #expect(added.status == 0, "\(added.errors)")
      let entry = try #require((try object(added)["forecasts"] as? [[String: Any]])?.first)
      // Days 7, 14 and 28 of two events; what is true at the start claims nothing.
      #expect(entry["events"] as? Int == 6 && entry["measures"] as? Int == 6)
      #expect(entry["store"] as? String == "Harbour" && entry["added"] as? Bool == true)

      let days = try history()
      let json = try object(try run("check", "--history", days, "--format", "json"))
      let answer = try #require(json["answer"] as? [String])
      #expect(
        answer.first
          == "On Monday 8 Jun we said 25 in 100 for \"rating falls below 4.4\" by 21 Jun; it happened, on "
          + "12 Jun."
      )
      let chinese = try run("check", "--history", days, "--lang", "zh")
      #expect(
        chinese.output.contains("06-08(周一)说到 06-21“DSR 跌破 4.4”的可能性约 25%;发生了(06-12)。"),
        "\(chinese.output)"
      )
      let english = try run("check", "--history", days)
      #expect(english.status == 0 && english.output.contains("What was said, and what came true:"))
      let scores = try #require(json["scores"] as? [String: Any])
      // Day 7 is 14 June, day 14 is 21 June: both are past, day 28 is not.
      #expect(scores["claims"] as? Int == 4)
      #expect(json["pending"] as? Int == 4)
      // Two at 0.25 that came true; a mean of 2.5 to 3 stars bans the store on 14 June: two at 0.004.
      #expect(scores["happened"] as? Int == 4)
      let brier = (2 * 0.75 * 0.75 + 2 * 0.996 * 0.996) / 4
      #expect(abs((scores["brier"] as? Double ?? 0) - brier) < 1e-12)
      #expect((json["scores_without_overlap"] as? [String: Any])?["claims"] as? Int == 2)
      #expect(json["stores"] as? Int == 1 && json["weeks"] as? Int == 1)
      let coverage = try #require(json["coverage"] as? [[String: Any]])
      let orders = try #require(coverage.first { $0["measure"] as? String == "orders" })
      #expect(orders["in_50"] as? Int == 2 && orders["in_90"] as? Int == 2)
      let rating = try #require(coverage.first { $0["measure"] as? String == "dsr" })
      #expect(rating["below"] as? Int == 2)
    }

    @Test func aForecastIsKeptOnceAndBadFoldersStopNoOthers() throws {
      let good = try forecast("a", made())
      let other = try forecast("b", made(start: "2026-06-15"))
      let empty = folder.url.appending(path: "empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      let first = try run("add", empty.path, good)
      #expect(first.status == 65 && first.errors.contains("JO101"))
      #expect(first.output.contains("6 claims about events"))
      let again = try run("add", good, other)
      #expect(again.status == 0 && again.output.contains("in the journal already"))
      #expect(try run("add", folder.url.appending(path: "nothing").path).status == 66)
      let json = try object(try run("check", "--history", history(), "--format", "json"))
      #expect(json["forecasts"] as? Int == 2)
      #expect((json["scores_without_overlap"] as? [String: Any])?["claims"] as? Int == 4)
    }

    @Test func anEditedForecastIsRefused() throws {
      let path = try forecast("a", made())
      let table = URL(filePath: path).appending(path: "events.csv")
      let text = try String(contentsOf: table, encoding: .utf8)
      try text.replacing("0.25", with: "0.95").write(to: table, atomically: true, encoding: .utf8)
      let result = try run("add", path)
      #expect(result.status == 65 && result.errors.contains("JO103"))
      try "{}".write(
        to: URL(filePath: path).appending(path: "manifest.json"),
        atomically: true,
        encoding: .utf8
      )
      #expect(try run("add", path).errors.contains("JO102"))
      #expect(!FileManager.default.fileExists(atPath: journal))
    }

    /// Days that are there and what cannot be decided on 14 June for want of others.
    struct Days: Sendable {
      var last = 30
      var lacking: Set<String> = []
      var gap: Set<Int> = []
      var reasons: Set<String> = []
      /// Of two claims about events.
      var decided = 0
    }

    /// What the days do not tell is not decided, and says why.
    @Test(arguments: [
      Days(decided: 2),
      Days(lacking: ["service"], reasons: ["missing_columns"]),
      Days(gap: [10], reasons: ["unobserved_days"]),
      // The fall of 12 June stands though a later day is missing.
      Days(gap: [13], reasons: ["unobserved_days"], decided: 1),
      Days(last: 9, reasons: ["history_too_short"]),
    ])
    func whatCannotBeDecidedIsTold(days: Days) throws {
      _ = try run("add", forecast("a", made()))
      let file = try history(through: days.last, lacking: days.lacking, without: days.gap)
      let json = try object(
        try run("check", "--history", file, "--as-of", "2026-06-14", "--format", "json")
      )
      let undecided = try #require(json["undecided"] as? [[String: Any]])
      #expect(Set(undecided.compactMap { $0["reason"] as? String }) == days.reasons)
      let scores = json["scores"] as? [String: Any]
      #expect(scores?["claims"] as? Int ?? 0 == days.decided)
      if let detail = undecided.first?["detail"] as? String, !days.lacking.isEmpty {
        #expect(detail.contains("service_1"))
      }
    }

    @Test func everyClaimGoesToTheTable() throws {
      _ = try run("add", forecast("a", made()))
      let out = folder.url.appending(path: "claims.csv")
      let result = try run("check", "--history", try history(), "--out", out.path)
      #expect(result.status == 0, "\(result.errors)")
      let table = try ForecastCSV(out)
      #expect(table.rows.count == 12)
      let fell = ["kind": "event", "name": "dsr_below_4.5"]
      #expect(table.values("outcome", where: fell) == ["happened", "happened", "not_due"])
      #expect(table.values("first_day", where: fell) == ["2026-06-12", "2026-06-12", ""])
      #expect(table.values("date", where: fell) == ["2026-06-14", "2026-06-21", "2026-07-05"])
      #expect(table.values("outcome", where: ["name": "orders"]) == ["in_90", "in_90", "not_due"])
      try "mine".write(to: out, atomically: true, encoding: .utf8)
      #expect(try run("check", "--out", out.path).status == 73)
      #expect(try String(contentsOf: out, encoding: .utf8) == "mine")
    }

    @Test func severalStoresAreToldApart() throws {
      _ = try run("add", forecast("a", made()), forecast("b", made("Lighthouse")))
      let days = try history()
      let which = try run("check", "--history", days)
      #expect(which.status == 65 && which.errors.contains("JO107"))
      let unknown = try run("check", "--history", days, "--store", "Lighthose")
      #expect(unknown.status == 65 && unknown.errors.contains("did you mean 'Lighthouse'"))
      for store in ["Harbour", "Lighthouse"] {
        #expect(try run("check", "--history", days, "--store", store).status == 0)
      }
      let all = try object(try run("check", "--format", "json"))
      #expect((all["by_store"] as? [[String: Any]])?.count == 2)
      #expect(try run("check").output.contains("By store:"))
    }

    @Test func changedRulesAndOtherDecisionsAreTold() throws {
      var older = made()
      older.packs[0].sha256 = String(repeating: "0", count: 64)
      _ = try run("add", forecast("a", older))
      #expect(try run("check", "--history", history()).errors.contains("JO111"))
      // The same days without the fall.
      let quiet = folder.url.appending(path: "quiet.csv")
      try String(contentsOfFile: history(), encoding: .utf8)
        .split(separator: "\n").prefix(17).joined(separator: "\n")
        .write(to: quiet, atomically: true, encoding: .utf8)
      let result = try run("check", "--history", quiet.path, "--as-of", "2026-06-28")
      #expect(result.status == 0 && result.errors.contains("JO112"), "\(result.errors)")
    }

    @Test func wrongUseHasItsCode() throws {
      let days = try history()
      #expect(try run("check", "--history", days).status == 66)
      #expect(try run("check", "--history", "no-such.csv").status == 66)
      #expect(try run("check", "--history", days, "--as-of", "June").status == 64)
      #expect(try run("check", "--as-of", "2026-06-01").status == 64)
      #expect(try run("add").status == 64)
      try "notes that are no database".write(toFile: journal, atomically: true, encoding: .utf8)
      let result = try run("check")
      #expect(result.status == 65 && result.errors.contains("JO105"), "\(result.errors)")
      let place = folder.url.appending(path: "no/such/folder/journal.sqlite").path
      let path = try forecast("a", made())
      #expect(try Program.run(["journal", "add", path, "--journal", place]).status == 73)
    }
  }
#endif
