import Rules

/// Reads which values and records the worked examples of a pack give.
struct CaseFieldReader {
  let faults: PackFaults

  func fields(_ entries: [Document.Entry]) -> [RuleField] {
    entries.compactMap { entry in
      kind(entry.value).map { RuleField(name: entry.key, kind: $0) }
    }
  }

  func records(_ entries: [Document.Entry]) -> [RecordList] {
    entries.map { entry in
      guard let values = entry.value.entries else {
        let value = kind(entry.value).map { RuleField(name: RecordList.plainValue, kind: $0) }
        return RecordList(name: entry.key, values: value.map { [$0] } ?? [], innerList: nil)
      }
      var list = RecordList(
        name: entry.key,
        values: fields(values.filter { $0.key != "each" }),
        innerList: nil
      )
      if let each = entry.value["each"] {
        guard each.entries?.count == 1, let inner = each.entries?.first else {
          faults.add("RP108", at: each.location, "'each' takes {key: kind} of one inner list")
          return list
        }
        list.innerList = inner.key
        if let kind = kind(inner.value) {
          list.values.append(RuleField(name: RecordList.plainValue, kind: kind))
        }
      }
      return list
    }
  }

  private func kind(_ document: Document) -> RuleField.Kind? {
    if let words = document.elements {
      let texts = words.compactMap(\.text)
      if texts.count == words.count, !texts.isEmpty { return .word(texts) }
    }
    switch document.text {
    case "number": return .number
    case "truth": return .truth
    case "moment": return .moment
    case "word": return .word([])
    default:
      faults.add(
        "RP106",
        at: document.location,
        "a field is number, truth, moment, word or a list of words, not "
          + "'\(document.text ?? "a list or map")'"
      )
      return nil
    }
  }
}
