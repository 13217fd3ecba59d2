import StoreModel

/// Reads `alternatives:`: changes the file's tree and reads the operation anew, so that every check
/// and every place in a message holds for the changed store as well.
struct AlternativeReader {
  let reader: FieldReader
  let root: Document
  let baseline: Operation
  let days: ClosedRange<CalendarDay>?
  let rules: RuleSelectionReader
  let selected: [RuleSelectionReader.Selected]

  func alternatives(in section: Section) -> [Alternative] {
    guard let list = section.given("alternatives") else { return [] }
    var names: Set<String> = ["baseline"]
    return reader.elements(of: list, atMost: 100).compactMap { element in
      let item = Section(
        reader: reader,
        field: Field(path: "alternatives", document: element.document, file: element.file),
        pattern: "alternatives",
        isGiven: true
      )
      guard element.document.entries != nil else { return nil }
      let name = item.text("name")
      if !name.isEmpty, !names.insert(name).inserted {
        reader.report(
          "SC213",
          at: item.given("name") ?? item.field,
          "the alternative's name '\(name.clipped)' is taken",
          hint: "names are unique; 'baseline' is the unchanged store"
        )
      }
      return alternative(named: name, in: item)
    }
  }

  private func alternative(named name: String, in item: Section) -> Alternative? {
    let from = item.optionalDate("from")
    if let from, let days, !days.contains(from) {
      reader.report(
        "SC308",
        at: item.given("from") ?? item.field,
        "the alternative begins on \(from), outside the forecast from \(days.lowerBound) to "
          + "\(days.upperBound)"
      )
    }
    let cost =
      item.given("cost").flatMap { reader.known(of: $0, .yuan, in: 0...1_000_000_000) } ?? 0
    let set = item.section("set")
    let add = item.section("add")
    let errors = reader.errorCount
    let changedRules = rules.changed(selected, in: item)
    item.finish()
    var changes = changedRules.map(ruleChanges) ?? []
    let changed = apply(set, add, &changes)
    guard reader.errorCount == errors else { return nil }
    guard !changes.isEmpty else {
      reader.report(
        "SC311",
        at: item.field,
        "the alternative '\(name.clipped)' changes nothing",
        hint: "give 'set: {path: value}', 'add: {list: item}' or 'rules: [{pack, set}]'"
      )
      return nil
    }
    guard let operation = operation(of: changed, named: name, item: item) else { return nil }
    if operation == baseline, changedRules == nil {
      reader.report(
        "SC311",
        at: item.field,
        "the alternative '\(name.clipped)' is the same as the baseline",
        severity: .warning
      )
    }
    return Alternative(
      name: name,
      from: from,
      costInYuan: cost,
      operation: operation,
      rules: changedRules,
      changes: changes
    )
  }

  /// Numbers that differ from the scenario's own.
  private func ruleChanges(_ changed: [RuleSelection]) -> [String] {
    zip(selected, changed).flatMap { before, after in
      after.overrides.filter { before.selection.overrides[$0.key] != $0.value }
        .sorted { $0.key < $1.key }.map { "\(after.packID) \($0.key): \($0.value)" }
    }
  }

  private func apply(_ set: Section, _ add: Section, _ changes: inout [String]) -> Document {
    let edit = DocumentEdit(
      shortForms: OperationReader.shortForms,
      replaced: OperationReader.replaced,
      namedLists: OperationReader.namedLists,
      defaultList: { [reader] path in
        guard OperationReader.namedLists.contains(path) else { return nil }
        return reader.defaultField(path: path, pattern: path, isNoted: false)?.document
      }
    )
    var changed = root
    for (section, isAddition) in [(set, false), (add, true)] {
      for entry in section.allEntries {
        guard let field = section.given(entry.key), isChangeable(entry, in: field.file) else {
          continue
        }
        do throws(DocumentEdit.Fault) {
          if isAddition {
            changed = try edit.appending(
              field.document,
              to: entry.key,
              at: entry.keyLocation,
              in: changed
            )
            let names = (field.document.elements ?? [field.document]).map {
              $0["name"]?.text ?? "?"
            }
            changes.append("\(entry.key) + " + names.joined(separator: ", "))
          } else {
            changed = try edit.setting(
              entry.key,
              to: field.document,
              at: entry.keyLocation,
              in: changed
            )
            changes.append("\(entry.key): \(field.document.flowText)")
          }
        } catch {
          reader.report(
            "SC307",
            at: entry.keyLocation,
            in: field.file,
            error.message,
            hint: error.hint
          )
        }
      }
    }
    return changed
  }

  private func isChangeable(_ entry: Document.Entry, in file: String) -> Bool {
    let first = String(entry.key.prefix { $0 != "." })
    let isPackKey = reader.packKeys.contains(entry.key)
    if OperationReader.sections.contains(first), !isPackKey { return true }
    let nearest = NearestName.nearest(to: first, among: OperationReader.sections)
    reader.report(
      "SC307",
      at: entry.keyLocation,
      in: file,
      isPackKey
        ? "'\(entry.key)' is a rule's number; an alternative changes it under 'rules'"
        : "an alternative cannot change '\(entry.key.clipped)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      hint: isPackKey
        ? "write rules: [{pack: …, set: {parameter: value}}]"
        : "it may change: " + OperationReader.sections.joined(separator: ", ")
    )
    return false
  }

  private func operation(of changed: Document, named name: String, item: Section) -> Operation? {
    let again = FieldReader(
      file: reader.file,
      defaults: reader.defaults,
      category: reader.category,
      isChinese: reader.isChinese,
      packKeys: reader.packKeys
    )
    let operation = OperationReader(again.section(changed)).operation()
    let places = item.field.document.allLocations
    let olds = Set(reader.diagnostics)
    let news = again.diagnostics.filter { !olds.contains($0) }
    for news in news {
      var told = news
      told.message = "alternative '\(name.clipped)': " + told.message
      if news.file == reader.file, !places.contains(news.location) {
        told.location = item.field.document.location
      }
      reader.report([told])
    }
    return again.failure == nil ? operation : nil
  }
}
