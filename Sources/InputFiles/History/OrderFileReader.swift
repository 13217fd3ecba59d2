package import StoreModel

/// Orders one by one as read from a file, by store.
package struct OrderReading: Sendable {
  /// Orders by the name in the file's column `store`; all under the empty name without that column.
  package var orders: [String: [OrderRecord]]
}

/// Reads an order-level CSV: one row an order, columns in any order, further columns ignored.
///
/// `purchased`, `reviewed` and `stars` are needed; `store`, `ship_by`, `shipped`, `delivered` and `promised` are
/// read where they are there. A moment is a date with or without a time of day; only its date counts.
package struct OrderFileReader {
  private let file: String
  private var columns: [Column: Int] = [:]
  private var diagnostics: [Diagnostic] = []

  private enum Column: String, CaseIterable {
    case purchased, reviewed, stars, store, shipBy = "ship_by", shipped, delivered, promised

    static let needed: [Self] = [.purchased, .reviewed, .stars]
  }

  private init(file: String) { self.file = file }

  /// Reads an order-level file.
  ///
  /// - Parameters:
  ///   - text: UTF-8 text, LF or CR LF.
  ///   - file: The file's name in messages.
  /// - Returns: The orders by store.
  /// - Throws: ``InputErrors`` with HI101 to HI106 (form, columns), HI201 (moments) and HI203 (stars).
  package static func orders(
    fromCSV text: String,
    file: String
  ) throws(InputErrors) -> OrderReading {
    var reader = OrderFileReader(file: file)
    let orders = reader.read(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    guard reader.diagnostics.isEmpty else { throw InputErrors(reader.diagnostics) }
    return OrderReading(orders: orders)
  }

  private mutating func read(_ text: String) -> [String: [OrderRecord]] {
    let rows: [[CSVCell]]
    do throws(CSVText.Fault) {
      rows = try CSVText.rows(of: text)
    } catch {
      report("HI101", error.location, "this is not valid CSV: \(error.message)", hint: error.hint)
      return [:]
    }
    let start = SourceLocation(line: 1, column: 1)
    guard let header = rows.first else {
      report(
        "HI102",
        start,
        "the file of orders is empty",
        hint: "its first line names the columns"
      )
      return [:]
    }
    for (index, cell) in header.enumerated() {
      guard let column = Column(rawValue: cell.text.trimmed) else { continue }
      if columns[column] != nil {
        report("HI105", cell.location, "the column '\(column.rawValue)' stands twice")
      }
      columns[column] = index
    }
    for column in Column.needed where columns[column] == nil {
      report(
        "HI109",
        header[0].location,
        "a file of orders needs the column '\(column.rawValue)'",
        hint: "docs/backtest-format.md lists the columns"
      )
    }
    guard diagnostics.isEmpty else { return [:] }
    if rows.count == 1 { report("HI102", start, "the file names columns and holds no orders") }
    var orders: [String: [OrderRecord]] = [:]
    for row in rows.dropFirst() {
      guard row.count <= header.count else {
        report(
          "HI106",
          row[header.count].location,
          "the row has \(row.count) cells, the first line names \(header.count) columns"
        )
        continue
      }
      guard let order = order(row) else { continue }
      orders[cell(.store, row), default: []].append(order)
    }
    return orders
  }

  private mutating func order(_ row: [CSVCell]) -> OrderRecord? {
    guard let purchased = day(.purchased, row) else {
      if cell(.purchased, row).isEmpty {
        report("HI201", row[0].location, "an order needs the day it was purchased on")
      }
      return nil
    }
    let order = OrderRecord(
      purchased: purchased,
      shipBy: day(.shipBy, row),
      shipped: day(.shipped, row),
      delivered: day(.delivered, row),
      promised: day(.promised, row),
      reviewed: day(.reviewed, row),
      stars: stars(row)
    )
    // One without the other is no rating that a forecast could learn from.
    guard (order.reviewed == nil) == (order.stars == nil) else {
      var unrated = order
      (unrated.reviewed, unrated.stars) = (nil, nil)
      return unrated
    }
    return order
  }

  private func cell(_ column: Column, _ row: [CSVCell]) -> String {
    columns[column].flatMap { $0 < row.count ? row[$0].text.trimmed : nil } ?? ""
  }

  private mutating func day(_ column: Column, _ row: [CSVCell]) -> CalendarDay? {
    let text = cell(column, row)
    guard !text.isEmpty else { return nil }
    let rest = text.dropFirst(10)
    if let day = CalendarDay(iso: text.prefix(10)), (1970...2199).contains(day.civil.year),
      rest.isEmpty || rest.hasPrefix("T") || rest.hasPrefix(" ")
    {
      return day
    }
    report(
      "HI201",
      row[columns[column] ?? 0].location,
      "\(column.rawValue) must be a date YYYY-MM-DD, with or without a time, found '\(text.clipped)'",
      hint: "for example 2026-09-30 or 2026-09-30T18:05"
    )
    return nil
  }

  private mutating func stars(_ row: [CSVCell]) -> Int? {
    let text = cell(.stars, row)
    guard !text.isEmpty else { return nil }
    if let stars = NumberText.integer(text), (1...5).contains(stars) { return stars }
    report(
      "HI203",
      row[columns[.stars] ?? 0].location,
      "stars must be a whole number from 1 to 5, found '\(text.clipped)'",
      hint: "empty is not rated"
    )
    return nil
  }

  private mutating func report(
    _ code: String,
    _ location: SourceLocation,
    _ message: String,
    hint: String = ""
  ) {
    diagnostics.append(
      Diagnostic(file: file, location: location, code: code, message: message, hint: hint)
    )
  }
}
