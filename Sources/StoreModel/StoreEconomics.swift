/// What an order earns and what goes wrong costs.
package struct StoreEconomics: Hashable, Sendable {
  /// Gross margin as a share of the order's value; without it no margin and no net are shown.
  package var margin: Uncertain?
  /// Share of the order's value that the platform keeps.
  package var platformFee: Double
  /// Share of the goods' cost lost in a refund without return.
  package var refundOnlyGoodsLost: Double
  /// Cost of one returned parcel in yuan.
  package var returnFreightInYuan: Double

  /// Creates the economics of a store.
  package init(
    margin: Uncertain?,
    platformFee: Double,
    refundOnlyGoodsLost: Double,
    returnFreightInYuan: Double
  ) {
    self.margin = margin
    self.platformFee = platformFee
    self.refundOnlyGoodsLost = refundOnlyGoodsLost
    self.returnFreightInYuan = returnFreightInYuan
  }
}
