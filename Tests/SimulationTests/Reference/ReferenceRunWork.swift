import Glibc
import StoreModel

/// The after-sales work of a day, piece by piece (model page, section 7).
extension ReferenceRun {
  private static let ratings: [DayCounter] = [
    .afterSalesRated1, .afterSalesRated2, .afterSalesRated3, .afterSalesRated4, .afterSalesRated5,
  ]

  /// Seconds after midnight, 20 minutes, and the hours of the system's steps.
  private static let limit = 1200.0

  /// Runs the day's work; `held` are the seconds that chats hold slots, `nil` without a desk.
  mutating func workOff(on day: Int, held: [Double]?) {
    work.processed = []
    useTools(on: day)
    credit(on: day)
    let pieces = newPieces(on: day)
    if let held, let desk {
      queue(pieces.sorted { $0.arrival < $1.arrival }, on: day, pace(desk, held))
    } else {
      for piece in pieces { takeTime(piece) }
    }
    survey(on: day)
    inspect(on: day)
    for _ in 0..<tally[day, .audits] where generator.happens(inputs.pendingFeedback) {
      count(.pendingFeedback, on: day)
    }
  }

  private mutating func useTools(on day: Int) {
    let tools = store.operation.afterSalesWork
    if tools.hasQuickRefund, !has(.quickRefundIgnored) {
      let count = work.refundRequests[day - firstDay]
      work.refundRequests[day - firstDay] = 0
      for counter in [DayCounter.audits, .audits20min, .processed, .processed20min] {
        self.count(counter, on: day, count)
      }
      self.count(.refundOnlyCount, on: day, count)
      work.processed += Array(repeating: false, count: count)
    }
    if tools.agreesToReturns, !has(.autoAgreeIgnored) {
      let count = work.returnRequests[day - firstDay]
      work.returnRequests[day - firstDay] = 0
      self.count(.audits, on: day, count)
      self.count(.audits20min, on: day, count)
      work.audits[day - firstDay] += Array(
        repeating: ReferenceWork.Audit(seconds: 0, isSlow: false),
        count: count
      )
    }
  }

  /// Credits the hours of the audits whose goods come back today.
  private mutating func credit(on day: Int) {
    guard day - 3 >= firstDay, !has(.returnAuditForgotten) else { return }
    for audit in work.audits[day - 3 - firstDay] {
      count(.returnRefundHoursTotal, on: day, Int(audit.seconds.rounded()))
    }
  }

  private mutating func newPieces(on day: Int) -> [ReferenceWork.Piece] {
    let index = day - firstDay
    var pieces: [ReferenceWork.Piece] = []
    for kind in [ReferenceWork.Kind.refundOnly, .returning] {
      let requests = kind == .refundOnly ? work.refundRequests : work.returnRequests
      for _ in 0..<requests[index] {
        let profile =
          store.operation.serviceDesk?.hourlyProfile ?? Array(repeating: 1, count: 24)
        let hour = Double(generator.choice(profile)) + generator.uniform()
        pieces.append(piece(kind, day, at: hour))
      }
    }
    for audit in index >= 3 ? work.audits[index - 3] : [] {
      var goods = piece(.goods, day, at: 9 + 9 * generator.uniform())
      goods.audit = audit
      pieces.append(goods)
    }
    let lag = has(.ticketsOnTheDayOfSigning) ? 0 : 2
    for _ in 0..<(index >= lag ? work.signed[index - lag] : 0)
    where generator.happens(inputs.tickets) {
      pieces.append(piece(.ticket, day, at: 9 + 12 * generator.uniform()))
    }
    for _ in 0..<work.disputes[index] {
      pieces.append(piece(.mail, day, at: 9 + 9 * generator.uniform()))
    }
    return pieces
  }

  private mutating func piece(
    _ kind: ReferenceWork.Kind,
    _ day: Int,
    at hour: Double
  ) -> ReferenceWork.Piece {
    let sigma = store.operation.afterSalesWork.taskTimeSigma
    return ReferenceWork.Piece(
      kind: kind,
      day: day,
      arrival: hour * 3600,
      handle: generator.logNormal(mu: log(inputs.taskMean) - sigma * sigma / 2, sigma: sigma)
    )
  }

  private func pace(_ desk: ReferenceDesk, _ held: [Double]) -> ReferencePace {
    if let staff = store.operation.afterSalesWork.staff {
      return ReferencePace(
        staff: staff,
        shrinkage: has(.ownStaffNeverAway) ? 0 : desk.desk.shrinkage
      )
    }
    return ReferencePace(
      slotSeconds: desk.slotSeconds,
      held: has(.chatsGoLast) ? held.map { _ in 0 } : held,
      concurrency: has(.onePersonASlot) ? 1 : desk.desk.concurrency
    )
  }

  private mutating func queue(
    _ pieces: [ReferenceWork.Piece],
    on day: Int,
    _ pace: ReferencePace
  ) {
    let queue = has(.oldWorkComesLast) ? pieces + work.waiting : work.waiting + pieces
    work.waiting = []
    var ahead = 0.0
    for piece in queue {
      let free = max(ahead, pace.done(until: piece.day == day ? piece.arrival : 0))
      guard let begin = pace.begins(after: free) else {
        work.waiting.append(piece)
        continue
      }
      ahead = free + piece.handle
      finish(piece, at: Double(day) * 86_400 + begin + piece.handle, on: day)
    }
    let still = work.waiting
    work.waiting = []
    for piece in still {
      let days = piece.kind == .goods && !has(.goodsCloseAsAudits) ? 7.0 : 2
      let closes = piece.arrivedAt + (has(.auditsCloseAfterOneDay) && days == 2 ? 1 : days) * 86_400
      if closes <= Double(day + 1) * 86_400 {
        finish(piece, at: closes, bySystem: true, on: day)
      } else {
        work.waiting.append(piece)
      }
    }
  }

