/// A piece of after-sales work that somebody has to do.
struct WorkPiece: Sendable {
  /// What is to be done.
  enum Kind: Int, CaseIterable, Sendable {
    /// The audit of a refund without return.
    case refund
    /// The audit of a return.
    case returned
    /// Goods that are back.
    case goods
    /// A complaint ticket.
    case ticket
    /// A mail of the platform about a dispute.
    case mail

    /// The least of ``greatestWait``.
    static let leastWait = 2 * 86_400.0

    /// Time after which the system closes what nobody began, in seconds.
    var greatestWait: Double { self == .goods ? 7 * 86_400 : Self.leastWait }

    /// The process of its draws.
    var process: UInt32 {
      switch self {
      case .refund, .returned: Process.audit
      case .goods: Process.goods
      case .ticket: Process.ticket
      case .mail: Process.mail
      }
    }

    /// The call of its arrivals; that of its handle times follows.
    var firstCall: Int { self == .returned || self == .ticket ? 2 : 0 }
  }

  /// Seconds from the midnight on which day 1 begins; negative on the days before.
  var arrival = 0.0

  /// Seconds that it takes a person.
  var handleTime = 0.0

  var kind: Kind

  /// Whether the audit of these goods' return was slow.
  var auditWasSlow = false

  /// The day on which it came.
  var day: Int { ServiceClock.wholeDays(arrival) + 1 }
}

/// The clock by which platforms time service orders: it runs from 9:00 to 21:00.
enum ServiceClock {
  /// Most time of what counts as quick, in seconds.
  static let quick = 1200.0

  /// Whether at most 20 service minutes lie between two moments, in seconds from one midnight.
  static func isQuick(from arrival: Double, to end: Double) -> Bool {
    if end - arrival <= quick { return true }
    // The clock stands still for twelve hours at a time.
    return end - arrival < 43_200 + quick + 1 && time(at: end) - time(at: arrival) <= quick
  }

  private static func time(at moment: Double) -> Double {
    let days = Double(wholeDays(moment))
    return days * 43_200 + min(43_200, max(0, moment - days * 86_400 - 32_400))
  }

  /// Whole days to a moment, rounded down: by truncation, which takes less time than a call of `floor`.
  static func wholeDays(_ moment: Double) -> Int {
    let days = moment / 86_400
    let whole = Int(days)
    return Double(whole) > days ? whole - 1 : whole
  }
}
