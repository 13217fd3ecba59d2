/// Where the store stands on the morning of day 1, as far as the user told.
package struct StoreStanding: Hashable, Sendable {
  /// A level and the day on which it began.
  package struct LadderPosition: Hashable, Sendable {
    /// The level's name.
    package var state: String
    /// The first day at this level; `nil` when not known.
    package var since: CalendarDay?

    /// Creates a position on a ladder.
    package init(state: String, since: CalendarDay?) {
      self.state = state
      self.since = since
    }
  }

  /// Membership in a gate and what has happened there.
  package struct GatePosition: Hashable, Sendable {
    /// Whether the store is inside.
    package var isMember: Bool
    /// Times the store has been removed.
    package var removals: Int

    /// Creates a position at a gate.
    package init(isMember: Bool, removals: Int) {
      self.isMember = isMember
      self.removals = removals
    }
  }

  /// A score as the console shows it.
  package struct DisplayedScore: Hashable, Sendable {
    /// Values by item; a score without items has one item, its own name.
    package var items: [String: Double]
    /// Number of ratings behind each item.
    package var ratings: Int?

    /// Creates a displayed score.
    package init(items: [String: Double], ratings: Int?) {
      self.items = items
      self.ratings = ratings
    }
  }

  /// Work under way on the morning of day 1; `nil` is not told.
  package struct OpenWork: Hashable, Sendable {
    /// Paid orders not yet shipped.
    package var unshipped: Int?
    /// Parcels shipped and not yet delivered.
    package var inTransit: Int?
    /// Chats without an answer.
    package var chats: Int?
    /// Service orders without an audit.
    package var serviceOrders: Int?

    /// Creates the open work.
    package init(
      unshipped: Int? = nil,
      inTransit: Int? = nil,
      chats: Int? = nil,
      serviceOrders: Int? = nil
    ) {
      self.unshipped = unshipped
      self.inTransit = inTransit
      self.chats = chats
      self.serviceOrders = serviceOrders
    }
  }

  /// Position on each ladder by the ladder's name.
  package var ladders: [String: LadderPosition]
  /// Membership in each gate by the gate's name.
  package var gates: [String: GatePosition]
  /// Scores that the console shows, by name.
  package var displayed: [String: DisplayedScore]
  /// Totals of the 30 days before the start, in stored integer units.
  package var lastThirtyDays: [DayCounter: Int]
  /// Totals from the 1st of the start's month to the day before the start, in stored integer units.
  package var monthToDate: [DayCounter: Int]
  /// What is under way.
  package var open: OpenWork

  /// Creates a standing.
  package init(
    ladders: [String: LadderPosition],
    gates: [String: GatePosition],
    displayed: [String: DisplayedScore],
    lastThirtyDays: [DayCounter: Int],
    monthToDate: [DayCounter: Int] = [:],
    open: OpenWork
  ) {
    self.ladders = ladders
    self.gates = gates
    self.displayed = displayed
    self.lastThirtyDays = lastThirtyDays
    self.monthToDate = monthToDate
    self.open = open
  }
}
