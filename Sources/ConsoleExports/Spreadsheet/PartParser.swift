#if Spreadsheets
  import Foundation
  import FoundationXML

  /// Reads one kind of part as its elements come.
  protocol PartHandler: AnyObject {
    /// What went wrong; ends the reading.
    var fault: SpreadsheetFault? { get }
    /// An element begins; its name has no prefix.
    func begin(_ element: String, _ attributes: [String: String])
    /// Text within the innermost element, in pieces.
    func add(_ text: String)
    /// An element ends.
    func end(_ element: String)
  }

  /// Reads a part of a spreadsheet: XML in UTF-8 without a document type.
  final class PartParser: NSObject, XMLParserDelegate {
    private let handler: any PartHandler
    private var depth = 0
    private var hasRoot = false

    /// Deepest nesting; a sheet's cells lie five deep.
    private static let greatestDepth = 64

    private init(_ handler: any PartHandler) {
      self.handler = handler
    }

    /// Reads a part to its end, or to the handler's first fault.
    ///
    /// - Throws: ``SpreadsheetFault`` for a document type, another encoding, XML that is none.
    static func read(
      _ data: Data,
      named name: String,
      with handler: any PartHandler
    ) throws(SpreadsheetFault) {
      try refuseDocumentType(data, name)
      let delegate = PartParser(handler)
      let parser = XMLParser(data: data)
      parser.shouldResolveExternalEntities = false
      parser.shouldProcessNamespaces = false
      parser.delegate = delegate
      let isWhole = parser.parse()
      if let fault = handler.fault { throw fault }
      guard isWhole, delegate.hasRoot, delegate.depth == 0 else {
        throw .broken("its part \(name) is no XML")
      }
    }

    /// Entities can only be declared in a document type; a search for it needs an encoding in which
    /// its letters cannot hide.
    private static func refuseDocumentType(_ data: Data, _ name: String) throws(SpreadsheetFault) {
      guard !data.prefix(4).contains(0), !data.starts(with: [0xFF, 0xFE]),
        !data.starts(with: [0xFE, 0xFF])
      else { throw .broken("its part \(name) is not UTF-8") }
      let start = String(decoding: data.prefix(300), as: UTF8.self).lowercased()
      if let declaration = start.range(of: "encoding=") {
        let value = start[declaration.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
        guard ["utf-8", "utf8", "us-ascii"].contains(value) else {
          throw .broken("its part \(name) is not UTF-8")
        }
      }
      for mark in ["<!DOCTYPE", "<!ENTITY", "<!doctype", "<!entity"]
      where data.range(of: Data(mark.utf8)) != nil {
        throw .suspicious("its part \(name) has a document type")
      }
    }

    func parser(
      _ parser: XMLParser,
      didStartElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      hasRoot = true
      depth += 1
      handler.begin(Self.plain(elementName), attributes)
      stopIfNeeded(parser)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      handler.add(string)
      stopIfNeeded(parser)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      depth -= 1
      handler.end(Self.plain(elementName))
      stopIfNeeded(parser)
    }

    private func stopIfNeeded(_ parser: XMLParser) {
      if handler.fault != nil || depth > Self.greatestDepth { parser.abortParsing() }
    }

    /// The name without its prefix.
    private static func plain(_ name: String) -> String {
      name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
  }
#endif
