package import StoreModel

/// One store of a portfolio: what threatens it most, and what stands before that.
package struct StoreRisk: Hashable, Sendable {
  /// Something bad that may happen to the store.
  package struct Event: Hashable, Sendable {
    /// Name in the files.
    package var name: String
    /// What people read.
    package var label: String
    /// Probability of having happened by ``StoreRisk/byDate``.
    package var probability: Double
    /// Ends of its 95 % interval.
    package var low: Double
    /// The upper end.
    package var high: Double
    /// Whether it is so already on the morning of day 1.
    package var isSoAtStart: Bool

    /// Creates an event of a store.
    package init(
      name: String,
      label: String,
      probability: Double,
      low: Double,
      high: Double,
      isSoAtStart: Bool
    ) {
      self.name = name
      self.label = label
      self.probability = probability
      self.low = low
      self.high = high
      self.isSoAtStart = isSoAtStart
    }
  }

  /// Name of the store, unique in its portfolio.
  package var store: String
  /// The scenario as the user named it.
  package var path: String
  /// Key of the platform.
  package var platform: String
  /// Category of goods; empty where the scenario names none.
  package var category: String
  /// The date that probabilities are for, the last day of the forecast where none was asked for.
  package var byDate: CalendarDay
  /// Every bad headline of the store's rules, in the order of the files.
  package var events: [Event]
  /// Mean of what the rules charge over the whole forecast, in yuan; `nil` where they charge nothing.
  package var expectedPenaltyInYuan: Double?
  /// Name of the condition that stands in the way; empty where none is known.
  package var binding = ""
  /// What people read for it.
  package var bindingLabel = ""
  /// Room to it in words; empty where it cannot be counted.
  package var headroom = ""
  /// Probability less that of the run before; `nil` where the store was not in it.
  package var changeSinceLast: Double?

  /// Creates the row of a store, without what stands in the way.
  package init(
    store: String,
    path: String,
    platform: String,
    category: String,
    byDate: CalendarDay,
    events: [Event],
    expectedPenaltyInYuan: Double?
  ) {
    self.store = store
    self.path = path
    self.platform = platform
    self.category = category
    self.byDate = byDate
    self.events = events
    self.expectedPenaltyInYuan = expectedPenaltyInYuan
  }

  /// What is most likely to happen of that which is not so already.
  ///
  /// Of equally likely events the last one counts, since packs name the graver ones last; where nothing
  /// ever happened, the first. A store to which everything has happened keeps the last of it.
  package var headline: Event? {
    let open = events.filter { !$0.isSoAtStart }
    guard let highest = open.map(\.probability).max() else { return events.last }
    let likeliest = open.filter { $0.probability == highest }
    return highest > 0 ? likeliest.last : likeliest.first
  }

  /// Probability of the headline; 0 without one.
  package var probability: Double { headline?.probability ?? 0 }

  /// Most at risk first: by probability, then by what is to be paid, then by name.
  package static func ranked(_ stores: [StoreRisk]) -> [StoreRisk] {
    stores.sorted { first, second in
      if first.probability != second.probability { return first.probability > second.probability }
      let (paid, other) = (
        first.expectedPenaltyInYuan ?? 0, second.expectedPenaltyInYuan ?? 0
      )
      return paid == other ? first.store < second.store : paid > other
    }
  }
}
