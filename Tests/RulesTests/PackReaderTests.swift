import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport
import Testing

@Suite struct PackReaderTests {
  private static func harborText(_ id: String = RulesFolder.harbor) throws -> String {
    try String(contentsOf: RulesFolder.invented.file(ofPack: id), encoding: .utf8)
  }

  /// Findings about an invented pack after one replacement.
  private static func findings(
    replacing old: String,
    by new: String,
    in id: String = RulesFolder.harbor
  ) throws -> [Diagnostic] {
    let text = try harborText(id)
    try #require(text.contains(old), "the pack does not hold \(old)")
    do throws(InputErrors) {
      _ = try PackReader.pack(
        fromYAML: text.replacingOccurrences(of: old, with: new),
        file: "berth.yaml"
      )
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: [
    ("cap_orders:", "cap_order:", "RP101"),
    ("    wait: wait_days\n", "", "RP102"),
    ("inputs:\n  due:", "inputs:\n  due: 3\n  due2:", "RP103"),
    ("{ratio: [on_time, due]}", "{ratio: [on_tim, due]}", "RP104"),
    ("value: 0.25, unit: share", "value: 25, unit: share", "RP106"),
    ("{ratio: [on_time, due]}", "{ration: [on_time, due]}", "RP107"),
    ("{ratio: [on_time, due]}", "{ratio: [on_time]}", "RP108"),
    ("{of: due_to_ship, window: week}", "{of: due_to_shop, window: week}", "RP109"),
    ("{of: due_to_ship, window: week}", "{of: due_to_ship, window: fortnight}", "RP110"),
    ("{value: {ratio: [stars, ratings]}", "{value: {ratio: [blend, ratings]}", "RP111"),
    ("  due_week: {of:", "  toll.most: {of:", "RP112"),
    ("pack: harbor.berth@1", "pack: harbor", "RP113"),
    ("{state: sunk, from: outer", "{state: inner, from: outer", "RP114"),
    ("remove: {when: {lt: [score, pilot.remove_lt]}", "remove: {when: score", "RP115"),
    ("{value: {ratio: [on_time, due]}", "{value: {text: late}", "RP115"),
    ("toll, label: {en: toll for", "{times: [draught, 2]}, label: {en: toll for", "RP104"),
  ])
  func everyFaultIsToldWithItsCode(old: String, new: String, code: String) throws {
    let findings = try Self.findings(replacing: old, by: new)
    #expect(findings.contains { $0.code == code }, "\(findings.map { "\($0.code) \($0.message)" })")
    #expect(findings.allSatisfy { $0.location.line > 0 && !$0.message.isEmpty })
  }

  @Test(arguments: [
    ("{shortfall: [steadiness, light.target, light.mode]}", "{shortfall: [steadiness]}", "RP108"),
    ("light.target, light.mode]}", "light.target, ceil]}", "RP104"),
    (
      "{open_minutes: [hailed_at, answered_at, watch.opens, watch.closes]}", "{open_minutes: 3}",
      "RP108"
    ),
    ("{open_minutes: [hailed_at,", "{open_minutes: [nights,", "RP115"),
    ("    of: brightness\n", "    of: {first: [oil, 0]}\n", "RP111"),
    ("    of: brightness\n", "    of: {table: [light.oil, light]}\n", "RP111"),
    ("    of: brightness\n", "    of: {gt: [brightness, 0]}\n", "RP115"),
    ("    judged: {begins: month}\n", "    judged: brightness\n", "RP115"),
    ("held_back_by: shining", "held_back_by: shine", "RP104"),
    ("dark: {label:", "dark: {from: 1, label:", "RP101"),
    ("dim: {from: light.from.dim, label:", "dim: {label:", "RP102"),
    ("  light:\n    label:", "  oil:\n    label:", "RP112"),
    ("{entered: [light, dark]}", "{reached: [light, dark]}", "RP104"),
    ("{is: [light, dark]}, 2]", "{due: light}, 2]", "RP104"),
  ])
  func everyFaultOfATierIsToldWithItsCode(old: String, new: String, code: String) throws {
    let findings = try Self.findings(replacing: old, by: new, in: RulesFolder.lighthouse)
    #expect(findings.contains { $0.code == code }, "\(findings.map { "\($0.code) \($0.message)" })")
  }

  @Test(arguments: [
    ("metric: [rope, pace]", "metric: words", "RP106"),
    ("metric: [rope, pace]", "metric: [rope, pace, tar]", "RP108"),
    ("in: {rope: rope_mark,", "in: {rop: rope_mark,", "RP104"),
    ("{is: [kind, main]}", "{is: [kind, mizzen]}", "RP104"),
    ("{table: [verdict, damage]}", "{table: [verdicts, damage]}", "RP104"),
    ("{table: [verdict, damage]}", "{table: [verdict, price]}", "RP104"),
    ("{weighted: [[weight.rope,", "{weighted: [[weight.rope],[weight.rope,", "RP108"),
    ("{over: answers, of: it}", "{over: answer, of: it}", "RP104"),
    ("{over: answers, of: it}", "{over: answers}", "RP102"),
    ("{over: answers, of: it}", "{over: answers, of: kind}", "RP104"),
    (
      "first: [most.ratings, captain, month]}}, mean", "first: [most.ratings, ship]}}, mean",
      "RP104"
    ),
    ("each: {stars: number}", "each: stars", "RP108"),
    ("{records: answers}", "{records: answer}", "RP104"),
    ("{node_named: named}", "{node_named: value}", "RP104"),
    ("{series: {list: totals, node: total}", "{series: {list: totals}", "RP102"),
    ("total: {node: total}}}", "total: {field: price}}}", "RP108"),
    ("{hours: [torn_at, mended_at]}, where", "{hours: [torn_at, 3]}, where", "RP115"),
    ("{clamp: [mark.low, pace, pace.cap]}", "{clamp: [mark.low, sold_at, pace.cap]}", "RP115"),
    ("{clamp: [mark.low, pace, pace.cap]}", "{clamp: [mark.low, price, pace.cap]}", "RP116"),
    ("{clamp: [mark.low, pace, pace.cap]}", "{clamp: [mark.low, pace], skip: poor}", "RP108"),
    ("price: number", "torn_at: number", "RP112"),
  ])
  func everyFaultOfSingleCasesIsToldWithItsCode(old: String, new: String, code: String) throws {
    let findings = try Self.findings(replacing: old, by: new, in: RulesFolder.chandler)
    #expect(findings.contains { $0.code == code }, "\(findings.map { "\($0.code) \($0.message)" })")
  }

  @Test func aPackBuildsOnAPackOfItsLibrary() throws {
    let pack = try RulesFolder.pack(RulesFolder.pilotage)
    let inherited = pack.parameters.filter { $0.inheritedFrom != nil }
    #expect(Set(inherited.map(\.inheritedFrom)) == [RulesFolder.harbor])
    #expect(inherited.contains { $0.name == "prompt.ge" })
    #expect(!pack.graph.nodes.contains { $0.name == "storm" })
    #expect(pack.graph.ladders.isEmpty && pack.graph.measures.count == 1)
    let text = try Self.harborText(RulesFolder.pilotage)
    #expect {
      try RulesFolder.invented.pack(
        fromYAML: text.replacingOccurrences(of: "harbor.berth@1", with: "harbor.breth@1"),
        file: "pilotage.yaml"
      )
    } throws: { error in
      (error as? InputErrors)?.diagnostics.first?.code == "RP131"
        && (error as? InputErrors)?.diagnostics.first?.location.line == 7
    }
  }

