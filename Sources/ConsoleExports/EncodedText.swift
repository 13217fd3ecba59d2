import Foundation
import Glibc

/// Bytes to text in one of the encodings that exports come in; which one it was is always told.
enum EncodedText {
  /// The text without its byte order mark, and the encoding's name; `nil` for anything else.
  ///
  /// A byte order mark decides. Without one, bytes that are strict UTF-8 are UTF-8: of text of some
  /// length in GB18030 hardly any is. What is strict GB18030 instead is that. Control characters
  /// belong to no text.
  static func text(of data: Data) -> (text: String, encoding: String)? {
    let marks: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    if let mark = marks.first(where: { data.starts(with: $0.0) }) {
      let body = data.dropFirst(mark.0.count)
      guard let text = plain(decoded(body, from: mark.1)) else { return nil }
      return (text, mark.1 == "UTF-8" ? "UTF-8 with byte order mark" : "UTF-16")
    }
    if let text = decoded(data, from: "UTF-8") { return plain(text).map { ($0, "UTF-8") } }
    return plain(decoded(data, from: "GB18030")).map { ($0, "GB18030") }
  }

  /// The text, where it has no control characters but those that end cells and lines.
  private static func plain(_ text: String?) -> String? {
    guard let text else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 32 && $0.value != 127 || $0 == "\n" || $0 == "\r" || $0 == "\t"
    }
    return isPlain ? text : nil
  }

  /// Strict decoding by the system's converter; `nil` where a byte does not belong.
  private static func decoded(_ data: Data, from encoding: String) -> String? {
    let none = iconv_t(bitPattern: -1)
    let converter = iconv_open("UTF-8", encoding)
    guard let converter, converter != none else { return nil }
    defer { iconv_close(converter) }
    var source = [CChar](unsafeUninitializedCapacity: data.count) { buffer, count in
      count = data.withUnsafeBytes { bytes in
        bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
        return bytes.count
      }
    }
    // No character of these encodings takes more than three bytes of UTF-8 for each of its own two.
    var target = [UInt8](repeating: 0, count: data.count * 2 + 16)
    let written: Int? = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var left = source.count
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        let failed = iconv(converter, &from, &left, &to, &room) == -1
        return failed || left > 0 ? nil : target.count - room
      }
    }
    return written.map { String(decoding: target.prefix($0), as: UTF8.self) }
  }
}

extension UnsafeRawBufferPointer {
  /// Copies all bytes to the beginning of a buffer that has room for them.
  fileprivate func copyBytes(to target: UnsafeMutableRawBufferPointer) {
    if count > 0 { target.copyMemory(from: self) }
  }
}
