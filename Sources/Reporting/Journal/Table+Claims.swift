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
    for one in review.events {
      let claim = one.claim
      let happened = one.truth.map { $0.firstDay == nil ? "did_not_happen" : "happened" }
      table.rows.append(
        [
          .text(one.store), .text(one.start.description), .text(claim.pack), .text("event"),
          .text(claim.event), .text(claim.date.description), .integer(claim.day),
          .number(claim.probability), .absent, .absent, .absent, .absent, .absent, .absent,
          .text(happened ?? one.openWord),
          .optional(one.truth?.firstDay?.description ?? ""), .absent,
        ] + one.reasonCells + [.text(one.label(language))]
      )
    }
    for one in review.measures {
      let (claim, quantiles) = (one.claim, one.claim.quantiles)
      let place = one.truth.map { truth in
        truth.value < quantiles.q05 ? "below" : truth.value > quantiles.q95 ? "above" : "in_90"
      }
      table.rows.append(
        [
          .text(one.store), .text(one.start.description), .text(claim.pack), .text("measure"),
          .text(claim.measure), .text(claim.date.description), .integer(claim.day), .absent,
          .number(quantiles.q05), .number(quantiles.q25), .number(quantiles.q50),
          .number(quantiles.q75), .number(quantiles.q95), .text(claim.unit),
          .text(place ?? one.openWord), .absent, .optional(one.truth?.value),
        ] + one.reasonCells + [.text(one.label(language))]
      )
    }
    return table
  }
}

extension JudgedClaim {
  /// The outcome of a claim that is not decided.
  fileprivate var openWord: String { outcome == nil ? "not_due" : "undecided" }

  fileprivate var reasonCells: [Table.Cell] {
    [.optional(openReason?.kind.rawValue ?? ""), .optional(openReason?.detail ?? "")]
  }
}
