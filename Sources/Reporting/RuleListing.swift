package import Rules
import StoreModel

/// The rule library as a table: what `rules list` prints.
package struct RuleListing {
  private let packs: [RulePack]
  private let language: ReportLanguage

  /// Creates the listing of packs, in the order given.
  package init(packs: [RulePack], language: ReportLanguage) {
    self.packs = packs
    self.language = language
  }

  /// One pack a block: id and name, span, categories, number of assumptions.
  package var text: String {
    packs.map { pack in
      var lines = [pack.id, "  " + language.text(pack.label) + " · " + other(pack.label)]
      lines.append("  " + span(of: pack))
      if !pack.categories.isEmpty {
        lines.append(
          "  " + language.pick("for ", "适用类目:") + pack.categories.joined(separator: ", ")
        )
      }
      lines.append(
        "  "
          + language.pick(
            "\(pack.parameters.count) numbers, \(pack.assumptionCount) of them assumptions",
            "\(pack.parameters.count) 个参数,其中假设 \(pack.assumptionCount) 个"
          )
      )
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// A JSON list of `{"id", "from", "to", "zh", "en", "categories", "parameters", "assumptions"}`.
  package var json: JSONText {
    .list(
      packs.map { pack in
        .object([
          ("id", .text(pack.id)),
          ("from", pack.effectiveFrom.map { .text($0.description) } ?? .null),
          ("to", pack.effectiveTo.map { .text($0.description) } ?? .null),
          ("zh", .text(pack.label.chinese)),
          ("en", .text(pack.label.english)),
          ("categories", .list(pack.categories.map { .text($0) })),
          ("parameters", .integer(pack.parameters.count)),
          ("assumptions", .integer(pack.assumptionCount)),
        ])
      }
    )
  }

  private func other(_ label: Label) -> String {
    language == .zh ? label.english : label.chinese
  }

  private func span(of pack: RulePack) -> String {
    switch (pack.effectiveFrom, pack.effectiveTo) {
    case (nil, nil): language.pick("dates not stated", "生效日期未写明")
    case (let from?, nil): language.pick("in force from \(from)", "\(from) 起生效")
    case (nil, let to?): language.pick("in force until before \(to)", "\(to) 前有效")
    case (let from?, let to?):
      language.pick("in force from \(from) until before \(to)", "\(from) 起生效,\(to) 前有效")
    }
  }
}
