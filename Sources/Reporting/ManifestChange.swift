/// An input that is no longer what a manifest says it was.
package struct ManifestChange: Hashable, Sendable {
  /// The kind of input.
  package enum Input: Hashable, Sendable {
    /// The program's version.
    case program
    /// The scenario file.
    case scenario(path: String)
    /// The history file.
    case history(path: String)
    /// A rule pack.
    case pack(id: String)
    /// The defaults of the rules folder.
    case defaults
    /// A file of the forecast, which came out differently though every input is the same.
    case output(name: String)
  }

  /// What changed.
  package var input: Input
  /// Version or digest in the manifest; empty where it was not there.
  package var before: String
  /// Version or digest now; empty where it is gone.
  package var after: String

  /// One sentence about the change.
  package func sentence(_ language: ReportLanguage) -> String {
    let name =
      switch input {
      case .program: language.pick("the program", "程序")
      case .scenario(let path): language.pick("the scenario ", "场景 ") + path
      case .history(let path): language.pick("the history ", "历史数据 ") + path
      case .pack(let id): language.pick("the rule pack ", "规则包 ") + id
      case .defaults: language.pick("the file of defaults", "默认值文件")
      case .output(let name): language.pick("the result ", "结果文件 ") + name
      }
    switch (before.isEmpty, after.isEmpty) {
    case (true, _): return name + language.pick(" was not there before", ":原来没有")
    case (_, true): return name + language.pick(" is no longer there", ":现在没有了")
    default:
      return name
        + language.pick(
          " has changed (\(Self.brief(before)), now \(Self.brief(after)))",
          "变了(原为 \(Self.brief(before)),现为 \(Self.brief(after)))"
        )
    }
  }

  /// The first twelve digits of a digest, a version as it is.
  private static func brief(_ text: String) -> String {
    text.count == 64 ? text.prefix(12) + "…" : text
  }
}

extension Manifest {
  /// Inputs that differ between this manifest and a repetition of it, program first.
  package func changedInputs(in repetition: Manifest) -> [ManifestChange] {
    var changes: [ManifestChange] = []
    func compare(_ input: ManifestChange.Input, _ before: String, _ after: String) {
      if before != after {
        changes.append(ManifestChange(input: input, before: before, after: after))
      }
    }
    compare(.program, version, repetition.version)
    compare(.scenario(path: scenario.path), scenario.sha256, repetition.scenario.sha256)
    compare(
      .history(path: history?.name ?? repetition.history?.name ?? ""),
      history?.sha256 ?? "",
      repetition.history?.sha256 ?? ""
    )
    Self.pairs(packs, repetition.packs).forEach { compare(.pack(id: $0), $1, $2) }
    // Programs before this key did not note the digest; nothing can be said of their defaults.
    if let defaultsDigest {
      compare(.defaults, defaultsDigest, repetition.defaultsDigest ?? "")
    }
    return changes
  }

  /// Files that came out differently in a repetition.
  package func changedFiles(in repetition: Manifest) -> [ManifestChange] {
    Self.pairs(files, repetition.files).filter { $1 != $2 }.map { name, before, after in
      ManifestChange(input: .output(name: name), before: before, after: after)
    }
  }

  /// Digests by name, those only in the second list last.
  private static func pairs(_ first: [File], _ second: [File]) -> [(String, String, String)] {
    let names =
      first.map(\.name)
      + second.map(\.name).filter { name in
        !first.contains { $0.name == name }
      }
    return names.map { name in
      (
        name, first.first { $0.name == name }?.sha256 ?? "",
        second.first { $0.name == name }?.sha256 ?? ""
      )
    }
  }
}
