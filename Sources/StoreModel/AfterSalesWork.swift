/// The after-sales paperwork: service orders, returned goods, complaint tickets and the platform's
/// mails, with the people and tools that deal with it.
package struct AfterSalesWork: Hashable, Sendable {
  /// People who do nothing else.
  package struct Staff: Hashable, Sendable {
    /// Number of people.
    package var agents: Int
    /// Start, in hours after midnight.
    package var fromHour: Double
    /// End, in hours after midnight, later than the start and at most 24.
    package var toHour: Double
    /// Wage of one of them, in yuan a day.
    package var wageInYuanPerDay: Double

    /// Creates a staff.
    package init(agents: Int, fromHour: Double, toHour: Double, wageInYuanPerDay: Double) {
      self.agents = agents
      self.fromHour = fromHour
      self.toHour = toHour
      self.wageInYuanPerDay = wageInYuanPerDay
    }
  }

  /// Their own staff; `nil` leaves the work to the chat agents, who answer chats first.
  package var staff: Staff?
  /// Mean time of one piece of work, in seconds.
  package var taskTimeMeanInSeconds: Uncertain
  /// Log-normal sigma of that time.
  package var taskTimeSigma: Double
  /// Mean time from application to audit where no desk is modelled, in hours.
  package var auditMeanInHours: Double
  /// Log-normal sigma of that time.
  package var auditSigma: Double
  /// Whether a tool refunds at once what needs no return.
  package var hasQuickRefund: Bool
  /// Whether a tool agrees to returns at once.
  package var agreesToReturns: Bool
  /// Complaint tickets as a share of signed orders.
  package var tickets: Uncertain
  /// Share of processed service orders whose buyer answers the survey.
  package var surveyRate: Uncertain
  /// Share of the answers that are satisfied after an audit within 20 minutes.
  package var satisfied: Uncertain
  /// The same after a longer audit.
  package var satisfiedWhenSlow: Uncertain
  /// Service orders that the platform inspects in a month.
  package var inspectionsPerMonth: Uncertain
  /// Share of inspected service orders that pass.
  package var inspectionPass: Uncertain
  /// Share of audited service orders that are moved to waiting for the buyer.
  package var pendingFeedback: Uncertain

  /// Creates the after-sales work.
  package init(
    staff: Staff?,
    taskTimeMeanInSeconds: Uncertain,
    taskTimeSigma: Double,
    auditMeanInHours: Double,
    auditSigma: Double,
    hasQuickRefund: Bool,
    agreesToReturns: Bool,
    tickets: Uncertain,
    surveyRate: Uncertain,
    satisfied: Uncertain,
    satisfiedWhenSlow: Uncertain,
    inspectionsPerMonth: Uncertain,
    inspectionPass: Uncertain,
    pendingFeedback: Uncertain
  ) {
    self.staff = staff
    self.taskTimeMeanInSeconds = taskTimeMeanInSeconds
    self.taskTimeSigma = taskTimeSigma
    self.auditMeanInHours = auditMeanInHours
    self.auditSigma = auditSigma
    self.hasQuickRefund = hasQuickRefund
    self.agreesToReturns = agreesToReturns
    self.tickets = tickets
    self.surveyRate = surveyRate
    self.satisfied = satisfied
    self.satisfiedWhenSlow = satisfiedWhenSlow
    self.inspectionsPerMonth = inspectionsPerMonth
    self.inspectionPass = inspectionPass
    self.pendingFeedback = pendingFeedback
  }
}
