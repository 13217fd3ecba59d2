package import StoreModel

/// A scenario as read, with what is worth saying about it.
package struct ScenarioReading: Sendable {
  /// The scenario, checked and complete.
  package var scenario: Scenario
  /// Notices and warnings of the scenario and its history, by file and position.
  package var notices: [Diagnostic]
  /// Where the file names each pack of `scenario.rules`, for errors that a pack finds itself.
  package var rulePlaces: [SourceLocation]
  /// Where the file changes rules in an alternative, by the alternative's name.
  package var changedRulePlaces: [String: SourceLocation]
  /// Ids of the packs that were named beside the file and score the store.
  package var addedPackIDs: [String]
  /// The history file as it was opened; `nil` without one.
  package var historyPath: String?
  /// Where the file gives a figure of the console that explains the handle time; else its beginning.
  package var figurePlace: SourceLocation
}

/// Reads scenario files, any number of them with the packs and defaults of one rules folder.
package struct ScenarioReader: Sendable {
  /// The format version read.
  package static let version = 1

  private let defaults: ScenarioDefaults
  private let packs: [PackVocabulary]
  private let packIDs: [String]
  private let isChinese: Bool
  private let readText: @Sendable (String) throws(InputErrors) -> String

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - defaults: The defaults of the rules folder.
  ///   - packs: What packs of the rules folder let a scenario say; at least those it speaks of.
  ///   - packIDs: Ids of all packs of the folder; by default those of `packs`.
  ///   - isChinese: Whether labels of assumptions are Chinese.
  ///   - readText: Reads the history file; the file system unless a test says otherwise.
  package init(
    defaults: ScenarioDefaults,
    packs: [PackVocabulary],
    packIDs: [String]? = nil,
    isChinese: Bool = false,
    readText: @escaping @Sendable (String) throws(InputErrors) -> String = TextFile.text(at:)
  ) {
    self.defaults = defaults
    self.packs = packs
    self.packIDs = packIDs ?? packs.map(\.id)
    self.isChinese = isChinese
    self.readText = readText
  }

  /// Reads a scenario file.
  ///
  /// - Throws: ``InputErrors`` with every finding of the file and of its history.
  package func scenario(at path: String) throws(InputErrors) -> ScenarioReading {
    try scenario(fromYAML: readText(path), file: path)
  }

  /// Reads a scenario; the path of its history is relative to `file`.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its path, as findings name it.
  ///   - names: packs to score the store with as well, without consequences, where they fit it.
  /// - Returns: the scenario with what is worth saying about it.
  /// - Throws: ``InputErrors`` with every finding of the text and of its history.
  package func scenario(
    fromYAML text: String,
    file: String,
    adding names: [String] = []
  ) throws(InputErrors) -> ScenarioReading {
    let document = try DocumentParser.document(fromYAML: text, file: file)
    let packKeys = Set(packs.flatMap { $0.scenarioKeys.keys })
    let plain = FieldReader(
      file: file,
      defaults: defaults,
      category: document["category"]?.text,
      isChinese: isChinese,
      packKeys: packKeys
    )
    let opening = ScenarioOpening(plain.section(document), file: file, defaults: defaults)
    let history = history(in: opening.root, file: file, start: opening.start)
    let reader = FieldReader(
      file: file,
      defaults: history.map { defaults.replacing($0.evidence) } ?? defaults,
      category: opening.category,
      isChinese: isChinese,
      packKeys: packKeys
    )
    reader.report(plain.diagnostics)
    let root = reader.section(document)
    ScenarioOpening.keys.forEach { _ = root.gives($0) }
    let rules = RuleSelectionReader(
      reader: reader,
      packs: packs,
      packIDs: packIDs,
      platform: opening.platform,
      category: opening.category,
      start: opening.start,
      horizonInDays: opening.horizonInDays
    )
    var selected = rules.selections(in: root)
    let added = rules.add(names, to: &selected, in: root)
    PackKeyReader(reader: reader, document: document, packKeys: packKeys).apply(to: &selected)
    let standing = StandingReader(reader: reader, packs: selected.map(\.pack), start: opening.start)
      .standing(in: root)
    let operation = OperationReader(root).operation()
    checkDesk(operation, selected, reader)
    let alternatives = AlternativeReader(
      reader: reader,
      root: document,
      baseline: operation,
      days: opening.start.map { $0...($0 + (opening.horizonInDays - 1)) },
      rules: rules,
      selected: selected
    ).alternatives(in: root)
    root.finish()
    if let failure = reader.failure { throw failure }
    guard let start = opening.start else { throw InputErrors(reader.diagnostics) }
    let scenario = Scenario(
      name: opening.name,
      platform: opening.platform,
      category: opening.category,
      start: start,
      horizonInDays: opening.horizonInDays,
      replications: opening.replications,
      seed: opening.seed,
      rules: selected.map(\.selection),
      standing: standing,
      history: history?.reading,
      operation: operation,
      alternatives: alternatives,
      assumptions: reader.assumptions
    )
    return ScenarioReading(
      scenario: scenario,
      notices: InputErrors(reader.diagnostics).diagnostics,
      rulePlaces: selected.map(\.field.document.location),
      changedRulePlaces: Self.changedRulePlaces(in: document),
      addedPackIDs: added,
      historyPath: history?.path,
      figurePlace: Self.figurePlace(in: document)
    )
  }

  private static func changedRulePlaces(in document: Document) -> [String: SourceLocation] {
    let alternatives = document["alternatives"]?.elements ?? []
    return alternatives.reduce(into: [:]) { places, alternative in
      guard let name = alternative["name"]?.text, let rules = alternative["rules"] else { return }
      places[name] = rules.location
    }
  }

  private static func figurePlace(in document: Document) -> SourceLocation {
    let desk = document["service_desk"]
    let figure = desk?["first_reply_now"] ?? desk?["within_3min_now"] ?? document["alternatives"]
    return figure?.location ?? SourceLocation(line: 1, column: 1)
  }

  private struct FoundHistory {
    var path: String
    var reading: StoreHistory
    var evidence: [String: ScenarioDefaults.Entry]
  }

  private func history(in root: Section, file: String, start: CalendarDay?) -> FoundHistory? {
    guard let field = root.given("history"), let name = root.reader.text(of: field) else {
      return nil
    }
    let path = FileName.path(of: name, besides: file)
    do throws(InputErrors) {
      let text = try readText(path)
      let reading = try HistoryReader.history(fromCSV: text, file: path, start: start)
      root.reader.report(reading.notices)
      let size = defaults.entry(of: "demand.dispersion", category: nil)?.value.text
      let evidence = HistoryEvidence(
        history: reading.history,
        file: name,
        dispersion: size.flatMap(Double.init) ?? 8
      )
      return FoundHistory(path: path, reading: reading.history, evidence: evidence.entries)
    } catch {
      if error.diagnostics.contains(where: { $0.code == "SC107" }) {
        root.reader.report(
          "SC107",
          at: field,
          "the history '\(name.clipped)' cannot be opened",
          hint: "its path is relative to the scenario file: \(path) was tried"
        )
      } else {
        root.reader.report(error.diagnostics)
      }
      return nil
    }
  }

  /// A pack that reads chats needs a desk: without one its rates would be absent for ever.
  private func checkDesk(
    _ operation: Operation,
    _ selected: [RuleSelectionReader.Selected],
    _ reader: FieldReader
  ) {
    guard operation.serviceDesk == nil, reader.failure == nil else { return }
    let chats: Set<DayCounter> = [
      .contacts, .contactsAnswered, .botAnswered, .firstReplySecondsTotal, .repliedWithin3min,
      .imRated1, .imRated2, .imRated3, .imRated4, .imRated5,
      .asked8To23, .firstReply8To23SecondsTotal, .asked9To23, .replied30s9To23, .asked8To24,
      .replied3min8To24, .repliedSameDay,
    ]
    for one in selected where !one.pack.requiredCounters.isDisjoint(with: chats) {
      let names = one.pack.requiredCounters.intersection(chats).map(\.name).sorted()
      reader.report(
        "SC407",
        at: one.field,
        "the pack '\(one.pack.id)' reads chats (\(names.joined(separator: ", "))) and the file "
          + "has no 'service_desk'",
        hint: "add service_desk: {agents: 4, hours: \"08:00-23:00\"}"
      )
    }
  }
}
