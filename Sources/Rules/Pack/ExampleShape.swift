package import StoreModel

/// What a worked example of one shape gives and what it reads.
package struct ExampleShape: Hashable, Sendable {
  /// Where a given value goes.
  package enum Target: Hashable, Sendable {
    /// A sum over a window, whatever the window.
    case input(String)
    /// A counter, in every window.
    case counter(DayCounter)
    /// A value that only examples give.
    case field(String)
    /// A list of single cases.
    case records(String)
    /// A node, in place of its formula.
    case node(String)
    /// The node that the word of a field names.
    case nodeNamed(field: String)
    /// The state of a ladder.
    case state(String)
    /// Days since the ladder's state began.
    case daysSinceChange(String)
    /// Whether the store is inside a gate, and how often it was removed.
    case member(String), removals(String)
  }

  /// A value of an example and where it goes.
  package struct Given: Hashable, Sendable {
    /// Path in `given`: `window_30d.orders`.
    package var path: [String]
    /// Where it goes; more than one for a number that several windows share.
    package var targets: [Target]
    /// Whether an example may leave it out, which makes it absent.
    package var isOptional: Bool

    /// Creates a given value.
    package init(path: [String], targets: [Target], isOptional: Bool = false) {
      self.path = path
      self.targets = targets
      self.isOptional = isOptional
    }
  }

  /// What is read for a field of `expect`.
  package indirect enum Reading: Hashable, Sendable {
    /// A formula.
    case value(Formula)
    /// Names with readings of their own.
    case map([String: Reading])
    /// The id of the pack.
    case pack
    /// The numbers of the played days on which a condition holds.
    case daysOf(Formula)
    /// A value for each played day.
    case onEach(Formula)
    /// A value for each record that counts.
    case each(records: String, Formula, where: Formula?)
    /// Of a played ladder: first evaluation, next evaluation, end, state on each day.
    case firstEvaluation, nextEvaluation, ended, stateOn
  }

  /// How the example is played.
  package enum Play: Hashable, Sendable {
    /// One morning.
    case morning
    /// One morning, after the days that a list gives; targets are one-day inputs.
    case morningAfterDays(list: String, days: [Given])
    /// One morning for each element of a list.
    case series(Series)
    /// A ladder day by day, with the outcome of each evaluation told.
    case ladder(LadderPlay)
  }

  /// A list that is played a morning an element.
  package struct Series: Hashable, Sendable {
    /// Key of the list.
    package var list: String
    /// The node that a plain element pins; `nil` where elements are maps.
    package var node: String?
    /// Where the values of an element go; targets are inputs and nodes.
    package var givens: [Given]
    /// The natural period that every element begins.
    package var period: NaturalPeriod?

    /// Creates a series.
    package init(list: String, node: String?, givens: [Given], period: NaturalPeriod?) {
      self.list = list
      self.node = node
      self.givens = givens
      self.period = period
    }
  }

  /// The fields of a played ladder.
  package struct LadderPlay: Hashable, Sendable {
    /// The ladder.
    package var ladder: String
    /// Names of the fields: state, its first day, last day played, outcomes by date.
    package var state: String, start: String, through: String, outcomes: String
    /// The words for an evaluation that rises or falls.
    package var upWord: String, downWord: String

    /// Creates the fields of a play.
    package init(
      ladder: String,
      state: String,
      start: String,
      through: String,
      outcomes: String,
      upWord: String,
      downWord: String
    ) {
      self.ladder = ladder
      self.state = state
      self.start = start
      self.through = through
      self.outcomes = outcomes
      self.upWord = upWord
      self.downWord = downWord
    }
  }

  /// Name of the shape.
  package var name: String
  /// What is given.
  package var givens: [Given]
  /// How it is played.
  package var play: Play
  /// What can be read, by the field's name.
  package var readings: [String: Reading]

  /// Creates a shape.
  package init(name: String, givens: [Given], play: Play, readings: [String: Reading]) {
    self.name = name
    self.givens = givens
    self.play = play
    self.readings = readings
  }
}
