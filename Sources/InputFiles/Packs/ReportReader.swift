import Rules
import StoreModel

/// Reads what a pack reports and does: measures, events, effects, money, displayed scores.
struct ReportReader {
  let names: PackNames
  let formulas: FormulaReader
  let faults: PackFaults

  /// Ticks to one unit, by unit: counts are whole, everything else has six decimals.
  private static func ticks(of unit: String) -> Int {
    switch unit {
    case "share", "stars", "points": 1_000_000
    case "s", "min", "h": 1000
    case "yuan": 100
    default: 1
    }
  }

  func measures(_ entries: [Document.Entry]) -> [RuleGraph.MeasureRule] {
    entries.compactMap { entry in
      let fields = PackFields(
        entry.value,
        of: "measure '\(entry.key)'",
        allowed: ["value", "unit", "threshold", "bad", "label"],
        faults: faults
      )
      let label = fields.label()
      guard let value = fields.required("value").flatMap({ formulas.expression($0) }), let label,
        let unit = fields.text("unit")
      else { return nil }
      if !ParameterReader.units.contains(unit) {
        faults.unknownName(
          unit,
          "unit",
          among: ParameterReader.units,
          at: fields.optional("unit")?.location ?? entry.keyLocation
        )
      }
      let bad = fields.optional("bad").flatMap { formulas.word($0, "side", ["below", "above"]) }
      return RuleGraph.MeasureRule(
        name: entry.key,
        value: value,
        unit: unit,
        unitsPerOne: Self.ticks(of: unit),
        threshold: parameter(fields, "threshold"),
        badSide: bad.map { $0 == "below" ? .below : .above },
        label: label
      )
    }
  }

  func events(_ entries: [Document.Entry], sections: [String: Label]) -> [EventRule] {
    entries.compactMap { entry in
      let fields = PackFields(
        entry.value,
        of: "event '\(entry.key)'",
        allowed: ["when", "threshold", "label", "section", "headline", "good"],
        faults: faults
      )
      let label = fields.label()
      let section = fields.required("section").flatMap {
        formulas.word($0, "section of this pack", Array(sections.keys))
      }
      guard let trigger = fields.required("when").flatMap({ trigger($0) }), let label,
        let section = section.flatMap({ sections[$0] })
      else { return nil }
      return EventRule(
        name: entry.key,
        trigger: trigger,
        threshold: parameter(fields, "threshold"),
        label: label,
        section: section,
        isHeadline: fields.flag("headline") ?? false,
        isGood: fields.flag("good")
      )
    }
  }

  private func trigger(_ document: Document) -> EventRule.Trigger? {
    let keys = ["rose", "fell", "reached", "entered", "removed", "becomes", "holds"]
    let fields = PackFields(
      document,
      of: "what makes an event happen",
      allowed: keys + ["at_start"],
      faults: faults
    )
    let ladders = Array(names.ladders.keys)
    guard let entry = document.entries?.first(where: { keys.contains($0.key) }) else {
      if document.entries != nil {
        faults.add(
          "RP102",
          at: document.location,
          "an event happens when a ladder, gate or tier {\(keys.joined(separator: ", "))}"
        )
      }
      return nil
    }
    switch entry.key {
    case "rose": return formulas.word(entry.value, "ladder", ladders).map { .rose($0) }
    case "fell": return formulas.word(entry.value, "ladder", ladders).map { .fell($0) }
    case "removed":
      return formulas.word(entry.value, "gate", Array(names.gates.keys)).map { .removed($0) }
    case "becomes":
      return formulas.expression(entry.value)
        .map { .becomes($0, countsAtStart: fields.flag("at_start") ?? true) }
    case "holds": return formulas.expression(entry.value).map { .holds($0) }
    default:
      guard let parts = entry.value.elements, parts.count == 2,
        let subject = formulas.word(
          parts[0],
          "ladder, gate or tier",
          entry.key == "reached" ? ladders : names.subjects
        )
      else {
        faults.add("RP108", at: entry.value.location, "'\(entry.key)' takes [ladder, state]")
        return nil
      }
      return formulas.word(parts[1], "state of '\(subject)'", names.states(of: subject) ?? [])
        .map {
          entry.key == "reached"
            ? .reached(ladder: subject, state: $0) : .entered(ladder: subject, state: $0)
        }
    }
  }

