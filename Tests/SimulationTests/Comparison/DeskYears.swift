import Sampling
import StoreModel

@testable import Simulation

/// Days of a desk alone under a gamma daily load, followed chat by chat or drawn from a bank.
///
/// The desk of the table in `docs/model.md`: open from 8 to 22, two peaks, 8 minutes a chat. Days come in
/// runs, since what one leaves over the next begins with.
struct DeskYears {
  /// Chats on an average day.
  let chats: Double
  /// Slots all day.
  let slots: Int
  /// Days in a run; a run's first days see an empty desk and are dropped.
  let days: Int

  static let dropped = 5
  private static let shape = 16.0

  private var desk: ServiceDesk {
    ServiceDesk(
      contactsPerOrderBefore: TestStores.known("before", 1),
      contactsPerOrderAfter: TestStores.known("after", 0),
      botResolves: TestStores.known("bot", 0),
      hourlyProfile: [0, 0, 0, 0, 0, 0, 0, 1, 3, 5, 7, 9, 9, 7, 6, 5, 5, 6, 7, 9, 10, 8, 2, 1],
      handleTimeMeanInSeconds: TestStores.known("handle", 480),
      handleTimeSigma: 0.7,
      concurrency: 1,
      efficiency: 1,
      reactionInSeconds: 0,
      turnsQuietAfterInSeconds: TestStores.known("quiet", 1200),
      shrinkage: 0,
      shifts: [
        ServiceDesk.Shift(
          name: "day",
          fromHour: 8,
          toHour: 22,
          agents: slots,
          wageInYuanPerDay: 0
        )
      ],
      ratingRate: TestStores.known("rating", 0),
      dissatisfiedFast: TestStores.known("fast", 0),
      dissatisfiedSlow: TestStores.known("slow", 0)
    )
  }

  /// Mean first replies of each day, in seconds, run by run; and slow shares and counts for which the
  /// same must hold.
  struct Result {
    var waits: [[Double]] = []
    var slow: [[Double]] = []
    var exactDays = 0
  }

  /// Simulates runs `range`; a bank's rows differ by cluster, that is by run modulo 32.
  func simulate(_ range: Range<Int>, withBank: Bool, seed: UInt64) -> Result {
    let desk = desk
    let profile = WeekProfile { _ in DayProfile(hourly: desk.hourlyProfile) }
    let inputs = InputScores(paths: [])
    let resolved = ResolvedDesk(desk, chats: profile, inputs: inputs)
    let bank = withBank ? DeskBank(desk, chats: profile, keepsPace: false) : nil
    let source = bank.map { ($0, $0.place(of: inputs)) }
    var draws = Draws(seed: seed)
    var chatDesk = ChatDesk()
    var result = Result()
    for run in range {
      draws.begin(replication: run)
      chatDesk.clear()
      var waits: [Double] = []
      var slow: [Double] = []
      for day in 1...(days + Self.dropped) {
        draws.day = day
        let gamma = draws.gamma(shape: Self.shape, scale: 1 / Self.shape, Process.demandGamma)
        let count = draws.poisson(mean: chats * gamma, Process.orders)
        let done = chatDesk.serve(
          count,
          on: day,
          weekday: 0,
          desk: resolved,
          bank: source,
          draws: &draws
        )
        guard day > Self.dropped, done.answered > 0 else { continue }
        waits.append(Double(done.firstReplyMilliseconds) / 1000 / Double(done.answered))
        slow.append(done.slowShare)
      }
      result.waits.append(waits)
      result.slow.append(slow)
    }
    return result
  }
}

/// Mean, standard deviation and 95 % quantile of days, each with a standard error from groups.
struct DaySummary {
  struct Estimate {
    var value: Double
    var error: Double
  }

  var mean: Estimate
  var deviation: Estimate
  var upper: Estimate

  /// Splits runs into 32 groups by index, the clusters of a bank; the spread of the groups' own
  /// figures gives the standard errors, whatever the runs of a group have in common.
  init(_ runs: [[Double]]) {
    let groups = (0..<32).map { group in
      stride(from: group, to: runs.count, by: 32).flatMap { runs[$0] }
    }
    func estimate(_ figure: ([Double]) -> Double) -> Estimate {
      let values = groups.map(figure)
      let mean = values.reduce(0, +) / 32
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return Estimate(
        value: figure(runs.flatMap(\.self)),
        error: (squares / (31 * 32)).squareRoot()
      )
    }
    mean = estimate { $0.reduce(0, +) / Double($0.count) }
    deviation = estimate { days in
      let mean = days.reduce(0, +) / Double(days.count)
      let squares = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(days.count - 1)).squareRoot()
    }
    upper = estimate { days in
      days.sorted()[min(days.count - 1, Int(0.95 * Double(days.count)))]
    }
  }
}
