/// What rules do to the store, the same on every day.
struct ReferenceEffects: Sendable {
  /// Most orders accepted a day.
  var orderCap: Int?
  /// Highest value of orders accepted a day, in yuan.
  var gmvCapInYuan: Double?
  /// Share of demand that arrives.
  var demandShare = 1.0
}