  @Test func aTierCannotDependOnALadder() throws {
    let findings = try Self.findings(
      replacing: "\ngates:\n",
      by: """

        tiers:
          rank:
            label: {en: rank, zh: 级}
            of: {table: [caps.orders, berth]}
            states: {high: {from: 100, label: {en: high, zh: 高}}, low: {label: {en: low, zh: 低}}}
        gates:

        """
    )
    #expect(findings.map(\.code) == ["RP115"])
    #expect(findings.first?.message.contains("cannot depend on a ladder") == true)
  }

  @Test(arguments: ["unit", "origin", "source", "confidence", "from", "label"])
  func noNumberLoadsWithoutItsPapers(key: String) throws {
    let papers = [
      "unit": "unit: yuan, ", "origin": "origin: official, ", "source": "source: charter, ",
      "confidence": "confidence: high, ", "from": "from: 2026-01-01, ",
      "label": ", label: {en: highest toll of a month, zh: 每月罚金上限}",
    ]
    let line = try #require(
      try Self.harborText().split(separator: "\n").first { $0.contains("toll.most:") }
    )
    let paper = try #require(papers[key])
    let found = try Self.findings(
      replacing: String(line),
      by: line.replacingOccurrences(of: paper, with: "")
    )
    #expect(found.contains { $0.code == "RP102" && $0.message.contains("'\(key)'") }, "\(found)")
  }

  @Test func allFaultsComeAtOnce() throws {
    let findings = try Self.findings(replacing: "due_to_ship", by: "due_to_shop")
    #expect(findings.filter { $0.code == "RP109" }.count == 5)
    #expect(findings.allSatisfy { $0.hint.contains("due_to_ship") || $0.code != "RP109" })
    #expect(findings.map(\.location) == findings.map(\.location).sorted())
  }

  @Test func aNumberThatOnlyExamplesGiveCannotBeForecast() throws {
    let text = try Self.harborText()
      .replacingOccurrences(of: "\nnodes:\n", with: "\nfields: {draught: number}\n\nnodes:\n")
      .replacingOccurrences(
        of: "cap_orders: {table: [caps.orders, berth]}",
        with: "cap_orders: draught"
      )
    #expect {
      try PackReader.pack(fromYAML: text, file: "berth.yaml")
    } throws: { error in
      (error as? InputErrors)?.diagnostics.map(\.code) == ["RP116"]
    }
  }

  @Test func theNameOfAPackResolvesByDate() throws {
    let library = RulesFolder.shipped
    #expect(try library.pack(named: "douyin.dsr_alliance", on: nil).pack.id == RulesFolder.scores)
    let named = try library.pack(named: RulesFolder.levels, on: .init(iso: "2019-01-01"))
    #expect(named.notices.map(\.code) == ["RP133"])
    #expect(throws: InputErrors.self) { try library.pack(named: "douyin.dsr_aliance", on: nil) }
    #expect(throws: InputErrors.self) { try library.pack(named: "../../etc.x@1", on: nil) }
  }

  @Test func aMissingFolderListsThePlacesTried() throws {
    let folder = try TemporaryFolder()
    #expect {
      try RuleLibrary.find(directory: nil, from: folder.url.path, executable: folder.url)
    } throws: { error in
      let finding = (error as? InputErrors)?.diagnostics.first
      return finding?.code == "RP130" && finding?.message.contains("share/storecast/rules") == true
    }
  }

  @Test func theNearestRulesFolderUpwardsIsFound() throws {
    let inside = Repository.root.appending(path: "Tests/Fixtures/rules/harbor").path
    let found = try RuleLibrary.find(directory: nil, from: inside, executable: nil)
    #expect(
      found.packIDs() == [
        RulesFolder.harbor, RulesFolder.chandler, RulesFolder.lighthouse, RulesFolder.pilotage,
      ]
    )
  }
}
