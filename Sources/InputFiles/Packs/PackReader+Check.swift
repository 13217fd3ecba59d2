import Rules
import StoreModel

extension PackReader {
  /// Checks what single keys cannot show: circles, kinds of formulas, and that it compiles.
  static func check(_ pack: RulePack, _ root: PackFields, _ faults: PackFaults) {
    let graph = pack.graph
    let check = GraphCheck(graph: graph, parameters: pack.parameters)
    let cyclic = check.cyclicNames()
    for name in cyclic {
      let section = graph.nodes.contains { $0.name == name } ? "nodes" : "tiers"
      faults.add(
        "RP111",
        at: place(root, [section, name]),
        "'\(name)' reads itself by way of other nodes or tiers"
      )
    }
    guard cyclic.isEmpty else { return }
    func expect(_ expression: Formula?, isCondition: Bool?, _ path: [String]) {
      guard let expression, let message = check.fault(in: expression, isCondition: isCondition)
      else { return }
      faults.add("RP115", at: place(root, path), message)
    }
    for node in graph.nodes { expect(node.value, isCondition: nil, ["nodes", node.name, "value"]) }
    for group in graph.groups {
      for condition in group.conditions {
        expect(
          condition.holds,
          isCondition: true,
          ["conditions", group.name, condition.name, "when"]
        )
      }
    }
    for tier in graph.tiers {
      if let message = check.fault(in: tier) {
        faults.add("RP115", at: place(root, ["tiers", tier.name]), message)
      }
      expect(tier.judged, isCondition: true, ["tiers", tier.name, "judged"])
    }
    for measure in graph.measures {
      expect(measure.value, isCondition: false, ["measures", measure.name, "value"])
    }
    for event in graph.events {
      switch event.trigger {
      case .becomes(let condition, _), .holds(let condition):
        expect(condition, isCondition: true, ["events", event.name, "when"])
      default: break
      }
    }
    for money in graph.money {
      expect(money.due, isCondition: true, ["money", money.item.name, "due"])
      expect(money.amount, isCondition: false, ["money", money.item.name, "amount"])
    }
    expect(graph.effects.orderCap, isCondition: false, ["effects", "cap_orders"])
    expect(graph.effects.gmvCap, isCondition: false, ["effects", "cap_gmv"])
    expect(graph.effects.demandShare, isCondition: false, ["effects", "demand_share"])
    expect(graph.effects.stopSales, isCondition: true, ["effects", "stop_sales"])
    for formula in graph.effects.staffPay?.formulas ?? [] {
      expect(formula, isCondition: false, ["effects", "staff_pay"])
    }
    checkStandings(graph, expect)
    guard faults.diagnostics.isEmpty else { return }
    do {
      _ = try pack.program(overrides: [:], hasConsequences: true)
    } catch {
      for fault in error.faults {
        faults.add(
          "RP116",
          at: place(root, ["nodes", fault.subject]),
          fault.subject.isEmpty ? fault.message : "'\(fault.subject)': \(fault.message)",
          hint: fault.hint
        )
      }
    }
  }

  private static func checkStandings(
    _ graph: RuleGraph,
    _ expect: (Formula?, Bool?, [String]) -> Void
  ) {
    for ladder in graph.ladders {
      let path = ["ladders", ladder.name]
      for number in [ladder.firstWait, ladder.wait, ladder.recheck, ladder.recheckAtEnds] {
        expect(number, false, path)
      }
      expect(ladder.end?.onDay, false, path + ["end"])
      expect(ladder.atOnce?.condition, true, path + ["at_once"])
      expect(ladder.atOnce?.anyDay, true, path + ["at_once"])
    }
    for gate in graph.gates {
      let path = ["gates", gate.name]
      expect(gate.startsInside, true, path)
      expect(gate.removal.condition, true, path + ["remove"])
      expect(gate.removal.probability, false, path + ["remove"])
      expect(gate.permanentAfter, false, path)
      expect(gate.readmission?.condition, true, path + ["readmit"])
      expect(gate.readmission?.afterDays, false, path + ["readmit"])
      expect(gate.readmission?.probability, false, path + ["readmit"])
    }
  }

  /// The place of the deepest key of a path that the file has.
  private static func place(_ root: PackFields, _ path: [String]) -> SourceLocation {
    var document = root.document
    for key in path {
      guard let next = document[key] else { break }
      document = next
    }
    return document.location
  }
}
