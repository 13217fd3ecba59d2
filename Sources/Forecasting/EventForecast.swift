package import Rules

/// When and how likely an event happens first.
package struct EventForecast: Sendable {
  /// The probability of having happened by the end of a day.
  package struct Day: Hashable, Sendable {
    /// Share of replications.
    package var probability: Double
    /// Wilson's 95 % interval.
    package var interval: ConfidenceInterval
  }

  /// The pack.
  package var pack: String
  /// The event.
  package var event: EventDescription
  /// Days 1…H.
  package var days: [Day]
  /// Share of replications with the event by the horizon.
  package var probability: Double
  /// 95 % interval of that share.
  package var interval: ConfidenceInterval
  /// Whether it is already so on the morning of day 1.
  package var isCertainAtStart: Bool
  /// The day by which half of the replications have it; `nil` where fewer have.
  package var medianDay: Int?
  /// Lower end of the 95 % interval of the median day.
  package var medianDayLow: Int?
  /// Upper end; `nil` also where it lies beyond the horizon.
  package var medianDayHigh: Int?
  /// Mean of min(first day, horizon) in days.
  package var restrictedMeanDays: Double?
  /// Mean number of days with the event.
  package var expectedCount: Double
  /// Which uncertain inputs move it, strongest first; empty where it always or never happens.
  package var influences: [InputInfluence]
  /// How much of its uncertainty is not knowing the store; `nil` where pairs of futures cannot tell.
  package var ignorance: IgnoranceShare?

  init(
    pack: String,
    event: EventDescription,
    passage: FirstPassage,
    influences: [InputInfluence],
    ignorance: IgnoranceShare?
  ) {
    self.pack = pack
    self.event = event
    self.influences = influences
    self.ignorance = ignorance
    let count = Double(max(passage.replications, 1))
    let effect = passage.designEffect
    days = passage.hitsByDay.dropFirst().map { hits in
      Day(
        probability: Double(hits) / count,
        interval: passage.interval(hits: hits, designEffect: effect)
      )
    }
    probability = Double(passage.hits) / count
    interval = passage.interval
    isCertainAtStart = passage.isCertainAtStart
    medianDay = passage.medianDay
    (medianDayLow, medianDayHigh) = passage.medianInterval
    restrictedMeanDays = passage.restrictedMeanDays
    expectedCount = Double(passage.occurrences) / count
  }
}
