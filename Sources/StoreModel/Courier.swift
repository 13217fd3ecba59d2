/// One courier: its share of parcels, price and speed.
package struct Courier: Hashable, Sendable {
  /// Name, unique among the couriers of a store.
  package var name: String
  /// Share of parcels, of all couriers' shares summing to 1.
  package var share: Double
  /// Price a parcel in yuan.
  package var priceInYuan: Double
  /// Median time from shipping to the courier's first scan, in hours.
  package var pickupMedianInHours: Uncertain
  /// Log-normal sigma of that time.
  package var pickupSigma: Double
  /// Mean time from first scan to signature, in hours.
  package var transitMeanInHours: Uncertain
  /// Log-normal sigma of the transit time.
  package var transitSigma: Double
  /// Promised time from payment to signature, in hours.
  package var deliveryPromiseInHours: Double
  /// Share of parcels that stall on their way.
  package var stalls: Uncertain
  /// Mean additional time of a stalled parcel, in days (geometric).
  package var stallMeanInDays: Double
  /// Share of parcels lost or damaged beyond delivery.
  package var lost: Uncertain
  /// Relative growth of transit time for each +100 % of load above an ordinary day.
  package var surge: Double

  /// Creates a courier.
  package init(
    name: String,
    share: Double,
    priceInYuan: Double,
    pickupMedianInHours: Uncertain,
    pickupSigma: Double,
    transitMeanInHours: Uncertain,
    transitSigma: Double,
    deliveryPromiseInHours: Double,
    stalls: Uncertain,
    stallMeanInDays: Double,
    lost: Uncertain,
    surge: Double
  ) {
    self.name = name
    self.share = share
    self.priceInYuan = priceInYuan
    self.pickupMedianInHours = pickupMedianInHours
    self.pickupSigma = pickupSigma
    self.transitMeanInHours = transitMeanInHours
    self.transitSigma = transitSigma
    self.deliveryPromiseInHours = deliveryPromiseInHours
    self.stalls = stalls
    self.stallMeanInDays = stallMeanInDays
    self.lost = lost
    self.surge = surge
  }
}

/// Bad days that all parcels share: a courier's stoppage, weather, a bad batch.
package struct Incidents: Hashable, Sendable {
  /// Incidents a quarter (91 days), a Poisson process.
  package var perQuarter: Uncertain
  /// Shortest and longest duration in days, uniform.
  package var days: ClosedRange<Int>
  /// Factor on the odds of a late delivery while an incident lasts, drawn for each incident.
  package var lateTimes: Uncertain
  /// Share of on-time shipments that become late while an incident lasts, drawn for each
  /// incident.
  package var lateShipping: Uncertain
  /// Factor on the defect rate while an incident lasts, drawn for each incident.
  package var defectTimes: Uncertain

  /// Creates the law of incidents.
  package init(
    perQuarter: Uncertain,
    days: ClosedRange<Int>,
    lateTimes: Uncertain,
    lateShipping: Uncertain,
    defectTimes: Uncertain
  ) {
    self.perQuarter = perQuarter
    self.days = days
    self.lateTimes = lateTimes
    self.lateShipping = lateShipping
    self.defectTimes = defectTimes
  }
}
