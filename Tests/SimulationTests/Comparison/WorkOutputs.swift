import StoreModel

/// What a desk's clocks and the after-sales work count.
extension Output {
  private static let surveyed = DayCounter.stars(of: "after_sales_rated") ?? []

  /// The desk's counts on the clock of the wall.
  static let desk: [Output] = [
    .total("bot answered", [.botAnswered]),
    .total("asked 8 to 23", [.asked8To23]),
    .total("first reply 8 to 23", [.firstReply8To23SecondsTotal]),
    .total("asked 9 to 23", [.asked9To23]),
    .total("replied within 30 s", [.replied30s9To23]),
    .total("asked 8 to 24", [.asked8To24]),
    .total("replied within 3 min of the wall", [.replied3min8To24]),
    .total("replied on the same day", [.repliedSameDay]),
    .ratio("mean first reply 8 to 23", [.firstReply8To23SecondsTotal], [.asked8To23]),
    .ratio("share within 30 s", [.replied30s9To23], [.asked9To23]),
    .ratio("share on the same day", [.repliedSameDay], [.contacts]),
    .day(11, "first reply 8 to 23", [.firstReply8To23SecondsTotal]),
    .day(12, "asked 8 to 23", [.asked8To23]),
    .day(12, "within 30 s", [.replied30s9To23]),
    .day(13, "replied on the same day", [.repliedSameDay]),
  ]

  /// After-sales work.
  static let work: [Output] = [
    .total("tickets", [.tickets]),
    .total("tickets over 3 h", [.ticketsOver3h]),
    .total("audits", [.audits]),
    .total("audits within 20 min", [.audits20min]),
    .total("processed", [.processed]),
    .total("processed within 20 min", [.processed20min]),
    .total("inspected", [.samples]),
    .total("inspections passed", [.samplesPassed]),
    .total("waiting for the buyer", [.pendingFeedback]),
    .total("mails", [.mails]),
    .total("mails late", [.mailsLate]),
    .total("surveyed", surveyed),
    .total("low survey answers", Array(surveyed.prefix(3))),
    .total("five stars in the survey", Array(surveyed.suffix(1))),
    .total("refunds without return", [.refundOnlyCount]),
    .ratio("share of fast audits", [.audits20min], [.audits]),
    .ratio("share processed fast", [.processed20min], [.processed]),
    .ratio("share of late tickets", [.ticketsOver3h], [.tickets]),
    .ratio("share of late mails", [.mailsLate], [.mails]),
    .ratio("share of low answers", Array(surveyed.prefix(3)), surveyed),
    .ratio("share passed", [.samplesPassed], [.samples]),
    .ratio("hours a refund", [.refundOnlyHoursTotal], [.refundOnlyCount]),
    .ratio("hours a return", [.returnRefundHoursTotal], [.returnRefundCount]),
    .day(3, "inspected", [.samples]),
    .day(12, "audits", [.audits]),
    .day(15, "tickets", [.tickets]),
    .day(16, "audits", [.audits]),
    .day(17, "processed", [.processed]),
    .day(18, "audits within 20 min", [.audits20min]),
    .day(19, "low survey answers", Array(surveyed.prefix(3))),
    .day(20, "return hours", [.returnRefundHoursTotal]),
    .day(21, "mails late", [.mailsLate]),
    .day(30, "inspected", [.samples]),
  ]

  /// Pairs of these whose correlation is compared.
  static let workPairs: [(String, String)] = [
    ("audits", "audits within 20 min"),
    ("audits within 20 min", "low survey answers"),
    ("mean first reply", "share of fast audits"),
    ("mean first reply 8 to 23", "asked 8 to 23"),
    ("tickets over 3 h", "mails late"),
    ("audits on day 12", "audits on day 16"),
    ("orders", "replied on the same day"),
    ("hours a return", "share processed fast"),
  ]
}
