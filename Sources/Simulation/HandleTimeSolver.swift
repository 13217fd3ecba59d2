import Glibc
import Sampling
package import StoreModel

/// Finds the mean handle time that explains what a console shows of today's desk
/// (`docs/model.md` §6).
///
/// The desk is simulated alone, chat by chat, at the middle of every range. All handle times are
/// tried on the same draws, so that the figure rises or falls with them.
package struct HandleTimeSolver {
  /// What a figure says about the handle time.
  package enum Answer: Hashable, Sendable {
    /// Mean handle time in seconds, and the figure that the desk shows with it.
    case solved(seconds: Double, figure: Double)
    /// No handle time within ``allowed`` explains the figure; those that can be explained.
    case unreachable(lowest: Double, highest: Double)
  }

  /// Mean handle times in seconds among which the solution is sought.
  package static let allowed = 1.0...14_400.0

  /// Ratio of two handle times that count as the same.
  private static let precision = 1.001

  /// Chats after which the noise of the draws is well below what a console rounds away.
  private static let enoughChats = 300_000.0

  /// Days until the desk's waiting chats are those of an ordinary day.
  private static let leadInDays = 14

  private let desk: ServiceDesk
  private let chatProfile: WeekProfile
  private let chats: [Int]
  private let seed: UInt64

  /// Draws the human chats of the desk's days.
  ///
  /// - Parameters:
  ///   - operation: A store with a desk; its promotions, spikes, incidents, trend and walk do not
  ///     count.
  ///   - seed: One for all forecasts: a solution hangs on what it explains alone.
  package init?(_ operation: Operation, seed: UInt64 = 0) {
    guard let desk = operation.serviceDesk else { return nil }
    self.desk = desk
    chatProfile = operation.chatProfile
    self.seed = seed
    chats = Self.chats(of: operation, desk: desk, profile: chatProfile, seed: seed)
  }

  /// The handle time that explains a figure.
  package func answer(to figure: ServiceDesk.ConsoleFigure) -> Answer {
    let (target, sign) =
      switch figure {
      case .firstReplyMean(let seconds): (seconds, 1.0)
      case .within3Minutes(let share): (share, -1.0)
      }
    func shown(_ seconds: Double) -> Double { self.figure(handleTime: seconds, like: figure) }
    var (low, high) = (Self.allowed.lowerBound, Self.allowed.upperBound)
    let ends = (shown(low), shown(high))
    guard sign * ends.0 <= sign * target, sign * target <= sign * ends.1 else {
      return .unreachable(lowest: min(ends.0, ends.1), highest: max(ends.0, ends.1))
    }
    while high / low > Self.precision {
      let middle = (low * high).squareRoot()
      if sign * shown(middle) < sign * target { low = middle } else { high = middle }
    }
    let seconds = Self.rounded((low * high).squareRoot())
    return .solved(seconds: seconds, figure: shown(seconds))
  }

  /// What the console shows of the desk at a mean handle time in seconds: a mean in seconds or a
  /// share; where there are no chats, that of a reply at once.
  package func figure(handleTime: Double, like figure: ServiceDesk.ConsoleFigure) -> Double {
    var desk = desk
    desk.handleTimeMeanInSeconds.law = .known(handleTime)
    let law = ResolvedDesk(desk, chats: chatProfile, inputs: InputScores(paths: []))
    var queue = ServiceDeskQueue()
    var draws = Draws(seed: seed)
    var sum = DeskDay()
    for (day, chats) in chats.enumerated() {
      draws.day = day
      let done = queue.serve(
        chats,
        on: day,
        profile: law.humanProfile(on: day % 7),
        desk: law,
        process: Process.handleTime,
        draws: &draws
      )
      guard day >= Self.leadInDays else { continue }
      sum.answered += done.answered
      sum.slow += done.slow
      sum.firstReplyMilliseconds += done.firstReplyMilliseconds
    }
    switch figure {
    case .firstReplyMean:
      guard sum.answered > 0 else { return law.reaction }
      return Double(sum.firstReplyMilliseconds) / 1000 / Double(sum.answered)
    case .within3Minutes: return 1 - sum.slowShare
    }
  }

  /// Four digits, so that the value told is the value used.
  private static func rounded(_ seconds: Double) -> Double {
    let unit = pow(10, 3 - log10(seconds).rounded(.down))
    return (seconds * unit).rounded() / unit
  }

  /// Human chats of each day, day 0 a Monday.
  ///
  /// The demand's level and shock take quantiles that fill the square evenly (the additive sequence
  /// of the plastic number), so that neither their mean nor their spread is left to chance.
  private static func chats(
    of operation: Operation,
    desk: ServiceDesk,
    profile: WeekProfile,
    seed: UInt64
  ) -> [Int] {
    let demand = operation.demand
    let law = ResolvedDesk(desk, chats: profile, inputs: InputScores(paths: []))
    let orders = demand.ordersPerDay.median
    let week = demand.weekdayFactors.reduce(0, +) / 7
    let lost = operation.couriers.reduce(0) { $0 + $1.share * $1.lost.median }
    let kept = (1 - demand.cancelledBeforeShipping.median) * (1 - lost)
    let mean = (law.before + law.after * kept) * orders * week
    let days = leadInDays + 7 * Int(min(720, max(20, enoughChats / max(1, mean) / 7)))
    let size = demand.dispersion
    let plastic = 1.324717957244746
    var draws = Draws(seed: seed)
    return (0..<days).map { day in
      draws.day = day
      let u = (0.5 + Double(day) / plastic).truncatingRemainder(dividingBy: 1)
      let v = (0.5 + Double(day) / (plastic * plastic)).truncatingRemainder(dividingBy: 1)
      let level = exp(demand.shockSD * (Distributions.normalQuantile(u) - demand.shockSD / 2))
      let shock = Distributions.gammaQuantile(v, shape: size, scale: 1 / size)
      let wanted = draws.poisson(
        mean: min(
          StoreState.greatestDemand,
          orders * demand.weekdayFactors[day % 7] * level * shock
        ),
        Process.handleTime,
        5
      )
      let arriving = draws.poisson(
        mean: min(StoreState.greatestDemand, orders * week * level * kept),
        Process.handleTime,
        6
      )
      let contacts = law.before * Double(wanted) + law.after * Double(arriving)
      let chats = draws.poisson(mean: contacts, Process.handleTime, 0)
      let bot = draws.binomial(
        chats,
        law.botResolves * law.botShare(on: day % 7),
        Process.handleTime,
        1
      )
      return chats - bot
    }
  }
}
