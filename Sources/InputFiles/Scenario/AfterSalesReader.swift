import StoreModel

/// Reads `after_sales:` and `automation:`: what buyers claim and what comes of it.
struct AfterSalesReader {
  private let section: Section
  private let automation: Section

  init(_ root: Section) {
    section = root.section("after_sales")
    automation = root.section("automation")
  }

  /// Claims, and the work they make for `people`.
  func read(people: AfterSalesPeople) -> (claims: AfterSales, work: AfterSalesWork) {
    let errors = section.reader.errorCount
    let result = (claims(), work(people))
    section.finish()
    automation.finish()
    if section.reader.errorCount == errors { check(result.0, section) }
    return result
  }

  private func claims() -> AfterSales {
    let hours = section.section("completion")
    let afterSales = AfterSales(
      refundOnly: section.uncertain("refund_only", .share, in: 0...0.95),
      returnRefund: section.uncertain("return_refund", .share, in: 0...0.95),
      qualityReturns: section.uncertain("quality_returns", .share, in: 0...0.95),
      disputes: section.uncertain("disputes", .share, in: 0...0.95),
      merchantFault: section.uncertain("merchant_fault", .share, in: 0...1),
      complaints: section.uncertain("complaints", .share, in: 0...0.95),
      refundOnlyMeanInHours: hours.known("refund_only", .hours, in: 0.01...720),
      returnRefundMeanInHours: hours.known("return_refund", .hours, in: 0.01...1440)
    )
    hours.finish()
    return afterSales
  }

  private func work(_ people: AfterSalesPeople) -> AfterSalesWork {
    let audit = section.section("audit", main: "mean")
    let survey = section.section("survey")
    let inspections = section.section("inspections")
    let work = AfterSalesWork(
      staff: people.staff,
      taskTimeMeanInSeconds: people.taskTimeMean,
      taskTimeSigma: people.taskTimeSigma,
      auditMeanInHours: people.hasDesk ? 1 : audit.known("mean", .hours, in: 0.01...720),
      auditSigma: people.hasDesk ? 1 : audit.known("sigma", .amount, in: 0.01...3),
      hasQuickRefund: automation.flag("quick_refund"),
      agreesToReturns: automation.flag("auto_agree_returns"),
      tickets: section.uncertain("tickets", .share, in: 0...0.95),
      surveyRate: survey.uncertain("rate", .share, in: 0...1),
      satisfied: survey.uncertain("satisfied", .share, in: 0...1),
      satisfiedWhenSlow: survey.uncertain("satisfied_when_slow", .share, in: 0...1),
      inspectionsPerMonth: inspections.uncertain("per_month", .amount, in: 0...100_000),
      inspectionPass: inspections.uncertain("pass", .share, in: 0...1),
      pendingFeedback: section.uncertain("pending_feedback", .share, in: 0...1)
    )
    if people.hasDesk, section.gives("audit") {
      section.reader.report(
        "SC303",
        at: audit.field,
        "'\(audit.path)' says how long an audit takes where no desk is modelled, but there is one",
        hint: "leave it out: the desk's people and their work decide"
      )
    } else {
      audit.finish()
    }
    survey.finish()
    inspections.finish()
    return work
  }

  private func check(_ afterSales: AfterSales, _ section: Section) {
    let refunds = afterSales.refundOnly.median + afterSales.returnRefund.median
    if refunds > 1 {
      section.reader.report(
        "SC310",
        at: section.field,
        "refunds with and without return exceed 100 % of orders together, found "
          + Quantity.share.text(of: refunds)
      )
    } else if afterSales.qualityReturns.median > refunds {
      section.reader.report(
        "SC310",
        at: section.field,
        "quality_returns are part of all refunds and cannot exceed them: "
          + "\(Quantity.share.text(of: afterSales.qualityReturns.median)) of "
          + "\(Quantity.share.text(of: refunds))",
        hint: "set 'after_sales.quality_returns', 'refund_only' and 'return_refund' together"
      )
    }
  }
}
