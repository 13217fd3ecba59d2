/// Everything about how a store runs that an alternative may change.
package struct Operation: Hashable, Sendable {
  /// What customers want to buy.
  package var demand: Demand
  /// What an order earns.
  package var economics: StoreEconomics
  /// How orders are shipped.
  package var warehouse: Warehouse
  /// How parcels travel; shares sum to 1.
  package var couriers: [Courier]
  /// Bad days shared by all parcels.
  package var incidents: Incidents
  /// Who answers chats; `nil` where chats are not modelled.
  package var serviceDesk: ServiceDesk?
  /// What is wrong with the goods.
  package var quality: Quality
  /// How buyers feel.
  package var satisfaction: Satisfaction
  /// What buyers write.
  package var reviews: Reviews
  /// What buyers claim.
  package var afterSales: AfterSales
  /// Who deals with what buyers claim.
  package var afterSalesWork: AfterSalesWork
  /// How levels wander.
  package var shocks: PersistentShocks

  /// Creates the operation of a store.
  package init(
    demand: Demand,
    economics: StoreEconomics,
    warehouse: Warehouse,
    couriers: [Courier],
    incidents: Incidents,
    serviceDesk: ServiceDesk?,
    quality: Quality,
    satisfaction: Satisfaction,
    reviews: Reviews,
    afterSales: AfterSales,
    afterSalesWork: AfterSalesWork,
    shocks: PersistentShocks
  ) {
    self.demand = demand
    self.economics = economics
    self.warehouse = warehouse
    self.couriers = couriers
    self.incidents = incidents
    self.serviceDesk = serviceDesk
    self.quality = quality
    self.satisfaction = satisfaction
    self.reviews = reviews
    self.afterSales = afterSales
    self.afterSalesWork = afterSalesWork
    self.shocks = shocks
  }
}
