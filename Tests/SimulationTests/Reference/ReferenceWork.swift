import Glibc
import StoreModel

/// What the after-sales work of a store holds from day to day (model page, section 7).
struct ReferenceWork {
  /// What a piece of work is about.
  enum Kind {
    /// The audit of a refund without and with return.
    case refundOnly, returning
    case goods, ticket, mail
  }

  /// How the audit of a request went.
  struct Audit {
    var seconds: Double
    var isSlow: Bool
  }

  /// A piece of work.
  struct Piece {
    var kind: Kind
    /// Day and seconds after its midnight at which it came.
    var day: Int
    var arrival: Double
    /// Seconds of one person.
    var handle: Double
    /// The audit of the return whose goods these are.
    var audit: Audit?

    /// Seconds since the midnight before day 0.
    var arrivedAt: Double { Double(day) * 86_400 + arrival }
  }

  /// Requests without and with return, disputes opened and orders signed, by day.
  var refundRequests: [Int]
  var returnRequests: [Int]
  var disputes: [Int]
  var signed: [Int]
  /// Audits of the returns requested on each day.
  var audits: [[Audit]]
  /// Pieces that nobody has begun, oldest first.
  var waiting: [Piece] = []
  /// Service orders processed today: whether the audit was slow.
  var processed: [Bool] = []
  /// Inspections of the month, which is told by its first day.
  var inspected = (month: CalendarDay(ordinal: 0), count: 0)

  /// The work of `days` days.
  init(days: Int) {
    refundRequests = Array(repeating: 0, count: days)
    returnRequests = refundRequests
    disputes = refundRequests
    signed = refundRequests
    audits = Array(repeating: [], count: days)
  }

  /// Seconds between 9:00 and 21:00 from one time to another, both counted from the midnight
  /// before day 0.
  static func serviceSeconds(from: Double, to: Double) -> Double {
    func since(_ time: Double) -> Double {
      let day = (time / 86_400).rounded(.down)
      return day * 43_200 + min(43_200, max(0, time - day * 86_400 - 32_400))
    }
    return since(to) - since(from)
  }
}

/// The time that a piece of work takes in a store without a desk: log-normal, told in cells.
struct ReferenceAuditTime {
  /// Ends of the cells in hours.
  private static let ends = [1 / 3.0, 1, 2, 3, 4, 6, 8, 12, 24, 48]

  let mean: Double
  let sigma: Double
  private var mu: Double { log(mean) - sigma * sigma / 2 }

  init(_ work: AfterSalesWork) {
    mean = work.auditMeanInHours
    sigma = work.auditSigma
  }

  /// Hours of one piece, and the mean of their cell.
  func draw(_ generator: inout ReferenceGenerator) -> (hours: Double, told: Double) {
    let hours = generator.logNormal(mu: mu, sigma: sigma)
    guard let cell = Self.ends.firstIndex(where: { hours <= $0 }) else { return (hours, 48) }
    let from = cell == 0 ? 0 : Self.ends[cell - 1]
    return (
      hours,
      mean * (part(Self.ends[cell], 1) - part(from, 1))
        / (part(Self.ends[cell], 0) - part(from, 0))
    )
  }

  /// The chance of at most `hours`.
  func chance(within hours: Double) -> Double { part(hours, 0) }

  /// The distribution function at `hours`, of the law (0) or of its length-biased form (1).
  private func part(_ hours: Double, _ order: Double) -> Double {
    hours > 0 ? ReferenceParcel.normalCDF((log(hours) - mu) / sigma - order * sigma) : 0
  }
}
