import Glibc
import Testing

/// Whether the comparison has eyes: each planted bug of the reference must tell it from the engine.
///
/// `STORECAST_FAULTS=all`, or some names with commas, runs these with more replications and prints what
/// caught them.
@Suite struct FaultTests {
  /// The store on which a bug shows best.
  private static func store(for fault: Fault) -> ComparedStore {
    switch fault {
    case .shockMeanKept, .spikesLastOneDay, .cutOffIgnored: .restless
    case .tiltIgnored, .transitMeanAsMedian, .stallsIgnored, .surgeIgnored, .earlyReviewsForgotten,
      .deliveryOffByOne, .slowReplyForgiven, .reviewLagPlusOne, .weekdayShifted:
      .ordinary
    case .capAfterPayment, .gammaShockHalfSize, .incidentOddsIgnored, .incidentWithin24h,
      .refusedTakeDeliveryHours:
      .capped
    case .breakIgnored, .nightShiftEndsAtMidnight, .botHoursIgnored, .showGathersAllChats,
      .showGathersNoChats, .ticketsOnTheDayOfSigning, .mailCutOffFlipped,
      .surveyIgnoresSlowness, .ownStaffNeverAway, .oldWorkComesLast, .auditsCloseAfterOneDay,
      .inspectionsAtMonthsBegin:
      .staffed
    case .autoAgreeIgnored, .deskClockStopsInBreaks,
      .inspectionsWithReplacement, .chatsGoLast, .onePersonASlot:
      .shared
    case .ticketsOnServiceClock, .serviceClockRunsAtNight, .quickRefundIgnored,
      .automaticStepMissing:
      .tooled
    default: .overloaded
    }
  }

  private static let everyday: [Fault] = [
    .deliveryOffByOne, .cancellationComplement, .lateOnPromisedDay, .promiseFromShipping,
    .lastInFirstOut, .waitForCapacityForgotten, .nightCountsAsWaiting, .quietChatsDropped,
    .returnedReviewedInFull, .surgeIgnored, .incidentDefectsIgnored, .warmUpSkipped,
    .nightShiftEndsAtMidnight, .botHoursIgnored, .unansweredTakeNoTime, .mailCutOffFlipped,
    .ticketsOnServiceClock, .surveyIgnoresSlowness, .goodsCloseAsAudits, .auditsCloseAfterOneDay,
    .chatsGoLast, .deskClockStopsInBreaks, .autoAgreeIgnored, .quickRefundIgnored,
    .incidentWithin24h, .over48hFromPayment, .pickupFromMidnight, .refusedTakeDeliveryHours,
    .auditHoursWithoutReturns, .returnsByShippingDay, .lostCountAsReturned, .returnsOfOnDelivery,
  ]

  private static func caught(
    _ faults: [Fault],
    replications: Int
  ) async throws -> [(fault: Fault, store: ComparedStore, checks: [TwoSample.Check])] {
    var results: [(fault: Fault, store: ComparedStore, checks: [TwoSample.Check])] = []
    for store in ComparedStore.allCases {
      let here = faults.filter { Self.store(for: $0) == store }
      guard !here.isEmpty else { continue }
      let engine = await Replications.outputs(
        Output.compared,
        count: replications,
        makeSimulator: try store.engine()
      )
      for fault in here {
        let faulty = await Replications.outputs(
          Output.compared,
          count: replications,
          makeSimulator: store.reference(Faults(fault), seed: 9_000_000)
        )
        let result = TwoSample(engine, faulty, outputs: Output.compared, pairs: Output.pairs)
        results.append((fault, store, result.differences))
      }
    }
    return results
  }

  /// What the environment asks for; `nil` where it asks for nothing.
  private static var asked: [Fault]? {
    guard let text = getenv("STORECAST_FAULTS").map({ String(cString: $0) }) else { return nil }
    let names = text.split(separator: ",")
    return Fault.allCases.filter { text == "all" || names.contains("\($0)") }
  }

  @Test(.disabled(if: asked != nil)) func thirtyTwoPlantedBugsAreCaught() async throws {
    let results = try await Self.caught(Self.everyday, replications: Replications.forFaults)
    #expect(results.count == Self.everyday.count)
    for result in results {
      #expect(!result.checks.isEmpty, "\(result.fault) goes unnoticed on \(result.store)")
    }
  }

  @Test(.enabled(if: asked != nil)) func everyPlantedBugIsCaught() async throws {
    let results = try await Self.caught(Self.asked ?? [], replications: 4 * Replications.forFaults)
    print("bug | store | checks | strongest check | statistic | bound")
    for result in results {
      let first = result.checks.first
      print(
        result.fault,
        result.store,
        result.checks.count,
        first?.name ?? "not caught",
        first?.statistic ?? 0,
        first?.bound ?? 0,
        separator: " | "
      )
      #expect(!result.checks.isEmpty, "\(result.fault) goes unnoticed on \(result.store)")
    }
  }
}
