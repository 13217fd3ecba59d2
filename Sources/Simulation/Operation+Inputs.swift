import StoreModel

extension Operation {
  /// Every input that is drawn once a replication.
  var inputs: [Uncertain] {
    var inputs = [
      demand.ordersPerDay, demand.trendPerMonth, demand.spikesPerMonth, demand.orderValue,
      demand.cashOnDelivery, demand.refusedOnDelivery, demand.cancelledBeforeShipping,
      demand.scoreElasticity, warehouse.payToShipMedianInHours, warehouse.fakeShipments,
      incidents.perQuarter, quality.defects, reviews.rate, afterSales.refundOnly,
      afterSales.returnRefund, afterSales.qualityReturns, afterSales.disputes,
      afterSales.merchantFault, afterSales.complaints,
      afterSalesWork.tickets, afterSalesWork.surveyRate, afterSalesWork.satisfied,
      afterSalesWork.satisfiedWhenSlow, afterSalesWork.inspectionsPerMonth,
      afterSalesWork.inspectionPass, afterSalesWork.pendingFeedback,
    ]
    for promotion in demand.promotions {
      inputs.append(promotion.multiplier)
      inputs += promotion.peaks.sorted { $0.key < $1.key }.map(\.value)
    }
    for courier in couriers {
      inputs += [
        courier.pickupMedianInHours, courier.transitMeanInHours, courier.stalls, courier.lost,
      ]
    }
    if let desk = serviceDesk {
      inputs += [
        desk.contactsPerOrderBefore, desk.contactsPerOrderAfter, desk.botResolves,
        desk.handleTimeMeanInSeconds, desk.turnsQuietAfterInSeconds, desk.ratingRate,
        desk.dissatisfiedFast, desk.dissatisfiedSlow, afterSalesWork.taskTimeMeanInSeconds,
      ]
    }
    if let margin = economics.margin { inputs.append(margin) }
    return inputs
  }
}
