/// How satisfied a buyer is, given how the order went: shares of happy, neutral and unhappy.
package struct Satisfaction: Hashable, Sendable {
  /// Delivered on the promised day or before.
  package var onTime: [Double]
  /// One or two days late.
  package var lateOneToTwoDays: [Double]
  /// Three or more days late.
  package var lateThreePlusDays: [Double]
  /// Defective goods, whenever delivered.
  package var defect: [Double]
  /// Share of buyers that a slow first reply moves from happy to unhappy.
  package var slowReplyPoints: Double

  /// Creates the classes' shares.
  package init(
    onTime: [Double],
    lateOneToTwoDays: [Double],
    lateThreePlusDays: [Double],
    defect: [Double],
    slowReplyPoints: Double
  ) {
    self.onTime = onTime
    self.lateOneToTwoDays = lateOneToTwoDays
    self.lateThreePlusDays = lateThreePlusDays
    self.defect = defect
    self.slowReplyPoints = slowReplyPoints
  }
}

/// Who reviews, when, and with how many stars.
package struct Reviews: Hashable, Sendable {
  /// Share of orders kept that are reviewed.
  package var rate: Uncertain
  /// Review rate of returned orders, relative to kept ones.
  package var returnedFactor: Double
  /// Share of the reviewers of parcels three or more days late who review before delivery.
  package var beforeDelivery: Double
  /// Mean of the geometric review delay after signing, in days.
  package var delayMeanInDays: Double
  /// Longest review delay in days.
  package var withinDays: Int
  /// Whether orders without a review count as five stars once the review time is over.
  package var silentCountAsGood: Bool
  /// Star shares of happy buyers, one star first.
  package var starsHappy: [Double]
  /// Star shares of neutral buyers, one star first.
  package var starsNeutral: [Double]
  /// Star shares of unhappy buyers, one star first.
  package var starsUnhappy: [Double]
  /// Whether a review is one star for all dimensions rather than one for each.
  package var singleStream: Bool

  /// Creates the law of reviews.
  package init(
    rate: Uncertain,
    returnedFactor: Double,
    beforeDelivery: Double,
    delayMeanInDays: Double,
    withinDays: Int,
    silentCountAsGood: Bool,
    starsHappy: [Double],
    starsNeutral: [Double],
    starsUnhappy: [Double],
    singleStream: Bool
  ) {
    self.rate = rate
    self.returnedFactor = returnedFactor
    self.beforeDelivery = beforeDelivery
    self.delayMeanInDays = delayMeanInDays
    self.withinDays = withinDays
    self.silentCountAsGood = silentCountAsGood
    self.starsHappy = starsHappy
    self.starsNeutral = starsNeutral
    self.starsUnhappy = starsUnhappy
    self.singleStream = singleStream
  }
}

/// Refunds, returns, disputes and complaints; shares are of delivered orders.
package struct AfterSales: Hashable, Sendable {
  /// Refunds after signing without sending the goods back.
  package var refundOnly: Uncertain
  /// Refunds after sending the goods back.
  package var returnRefund: Uncertain
  /// Orders refunded or returned whose first reason is quality.
  package var qualityReturns: Uncertain
  /// Orders on which the platform is asked to decide.
  package var disputes: Uncertain
  /// Share of disputes judged the merchant's fault.
  package var merchantFault: Uncertain
  /// Orders complained about and judged the merchant's fault.
  package var complaints: Uncertain
  /// Mean time from its handling by the staff to the end of a refund without return, in hours.
  package var refundOnlyMeanInHours: Double
  /// Mean time from their handling by the staff to the end of a refund of returned goods, in hours.
  package var returnRefundMeanInHours: Double

  /// Creates the law of after-sales requests.
  package init(
    refundOnly: Uncertain,
    returnRefund: Uncertain,
    qualityReturns: Uncertain,
    disputes: Uncertain,
    merchantFault: Uncertain,
    complaints: Uncertain,
    refundOnlyMeanInHours: Double,
    returnRefundMeanInHours: Double
  ) {
    self.refundOnly = refundOnly
    self.returnRefund = returnRefund
    self.qualityReturns = qualityReturns
    self.disputes = disputes
    self.merchantFault = merchantFault
    self.complaints = complaints
    self.refundOnlyMeanInHours = refundOnlyMeanInHours
    self.returnRefundMeanInHours = returnRefundMeanInHours
  }
}

/// What is wrong with the goods when they arrive.
package struct Quality: Hashable, Sendable {
  /// Share of delivered orders that are defective.
  package var defects: Uncertain

  /// Creates the quality of goods.
  package init(defects: Uncertain) {
    self.defects = defects
  }
}
