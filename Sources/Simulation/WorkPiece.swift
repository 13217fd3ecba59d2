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

  /// A piece's kind and past in a byte.
  struct Label: Sendable {
    private static let slow: UInt8 = 8
    private let byte: UInt8

    init(_ kind: Kind, auditWasSlow: Bool = false) {
      byte = UInt8(kind.rawValue) | (auditWasSlow ? Self.slow : 0)
    }

    var kind: Kind { Kind(rawValue: kindNumber) ?? .refund }

    /// Number of the kind.
    var kindNumber: Int { Int(byte & (Self.slow - 1)) }

    /// Whether the audit of these goods' return was slow.
    var auditWasSlow: Bool { byte & Self.slow != 0 }
  }

  /// Seconds from the midnight on which day 1 begins; negative on the days before.
  let arrival: Double

  /// Seconds that it takes a person.
  let handleTime: Double

  let label: Label

  var kind: Kind { label.kind }

  /// The day on which it came.
  var day: Int { ServiceClock.wholeDays(arrival) + 1 }

  init(arrival: Double, handleTime: Double, label: Label) {
    self.arrival = arrival
    self.handleTime = handleTime
    self.label = label
  }

  init(arrival: Double, handleTime: Double, kind: Kind) {
    self.init(arrival: arrival, handleTime: handleTime, label: Label(kind))
  }
}

/// The clock by which platforms time service orders: it runs from 9:00 to 21:00.
enum ServiceClock {
  /// Most time of what counts as quick, in seconds.
  static let quick = 1200.0

  /// Whether at most 20 service minutes lie between two moments, in seconds after a midnight.
  ///
  /// The end lies after that midnight, the begin before the next one. No branch, since no processor
  /// foresees it.
  @inline(__always)
  static func isQuick(from begin: Double, to end: Double) -> Bool {
    let moments = SIMD2(begin, end)
    let today = dayTimes(at: moments)
    let times = dayTimes(at: moments + 86_400) + today + dayTimes(at: moments - 86_400)
    return times[1] - times[0] <= quick
  }

  /// Service time of a day up to each of two moments.
  @inline(__always)
  private static func dayTimes(at moments: SIMD2<Double>) -> SIMD2<Double> {
    let times = moments - 32_400
    let begun = times.replacing(with: 0, where: times .< 0)
    return begun.replacing(with: 43_200, where: begun .> 43_200)
  }

  /// Whole days to a moment, rounded down: by truncation, which takes less time than a call of `floor`.
  static func wholeDays(_ moment: Double) -> Int {
    let days = moment / 86_400
    let whole = Int(days)
    return Double(whole) > days ? whole - 1 : whole
  }
}
