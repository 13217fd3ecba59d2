package import StoreModel

/// An input of a scenario as a history tells it.
package struct LearntInput: Hashable, Sendable {
  /// What a scenario would write.
  package enum Value: Hashable, Sendable {
    /// The 10 % and 90 % quantiles.
    case range(low: Double, high: Double)
    /// One number, of an input that has no range.
    case number(Double)
    /// Shares that sum to 1.
    case shares([Double])
  }

  /// What the numbers are.
  package enum Unit: Hashable, Sendable {
    /// Of 1.
    case share
    /// Plain.
    case amount
    /// Hours.
    case hours
    /// Days.
    case days
    /// Seconds.
    case seconds
  }

  /// How the estimate is made.
  package enum Method: Hashable, Sendable {
    /// Beta or gamma by ``SteadyPosterior``: the occasions that the law before data and the data are worth, the
    /// half-life.
    case counts(ConjugateLaw.Family, prior: Double, effective: Double, halfLifeInDays: Double)
    /// The time with which the engine's law explains a late share, at the scenario's spread and promise.
    case explainsLateShare
    /// A log-normal through whole days, by likelihood; its error from week to week.
    case orders
    /// Total over number.
    case mean
    /// The greatest part of orders has it.
    case mostOrders
    /// The level on the first day by the filter of daily counts.
    case level
    /// Shares of known star laws, by expectation and maximisation.
    case mixture
  }

  /// Dotted name.
  package var path: String
  /// As a scenario would write it.
  package var value: Value
  /// Its unit.
  package var unit: Unit
  /// The mean, or the number itself; of shares the first.
  package var estimate: Double
  /// Its 95 % interval; `nil` where no error is known.
  package var interval: ClosedRange<Double>?
  /// The law in the scenario before; `nil` of an input without a range.
  package var assumed: Uncertain.Law?
  /// Columns of what was counted; empty of orders one by one.
  package var events: [DayCounter]
  /// Columns of what it was counted among.
  package var occasions: [DayCounter]
  /// How often it was seen; of times the hours or seconds in all.
  package var count: Double
  /// Among how many.
  package var size: Double
  /// First and last day that tell of it.
  package var days: ClosedRange<CalendarDay>
  /// How the estimate is made.
  package var method: Method

  /// Other names under which a scenario may give it.
  package var givenAs: [String]
}

/// An input that a history could tell, or could not, and why it does not.
package struct UntoldInput: Hashable, Sendable {
  /// Why.
  package enum Reason: Hashable, Sendable {
    /// These columns would tell it.
    case needs([DayCounter])
    /// Only orders one by one would.
    case needsOrders
    /// Its events were counted while nothing was there that they could happen to, or none at all.
    case nothingCounted([DayCounter])
    /// Daily counts mix what it keeps apart: after a quick and after a slow answer.
    case mixedWithSpeed
    /// Refunds were counted without telling whether goods came back.
    case mixedRefunds
    /// Several couriers share the parcels that were counted, or the scenario describes its own.
    case severalCouriers
    /// Waiting for capacity or closed days makes late what the input would explain.
    case waitsInQueue
    /// No value of it explains what was counted.
    case unexplained
    /// Reviews that were never written count as good.
    case silentReviews
  }

  /// Dotted name.
  package var path: String
  /// Why it is not told.
  package var reason: Reason
}
