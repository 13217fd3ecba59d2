package import Rules
package import StoreModel

/// What the answer says besides the forecast itself, prepared by the command.
package struct AnswerContext: Sendable {
  /// A rule pack with the days it was made for.
  package struct PackDates: Sendable {
    /// What people read.
    package var label: Label
    /// First day; `nil` without one.
    package var from: CalendarDay?
    /// Last day; `nil` while in force.
    package var to: CalendarDay?

    /// Creates the dates of a pack.
    package init(label: Label, from: CalendarDay?, to: CalendarDay?) {
      self.label = label
      self.from = from
      self.to = to
    }
  }

  /// A sentence that continues a section, as "No review before 12 Oct".
  package struct Remark: Sendable {
    /// The section's heading, as an event gives it.
    package var section: Label
    /// The sentence in the reader's language.
    package var text: String

    /// Creates a remark.
    package init(section: Label, text: String) {
      self.section = section
      self.text = text
    }
  }

  /// Name of the store or question.
  package var name: String
  /// Language of the answer.
  package var language: ReportLanguage
  /// What must be set before the answer can be relied on; a line each, before everything else.
  package var requirements: [String]
  /// Dates that the user asked for.
  package var byDates: [CalendarDay]
  /// Packs with their dates, in the order of the scenario.
  package var packs: [PackDates]
  /// Inputs that the user did not give.
  package var assumptions: [Assumption]
  /// What people read for uncertain inputs, by dotted path.
  package var inputLabels: [String: String]
  /// Sentences that continue sections.
  package var remarks: [Remark]
  /// How what was given agrees with what the platform shows; a line each.
  package var reconciliation: [String]
  /// Room left to thresholds; a line each.
  package var roomLines: [String]
  /// Further notes; a line each.
  package var notes: [String]
  /// The command to try next, empty without one.
  package var nextStep: String
  /// The forecast folder as the user would write it, empty where none was written.
  package var folder: String
  /// Whether headings are bold: a terminal, and no `NO_COLOR`.
  package var isColored: Bool

  /// Creates the surroundings of an answer.
  package init(
    name: String,
    language: ReportLanguage,
    requirements: [String] = [],
    byDates: [CalendarDay] = [],
    packs: [PackDates] = [],
    assumptions: [Assumption] = [],
    inputLabels: [String: String] = [:],
    remarks: [Remark] = [],
    reconciliation: [String] = [],
    roomLines: [String] = [],
    notes: [String] = [],
    nextStep: String = "",
    folder: String = "",
    isColored: Bool = false
  ) {
    self.name = name
    self.language = language
    self.requirements = requirements
    self.byDates = byDates
    self.packs = packs
    self.assumptions = assumptions
    self.inputLabels = inputLabels
    self.remarks = remarks
    self.reconciliation = reconciliation
    self.roomLines = roomLines
    self.notes = notes
    self.nextStep = nextStep
    self.folder = folder
    self.isColored = isColored
  }

  /// Whether a terminal with this environment wants colours (no-color.org).
  package static func wantsColor(environment: [String: String], isTerminal: Bool) -> Bool {
    isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }
}
