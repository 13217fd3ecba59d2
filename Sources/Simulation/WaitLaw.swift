import Glibc

/// How long a piece of after-sales work takes where nobody is modelled: log-normal, drawn in cells,
/// each with its mean; the system ends it after 48 hours (`docs/model.md` §7).
struct WaitLaw: Sendable {
  /// Ends of the cells in hours.
  private static let ends = [1.0 / 3, 1, 2, 3, 4, 6, 8, 12, 24, 48]

  /// Cells of up to four hours.
  private static let early = 5

  /// Probability of each cell; the last is what lies beyond all ends.
  private let probabilities: [Double]

  /// Probabilities of a piece that has waited four hours already, up to a factor.
  private let probabilitiesAfterFourHours: [Double]

  /// Probability that a ticket takes more than three hours.
  private let ticketIsLate: Double

  /// Probability that a mail is answered too late.
  private let mailIsLate: Double

  private let means: [Double]

  init(meanInHours mean: Double, sigma: Double) {
    let zeta = log(mean) - sigma * sigma / 2
    func reached(_ hours: Double) -> Double { logNormalCDF(hours, zeta: zeta, sigma: sigma) }
    /// E[T; T ≤ t].
    func partial(_ hours: Double) -> Double {
      mean * logNormalCDF(hours, zeta: zeta + sigma * sigma, sigma: sigma)
    }
    /// ∫₀ᵗ P(T > x) dx = E[min(T, t)].
    func limited(_ hours: Double) -> Double { partial(hours) + hours * (1 - reached(hours)) }
    let starts = [0] + Self.ends
    let cells = Self.ends.indices.map { reached(Self.ends[$0]) - reached(starts[$0]) }
    probabilities = cells + [max(0, 1 - reached(48))]
    means =
      Self.ends.indices.map { cell in
        let (start, end) = (starts[cell], Self.ends[cell])
        guard cells[cell] > 1e-9 else { return (start + end) / 2 * 3600 }
        return min(end, max(start, (partial(end) - partial(start)) / cells[cell])) * 3600
      } + [48 * 3600]
    var late = probabilities
    for cell in 0..<Self.early { late[cell] = 0 }
    if late.reduce(0, +) <= 0 { late[Self.early] = 1 }
    probabilitiesAfterFourHours = late
    ticketIsLate = 1 - reached(3)
    // Sent at a, uniform on 9 to 18: late beyond 18 − a hours before 16:00, beyond 42 − a after it.
    let late9To16 = limited(9) - limited(2)
    let late16To18 = limited(26) - limited(24)
    mailIsLate = min(1, max(0, (late9To16 + late16To18) / 9))
  }

  /// Draws how many of some pieces are quick and the time that all take, in seconds; calls `first` to
  /// `first` + 10.
  private func draw(
    _ pieces: Int,
    haveWaited: Bool = false,
    _ process: UInt32,
    firstCall first: Int,
    draws: inout Draws
  ) -> (quick: Int, seconds: Double) {
    guard pieces > 0 else { return (0, 0) }
    draws.multinomial(
      pieces,
      weights: haveWaited ? probabilitiesAfterFourHours : probabilities,
      process,
      firstCall: first
    )
    var seconds = 0.0
    for cell in draws.cells { seconds += Double(draws.counts[cell]) * means[cell] }
    return (draws.counts[0], seconds)
  }
}

extension WaitLaw {
  /// Lets work pass by itself on the day it comes, and orders that were open at the start with it.
  func pass(
    _ incoming: IncomingWork,
    open: OpenServiceOrders,
    on day: Int,
    done: inout WorkDone,
    returnAudits: inout ReturnAudits,
    draws: inout Draws
  ) {
    func audit(_ refunds: Int, _ returns: Int, haveWaited: Bool, of requests: Int, _ first: Int) {
      let refund = draw(
        refunds,
        haveWaited: haveWaited,
        Process.audit,
        firstCall: first,
        draws: &draws
      )
      done.audits.add(refunds, inTime: refund.quick, seconds: refund.seconds)
      done.refunds.add(refunds, inTime: refund.quick, seconds: refund.seconds)
      done.processedAfterSlowAudit += refunds - refund.quick
      let returned = draw(
        returns,
        haveWaited: haveWaited,
        Process.audit,
        firstCall: first + 16,
        draws: &draws
      )
      done.audits.add(returns, inTime: returned.quick, seconds: returned.seconds)
      returnAudits.add(
        returns,
        slow: returns - returned.quick,
        seconds: returned.seconds,
        ofRequestsOn: requests
      )
    }
    audit(incoming.refunds, incoming.returns, haveWaited: false, of: day, 32)
    audit(open.refunds, open.returns, haveWaited: true, of: 0, 64)
    let goods = draw(incoming.goods, Process.goods, firstCall: 32, draws: &draws)
    done.goods.add(incoming.goods, inTime: goods.quick, seconds: goods.seconds)
    done.processedAfterSlowAudit += incoming.goodsAfterSlowAudit
    let lateTickets = draws.binomial(incoming.tickets, ticketIsLate, Process.ticket, 32)
    done.tickets.add(incoming.tickets, inTime: incoming.tickets - lateTickets)
    let lateMails = draws.binomial(incoming.mails, mailIsLate, Process.mail, 32)
    done.mails.add(incoming.mails, inTime: incoming.mails - lateMails)
  }
}
