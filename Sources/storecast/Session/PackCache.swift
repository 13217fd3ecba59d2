import Foundation
import InputFiles
import Rules
import Synchronization

/// Rule packs and defaults that are read once, however many scenarios speak of them.
///
/// It lives as long as one command: files that change while it runs are not read again.
final class PackCache: Sendable {
  /// A pack with what it lets a scenario say.
  struct Entry: Sendable {
    let pack: RulePack
    let vocabulary: PackVocabulary
  }

  private struct Contents {
    var packIDs: [String: [String]] = [:]
    var additions: [String: Bool] = [:]
    var packs: [String: Result<Entry, InputErrors>] = [:]
    var defaults: [String: Result<ScenarioDefaults, InputErrors>] = [:]
  }

  private let contents = Mutex(Contents())

  /// The ids of all packs of a library.
  func packIDs(of library: RuleLibrary) -> [String] {
    contents.withLock { contents in
      let key = library.directory.path
      let ids = contents.packIDs[key] ?? library.packIDs()
      contents.packIDs[key] = ids
      return ids
    }
  }

  /// Whether a pack lets scenarios use keys of its own.
  func addsKeys(_ id: String, of library: RuleLibrary) -> Bool {
    contents.withLock { contents in
      let key = library.file(ofPack: id).path
      let adds = contents.additions[key] ?? library.addsKeys(id)
      contents.additions[key] = adds
      return adds
    }
  }

  /// A pack by its full id.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with its file.
  func entry(of id: String, in library: RuleLibrary) throws(InputErrors) -> Entry {
    try contents.withLock { contents in
      let key = library.file(ofPack: id).path
      let result =
        contents.packs[key]
        ?? Result { () throws(InputErrors) in
          let pack = try library.pack(named: id, on: nil).pack
          return Entry(pack: pack, vocabulary: PackVocabulary(pack))
        }
      contents.packs[key] = result
      return result
    }.get()
  }

  /// The defaults in a file.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with it.
  func defaults(at file: String) throws(InputErrors) -> ScenarioDefaults {
    try contents.withLock { contents in
      let result =
        contents.defaults[file]
        ?? Result { () throws(InputErrors) in
          try ScenarioDefaults(fromYAML: TextFile.text(at: file), file: file)
        }
      contents.defaults[file] = result
      return result
    }.get()
  }
}
