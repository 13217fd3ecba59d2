import StoreModel

/// Reads the sections of a scenario that say how the store runs: those an alternative may change.
struct OperationReader {
  /// The sections, in the order of the file's reference.
  static let sections = [
    "demand", "money", "warehouse", "couriers", "incidents", "service_desk", "quality",
    "satisfaction", "reviews", "after_sales", "automation", "uncertainty",
  ]

  /// Where a single value may stand for a map, with the key that it stands for.
  static let shortForms = [
    "demand.order_value": "mean", "service_desk.handle_time": "mean",
    "service_desk.contacts_per_order": "total", "service_desk.after_sales": "agents",
    "service_desk.after_sales.handle_time": "mean", "after_sales.audit": "mean",
  ]

  /// What an alternative's value replaces beside itself: a handle time the figures that explained one.
  static let replaced = ["service_desk.handle_time": ["first_reply_now", "within_3min_now"]]

  /// Lists whose items have names.
  static let namedLists = ["couriers", "service_desk.shifts", "demand.promotions"]

  private let root: Section

  init(_ root: Section) {
    self.root = root
  }

  func operation() -> Operation {
    let shipping = ShippingReader(root)
    let behaviour = BehaviourReader(root)
    let demand = DemandReader(root.section("demand")).demand()
    let deskSection = root.section("service_desk")
    let people = AfterSalesPeople(deskSection)
    let desk = ServiceDeskReader(deskSection).desk()
    let afterSales = AfterSalesReader(root).read(people: people)
    if let desk { checkChats(demand, desk) }
    return Operation(
      demand: demand,
      economics: economics(),
      warehouse: shipping.warehouse(),
      couriers: shipping.couriers(),
      incidents: shipping.incidents(),
      serviceDesk: desk,
      quality: behaviour.quality(),
      satisfaction: behaviour.satisfaction(),
      reviews: behaviour.reviews(),
      afterSales: afterSales.claims,
      afterSalesWork: afterSales.work,
      shocks: shocks()
    )
  }

  private func economics() -> StoreEconomics {
    let section = root.section("money")
    let economics = StoreEconomics(
      margin: section.optionalUncertain("margin", .share, in: 0...1),
      platformFee: section.known("platform_fee", .share, in: 0...1),
      refundOnlyGoodsLost: section.known("refund_only_goods_lost", .share, in: 0...1),
      returnFreightInYuan: section.known("return_freight", .yuan, in: 0...10_000)
    )
    section.finish()
    return economics
  }

  private func shocks() -> PersistentShocks {
    let section = root.section("uncertainty")
    let stars = section.section("stars")
    let late = section.section("late")
    let shocks = PersistentShocks(
      starWalkPerDay: stars.known("walk", .perDay, in: 0...1),
      starShockSD: stars.known("shock", .amount, in: 0...2),
      starShockHalfLifeInDays: stars.known("half_life", .days, in: 0.5...3650),
      starLevelSD: stars.known("level", .amount, in: 0...2),
      lateWalkPerDay: late.known("walk", .perDay, in: 0...1),
      lateShockSD: late.known("shock", .amount, in: 0...2),
      lateShockHalfLifeInDays: late.known("half_life", .days, in: 0.5...3650)
    )
    stars.finish()
    late.finish()
    section.finish()
    return shocks
  }

  /// Chats are followed one by one, so their number must stay within reason.
  private func checkChats(_ demand: Demand, _ desk: ServiceDesk) {
    let perOrder = desk.contactsPerOrderBefore.median + desk.contactsPerOrderAfter.median
    guard demand.ordersPerDay.median * perOrder > 2_000_000 else { return }
    root.reader.report(
      "SC206",
      at: root.section("service_desk").field,
      "orders per day times contacts per order exceed 2,000,000 chats a day",
      hint: "leave 'service_desk' out, or check the two numbers"
    )
  }
}
