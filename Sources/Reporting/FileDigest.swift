import Crypto
package import Foundation

/// SHA-256 digests of what a forecast was made from and of what it wrote.
package enum FileDigest {
  /// The digest of a text's UTF-8 bytes, 64 hexadecimal digits.
  package static func sha256(_ text: String) -> String {
    sha256(bytes: Array(text.utf8))
  }

  /// The digest of a file as it is on disk; empty where it can no longer be read.
  package static func sha256(fileAt url: URL) -> String {
    (try? Data(contentsOf: url)).map { sha256(bytes: Array($0)) } ?? ""
  }

  /// The digest of bytes, 64 hexadecimal digits.
  package static func sha256(bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
