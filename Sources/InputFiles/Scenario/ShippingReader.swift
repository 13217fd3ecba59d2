import StoreModel

/// Reads `warehouse:`, `couriers:` and `incidents:`.
struct ShippingReader {
  private let root: Section

  init(_ root: Section) {
    self.root = root
  }

  func warehouse() -> Warehouse {
    let section = root.section("warehouse")
    let time = section.section("pay_to_ship")
    let capacity = section.optionalKnown("capacity", .ordersPerDay, in: 1...100_000_000)
    let warehouse = Warehouse(
      capacityPerDay: capacity.map { Int($0) },
      cutOffHour: section.hourOfDay("cut_off"),
      closedWeekdays: closedWeekdays(section),
      shipPromiseInHours: section.known("ship_promise", .hours, in: 1...2160),
      payToShipMedianInHours: time.uncertain("median", .hours, in: 0.1...720),
      payToShipSigma: time.known("sigma", .amount, in: 0.01...3),
      fakeShipments: section.uncertain("fake_shipments", .share, in: 0...0.95)
    )
    time.finish()
    section.finish()
    return warehouse
  }

  private func closedWeekdays(_ section: Section) -> Set<Int> {
    let days = section.weekdays("closed")
    if days.count == 7 {
      section.reader.report("SC206", at: section.field, "the warehouse is closed on every weekday")
    }
    return days
  }

  func couriers() -> [Courier] {
    let errors = root.reader.errorCount
    let couriers = root.namedItems("couriers", atMost: 50).map {
      courier(named: $0.name, in: $0.section)
    }
    let sum = couriers.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) <= 0.0002 else {
      if root.reader.errorCount > errors { return couriers }
      let list = root.given("couriers") ?? root.field
      root.reader.report(
        couriers.isEmpty ? "SC211" : "SC306",
        at: list,
        couriers.isEmpty
          ? "'couriers' must have at least one courier"
          : "the shares of the couriers must sum to 100 %, found " + Quantity.share.text(of: sum),
        hint: couriers.map { "\($0.name) \(Quantity.share.text(of: $0.share))" }
          .joined(separator: ", ")
      )
      return couriers
    }
    return couriers.map { courier in
      var courier = courier
      courier.share /= sum
      return courier
    }
  }

  private func courier(named name: String, in item: Section) -> Courier {
    let pickup = item.section("pickup")
    let transit = item.section("transit")
    let courier = Courier(
      name: name,
      share: item.known("share", .share, in: 0...1),
      priceInYuan: item.known("price", .yuan, in: 0...10_000),
      pickupMedianInHours: pickup.uncertain("median", .hours, in: 0.1...240),
      pickupSigma: pickup.known("sigma", .amount, in: 0.01...3),
      transitMeanInHours: transit.uncertain("mean", .hours, in: 1...1440),
      transitSigma: transit.known("sigma", .amount, in: 0.01...3),
      deliveryPromiseInHours: item.known("delivery_promise", .hours, in: 1...2160),
      stalls: item.uncertain("stalls", .share, in: 0...0.95),
      stallMeanInDays: item.known("stall_delay", .days, in: 1...30),
      lost: item.uncertain("lost_or_damaged", .share, in: 0...0.95),
      surge: item.known("surge", .amount, in: 0...5)
    )
    pickup.finish()
    transit.finish()
    item.finish()
    return courier
  }

  func incidents() -> Incidents {
    let section = root.section("incidents")
    let incidents = Incidents(
      perQuarter: section.uncertain("per_quarter", .amount, in: 0...91),
      days: duration(section),
      lateTimes: section.uncertain("late_times", .amount, in: 1...1000),
      lateShipping: section.uncertain("late_shipping", .share, in: 0...1),
      defectTimes: section.uncertain("defect_times", .amount, in: 1...1000)
    )
    section.finish()
    return incidents
  }

  /// `1 to 4`: here a range is uniform, not an 80 % range.
  private func duration(_ section: Section) -> ClosedRange<Int> {
    guard let field = section.required("days") else { return 1...1 }
    let ends = FieldReader.rangeEnds(of: field.document.text ?? "").map { NumberText.integer($0) }
    guard let first = ends[0], let last = ends.count == 2 ? ends[1] : ends[0],
      first >= 1, last <= 60, first <= last
    else {
      section.reader.report(
        "SC204",
        at: field,
        "'\(field.path)' must be whole days from 1 to 60, found \(field.document.kind)",
        hint: "for example 1 to 4"
      )
      return 1...1
    }
    return first...last
  }
}
