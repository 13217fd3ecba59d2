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

  /// Pieces of one kind that came on one day.
  private struct Share {
    var count = 0

    /// Of these within 20 service minutes, or not late.
    var inTime = 0

    /// Of these with a handle time of at most 20 minutes.
    var short = 0

    /// Of these after a slow audit.
    var afterSlowAudit = 0

    /// From arrival to end, in all.
    var seconds = 0.0
  }

  /// Notes the pieces that ended on a day, each of which stands for `scale`.
  mutating func note(
    _ work: FinishedWork,
    on day: Int,
    scale: Int,
    returnAudits: inout ReturnAudits
  ) {
    note(work, 0..<work.byPeople, on: day, scale: scale, &returnAudits)
    note(work, work.byPeople..<work.line.count, on: day, scale: scale, &returnAudits)
  }

  /// Notes pieces that people did, or that the system closed.
  private mutating func note(
    _ work: FinishedWork,
    _ pieces: Range<Int>,
    on day: Int,
    scale: Int,
    _ returnAudits: inout ReturnAudits
  ) {
    // They are in the order of their arrival, so those of one day lie together.
    var first = pieces.lowerBound
    while first < pieces.upperBound {
      let (shares, end) = Self.shares(of: work, from: first, to: pieces.upperBound, on: day)
      let requests = work.line[first].day
      note(shares, byPeople: first < work.byPeople, scale: scale) {
        returnAudits.add($0, slow: $1, seconds: $2, ofRequestsOn: requests)
      }
      first = end
    }
  }

  /// Adds up the pieces that came on the day of the first, by kind; `end` is behind the last of them.
  private static func shares(
    of work: FinishedWork,
    from first: Int,
    to last: Int,
    on day: Int
  ) -> (shares: InlineArray<5, Share>, end: Int) {
    let (arrivals, handleTimes) = (work.line.arrivals.span, work.line.handleTimes.span)
    let (labels, ends) = (work.line.labels.span, work.ends.span)
    let midnight = Double(day - 1) * 86_400
    let dayEnd = Double(work.line[first].day) * 86_400
    var shares = InlineArray<5, Share>(repeating: Share())
    var place = first
    while place < last, arrivals[place] < dayEnd {
      let (arrival, end, label) = (arrivals[place], ends[place], labels[place])
      let kind = label.kindNumber
      var isInTime = ServiceClock.isQuick(from: arrival - midnight, to: end - midnight)
      if kind == WorkPiece.Kind.ticket.rawValue { isInTime = end - arrival <= 3 * 3600 }
      if kind == WorkPiece.Kind.mail.rawValue { isInTime = end <= deadline(ofMailAt: arrival) }
      shares[kind].count &+= 1
      shares[kind].inTime &+= isInTime ? 1 : 0
      shares[kind].short &+= handleTimes[place] <= ServiceClock.quick ? 1 : 0
      shares[kind].afterSlowAudit &+= label.auditWasSlow ? 1 : 0
      shares[kind].seconds += end - arrival
      place += 1
    }
    return (shares, place)
  }

  /// Notes pieces that came on one day; what the system closed is late.
  private mutating func note(
    _ shares: InlineArray<5, Share>,
    byPeople: Bool,
    scale: Int,
    audited: (_ returns: Int, _ slow: Int, _ seconds: Double) -> Void
  ) {
    for kind in WorkPiece.Kind.allCases where shares[kind.rawValue].count > 0 {
      let share = shares[kind.rawValue]
      let (count, seconds) = (share.count * scale, share.seconds * Double(scale))
      let inTime = byPeople ? share.inTime * scale : 0
      switch kind {
      case .refund:
        audits.add(count, inTime: inTime, seconds: seconds)
        refunds.add(count, inTime: byPeople ? share.short * scale : 0, seconds: seconds)
        processedAfterSlowAudit += count - inTime
      case .returned:
        audits.add(count, inTime: inTime, seconds: seconds)
        audited(count, count - inTime, seconds)
      case .goods:
        goods.add(count, inTime: inTime, seconds: seconds)
        processedAfterSlowAudit += share.afterSlowAudit * scale
      case .ticket: tickets.add(count, inTime: inTime)
      case .mail: mails.add(count, inTime: inTime)
      }
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
