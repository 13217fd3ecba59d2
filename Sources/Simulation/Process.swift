/// The random processes of the day model.
///
/// The numbers are frozen: renumbering changes every published figure and needs a new major version
/// of the engine.
enum Process {
  static let input: UInt32 = 1
  static let demandWalk: UInt32 = 2
  static let demandLevel: UInt32 = 3
  static let demandGamma: UInt32 = 4
  static let spike: UInt32 = 5
  static let incident: UInt32 = 6
  static let starLevel: UInt32 = 7
  static let starWalk: UInt32 = 8
  static let starShock: UInt32 = 9
  static let lateWalk: UInt32 = 10
  static let lateShock: UInt32 = 11
  static let orders: UInt32 = 12
  static let demandShare: UInt32 = 13
  static let orderValue: UInt32 = 14
  static let valueBridge: UInt32 = 15
  static let payment: UInt32 = 16
  static let readiness: UInt32 = 17
  static let shipping: UInt32 = 18
  static let courier: UInt32 = 19
  static let transit: UInt32 = 20
  static let earlyReview: UInt32 = 21
  static let chats: UInt32 = 22
  static let chatRating: UInt32 = 23
  static let arrival: UInt32 = 24
  static let satisfaction: UInt32 = 25
  static let refund: UInt32 = 26
  static let refundDelay: UInt32 = 27
  static let refundHours: UInt32 = 28
  static let dispute: UInt32 = 29
  static let complaint: UInt32 = 30
  static let review: UInt32 = 31
  static let reviewDelay: UInt32 = 32
  static let stars: UInt32 = 33
  static let ruleChance: UInt32 = 34
  static let warmUp: UInt32 = 35
  static let lostParcel: UInt32 = 36
  static let pickup: UInt32 = 37
  /// Chats of the days in a bank, addressed by row and size instead of replication and day.
  static let bankChats: UInt32 = 38
  static let bankPick: UInt32 = 39
  /// The desk alone, to solve its handle time.
  static let handleTime: UInt32 = 40
  // 41 to 49: after-sales work.
  static let audit: UInt32 = 41
  static let goods: UInt32 = 42
  static let ticket: UInt32 = 43
  static let mail: UInt32 = 44
  static let openServiceOrder: UInt32 = 45
  static let survey: UInt32 = 46
  static let inspection: UInt32 = 47
  static let pendingFeedback: UInt32 = 48
  /// How old shipments are that are on time or late.
  static let shippingAge: UInt32 = 50
  static let pickupHours: UInt32 = 51
  /// Payment days and request days of returns for logistics.
  static let logisticsReturn: UInt32 = 52
  /// Levels of day 1 that a history told.
  static let learntStars: UInt32 = 53
  static let learntDemand: UInt32 = 54
  static let learntLate: UInt32 = 55
}
