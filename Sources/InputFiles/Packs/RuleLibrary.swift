package import Foundation
package import Rules
package import StoreModel

/// The folder of rule packs: `rules/<platform>/<name>@<version>.yaml`, cases beside each pack.
package struct RuleLibrary: Sendable {
  /// The folder.
  package let folder: URL

  /// Every pack of the folder, by id.
  package let packs: [RulePack]

  /// Opens the folder named by `--rules-dir`, else the nearest one, and reads all its packs.
  ///
  /// - Parameters:
  ///   - rulesDir: what `--rules-dir` names; then nothing else is tried.
  ///   - path: the file or folder from which to look upwards for a folder `rules`; the last place
  ///     tried is `../share/storecast/rules` of the program.
  /// - Throws: ``InputErrors`` with RP130 (no folder, lists the places tried), RP117 (a file with
  ///   another pack's id) and every finding about the packs.
  package init(rulesDir: String?, near path: String) throws(InputErrors) {
    folder = try Self.find(rulesDir: rulesDir, near: path)
    var packs: [RulePack] = []
    var diagnostics: [Diagnostic] = []
    for id in Self.ids(in: folder) {
      do throws(InputErrors) {
        packs.append(try Self.read(id, in: folder))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw InputErrors(diagnostics) }
    self.packs = packs
  }

  /// The file of a pack id.
  package func file(ofPack id: String) -> URL {
    Self.url(ofPack: id, in: folder, ending: ".yaml")
  }

  /// The file of a pack's own worked examples.
  package func casesFile(ofPack id: String) -> URL {
    Self.url(ofPack: id, in: folder, ending: ".cases.yaml")
  }

  /// The pack of a name: a full id, or a name without version that resolves by date.
  ///
  /// - Parameters:
  ///   - name: `platform.name@version` or `platform.name`.
  ///   - day: the day on which it is to be in force; without it a name needs a sole version.
  /// - Returns: the pack, with a notice RP133 where the day lies outside its span.
  /// - Throws: ``InputErrors`` with RP131 (no such pack, with the nearest name), RP132 (no version in
  ///   force, or more than one).
  package func pack(
    named name: String,
    on day: CalendarDay?
  ) throws(InputErrors) -> (pack: RulePack, notices: [Diagnostic]) {
    let named = name.contains("@") ? packs.filter { $0.id == name } : versions(of: name)
    guard let first = named.first else { throw unknown(name) }
    if named.count == 1 {
      guard let day, !first.isInForce(on: day) else { return (first, []) }
      return (first, [outsideSpan(first, day)])
    }
    let inForce = named.filter { pack in day.map { pack.isInForce(on: $0) } ?? false }
    guard inForce.count == 1, let pack = inForce.first else {
      let when = day.map { "on \($0)" } ?? "without a date"
      throw fault(
        "RP132",
        "'\(name)' has \(inForce.isEmpty ? "no version" : "more than one version") in force "
          + "\(when); versions are " + named.map(\.id).joined(separator: ", "),
        hint: "name one of them with its @version"
      )
    }
    return (pack, [])
  }

  private func versions(of family: String) -> [RulePack] {
    packs.filter { $0.familyName == family }
  }

  private func unknown(_ name: String) -> InputErrors {
    let known = packs.map(\.id)
    return fault(
      "RP131",
      "there is no rule pack '\(name.prefix(80))' in \(folder.path)",
      hint: NearestName.nearest(to: name, among: known + packs.map(\.familyName))
        .map { "did you mean '\($0)'?" } ?? "known are " + known.joined(separator: ", ")
    )
  }

  private func outsideSpan(_ pack: RulePack, _ day: CalendarDay) -> Diagnostic {
    let span = [
      pack.effectiveFrom.map { "from \($0)" }, pack.effectiveTo.map { "until before \($0)" },
    ].compactMap { $0 }.joined(separator: " ")
    return Diagnostic(
      file: file(ofPack: pack.id).path,
      location: SourceLocation(line: 1, column: 1),
      severity: .notice,
      code: "RP133",
      message: "\(pack.id) is in force \(span), and \(day) lies outside",
      hint: "the rules are used as they are"
    )
  }

  private func fault(_ code: String, _ message: String, hint: String) -> InputErrors {
    InputErrors([
      Diagnostic(
        file: folder.path,
        location: SourceLocation(line: 1, column: 1),
        code: code,
        message: message,
        hint: hint
      )
    ])
  }
}

extension RuleErrors {
  /// The faults as findings (RP140) about the place where a file names the pack.
  package func diagnostics(file: String, location: SourceLocation) -> [Diagnostic] {
    faults.map {
      Diagnostic(
        file: file,
        location: location,
        code: "RP140",
        message: $0.message,
        hint: $0.hint
      )
    }
  }
}
