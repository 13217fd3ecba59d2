#if Spreadsheets
  /// What a workbook says of its sheets.
  final class WorkbookPart: PartHandler {
    private(set) var fault: SpreadsheetFault?
    /// Names of the sheets with the ids of their parts.
    private(set) var sheets: [(name: String, id: String)] = []
    /// Whether days are counted from 1904.
    private(set) var countsFrom1904 = false

    func begin(_ element: String, _ attributes: [String: String]) {
      switch element {
      case "workbookPr":
        countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
      case "sheet":
        let id = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
        if let id { sheets.append((attributes["name"] ?? "", id)) }
        if sheets.count > SpreadsheetLimit.sheetCount {
          fault = .beyond("it has more than \(SpreadsheetLimit.sheetCount) sheets")
        }
      default: break
      }
    }

    func add(_ text: String) {}
    func end(_ element: String) {}
  }

  /// Where the parts of a part lie.
  final class RelationshipPart: PartHandler {
    let fault: SpreadsheetFault? = nil
    /// Target and last word of the type, by id.
    private(set) var targets: [String: (path: String, type: String)] = [:]

    func begin(_ element: String, _ attributes: [String: String]) {
      guard element == "Relationship", attributes["TargetMode"] != "External",
        let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      let type = attributes["Type"]?.split(separator: "/").last ?? ""
      targets[id] = (target, String(type))
    }

    func add(_ text: String) {}
    func end(_ element: String) {}

    /// The path of a target that is named from within a folder.
    static func path(of target: String, in folder: String) -> String {
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      var parts = folder.split(separator: "/").map(String.init)
      for part in target.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
      }
      return parts.joined(separator: "/")
    }
  }

  /// Texts that cells share.
  final class SharedTextPart: PartHandler {
    private(set) var fault: SpreadsheetFault?
    /// The texts, by number.
    private(set) var texts: [String] = []
    private var text = ""
    private var isText = false
    private var isReading = false

    func begin(_ element: String, _ attributes: [String: String]) {
      switch element {
      case "si": text = ""
      case "rPh": isReading = true
      case "t": isText = !isReading
      default: break
      }
    }

    func add(_ piece: String) {
      guard isText else { return }
      text += piece
      if text.utf8.count > SpreadsheetLimit.textLength * 4 {
        fault = .beyond("a text is longer than \(SpreadsheetLimit.textLength) characters")
      }
    }

    func end(_ element: String) {
      switch element {
      case "t": isText = false
      case "rPh": isReading = false
      case "si":
        texts.append(text)
        if texts.count > SpreadsheetLimit.textCount {
          fault = .beyond("it has more than \(SpreadsheetLimit.textCount) texts")
        }
      default: break
      }
    }
  }

  /// How the styles of cells show numbers.
  final class StylePart: PartHandler {
    let fault: SpreadsheetFault? = nil
    /// The kind of number of each style.
    private(set) var kinds: [NumberKind] = []
    private var formats: [Int: String] = [:]
    private var areCellStyles = false

    func begin(_ element: String, _ attributes: [String: String]) {
      switch element {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          formats[id] = attributes["formatCode"] ?? ""
        }
      case "cellXfs": areCellStyles = true
      case "xf" where areCellStyles && kinds.count < 100_000:
        kinds.append(kind(ofFormat: attributes["numFmtId"].flatMap { Int($0) } ?? 0))
      default: break
      }
    }

    func add(_ text: String) {}
    func end(_ element: String) { if element == "cellXfs" { areCellStyles = false } }

    /// The built-in formats of ECMA-376 part 1, 18.8.30, the East Asian ones among them.
    private func kind(ofFormat id: Int) -> NumberKind {
      if let code = formats[id] { return NumberKind(formatCode: code) }
      switch id {
      case 9: return .percent(digits: 0)
      case 10: return .percent(digits: 2)
      case 14...17, 22, 27...31, 36, 50...54, 57, 58: return .date
      case 18...21, 32...35, 45...47, 55, 56: return .time
      default: return .general
      }
    }
  }

  extension NumberKind {
    /// The kind of a custom format: its first section, without quoted text, colours and escapes.
    init(formatCode: String) {
      var code = ""
      var isQuoted = false
      var isBracket = false
      var isEscaped = false
      for character in formatCode.lowercased() {
        if isEscaped {
          isEscaped = false
        } else if isQuoted {
          isQuoted = character != "\""
        } else if isBracket {
          isBracket = character != "]"
          if "hms".contains(character) { code.append("h") }
        } else if character == ";" {
          break
        } else {
          switch character {
          case "\\", "_", "*": isEscaped = true
          case "\"": isQuoted = true
          case "[": isBracket = true
          default: code.append(character)
          }
        }
      }
      if code.contains("%") {
        let digits = code.split(separator: ".").dropFirst().first?.prefix { "0#?".contains($0) }
        self = .percent(digits: digits?.count ?? 0)
      } else if code.contains("y") || code.contains("d") || code.contains("年") {
        self = .date
      } else if code.contains("h") || code.contains("s") {
        self = .time
      } else {
        self = code.contains("m") ? .date : .general
      }
    }
  }
#endif
