/// Runs worked examples against a pack.
package struct ExampleRunner: Sendable {
  private let pack: RulePack

  /// Prepares the examples of a pack.
  package init(pack: RulePack) {
    self.pack = pack
  }

  /// The fields that come out otherwise; empty where the example passes.
  package func failures(of example: RuleExample) -> [ExampleFailure] {
    do throws(ExampleFault) {
      let read = try readings(of: example)
      var comparison = ExampleComparison()
      for entry in example.expect.entries {
        guard let value = try read(entry.key, entry.value) else {
          throw ExampleFault(
            field: entry.key,
            expected: entry.value.displayText,
            found: "the shape reads no such field"
          )
        }
        comparison.compare(entry.value, value, field: entry.key)
      }
      return comparison.mismatches.map {
        ExampleFailure(id: example.id, field: $0.field, expected: $0.expected, found: $0.found)
      }
    } catch {
      return [
        ExampleFailure(
          id: example.id,
          field: error.field,
          expected: error.expected,
          found: error.found
        )
      ]
    }
  }

  /// Reads a field by its name; some fields need to know which keys are expected.
  typealias Reader = (String, ExampleValue) throws(ExampleFault) -> ReadValue?

  private func readings(of example: RuleExample) throws(ExampleFault) -> Reader {
    guard let shapeName = example.given["shape"]?.text else {
      throw ExampleFault(field: "given.shape", expected: "the name of a shape", found: "nothing")
    }
    let parameters = try parameters(of: example)
    if shapeName == DayLogPlay.shapeName {
      let play = try DayLogPlay(pack: pack, given: example.given, overrides: parameters.overrides)
      return { field, expected throws(ExampleFault) in play.read(field, expected: expected) }
    }
    guard let shape = pack.graph.shapes.first(where: { $0.name == shapeName }) else {
      let names = pack.graph.shapes.map(\.name) + [DayLogPlay.shapeName]
      throw ExampleFault(
        field: "given.shape",
        expected: "one of " + names.joined(separator: ", "),
        found: shapeName
      )
    }
    if case .ladder(let fields) = shape.play {
      let play = try LadderTimeline(
        pack: pack,
        parameters: parameters.values,
        fields: fields,
        given: example.given
      )
      return { field, expected throws(ExampleFault) in
        shape.readings[field].flatMap { play.read($0, expected: expected) }
      }
    }
    let play = try MorningPlay(
      pack: pack,
      parameters: parameters.values,
      shape: shape,
      given: example.given
    )
    return { field, _ throws(ExampleFault) in shape.readings[field].map { play.read($0) } }
  }

  private func parameters(
    of example: RuleExample
  ) throws(ExampleFault) -> (values: ParameterValues, overrides: [String: String]) {
    var overrides: [String: String] = [:]
    flatten(example.given["options"] ?? .map([]), prefix: "", into: &overrides)
    do {
      return (try ParameterValues(of: pack, overrides: overrides), overrides)
    } catch {
      let fault = error.faults.first
      throw ExampleFault(
        field: "given.options.\(fault?.subject ?? "")",
        expected: "a parameter of \(pack.id) and a value it takes",
        found: fault?.message ?? ""
      )
    }
  }

  private func flatten(
    _ value: ExampleValue,
    prefix: String,
    into overrides: inout [String: String]
  ) {
    for entry in value.entries {
      let name = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
      if case .map = entry.value {
        flatten(entry.value, prefix: name, into: &overrides)
      } else {
        overrides[name] = entry.value.displayText
      }
    }
  }
}

/// Why an example cannot be played.
struct ExampleFault: Error {
  var field: String
  var expected: String
  var found: String
}
