import Rules
import StoreModel

/// Reads the tiers of a pack.
struct TierReader {
  let names: PackNames
  let formulas: FormulaReader
  let faults: PackFaults

  func tiers(_ entries: [Document.Entry]) -> [TierRule] {
    entries.compactMap { entry in
      let fields = PackFields(
        entry.value,
        of: "tier '\(entry.key)'",
        allowed: ["label", "of", "states", "judged", "held_back_by"],
        faults: faults
      )
      let label = fields.label()
      let states = fields.required("states") == nil ? [] : fields.entries("states")
      let bands = states.enumerated().compactMap { index, state in
        band(state, isLast: index == states.count - 1)
      }
      if !(2...64).contains(states.count) {
        faults.add(
          "RP108",
          at: fields.document.location,
          "2 to 64 states are needed, not \(states.count)"
        )
      }
      let group = fields.optional("held_back_by").flatMap {
        formulas.word($0, "group of conditions", names.groups)
      }
      let judged = fields.optional("judged").flatMap { formulas.expression($0) }
      guard let value = fields.required("of").flatMap({ formulas.expression($0) }), let label,
        bands.count >= 2
      else { return nil }
      return TierRule(
        name: entry.key,
        label: label,
        value: value,
        bands: bands,
        judged: judged ?? .logic(.all, []),
        heldBackBy: group
      )
    }
  }

  /// A state with its least number; the last one has none.
  private func band(_ entry: Document.Entry, isLast: Bool) -> TierRule.Band? {
    let fields = PackFields(
      entry.value,
      of: "state '\(entry.key)'",
      allowed: isLast ? ["label"] : ["label", "from"],
      faults: faults
    )
    let label = fields.label()
    let floor = isLast ? nil : fields.required("from").flatMap { formulas.expression($0) }
    guard let label, isLast || floor != nil else { return nil }
    return TierRule.Band(state: LadderRule.State(name: entry.key, label: label), floor: floor)
  }
}
