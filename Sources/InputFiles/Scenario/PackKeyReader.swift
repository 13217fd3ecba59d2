import StoreModel

/// Turns scenario keys that packs declare (`RulePack.scenarioKeys`) into overrides of those packs.
struct PackKeyReader {
  let reader: FieldReader
  let document: Document
  let packKeys: Set<String>

  func apply(to selected: inout [RuleSelectionReader.Selected]) {
    for key in packKeys.sorted() {
      guard let field = field(of: key) else { continue }
      var isUsed = false
      for index in selected.indices {
        guard let parameter = selected[index].pack.scenarioKeys[key] else { continue }
        isUsed = true
        guard selected[index].selection.overrides[parameter] == nil else {
          reader.report(
            "SC413",
            at: field,
            "'\(key)' and 'set: {\(parameter): …}' of '\(selected[index].pack.id)' say the same "
              + "thing twice",
            hint: "keep one of them"
          )
          continue
        }
        guard reader.known(of: field, .share, in: 0...1) != nil else { continue }
        selected[index].selection.overrides[parameter] = RuleValueText.text(of: field.document)
      }
      if !isUsed {
        reader.report(
          "SC414",
          at: field,
          "'\(key)' is read by no selected pack",
          hint: "delete it, or select the pack that reads it"
        )
      }
    }
  }

  private func field(of key: String) -> Field? {
    var node: Document? = document
    for part in key.split(separator: ".") { node = node?[String(part)] }
    return node.map { Field(path: key, document: $0, file: reader.file) }
  }
}
