import StoreModel

@testable import Simulation

/// Desks for exact tests of the queue, and their days under one set of draws.
enum TestDesks {
  /// A desk with a few changes against ``TestStores/ordinaryDesk``.
  static func desk(_ change: (inout ServiceDesk) -> Void = { _ in }) -> ServiceDesk {
    var desk = TestStores.ordinaryDesk
    change(&desk)
    return desk
  }

  /// A shift.
  static func shift(
    _ from: Double,
    _ to: Double,
    agents: Int,
    breaks: [ServiceDesk.Break] = []
  ) -> ServiceDesk.Shift {
    ServiceDesk.Shift(
      name: "\(from)",
      fromHour: from,
      toHour: to,
      agents: agents,
      wageInYuanPerDay: 100,
      breaks: breaks
    )
  }

  /// A break.
  static func pause(_ from: Double, _ to: Double, away: Int) -> ServiceDesk.Break {
    ServiceDesk.Break(fromHour: from, toHour: to, agentsAway: away)
  }

  /// The desk at its median inputs, on a week without live shows.
  static func resolved(_ desk: ServiceDesk) -> ResolvedDesk {
    let profile = DayProfile(hourly: desk.hourlyProfile)
    return ResolvedDesk(desk, chats: WeekProfile { _ in profile }, inputs: InputScores(paths: []))
  }

  /// Chats of day `day` around a mean, more on some days than the desk can take up.
  static func chats(on day: Int, mean: Int) -> Int { mean / 2 + mean * (day * 7 % 11) / 10 }

  /// Days of a desk, with what it leaves of its people's time.
  static func days(
    _ desk: ServiceDesk,
    mean: Int,
    count: Int = 60
  ) -> [(day: DeskDay, pace: [Double], waiting: Int)] {
    let law = resolved(desk)
    var queue = ServiceDeskQueue()
    queue.tracksPace = true
    var draws = Draws(seed: 99)
    return (1...count).map { day in
      draws.day = day
      let done = queue.serve(
        chats(on: day, mean: mean),
        on: day,
        profile: law.humanProfile(on: day % 7),
        desk: law,
        draws: &draws
      )
      return (done, queue.pace, queue.waitingCount)
    }
  }
}
