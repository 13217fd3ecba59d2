/// Pieces of after-sales work that come on a day, by kind.
struct IncomingWork: Sendable {
  /// Service orders to be audited, without and with return.
  var refunds: Int
  var returns: Int

  /// Goods that are back.
  var goods: Int

  /// Those of them whose audit was slow.
  var goodsAfterSlowAudit: Int

  var tickets: Int
  var mails: Int

  var count: Int { refunds + returns + goods + tickets + mails }
}

/// Service orders that wait for an audit on the morning of day 1.
struct OpenServiceOrders: Sendable {
  /// When they came: at 20:00 of day 0, in seconds from the midnight on which day 1 begins.
  static let arrival = -4 * 3600.0

  /// Without return.
  var refunds = 0

  /// With return.
  var returns = 0

  var count: Int { refunds + returns }

  init() {}

  /// Splits orders in the proportion of requests; without any of these all are without return.
  init(_ orders: Int, likeRefunds refunds: Int, returns: Int) {
    let share = refunds + returns > 0 ? Double(returns) / Double(refunds + returns) : 0
    self.returns = Int((Double(orders) * share).rounded())
    self.refunds = orders - self.returns
  }
}
