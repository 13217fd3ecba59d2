package import Rules
package import StoreModel

/// What a platform's console calls the columns of its exports (`docs/import-format.md`).
package struct AliasTable: Sendable {
  /// What the cells under a heading say.
  package enum Reading: Hashable, Sendable {
    /// The sum of counters.
    case sum([DayCounter])
    /// Some counters as a share of others that contain them.
    case share(of: [DayCounter], among: [DayCounter])
    /// A total over the number of things that it is a total of.
    case mean(total: DayCounter, over: [DayCounter])
    /// A score as the console shows it; the item is the score itself where there is one only.
    case displayed(score: String, item: String)
    /// A state on a ladder of the rules.
    case state(ladder: String)
    /// Nothing that a history has a column for, and why.
    case nothing(Label)
  }

  /// One kind of column.
  package struct Field: Hashable, Sendable {
    /// Its headings, the usual one first.
    package var headings: [String]
    /// What its cells say.
    package var reading: Reading
    /// Days that a cell covers, the row's day being the last.
    package var windowInDays: Int
    /// The unit of a cell that names none.
    package var unit: ExportUnit
    /// Whether the console cuts digits off instead of rounding.
    package var isCutOff: Bool
    /// Whether a rate counts all but the counters: 1 less the rate is theirs.
    package var isComplement: Bool
    /// `seed`, `official`, `public` or `assumption`.
    package var origin: String
    /// Where the heading and its meaning come from.
    package var source: Label

    /// Creates a kind of column.
    package init(
      headings: [String],
      reading: Reading,
      windowInDays: Int = 1,
      unit: ExportUnit = .count,
      isCutOff: Bool = false,
      isComplement: Bool = false,
      origin: String = "assumption",
      source: Label = Label(english: "", chinese: "")
    ) {
      self.headings = headings
      self.reading = reading
      self.windowInDays = windowInDays
      self.unit = unit
      self.isCutOff = isCutOff
      self.isComplement = isComplement
      self.origin = origin
      self.source = source
    }
  }

  /// Words before or after a heading that say over how many days its cells go.
  package struct WindowWord: Hashable, Sendable {
    /// The word.
    package var word: String
    /// Days.
    package var days: Int

    /// Creates a word.
    package init(word: String, days: Int) {
      self.word = word
      self.days = days
    }
  }

  /// The platform's key.
  package var platform: String
  /// What people call the console.
  package var label: Label
  /// The day on which the table was last looked at.
  package var date: CalendarDay
  /// Headings of the column of days.
  package var dateHeadings: [String]
  /// Words that begin a row of totals.
  package var totals: [String]
  /// Cells that stand for "not observed".
  package var absent: [String]
  /// Words for windows.
  package var windows: [WindowWord]
  /// The kinds of column.
  package var fields: [Field]
  /// Packs to forecast with, most wanted first; names without version follow the calendar.
  package var rules: [String]
  /// The categories of goods that the rules ask for, by pack name.
  package var categories: [String: String]

  /// Creates a table.
  package init(
    platform: String,
    label: Label,
    date: CalendarDay,
    dateHeadings: [String],
    totals: [String],
    absent: [String],
    windows: [WindowWord],
    fields: [Field],
    rules: [String] = [],
    categories: [String: String] = [:]
  ) {
    self.platform = platform
    self.label = label
    self.date = date
    self.dateHeadings = dateHeadings
    self.totals = totals
    self.absent = absent
    self.windows = windows
    self.fields = fields
    self.rules = rules
    self.categories = categories
  }
}
