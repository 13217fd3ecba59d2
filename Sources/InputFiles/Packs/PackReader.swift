package import Rules
import StoreModel

/// Reads a rule pack from YAML: every fault at once, nothing half read.
package enum PackReader {
  private static let keys = [
    "pack", "label", "caution", "effective_from", "effective_to", "categories", "builds_on",
    "scenario_keys", "sources", "sections", "parameters", "identities", "inputs", "fields",
    "records", "nodes", "conditions",
    "ladders", "gates", "tiers", "measures", "events", "effects", "money", "displayed", "shapes",
  ]

  /// The pack written in a YAML text.
  ///
  /// - Throws: ``InputErrors`` with SC101…SC104 for text that is no YAML, and RP101 unknown key,
  ///   RP102 missing key, RP103 wrong kind, RP104 unknown name, RP106 bad value, RP107 unknown
  ///   operator, RP108 wrong operands, RP109 unknown counter, RP110 no window, RP111 nodes in a
  ///   circle, RP112 a name used twice, RP113 bad id, RP114 misplaced state, RP115 formula of a wrong
  ///   kind, RP116 a formula that a forecast cannot compute.
  package static func pack(
    fromYAML text: String,
    file: String,
    base: (String) throws(InputErrors) -> RulePack = { id throws(InputErrors) in throw noBase(id) }
  ) throws(InputErrors) -> RulePack {
    let document = try DocumentParser.document(fromYAML: text, file: file)
    let faults = PackFaults(file: file)
    let root = PackFields(document, of: "a rule pack", allowed: keys, faults: faults)
    var foundation: RulePack?
    if let id = root.optionalText("builds_on") {
      do throws(InputErrors) {
        foundation = try base(id).foundation()
      } catch {
        let place = root.optional("builds_on")?.location ?? document.location
        for fault in error.diagnostics { faults.add(fault.code, at: place, fault.message) }
      }
    }
    let pack = pack(root, foundation, faults)
    if let pack, faults.diagnostics.isEmpty { check(pack, root, faults) }
    guard let pack, faults.diagnostics.isEmpty else { throw InputErrors(faults.diagnostics) }
    return pack
  }

  private static func pack(
    _ root: PackFields,
    _ foundation: RulePack?,
    _ faults: PackFaults
  ) -> RulePack? {
    let sources = labels(root, "sources")
    let sections = labels(root, "sections")
    let parameters = ParameterReader(sources: sources, faults: faults)
      .parameters(in: root.entries("parameters"))
    let inherited = foundation?.parameters ?? []
    let names = PackNames(parameters: inherited + parameters, root: root, foundation: foundation)
    for name in names.duplicates {
      faults.add("RP112", at: root.document.location, "the name '\(name)' stands for two things")
    }
    var graph = graph(root, names: names, sources: sources, sections: sections, faults)
    if let foundation { graph.rest(on: foundation.graph) }
    let label = root.label()
    guard let id = id(root), let label else { return nil }
    return RulePack(
      id: id,
      label: label,
      caution: root.optionalLabel("caution"),
      effectiveFrom: root.date("effective_from"),
      effectiveTo: root.date("effective_to"),
      categories: root.texts("categories"),
      parameters: inherited + parameters,
      scenarioKeys: scenarioKeys(root, names: names),
      sources: sources,
      graph: graph,
      partIDs: [id] + (foundation?.partIDs ?? [])
    )
  }

  private static func id(_ root: PackFields) -> String? {
    guard let id = root.text("pack") else { return nil }
    let halves = id.split(separator: "@", omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = id.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "._-@".unicodeScalars.contains(scalar)
    }
    if halves.count == 2, parts.count == 2, isPlain,
      !(halves + parts).contains(where: \.isEmpty)
    {
      return id
    }
    root.faults.add(
      "RP113",
      at: root.optional("pack")?.location ?? root.document.location,
      "'\(id)' is no pack id; an id is platform.name@version"
    )
    return nil
  }

  /// The fault of a pack that is read alone though it builds on another.
  package static func noBase(_ id: String) -> InputErrors {
    InputErrors([
      Diagnostic(
        file: id,
        location: SourceLocation(line: 1, column: 1),
        code: "RP131",
        message: "there is no rule pack '\(id)' to build on"
      )
    ])
  }

  private static func labels(_ root: PackFields, _ key: String) -> [String: Label] {
    var labels: [String: Label] = [:]
    for entry in root.entries(key) {
      labels[entry.key] = PackFields.label(entry.value, of: entry.key, faults: root.faults)
    }
    return labels
  }

  private static func scenarioKeys(_ root: PackFields, names: PackNames) -> [String: String] {
    var keys: [String: String] = [:]
    for entry in root.entries("scenario_keys") {
      guard let name = entry.value.text, names.parameters[name] != nil else {
        root.faults.unknownName(
          entry.value.text ?? "",
          "parameter",
          among: Array(names.parameters.keys),
          at: entry.value.location
        )
        continue
      }
      keys[entry.key] = name
    }
    return keys
  }

  private static func graph(
    _ root: PackFields,
    names: PackNames,
    sources: [String: Label],
    sections: [String: Label],
    _ faults: PackFaults
  ) -> RuleGraph {
    let formulas = FormulaReader(names: names, faults: faults)
    let nodes = GraphReader(names: names, sources: sources, formulas: formulas, faults: faults)
    let ladders = LadderReader(names: names, formulas: formulas, faults: faults)
    let reports = ReportReader(names: names, formulas: formulas, faults: faults)
    let shapes = ShapeReader(
      names: names,
      formulas: formulas,
      graphReader: nodes,
      faults: faults
    )
    var graph = RuleGraph()
    graph.inputs = nodes.inputs(root.entries("inputs"))
    graph.fields = names.fields
    graph.records = names.records
    graph.nodes = nodes.nodes(root.entries("nodes"))
    graph.groups = nodes.groups(root.entries("conditions"))
    graph.ladders = ladders.ladders(root.entries("ladders"))
    graph.gates = ladders.gates(root.entries("gates"))
    graph.tiers = TierReader(names: names, formulas: formulas, faults: faults)
      .tiers(root.entries("tiers"))
    graph.measures = reports.measures(root.entries("measures"))
    graph.events = reports.events(root.entries("events"), sections: sections)
    graph.effects = reports.effects(root.optional("effects"))
    graph.money = reports.money(root.entries("money"))
    graph.displayed = reports.displayed(root.entries("displayed"))
    graph.identities = identities(root, names: names, formulas: formulas)
    graph.shapes = shapes.shapes(root.entries("shapes"))
    return graph
  }

  private static func identities(
    _ root: PackFields,
    names: PackNames,
    formulas: FormulaReader
  ) -> [RuleGraph.Identity] {
    (root.optional("identities")?.elements ?? []).compactMap { element in
      let fields = PackFields(
        element,
        of: "an identity",
        allowed: ["parameters", "sum"],
        faults: root.faults
      )
      let parameters = fields.required("parameters")?.elements ?? []
      let known = parameters.compactMap {
        formulas.word($0, "parameter", Array(names.parameters.keys))
      }
      guard let sum = fields.text("sum"), !known.isEmpty else { return nil }
      return RuleGraph.Identity(parameters: known, sum: sum)
    }
  }
}
