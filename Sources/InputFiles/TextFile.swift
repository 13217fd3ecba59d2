package import Foundation

/// Bytes of a file to text, refusing what is no text.
package enum TextFile {
  /// Largest file read, in bytes.
  package static let greatestSizeInBytes = 20_000_000

  /// Reads a file as UTF-8 text without its byte order mark.
  ///
  /// - Throws: ``InputErrors`` with SC107 (no such file), SC106 (too large), SC105 (not UTF-8).
  package static func text(at path: String) throws(InputErrors) -> String {
    try text(of: data(at: path), file: path)
  }

  /// The bytes of a file.
  ///
  /// - Throws: ``InputErrors`` with SC107 (no such file), SC106 (too large).
  package static func data(at path: String) throws(InputErrors) -> Data {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let kind = (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type]
    guard attributes != nil, kind as? FileAttributeType == .typeRegular else {
      throw fault(
        file: path,
        code: "SC107",
        message: attributes == nil ? "there is no such file" : "this is no ordinary file",
        hint: "check the name; a path is relative to where the program runs"
      )
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: resolved))?[.size] as? Int
    guard let size, size <= greatestSizeInBytes else { throw tooLarge(file: path) }
    guard let data = FileManager.default.contents(atPath: resolved) else {
      throw fault(
        file: path,
        code: "SC107",
        message: "this file cannot be read",
        hint: "check who may read it"
      )
    }
    return data
  }

  /// Decodes bytes as UTF-8 text without its byte order mark.
  ///
  /// - Throws: ``InputErrors`` with SC106 (too large), SC105 (not UTF-8, or control characters).
  package static func text(of data: Data, file: String) throws(InputErrors) -> String {
    guard data.count <= greatestSizeInBytes else { throw tooLarge(file: file) }
    var place = SourceLocation(line: 1, column: 1)
    var decoder = UTF8()
    var bytes = data.makeIterator()
    var text = ""
    text.reserveCapacity(data.count)
    decoding: while true {
      switch decoder.decode(&bytes) {
      case .emptyInput: break decoding
      case .error:
        throw fault(
          file: file,
          location: place,
          code: "SC105",
          message: "the file is not UTF-8 text: the bytes here are no character",
          hint: "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')"
        )
      case .scalarValue(let scalar):
        if scalar.value == 0xFEFF, text.isEmpty { continue }
        let isControl = scalar.value < 32 && scalar != "\n" && scalar != "\r" && scalar != "\t"
        guard !isControl, scalar.value != 127 else {
          throw fault(
            file: file,
            location: place,
            code: "SC105",
            message: "the file is not plain text: there is a control character, number "
              + "\(scalar.value), here",
            hint: "delete it, or save the file as UTF-8 text"
          )
        }
        text.unicodeScalars.append(scalar)
        if scalar == "\n" {
          place = SourceLocation(line: place.line + 1, column: 1)
        } else {
          place.column += 1
        }
      }
    }
    return text
  }

  /// The lines of a text as YAML and CSV count them: ended by LF, CR LF or CR.
  package static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n", afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    lines.append(String(current))
    return lines
  }

  private static func tooLarge(file: String) -> InputErrors {
    fault(
      file: file,
      code: "SC106",
      message: "the file is larger than \(greatestSizeInBytes / 1_000_000) MB",
      hint: "a scenario or a history of many years is far smaller: is this the right file?"
    )
  }

  private static func fault(
    file: String,
    location: SourceLocation = SourceLocation(line: 1, column: 1),
    code: String,
    message: String,
    hint: String
  ) -> InputErrors {
    InputErrors([
      Diagnostic(file: file, location: location, code: code, message: message, hint: hint)
    ])
  }
}
