import StoreModel

/// Shipments of one cohort on one day, with what the readiness law says of them.
struct AgedShipments {
  /// How many are on time, and how many are late, by the law or by an incident.
  var onTime: Int
  var late: Int

  /// Probability of being on time but for an incident.
  var inTimeByLaw: Double

  /// Share of on-time shipments that an incident makes late.
  var madeLate: Double

  /// Probability of at most 24 hours from payment.
  var within24h: Double

  /// Probability of more than 48 hours beyond the promise.
  var over48hLate: Double
}

extension StoreState {
  /// Counts how many shipments are within 24 hours of payment and how many more than 48 hours late.
  ///
  /// An incident's late ones are neither (`docs/model.md` §4). Everything is nested in what was drawn
  /// as late or on time.
  mutating func countAges(
    of shipments: AgedShipments,
    promiseInHours: Double,
    on day: Int,
    call: Int,
    draws: inout Draws
  ) {
    func share(_ part: Double, of whole: Double) -> Double {
      whole > 0 ? min(1, max(0, part / whole)) : 0
    }
    let lawful = shipments.inTimeByLaw
    let late = (1 - lawful) + lawful * shipments.madeLate
    let over = draws.binomial(
      shipments.late,
      share(shipments.over48hLate, of: late),
      Process.shippingAge,
      call
    )
    let quick: Int
    if promiseInHours >= 24 {
      quick = draws.binomial(
        shipments.onTime,
        share(shipments.within24h, of: lawful),
        Process.shippingAge,
        call + 1
      )
    } else {
      // All that is on time is quick, and so is some of what is late.
      let lateAndQuick = draws.binomial(
        shipments.late - over,
        share(shipments.within24h - lawful, of: late - shipments.over48hLate),
        Process.shippingAge,
        call + 1
      )
      quick = shipments.onTime + lateAndQuick
    }
    count(quick, .shippedWithin24h, on: day)
    count(over, .shippedOver48hLate, on: day)
  }
}
