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

  // The desk.
  /// In a break everybody goes on working.
  case breakIgnored
  /// The desk's clock stands still while everybody has a break.
  case deskClockStopsInBreaks
  /// A shift past midnight ends at midnight.
  case nightShiftEndsAtMidnight
  /// The bot answers around the clock.
  case botHoursIgnored
  /// A live show gathers chats after the sale too.
  case showGathersAllChats
  /// A live show gathers no chats.
  case showGathersNoChats
  /// Chats without an answer take no time rather than ten minutes.
  case unansweredTakeNoTime
  /// A reply to a chat of an earlier day counts as a reply on the same day.
  case earlierChatsCountAsSameDay

  // After-sales work.
  /// The twenty minutes run at night.
  case serviceClockRunsAtNight
  /// The three hours of a ticket stand still at night.
  case ticketsOnServiceClock
  /// Tickets come on the day of signing.
  case ticketsOnTheDayOfSigning
  /// Mails before 16:00 have time until the next day, those after it until 18:00.
  case mailCutOffFlipped
  /// A slow audit leaves the buyer as satisfied as a fast one.
  case surveyIgnoresSlowness
  /// An inspected order can be inspected again.
  case inspectionsWithReplacement
  /// The month's inspections begin on its first day and go on until all are done.
  case inspectionsAtMonthsBegin
  /// Returns wait for an audit although a tool agrees to them.
  case autoAgreeIgnored
  /// Refunds without return wait although a tool pays them.
  case quickRefundIgnored
  /// Shared people do the after-sales work before the chats.
  case chatsGoLast
  /// Each slot of a shared desk does a whole person's after-sales work.
  case onePersonASlot
  /// Own after-sales staff is never away.
  case ownStaffNeverAway
  /// Work left over from the day before waits behind the new.
  case oldWorkComesLast
  /// The system closes audits, tickets and mails after 24 hours.
  case auditsCloseAfterOneDay
  /// The system closes goods after 48 hours, as audits.
  case goodsCloseAsAudits
  /// The hours of a return leave out its audit.
  case returnAuditForgotten
  /// A refund may take longer than the seven days of the automatic step.
  case automaticStepMissing

  // Times from payment, and returns by its day.
  /// What an incident makes late may still be within 24 hours.
  case incidentWithin24h
  /// The 48 hours run from payment rather than from the end of the promise.
  case over48hFromPayment
  /// The hours to the first scan run from the midnight before payment.
  case pickupFromMidnight
  /// The hours of refused parcels count among those of the delivered.
  case refusedTakeDeliveryHours
  /// The hours of audits leave out those of returns.
  case auditHoursWithoutReturns
  /// Returns for logistics count on the day of shipping.
  case returnsByShippingDay
  /// Lost parcels count among the returns for logistics.
  case lostCountAsReturned
  /// Returns of orders paid on delivery count too.
  case returnsOfOnDelivery
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
