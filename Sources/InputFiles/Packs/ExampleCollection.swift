import Foundation
package import Rules
import StoreModel

/// Gathers worked examples from files, or from every pack's own cases.
package struct ExampleCollection {
  private let library: RuleLibrary

  /// Prepares the search in a library.
  package init(library: RuleLibrary) {
    self.library = library
  }

  /// The examples of the named files; without files, of the cases beside every pack.
  ///
  /// - Parameters:
  ///   - files: paths of YAML lists.
  ///   - pack: keeps only the examples of this id, or of this name in any version.
  /// - Returns: the examples in the order of the files.
  /// - Throws: ``InputErrors`` with every finding about the files.
  package func examples(
    in files: [String],
    ofPack pack: String?
  ) throws(InputErrors) -> [RuleExample] {
    var examples: [RuleExample] = []
    var diagnostics: [Diagnostic] = []
    let named = files.isEmpty ? library.packIDs().map { library.casesFile(ofPack: $0).path } : files
    for file in named {
      if files.isEmpty, !FileManager.default.fileExists(atPath: file) { continue }
      do throws(InputErrors) {
        examples += try ExampleFileReader.examples(
          fromYAML: TextFile.text(at: file),
          file: file
        )
      } catch {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw InputErrors(diagnostics) }
    guard let pack else { return examples }
    return examples.filter { $0.pack == pack || $0.pack.prefix { $0 != "@" } == pack }
  }
}

/// Runs worked examples, each against the pack that it names.
package struct ExampleTrial {
  private let library: RuleLibrary

  /// Prepares the trial against a library.
  package init(library: RuleLibrary) {
    self.library = library
  }

  /// The fields that come out otherwise; an unknown pack or shape is a failure of the example.
  package func failures(of examples: [RuleExample]) -> [ExampleFailure] {
    var known: [String: Result<RulePack, InputErrors>] = [:]
    return examples.flatMap { example -> [ExampleFailure] in
      let day = example.given["date"]?.text.flatMap { CalendarDay(iso: $0) }
      let key = "\(example.pack) \(day?.description ?? "")"
      let found = known[key] ?? pack(example.pack, on: day)
      known[key] = found
      switch found {
      case .success(let pack): return ExampleRunner(pack: pack).failures(of: example)
      case .failure(let errors):
        return [
          ExampleFailure(
            id: example.id,
            field: "pack",
            expected: example.pack,
            found: errors.diagnostics.first?.message ?? "no such pack"
          )
        ]
      }
    }
  }

  private func pack(_ name: String, on day: CalendarDay?) -> Result<RulePack, InputErrors> {
    do throws(InputErrors) {
      return .success(try library.pack(named: name, on: day).pack)
    } catch {
      return .failure(error)
    }
  }
}
