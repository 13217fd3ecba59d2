/// A bug that can be planted in the reference, to show that the comparison would notice it.
///
/// Each is one that a person might well write; none is on unless a test asks for it.
enum Fault: Int, CaseIterable, Sendable {
  /// Parcels arrive one day later than the transit time says.
  case deliveryOffByOne
  /// Orders are cancelled with the probability of not being cancelled.
  case cancellationComplement
  /// Reviews come one day later than the delay says.
  case reviewLagPlusOne
  /// A parcel that arrives on the promised day counts as late.
  case lateOnPromisedDay
  /// The promised day counts from shipping rather than from payment.
  case promiseFromShipping
  /// Weekday factors begin on Sunday rather than on Monday.
  case weekdayShifted
  /// Incidents do not change the odds of a late delivery.
  case incidentOddsIgnored
  /// Incidents do not change the defect rate.
  case incidentDefectsIgnored
  /// Incidents do not make shipments late.
  case incidentShippingIgnored
  /// A loaded day does not slow couriers down.
  case surgeIgnored
  /// Stalled parcels arrive as if they had not stalled.
  case stallsIgnored
  /// The warehouse ships the newest ready orders first.
  case lastInFirstOut
  /// Lateness of shipping forgets the days an order waited for capacity.
  case waitForCapacityForgotten
  /// Orders paid after the cut-off may ship on the same day.
  case cutOffIgnored
  /// An order counts as due only when it ships.
  case dueOnlyWhenShipped
  /// First replies are measured on the wall clock from the chat's arrival, night included.
  case nightCountsAsWaiting
  /// Chats whose buyers have turned quiet are never answered.
  case quietChatsDropped
  /// Chats not taken up by the evening are lost.
  case carryOverLost
  /// A slow reply leaves the buyer as happy as a fast one.
  case slowReplyForgiven
  /// Returned orders are reviewed as often as kept ones.
  case returnedReviewedInFull
  /// Reviews before delivery do not happen.
  case earlyReviewsForgotten
  /// Stars ignore the day's star level.
  case tiltIgnored
  /// The daily gamma shock has half its size parameter.
  case gammaShockHalfSize
  /// The mean of the demand shock is not taken out.
  case shockMeanKept
  /// Every spike lasts one day.
  case spikesLastOneDay
  /// The store starts empty on day 1.
  case warmUpSkipped
  /// A refused parcel counts as delivered and signed.
  case refusedCountsAsSigned
  /// The transit time's mean is taken for its median.
  case transitMeanAsMedian
  /// The order cap counts only orders paid online.
  case capAfterPayment
}

/// A set of planted bugs, cheap enough to ask of every order.
struct Faults: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  init(_ fault: Fault) {
    rawValue = 1 << UInt64(fault.rawValue)
  }

  /// Whether a bug is planted.
  func contains(_ fault: Fault) -> Bool {
    rawValue & (1 << UInt64(fault.rawValue)) != 0
  }
}
