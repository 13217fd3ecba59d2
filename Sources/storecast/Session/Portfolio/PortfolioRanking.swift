import InputFiles
import Reporting

/// What became of all stores of a portfolio together.
struct PortfolioRanking {
  /// The rows, most at risk first, each under a name of its own.
  let stores: [StoreRisk]
  /// Folders of the rows, in the order of the files.
  let folders: [String]
  /// How they came about.
  private(set) var course = PortfolioAnswer.Course()
  /// What is wrong with the files that could not be read.
  let diagnostics: [Diagnostic]

  /// Whether there is a list to write: not where every single file failed or nothing was finished.
  var isWorthWriting: Bool { !stores.isEmpty || course.unconcerned > 0 }

  /// Ranks the stores that have a forecast.
  ///
  /// - Parameters:
  ///   - findings: what became of each store.
  ///   - surveys: the stores, in the same order.
  ///   - reused: stores whose forecast was there already.
  init(findings: [StoreSurvey.Finding], stores surveys: [StoreSurvey], reused: Int) {
    var names: [String: Int] = [:]
    for risk in findings.compactMap(\.risk) { names[risk.store, default: 0] += 1 }
    let rows = zip(findings, surveys).compactMap { finding, survey -> StoreRisk? in
      guard var risk = finding.risk else { return nil }
      // Stores of one name are told apart by their folders, which differ.
      if names[risk.store, default: 0] > 1 { risk.store += " (\(survey.folderName))" }
      return risk
    }
    stores = StoreRisk.ranked(rows)
    folders = zip(findings, surveys).filter { $0.0.risk != nil }.map { $0.1.folder }
    diagnostics = findings.flatMap(\.diagnostics)
    course.reused = reused
    for (finding, survey) in zip(findings, surveys) {
      switch finding {
      case .unreadable, .unwritable: course.failed.append(survey.path)
      case .unconcerned: course.unconcerned += 1
      case .interrupted, .pending: course.unfinished += 1
      case .ranked: break
      }
    }
  }
}

extension StoreSurvey.Finding {
  /// The row of a store that has a forecast.
  var risk: StoreRisk? {
    if case .ranked(let risk) = self { risk } else { nil }
  }

  /// Replications of a store that waits to be simulated.
  var replications: Int? {
    if case .pending(let replications) = self { replications } else { nil }
  }

  /// What is wrong with the file.
  var diagnostics: [Diagnostic] {
    if case .unreadable(let errors) = self { errors.diagnostics } else { [] }
  }

  /// The exit code of a store that failed.
  var exitStatus: Int32? {
    switch self {
    case .unreadable(let errors): errors.exitStatus
    case .unwritable: 73
    default: nil
    }
  }
}

extension EarlierPortfolio {
  /// The list in a file; `nil` where there is none.
  init?(at path: String) {
    let columns = ["store", "event", "probability", "by_date", "change_since_last"]
    guard let table = ForecastTable(at: path, columns: columns) else { return nil }
    self.init(
      Dictionary(
        table.rows.map { row in
          (
            table.text("store", of: row),
            Row(
              event: table.text("event", of: row),
              probability: table.number("probability", of: row),
              byDate: table.text("by_date", of: row),
              change: table.number("change_since_last", of: row)
            )
          )
        },
        uniquingKeysWith: { first, _ in first }
      )
    )
  }
}

extension JSONText {
  /// A finding about a file, as `check` gives it.
  init(_ diagnostic: Diagnostic) {
    self = .object([
      ("file", .text(diagnostic.file)), ("line", .integer(diagnostic.location.line)),
      ("column", .integer(diagnostic.location.column)),
      ("severity", .text(diagnostic.severity.rawValue)), ("code", .text(diagnostic.code)),
      ("message", .text(diagnostic.message)), ("hint", .text(diagnostic.hint)),
    ])
  }
}
