import Foundation
import InputFiles
import Reporting
import Rules

extension RuleLibrary {
  /// The SHA-256 of a pack's file, empty where it is gone.
  func digestText(of pack: RulePack) -> String {
    (try? TextFile.text(at: file(ofPack: pack.id).path)).map { FileDigest.sha256($0) } ?? ""
  }
}
