/// What became of a console's exports on their way to a history.
package struct ImportAccount: Hashable, Sendable {
  /// A table of a file.
  package struct Source: Hashable, Sendable {
    /// File, and sheet where it has several.
    package var name: String
    /// How it was read: `UTF-8`, `GB18030`, `XLSX`.
    package var form: String
    /// The line of its headings; `nil` where the table has none and was left out.
    package var headingLine: Int?
    /// Days read from it.
    package var days: Int

    /// Creates a table's account.
    package init(name: String, form: String, headingLine: Int?, days: Int) {
      self.name = name
      self.form = form
      self.headingLine = headingLine
      self.days = days
    }
  }

  /// How the cells of a column speak of counts.
  package enum Role: Hashable, Sendable {
    /// A count, or a sum of counts.
    case sum
    /// A share of other counts.
    case share(among: [DayCounter])
    /// A total over a count.
    case mean(over: [DayCounter])
    /// A score as the console shows it.
    case displayed(String)
    /// A level.
    case state(String)
  }

  /// A column of a file that was used.
  package struct Column: Hashable, Sendable {
    /// The table that it stands in.
    package var source: String
    /// Its heading as written.
    package var heading: String
    /// The columns of the history that it speaks of.
    package var counters: [DayCounter]
    /// How it speaks of them.
    package var role: Role
    /// Days that a cell covers.
    package var windowInDays: Int
    /// The unit its cells were read in, with a multiplier where they have one.
    package var unit: String
    /// Digits after the point that cells were rounded to; `nil` for whole and exact numbers.
    package var roundedDigits: Int?
    /// Cells read.
    package var cells: Int
    /// Days of its counters that the history has.
    package var daysKnown: Int
    /// Origin of the heading's meaning.
    package var origin: String
    /// Where the heading's meaning comes from.
    package var reference: String

    /// Creates a column's account.
    package init(
      source: String,
      heading: String,
      counters: [DayCounter],
      role: Role,
      windowInDays: Int,
      unit: String,
      roundedDigits: Int?,
      cells: Int,
      daysKnown: Int,
      origin: String,
      reference: String
    ) {
      self.source = source
      self.heading = heading
      self.counters = counters
      self.role = role
      self.windowInDays = windowInDays
      self.unit = unit
      self.roundedDigits = roundedDigits
      self.cells = cells
      self.daysKnown = daysKnown
      self.origin = origin
      self.reference = reference
    }
  }

  /// Something that was left out, and why.
  package enum Omission: Hashable, Sendable {
    /// Rows of totals.
    case totals(Int)
    /// Lines of remarks.
    case remarks(Int)
    /// Rows that cover several days.
    case spans(Int)
    /// Rows that say again what another row says.
    case repeated(Int)
    /// A table without a column of days.
    case table
    /// A heading that the table of aliases does not know, and its nearest one.
    case unknownHeading(String, nearest: String?)
    /// A heading that no column of a history stands for, and why.
    case meaningless(String, why: String)
    /// A column without a single number.
    case emptyColumn(String)
    /// A column of shares whose cells do not say whether 1 is one in a hundred or all.
    case unclearShare(String)
    /// A column that contradicts counts at hand on some days, the first of them.
    case contradicted(String, days: Int, first: CalendarDay)
  }

  /// Something left out of a table.
  package struct LeftOut: Hashable, Sendable {
    /// The table.
    package var source: String
    /// What.
    package var omission: Omission

    /// Creates the account of an omission.
    package init(source: String, omission: Omission) {
      self.source = source
      self.omission = omission
    }
  }

  /// Why counts could not be told from a column.
  package enum Obstacle: Hashable, Sendable {
    /// The counts that the rate or mean is of are not at hand.
    case noDenominator([DayCounter])
    /// Rounding leaves more than one whole number, up to this many.
    case severalFit(Int)
    /// A total over several days does not say which day.
    case windowOnly(Int)
    /// A sum does not say how it divides.
    case sumOnly
  }

  /// Counts that a column speaks of and that could not be told from it.
  package struct Gap: Hashable, Sendable {
    /// The table that the column stands in.
    package var source: String
    /// The column's heading.
    package var heading: String
    /// The counts.
    package var counters: [DayCounter]
    /// Days on which they are not known.
    package var days: Int
    /// Days that the column speaks of.
    package var daysTold: Int
    /// Why.
    package var obstacle: Obstacle

    /// Creates a gap.
    package init(
      source: String,
      heading: String,
      counters: [DayCounter],
      days: Int,
      daysTold: Int,
      obstacle: Obstacle
    ) {
      self.source = source
      self.heading = heading
      self.counters = counters
      self.days = days
      self.daysTold = daysTold
      self.obstacle = obstacle
    }
  }

  /// Amounts that are known to a tolerance only.
  package struct Tolerance: Hashable, Sendable {
    /// The amount.
    package var counter: DayCounter
    /// Days of which it is known so.
    package var days: Int
    /// Largest half width over the amount, 0…1.
    package var greatest: Double

    /// Creates a tolerance.
    package init(counter: DayCounter, days: Int, greatest: Double) {
      self.counter = counter
      self.days = days
      self.greatest = greatest
    }
  }

  /// Tables, in the order of the files.
  package var sources: [Source] = []
  /// Columns that were used.
  package var columns: [Column] = []
  /// What was left out.
  package var omissions: [LeftOut] = []
  /// What could not be derived.
  package var gaps: [Gap] = []
  /// Amounts known to a tolerance.
  package var tolerances: [Tolerance] = []

  /// An empty account.
  package init() {}
}