  /// Counts a piece that ends `end` seconds after the midnight before day 0.
  private mutating func finish(
    _ piece: ReferenceWork.Piece,
    at end: Double,
    bySystem: Bool = false,
    on day: Int
  ) {
    let seconds = end - piece.arrivedAt
    let service =
      has(.serviceClockRunsAtNight)
      ? seconds : ReferenceWork.serviceSeconds(from: piece.arrivedAt, to: end)
    let late: Bool
    switch piece.kind {
    case .ticket:
      let clock = ReferenceWork.serviceSeconds(from: piece.arrivedAt, to: end)
      late = (has(.ticketsOnServiceClock) ? clock : seconds) > 10_800
    case .mail:
      late = end > Double(piece.day) * 86_400 + mailDeadline(piece.arrival)
    default: late = service > Self.limit
    }
    let isQuick = piece.handle <= Self.limit && !bySystem
    settle(piece, seconds: seconds, isLate: late, isQuick: isQuick, on: day)
  }

  /// Seconds after midnight of its day by which a mail is to be answered.
  private func mailDeadline(_ arrival: Double) -> Double {
    let isNextDay = has(.mailCutOffFlipped) ? arrival < 57_600 : arrival >= 57_600
    return 64_800 + (isNextDay ? 86_400 : 0)
  }

  /// Counts a piece in a store without a desk, which takes its time unseen.
  private mutating func takeTime(_ piece: ReferenceWork.Piece) {
    let time = ReferenceAuditTime(store.operation.afterSalesWork).draw(&generator)
    let late: Bool
    switch piece.kind {
    case .ticket: late = time.hours > 3
    case .mail: late = piece.arrival + time.hours * 3600 > mailDeadline(piece.arrival)
    default: late = time.hours * 3600 > Self.limit
    }
    settle(piece, seconds: time.told * 3600, isLate: late, isQuick: !late, on: piece.day)
  }

  /// Counts a piece; `isQuick` says whether a refund without return is processed in time.
  private mutating func settle(
    _ piece: ReferenceWork.Piece,
    seconds: Double,
    isLate: Bool,
    isQuick: Bool,
    on day: Int
  ) {
    let claims = store.operation.afterSales
    switch piece.kind {
    case .refundOnly, .returning:
      count(.audits, on: day)
      if !isLate { count(.audits20min, on: day) }
      if piece.kind == .refundOnly || !has(.auditHoursWithoutReturns) {
        count(.auditHoursTotal, on: day, Int(seconds.rounded()))
      }
      if piece.kind == .returning {
        let audit = ReferenceWork.Audit(seconds: seconds, isSlow: isLate)
        work.audits[piece.day - firstDay].append(audit)
        return
      }
      count(.processed, on: day)
      if isQuick { count(.processed20min, on: day) }
      work.processed.append(isLate)
      count(.refundOnlyCount, on: day)
      let rest = restTime(mean: claims.refundOnlyMeanInHours)
      count(.refundOnlyHoursTotal, on: day, Int((seconds + rest).rounded()))
    case .goods:
      count(.processed, on: day)
      if !isLate { count(.processed20min, on: day) }
      work.processed.append(piece.audit?.isSlow ?? false)
      count(.returnRefundCount, on: day)
      let rest = restTime(mean: claims.returnRefundMeanInHours)
      count(.returnRefundHoursTotal, on: day, Int((seconds + rest).rounded()))
    case .ticket:
      count(.tickets, on: day)
      if isLate { count(.ticketsOver3h, on: day) }
    case .mail:
      count(.mails, on: day)
      if isLate { count(.mailsLate, on: day) }
    }
  }

  /// Seconds from processing to the refund: exponential in steps of six hours, at most seven days.
  private mutating func restTime(mean: Double) -> Double {
    let hours = generator.exponential(mean: mean)
    if hours >= 168 { return has(.automaticStepMissing) ? hours * 3600 : 168 * 3600 }
    let stay = exp(-6 / mean)
    return ((hours / 6).rounded(.down) * 6 + mean - 6 * stay / (1 - stay)) * 3600
  }

  private mutating func survey(on day: Int) {
    for isSlow in work.processed where generator.happens(inputs.surveyRate) {
      let satisfied =
        isSlow && !has(.surveyIgnoresSlowness) ? inputs.satisfiedWhenSlow : inputs.satisfied
      let star =
        generator.happens(satisfied)
        ? 4 - generator.choice([0.8, 0.2]) : 2 - generator.choice([0.3, 0.3, 0.4])
      count(Self.ratings[star], on: day)
    }
  }

  private mutating func inspect(on day: Int) {
    let date = store.start + (day - 1)
    if work.inspected.month != date.startOfMonth { work.inspected = (date.startOfMonth, 0) }
    let days = date.startOfNextMonth - date.startOfMonth
    let passed = date - date.startOfMonth + 1
    let due = inputs.inspectionsPerMonth * Double(passed) / Double(days)
    let quota = has(.inspectionsAtMonthsBegin) ? inputs.inspectionsPerMonth : due
    var orders = work.processed.map { _ in generator.happens(inputs.inspectionPass) }
    let samples = max(0, min(orders.count, Int(quota) - work.inspected.count))
    for _ in 0..<samples {
      let index = generator.index(below: orders.count)
      if orders[index] { count(.samplesPassed, on: day) }
      if !has(.inspectionsWithReplacement) { orders.remove(at: index) }
    }
    count(.samples, on: day, samples)
    work.inspected.count += samples
  }
}
