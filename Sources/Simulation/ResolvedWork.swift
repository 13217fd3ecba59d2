import Glibc
import StoreModel

/// After-sales work with one replication's values (`docs/model.md` §7).
struct ResolvedWork: Sendable {
  let hasQuickRefund: Bool
  let agreesToReturns: Bool

  /// Tickets as a share of signed orders.
  let tickets: Double
  let surveyRate: Double
  let satisfied: Double
  let satisfiedWhenSlow: Double
  let inspectionsPerMonth: Double
  let inspectionPass: Double
  let pendingFeedback: Double

  /// From the staff's handling to the end of a refund without and with return.
  let refundTime: RefundTime
  let returnTime: RefundTime

  /// Wages of people of their own, in fen a day.
  let wagesInFen: Int

  /// The pace of people of their own; `nil` where chat agents do the work or nobody is modelled.
  let staff: WorkPace?

  /// How long work takes where nobody is modelled; `nil` with a desk.
  let waits: WaitLaw?

  /// Mean and standard deviation of the log of a piece's seconds.
  let handleZeta: Double
  let handleSigma: Double

  private let requests: ShareTimes

  init(_ operation: Operation, inputs: InputScores) {
    let work = operation.afterSalesWork
    hasQuickRefund = work.hasQuickRefund
    agreesToReturns = work.agreesToReturns
    tickets = inputs.value(work.tickets)
    surveyRate = inputs.value(work.surveyRate)
    satisfied = inputs.value(work.satisfied)
    satisfiedWhenSlow = inputs.value(work.satisfiedWhenSlow)
    inspectionsPerMonth = inputs.value(work.inspectionsPerMonth)
    inspectionPass = inputs.value(work.inspectionPass)
    pendingFeedback = inputs.value(work.pendingFeedback)
    refundTime = RefundTime(meanInHours: operation.afterSales.refundOnlyMeanInHours)
    returnTime = RefundTime(meanInHours: operation.afterSales.returnRefundMeanInHours)
    let desk = operation.serviceDesk
    wagesInFen = work.staff?.wagesInFen ?? 0
    staff = work.staff.map {
      let present = (Double($0.agents) * (1 - (desk?.shrinkage ?? 0))).rounded()
      return WorkPace(
        people: max(1, present),
        from: $0.fromHour * 3600,
        to: $0.toHour * 3600
      )
    }
    waits =
      desk == nil ? WaitLaw(meanInHours: work.auditMeanInHours, sigma: work.auditSigma) : nil
    requests = ShareTimes(
      DayProfile(hourly: desk?.hourlyProfile ?? Array(repeating: 1, count: 24))
    )
    handleSigma = work.taskTimeSigma
    handleZeta = log(inputs.value(work.taskTimeMeanInSeconds)) - handleSigma * handleSigma / 2
  }

  /// Makes shares of a kind's pieces of a day the times before which they come, in seconds, with that
  /// day's `midnight`.
  func spread(
    _ shares: UnsafeMutableBufferPointer<Double>,
    of kind: WorkPiece.Kind,
    over midnight: Double
  ) {
    switch kind {
    case .refund, .returned:
      for index in shares.indices { shares[index] = midnight + requests.time(shares[index]) }
    case .goods, .mail:
      for index in shares.indices { shares[index] = midnight + (9 + 9 * shares[index]) * 3600 }
    case .ticket:
      for index in shares.indices { shares[index] = midnight + (9 + 12 * shares[index]) * 3600 }
    }
  }

  /// The time that a piece takes a person at a standard score, in seconds.
  func handleTime(atScore score: Double) -> Double {
    exp(handleZeta + handleSigma * score)
  }
}

extension AfterSalesWork.Staff {
  /// Wages of a day, in fen.
  var wagesInFen: Int { Int((Double(agents) * wageInYuanPerDay * 100).rounded()) }
}

/// The time between the staff's handling and a refund's end: exponential in steps of six hours, ended
/// by the platform's own step after seven days.
struct RefundTime: Sendable {
  private static let step = 21_600.0
  private static let steps = 28

  /// Probability that a step is not the last.
  private let goesOn: Double

  /// Mean time within the last step, in seconds.
  private let within: Double

  init(meanInHours: Double) {
    let mean = meanInHours * 3600
    goesOn = exp(-Self.step / mean)
    within = mean - Self.step / expm1(Self.step / mean)
  }

  /// Draws the time that some refunds take in all, in seconds; calls `first` to `first` + 27.
  func total(of refunds: Int, firstCall first: Int, draws: inout Draws) -> Double {
    var left = refunds
    var seconds = 0.0
    for step in 0..<Self.steps where left > 0 {
      let ended = draws.binomial(left, 1 - goesOn, Process.refundHours, first + step)
      seconds += Double(ended) * (Double(step) * Self.step + within)
      left -= ended
    }
    return seconds + Double(left) * Double(Self.steps) * Self.step
  }
}
