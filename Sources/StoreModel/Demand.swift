/// What customers would buy if no cap and no stop held them back.
package struct Demand: Hashable, Sendable {
  /// A promotion period with a multiplier on demand and days that stand out.
  package struct Promotion: Hashable, Sendable {
    /// Name as the user wrote it.
    package var name: String
    /// First and last day.
    package var days: ClosedRange<CalendarDay>
    /// Factor on an ordinary day's demand.
    package var multiplier: Uncertain
    /// Days whose factor replaces ``multiplier``.
    package var peaks: [CalendarDay: Uncertain]
    /// Shipping promise for orders paid in the period, in hours; `nil` keeps the ordinary one.
    package var shipWithinInHours: Double?

    /// Creates a promotion.
    package init(
      name: String,
      days: ClosedRange<CalendarDay>,
      multiplier: Uncertain,
      peaks: [CalendarDay: Uncertain],
      shipWithinInHours: Double?
    ) {
      self.name = name
      self.days = days
      self.multiplier = multiplier
      self.peaks = peaks
      self.shipWithinInHours = shipWithinInHours
    }
  }

  /// A live show that is on every week and gathers a share of its day's orders.
  package struct LiveShow: Hashable, Sendable {
    /// Weekdays, Monday = 0.
    package var weekdays: Set<Int>
    /// Start, in hours after midnight.
    package var fromHour: Double
    /// End, in hours after midnight, later than the start and at most 24.
    package var toHour: Double
    /// Share of the day's orders that come during the show.
    package var shareOfDay: Double

    /// Creates a live show.
    package init(weekdays: Set<Int>, fromHour: Double, toHour: Double, shareOfDay: Double) {
      self.weekdays = weekdays
      self.fromHour = fromHour
      self.toHour = toHour
      self.shareOfDay = shareOfDay
    }
  }

  /// Orders on an ordinary day at the start, before weekday factors.
  package var ordersPerDay: Uncertain
  /// Growth as a share per 30 days.
  package var trendPerMonth: Uncertain
  /// Factors Monday … Sunday.
  package var weekdayFactors: [Double]
  /// Size k of the negative binomial: variance = mean + mean²/k.
  package var dispersion: Double
  /// Standard deviation a day of the slow walk of log demand.
  package var walkPerDay: Double
  /// Stationary standard deviation of the AR(1) shock of log demand.
  package var shockSD: Double
  /// Days in which the AR(1) shock halves.
  package var shockHalfLifeInDays: Double
  /// Promotions, in order of their first day.
  package var promotions: [Promotion]
  /// Live shows; the shares of one weekday sum to at most 1.
  package var liveShows: [LiveShow]
  /// Random spikes a month (30 days), each of 1 or 2 days.
  package var spikesPerMonth: Uncertain
  /// Factor on demand during a spike: its law is drawn anew for each spike.
  package var spikeFactor: Uncertain
  /// Mean order value in yuan.
  package var orderValue: Uncertain
  /// Coefficient of variation of an order's value (gamma).
  package var orderValueCV: Double
  /// Share of orders paid on delivery.
  package var cashOnDelivery: Uncertain
  /// Share of cash-on-delivery parcels refused at the door.
  package var refusedOnDelivery: Uncertain
  /// Share of orders cancelled before shipping.
  package var cancelledBeforeShipping: Uncertain
  /// Effect of one star of the trailing 30-day mean star on log demand.
  package var scoreElasticity: Uncertain
  /// Log of a day's orders over ``ordersPerDay`` from day 1 on, where a history tells it; it takes
  /// the place of dispersion, walk and shock.
  package var learntLevel: LearntLevel?

  /// Creates the demand of a store.
  package init(
    ordersPerDay: Uncertain,
    trendPerMonth: Uncertain,
    weekdayFactors: [Double],
    dispersion: Double,
    walkPerDay: Double,
    shockSD: Double,
    shockHalfLifeInDays: Double,
    promotions: [Promotion],
    liveShows: [LiveShow] = [],
    spikesPerMonth: Uncertain,
    spikeFactor: Uncertain,
    orderValue: Uncertain,
    orderValueCV: Double,
    cashOnDelivery: Uncertain,
    refusedOnDelivery: Uncertain,
    cancelledBeforeShipping: Uncertain,
    scoreElasticity: Uncertain
  ) {
    self.ordersPerDay = ordersPerDay
    self.trendPerMonth = trendPerMonth
    self.weekdayFactors = weekdayFactors
    self.dispersion = dispersion
    self.walkPerDay = walkPerDay
    self.shockSD = shockSD
    self.shockHalfLifeInDays = shockHalfLifeInDays
    self.promotions = promotions
    self.liveShows = liveShows
    self.spikesPerMonth = spikesPerMonth
    self.spikeFactor = spikeFactor
    self.orderValue = orderValue
    self.orderValueCV = orderValueCV
    self.cashOnDelivery = cashOnDelivery
    self.refusedOnDelivery = refusedOnDelivery
    self.cancelledBeforeShipping = cancelledBeforeShipping
    self.scoreElasticity = scoreElasticity
  }
}
