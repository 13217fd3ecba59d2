import Calibration
package import Journal
import StoreModel

extension Table {
  /// How a table of claims begins.
  static let claimColumns =
    "store,start,pack,kind,name,date,day,probability,q05,q25,q50,q75,q95,unit,outcome,first_day,"
    + "value,reason,detail,label"

  /// Every claim with what came of it, events first.
  package static func claims(_ review: JournalReview, language: ReportLanguage) -> Table {
    var table = Table(name: "claims.csv", columns: claimColumns)
    table.rows = review.events.map { $0.cells(language) }
    table.rows += review.measures.map { $0.cells(language) }
    return table
  }
}

extension JudgedClaim where Claim == EventClaim, Truth == EventTruth {
  /// The row of a table of claims.
  func cells(_ language: ReportLanguage) -> [Table.Cell] {
    let happened = truth.map { $0.firstDay == nil ? "did_not_happen" : "happened" }
    return [
      .text(store), .text(start.description), .text(claim.pack), .text("event"),
      .text(claim.event), .text(claim.date.description), .integer(claim.day),
      .number(claim.probability), .absent, .absent, .absent, .absent, .absent, .absent,
      .text(happened ?? openWord), .optional(truth?.firstDay?.description ?? ""), .absent,
    ] + reasonCells + [.text(label(language))]
  }
}

extension JudgedClaim where Claim == MeasureClaim, Truth == MeasureTruth {
  /// The row of a table of claims.
  func cells(_ language: ReportLanguage) -> [Table.Cell] {
    let quantiles = claim.quantiles
    let place = truth.map { truth in
      truth.value < quantiles.q05 ? "below" : truth.value > quantiles.q95 ? "above" : "in_90"
    }
    return [
      .text(store), .text(start.description), .text(claim.pack), .text("measure"),
      .text(claim.measure), .text(claim.date.description), .integer(claim.day), .absent,
      .number(quantiles.q05), .number(quantiles.q25), .number(quantiles.q50),
      .number(quantiles.q75), .number(quantiles.q95), .text(claim.unit),
      .text(place ?? openWord), .absent, .optional(truth?.value),
    ] + reasonCells + [.text(label(language))]
  }
}

extension JudgedClaim {
  /// The outcome of a claim that is not decided.
  fileprivate var openWord: String { outcome == nil ? "not_due" : "undecided" }

  fileprivate var reasonCells: [Table.Cell] {
    [.optional(openReason?.kind.rawValue ?? ""), .optional(openReason?.detail ?? "")]
  }
}