  func effects(_ document: Document?) -> EffectRules {
    var rules = EffectRules()
    guard let document else { return rules }
    let fields = PackFields(
      document,
      of: "effects",
      allowed: ["cap_orders", "cap_gmv", "demand_share", "stop_sales", "staff_pay"],
      faults: faults
    )
    let formula = { (key: String) in fields.optional(key).flatMap { formulas.expression($0) } }
    rules.orderCap = formula("cap_orders")
    rules.gmvCap = formula("cap_gmv")
    rules.demandShare = formula("demand_share")
    rules.stopSales = formula("stop_sales")
    rules.staffPay = fields.optional("staff_pay").flatMap(staffPay)
    return rules
  }

  private func staffPay(_ document: Document) -> StaffPayRule? {
    let keys = ["day", "chat", "assisted_sales", "assisted_refunds", "other_sales", "assisted"]
    let fields = PackFields(document, of: "staff_pay", allowed: keys, faults: faults)
    let read = keys.compactMap { fields.required($0).flatMap { formulas.expression($0) } }
    guard read.count == keys.count else { return nil }
    return StaffPayRule(
      day: read[0],
      chat: read[1],
      assistedSales: read[2],
      assistedRefunds: read[3],
      otherSales: read[4],
      assisted: read[5]
    )
  }

  func money(_ entries: [Document.Entry]) -> [MoneyRule] {
    let sources: [String: MoneyItem.Source] = [
      "charge": .charge, "lost_to_cap": .salesLostToCap, "lost_to_share": .salesLostToShare,
      "lost_to_stop": .salesLostToStop,
    ]
    return entries.compactMap { entry in
      let fields = PackFields(
        entry.value,
        of: "money '\(entry.key)'",
        allowed: ["source", "due", "amount", "label"],
        faults: faults
      )
      let word = fields.required("source").flatMap {
        formulas.word($0, "source of money", Array(sources.keys))
      }
      guard let source = word.flatMap({ sources[$0] }), let label = fields.label() else {
        return nil
      }
      let isCharge = source == .charge
      let due = isCharge ? fields.required("due") : nil
      let amount = isCharge ? fields.required("amount") : nil
      return MoneyRule(
        item: MoneyItem(name: entry.key, source: source, label: label),
        due: due.flatMap { formulas.expression($0) },
        amount: amount.flatMap { formulas.expression($0) }
      )
    }
  }

  func displayed(_ entries: [Document.Entry]) -> [DisplayedItem] {
    entries.flatMap { entry -> [DisplayedItem] in
      let fields = PackFields(
        entry.value,
        of: "displayed score '\(entry.key)'",
        allowed: ["items", "fallback"],
        faults: faults
      )
      let fallback = fields.optional("fallback").flatMap { stars($0) } ?? []
      return fields.entries("items").compactMap { item in
        stars(item.value).map {
          DisplayedItem(score: entry.key, item: item.key, stars: $0, fallback: fallback)
        }
      }
    }
  }

  private func stars(_ document: Document) -> [DayCounter]? {
    if let stars = document.text.flatMap({ DayCounter.stars(of: $0) }) { return stars }
    faults.add(
      "RP109",
      at: document.location,
      "'\(document.text ?? "")' is no stream of five star counters"
    )
    return nil
  }

  /// The name of a numeric parameter that a key may hold.
  private func parameter(_ fields: PackFields, _ key: String) -> String? {
    fields.optional(key).flatMap {
      formulas.word($0, "parameter", Array(names.parameters.keys))
    }
  }
}
