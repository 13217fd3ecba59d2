import StoreModel
import Testing

@testable import Simulation

/// When chats and orders come: the bot's hours and live shows.
///
/// Every check is exact but for rounding.
@Suite struct DayProfileTests {
  private static let hourly = DayProfile(hourly: TestStores.ordinaryDesk.hourlyProfile)

  private static func resolved(
    hours: [ClosedRange<Double>],
    resolves: Double = 0.4,
    shows: [Demand.LiveShow] = []
  ) -> ResolvedDesk {
    var store = TestStores.plain()
    store.demand.liveShows = shows
    let desk = TestDesks.desk {
      $0.botResolves = TestStores.known("bot", resolves)
      $0.botHours = hours
    }
    store.serviceDesk = desk
    return ResolvedDesk(desk, chats: store.chatProfile, inputs: InputScores(paths: []))
  }

  private static func show(_ weekdays: Set<Int>, _ hours: ClosedRange<Double>, _ share: Double)
    -> Demand.LiveShow
  {
    Demand.LiveShow(
      weekdays: weekdays,
      fromHour: hours.lowerBound,
      toHour: hours.upperBound,
      shareOfDay: share
    )
  }

  @Test func aBotAtAllHoursLeavesTheProfileAlone() {
    for hours in [[0.0...24.0], [0.0...8.0, 8.0...24.0]] {
      let desk = Self.resolved(hours: hours)
      #expect(desk.humanProfile(on: 3) == Self.hourly)
      #expect(desk.botShare(on: 3) == 1)
    }
  }

  /// A chat of hour h is for a human with probability 1 − r in the bot's hours, else 1.
  @Test func whatTheBotLeavesComesByBayes() {
    let hours = [0.0...6.5, 22.25...24.0]
    let desk = Self.resolved(hours: hours)
    let inHours = hours.reduce(0) {
      $0 + Self.hourly.share(from: $1.lowerBound, to: $1.upperBound)
    }
    #expect(abs(desk.botShare(on: 0) - inHours) < 1e-12)
    let left = 1 - 0.4 * inHours
    for quarter in 0..<96 {
      let (from, to) = (Double(quarter) / 4, Double(quarter + 1) / 4)
      let factor = to <= 6.5 || from >= 22.25 ? 0.6 : 1
      let expected = Self.hourly.share(from: from, to: to) * factor / left
      #expect(abs(desk.humanProfile(on: 0).share(from: from, to: to) - expected) < 1e-12)
    }
  }

  @Test func aBotThatResolvesEverythingLeavesTheOtherHours() {
    let desk = Self.resolved(hours: [0...12], resolves: 1)
    #expect(desk.humanProfile(on: 0).share(from: 0, to: 12) == 0)
    #expect(abs(desk.humanProfile(on: 0).share(from: 12, to: 24) - 1) < 1e-12)
  }

  /// Half a chat before the sale and 0.4 after it: shows draw 5/9 of their share of the orders.
  @Test func showsGatherOrdersAndChatsBeforeTheSale() {
    let shows = [
      Self.show([4, 5], 20.25...22, 0.3), Self.show([5], 12...13, 0.2),
    ]
    var store = TestStores.plain()
    store.demand.liveShows = shows
    store.serviceDesk = TestStores.ordinaryDesk
    let (orders, chats) = (store.orderProfile, store.chatProfile)
    #expect(orders.distinct.count == 3 && chats.distinct.count == 3)
    #expect(orders[0] == Self.hourly && chats[6] == Self.hourly)
    for (profile, weight) in [(orders, 1.0), (chats, 0.5 / 0.9)] {
      for (from, to) in [(20.25, 22.0), (12, 13), (12.25, 12.5), (0, 24), (21, 21.5)] {
        for weekday in [4, 5] {
          let gathered = shows.filter { $0.weekdays.contains(weekday) }
          let rest = 1 - gathered.reduce(0) { $0 + $1.shareOfDay * weight }
          let expected = gathered.reduce(rest * Self.hourly.share(from: from, to: to)) {
            sum,
            show in
            let overlap = max(0, min(to, show.toHour) - max(from, show.fromHour))
            return sum + show.shareOfDay * weight * overlap / (show.toHour - show.fromHour)
          }
          #expect(abs(profile[weekday].share(from: from, to: to) - expected) < 1e-12)
        }
      }
    }
  }

  @Test func timesAreQuantilesOfTheProfile() {
    let profile = Self.hourly.gathering([(hours: 19.5...21.25, share: 0.4)])
    var piece = 0
    for step in 0..<1000 {
      let u = (Double(step) + 0.5) / 1000
      let time = profile.time(u, from: &piece)
      #expect(abs(profile.share(from: 0, to: time / 3600) - u) < 1e-12)
    }
  }

  /// All orders of a Saturday are paid in a show after the cut-off, so none is ready that day; the
  /// other days keep their table.
  @Test func ordersOfAShowAfterTheCutOffAreNotReadyThatDay() {
    var store = TestStores.plain()
    func resolved(_ store: Operation) -> ResolvedOperation {
      let inputs = InputScores(paths: [])
      return ResolvedOperation(
        store,
        mix: OutcomeMix(operation: store, inputs: inputs),
        limitsInHours: [36],
        calendar: [],
        inputs: inputs
      )
    }
    let plain = resolved(store)
    store.demand.liveShows = [Self.show([5], 20...22, 1)]
    let shows = resolved(store)
    #expect(shows.readiness(paidOn: 5).probabilities[0] == 0)
    #expect(abs(shows.readiness(paidOn: 5).probabilities.reduce(0, +) - 1) < 1e-9)
    #expect(shows.readiness(paidOn: 4).probabilities == plain.readiness(paidOn: 4).probabilities)
    #expect(plain.readiness(paidOn: 5).probabilities[0] > 0)
  }
}
