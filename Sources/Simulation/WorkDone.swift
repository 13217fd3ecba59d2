/// What was done of the after-sales work on one day.
struct WorkDone: Sendable {
  /// Pieces of one kind.
  struct Tally: Sendable {
    var count = 0

    /// Of these within 20 service minutes, or not late.
    var inTime = 0

    /// From arrival to end, in all.
    var seconds = 0.0
  }

  /// Audits by people, by the system and by tools, which take no time.
  var audits = Tally()

  /// Refunds without return that were processed, their seconds up to the audit; those of the tool are
  /// not among them.
  var refunds = Tally()

  /// Goods that were processed.
  var goods = Tally()

  /// Service orders processed by a tool.
  var processedAtOnce = 0

  /// Service orders that were processed and whose audit was slow.
  var processedAfterSlowAudit = 0

  var tickets = Tally()
  var mails = Tally()

  /// Service orders that were processed.
  var processed: Int { refunds.count + goods.count + processedAtOnce }

  /// Service orders that were processed within 20 minutes.
  var processedInTime: Int { refunds.inTime + goods.inTime + processedAtOnce }

  /// Notes that a piece ended that stands for `scale`.
  mutating func note(
    _ piece: WorkPiece,
    end: Double,
    byPeople: Bool,
    scale: Int,
    returnAudits: inout ReturnAudits
  ) {
    let seconds = (end - piece.arrival) * Double(scale)
    switch piece.kind {
    case .refund:
      let isQuick = byPeople && ServiceClock.isQuick(from: piece.arrival, to: end)
      audits.add(scale, inTime: isQuick, seconds: seconds)
      refunds.add(
        scale,
        inTime: byPeople && piece.handleTime <= ServiceClock.quick,
        seconds: seconds
      )
      if !isQuick { processedAfterSlowAudit += scale }
    case .returned:
      let isQuick = byPeople && ServiceClock.isQuick(from: piece.arrival, to: end)
      audits.add(scale, inTime: isQuick, seconds: seconds)
      returnAudits.add(
        scale,
        slow: isQuick ? 0 : scale,
        seconds: seconds,
        ofRequestsOn: piece.day
      )
    case .goods:
      let isQuick = byPeople && ServiceClock.isQuick(from: piece.arrival, to: end)
      goods.add(scale, inTime: isQuick, seconds: seconds)
      if piece.auditWasSlow { processedAfterSlowAudit += scale }
    case .ticket:
      tickets.add(scale, inTime: end - piece.arrival <= 3 * 3600)
    case .mail:
      mails.add(scale, inTime: end <= Self.deadline(ofMailAt: piece.arrival))
    }
  }

  /// 18:00 of the day of a mail, of the next day if it came at or after 16:00.
  private static func deadline(ofMailAt arrival: Double) -> Double {
    let midnight = Double(ServiceClock.wholeDays(arrival)) * 86_400
    return midnight + (arrival - midnight < 16 * 3600 ? 18 : 42) * 3600
  }
}

extension WorkDone.Tally {
  /// Adds pieces that all were in time or all were not.
  mutating func add(_ pieces: Int, inTime isInTime: Bool, seconds: Double = 0) {
    add(pieces, inTime: isInTime ? pieces : 0, seconds: seconds)
  }

  /// Adds pieces of which some were in time.
  mutating func add(_ pieces: Int, inTime: Int, seconds: Double = 0) {
    count += pieces
    self.inTime += inTime
    self.seconds += seconds
  }
}
