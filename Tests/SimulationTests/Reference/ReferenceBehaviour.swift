import StoreModel

/// Chances of what a buyer does, by satisfaction class (happy, neutral, unhappy).
struct ReferenceBehaviour {
  /// Refund without return.
  let refundOnly: [Double]
  /// Refund after return, given no refund without return; at most 0.95.
  let returns: [Double]
  /// Dispute.
  let disputes: [Double]
  /// Complaint at the merchant's fault.
  let complaints: [Double]
  /// Quality as first reason of a claim: [not defective, defective].
  let qualityReasons: [Double]
  /// Logistics as first reason otherwise, by lateness type.
  static let logisticsReasons = [0, 0.25, 0.5, 0.5]

  private let satisfaction: Satisfaction

  init(operation: Operation, inputs: ReferenceInputs, mix: ReferenceMix) {
    refundOnly = mix.rates(overall: inputs.refundOnly)
    returns = mix.rates(overall: inputs.returnRefund, before: refundOnly)
    disputes = mix.rates(overall: inputs.disputes)
    complaints = mix.rates(overall: inputs.complaints)
    qualityReasons = mix.qualityReasons(
      overall: inputs.qualityReturns,
      refundOnly: refundOnly,
      returns: returns
    )
    satisfaction = operation.satisfaction
  }

  /// Class shares of one signed order.
  func classes(lateness: Int, defective: Bool, slowReply: Bool) -> [Double] {
    var row =
      switch (defective, lateness) {
      case (true, _): satisfaction.defect
      case (_, 0): satisfaction.onTime
      case (_, 1): satisfaction.lateOneToTwoDays
      default: satisfaction.lateThreePlusDays
      }
    if slowReply {
      let moved = min(row[0], satisfaction.slowReplyPoints)
      row[0] -= moved
      row[2] += moved
    }
    return row
  }
}
