import InputFiles
import StoreModel

/// Cells of one day that say the same thing must not contradict each other, in whichever files.
struct ColumnAgreement {
  private(set) var diagnostics: [Diagnostic] = []

  /// Contradictions told of one pair of tables; a file of single products would have thousands.
  private static let most = 5

  private struct Key: Hashable {
    var reading: AliasTable.Reading
    var window: Int
    var day: CalendarDay
  }

  /// Compares the cells of all columns.
  init(_ columns: [ExportColumn]) {
    var seen: [Key: (column: ExportColumn, evidence: Evidence)] = [:]
    var told: [String: Int] = [:]
    for column in columns {
      for evidence in column.evidence {
        let key = Key(
          reading: column.field.reading,
          window: column.windowInDays,
          day: evidence.day
        )
        guard let (other, earlier) = seen[key] else {
          seen[key] = (column, evidence)
          continue
        }
        guard earlier.span.isDisjoint(from: evidence.span) else { continue }
        told[column.source + other.source, default: 0] += 1
        guard told[column.source + other.source, default: 0] <= Self.most else { continue }
        report(column, evidence, earlier, "\(other.source):\(earlier.place.line)")
      }
    }
  }

  private mutating func report(
    _ column: ExportColumn,
    _ evidence: Evidence,
    _ earlier: Evidence,
    _ place: String
  ) {
    diagnostics.append(
      ImportFinding.contradiction(
        day: evidence.day.description,
        column: "'\(column.heading)'",
        here: evidence.text,
        there: earlier.text,
        place: place
      ).diagnostic(in: column.file, at: evidence.place)
    )
  }
}
