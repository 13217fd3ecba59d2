import StoreModel

extension DayCounter {
  /// What only the after-sales work counts.
  static let afterSalesWork: Set<DayCounter> = [
    .audits, .audits20min, .auditHoursTotal, .processed, .processed20min, .pendingFeedback,
    .refundOnlyCount, .refundOnlyHoursTotal, .returnRefundCount, .returnRefundHoursTotal,
    .tickets, .ticketsOver3h, .mails, .mailsLate, .samples, .samplesPassed,
    .afterSalesRated1, .afterSalesRated2, .afterSalesRated3, .afterSalesRated4, .afterSalesRated5,
  ]
}

extension StoreState {
  /// Lets the day's after-sales work come, be done and be counted (`docs/model.md` §7).
  mutating func doAfterSalesWork(
    on day: Int,
    date: CalendarDay,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let work = values.work
    var done = WorkDone()
    returnAudits.begin(day)
    let goods = agenda.completedReturns(on: day)
    let audited = returnAudits.ofGoods(goods, backOn: day)
    var incoming = IncomingWork(
      refunds: agenda.refunds(on: day, isReturn: false),
      returns: agenda.refunds(on: day, isReturn: true),
      goods: goods,
      goodsAfterSlowAudit: audited.slow,
      tickets: draws.binomial(log[day - 2, .signedOrders], work.tickets, Process.ticket, 0),
      mails: agenda.disputes(on: day)
    )
    if work.hasQuickRefund {
      done.audits.add(incoming.refunds, inTime: true)
      done.processedAtOnce = incoming.refunds
      incoming.refunds = 0
    }
    if work.agreesToReturns {
      done.audits.add(incoming.returns, inTime: true)
      returnAudits.add(incoming.returns, slow: 0, seconds: 0, ofRequestsOn: day)
      incoming.returns = 0
    }
    if let waits = work.waits {
      waits.pass(
        incoming,
        open: openServiceOrders,
        on: day,
        done: &done,
        returnAudits: &returnAudits,
        draws: &draws
      )
    } else {
      serve(incoming, on: day, work: work, done: &done, draws: &draws)
    }
    openServiceOrders = OpenServiceOrders()
    count(done, on: day)
    countRefunds(done, auditSecondsOfGoods: audited.seconds, on: day, work: work, draws: &draws)
    if onDemand.surveys, day >= countedFrom {
      survey(done, on: day, work: work, draws: &draws)
    }
    if onDemand.inspections {
      inspect(done.processed, on: day, date: date, work: work, draws: &draws)
    }
    if onDemand.pendingFeedback, day >= countedFrom {
      count(
        draws.binomial(done.audits.count, work.pendingFeedback, Process.pendingFeedback, 0),
        .pendingFeedback,
        on: day
      )
    }
  }

  /// Lets people do the work: their own, or the chat agents in what chats leave of their time.
  private mutating func serve(
    _ incoming: IncomingWork,
    on day: Int,
    work: ResolvedWork,
    done: inout WorkDone,
    draws: inout Draws
  ) {
    workQueue.expect(max(incoming.count, openServiceOrders.count))
    workQueue.insert(openServiceOrders, work: work, draws: &draws)
    workQueue.receive(incoming, on: day, work: work, draws: &draws)
    if work.staff == nil { sharedPace.replace(desk.pace) }
    workQueue.serve(on: day, pace: work.staff ?? sharedPace)
    done.note(
      workQueue.finished,
      on: day,
      scale: workQueue.scale,
      returnAudits: &returnAudits
    )
  }

  private mutating func count(_ done: WorkDone, on day: Int) {
    count(done.audits.count, .audits, on: day)
    count(done.audits.inTime, .audits20min, on: day)
    count(Int(done.audits.seconds.rounded()), .auditHoursTotal, on: day)
    count(done.processed, .processed, on: day)
    count(done.processedInTime, .processed20min, on: day)
    count(done.tickets.count, .tickets, on: day)
    count(done.tickets.count - done.tickets.inTime, .ticketsOver3h, on: day)
    count(done.mails.count, .mails, on: day)
    count(done.mails.count - done.mails.inTime, .mailsLate, on: day)
  }

  /// Counts refunds and how long they took from the request on; a tool takes no time.
  private mutating func countRefunds(
    _ done: WorkDone,
    auditSecondsOfGoods: Double,
    on day: Int,
    work: ResolvedWork,
    draws: inout Draws
  ) {
    count(done.refunds.count + done.processedAtOnce, .refundOnlyCount, on: day)
    count(done.goods.count, .returnRefundCount, on: day)
    guard day >= countedFrom else { return }
    if onDemand.refundOnlyHours {
      let later = work.refundTime.total(of: done.refunds.count, firstCall: 0, draws: &draws)
      count(Int((done.refunds.seconds + later).rounded()), .refundOnlyHoursTotal, on: day)
    }
    if onDemand.returnRefundHours {
      let later = work.returnTime.total(of: done.goods.count, firstCall: 32, draws: &draws)
      let seconds = auditSecondsOfGoods + done.goods.seconds + later
      count(Int(seconds.rounded()), .returnRefundHoursTotal, on: day)
    }
  }

  /// Asks buyers of processed service orders how satisfied they are.
  private mutating func survey(
    _ done: WorkDone,
    on day: Int,
    work: ResolvedWork,
    draws: inout Draws
  ) {
    let slow = done.processedAfterSlowAudit
    let ofQuick = draws.binomial(done.processed - slow, work.surveyRate, Process.survey, 0)
    let ofSlow = draws.binomial(slow, work.surveyRate, Process.survey, 1)
    let satisfied =
      draws.binomial(ofQuick, work.satisfied, Process.survey, 2)
      + draws.binomial(ofSlow, work.satisfiedWhenSlow, Process.survey, 3)
    let five = draws.binomial(satisfied, 0.8, Process.survey, 4)
    let dissatisfied = ofQuick + ofSlow - satisfied
    let three = draws.binomial(dissatisfied, 0.3, Process.survey, 5)
    let two = draws.binomial(dissatisfied - three, 3.0 / 7, Process.survey, 6)
    count(five, .afterSalesRated5, on: day)
    count(satisfied - five, .afterSalesRated4, on: day)
    count(three, .afterSalesRated3, on: day)
    count(two, .afterSalesRated2, on: day)
    count(dissatisfied - three - two, .afterSalesRated1, on: day)
  }

  /// Lets the platform inspect as many processed service orders as bring the month up to date.
  private mutating func inspect(
    _ processed: Int,
    on day: Int,
    date: CalendarDay,
    work: ResolvedWork,
    draws: inout Draws
  ) {
    let ofMonth = date.civil
    let length = CalendarDay.length(ofMonth: ofMonth.month, year: ofMonth.year)
    let due = Int(
      (work.inspectionsPerMonth * Double(ofMonth.day) / Double(length)).rounded(.down)
    )
    let soFar =
      ofMonth.day == 1 ? 0 : log.sum(of: .samples, over: (day - ofMonth.day + 1)...(day - 1))
    let inspected = max(0, min(processed, due - soFar))
    let bad = draws.binomial(processed, 1 - work.inspectionPass, Process.inspection, 0)
    let failed = draws.hypergeometric(
      good: bad,
      bad: processed - bad,
      sample: inspected,
      Process.inspection,
      1
    )
    count(inspected, .samples, on: day)
    count(inspected - failed, .samplesPassed, on: day)
  }
}
