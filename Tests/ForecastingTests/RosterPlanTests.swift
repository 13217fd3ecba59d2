import Forecasting
import Simulation
import StoreModel
import Testing

/// Rosters of a small desk.
@Suite struct RosterPlanTests {
  private static func known(_ value: Double) -> Uncertain {
    Uncertain(path: "desk", law: .known(value))
  }

  private static func desk(shifts: [ServiceDesk.Shift], bot: Double = 0.4) -> ServiceDesk {
    ServiceDesk(
      contactsPerOrderBefore: known(0.3),
      contactsPerOrderAfter: known(0.1),
      botResolves: known(bot),
      botHours: [0...8, 22...24],
      hourlyProfile: Array(repeating: 1, count: 24),
      handleTimeMeanInSeconds: known(300),
      handleTimeSigma: 0.7,
      concurrency: 3,
      efficiency: 2.5,
      reactionInSeconds: 13,
      turnsQuietAfterInSeconds: known(120),
      shrinkage: 0.1,
      shifts: shifts,
      ratingRate: known(0.2),
      dissatisfiedFast: known(0.05),
      dissatisfiedSlow: known(0.3)
    )
  }

  private static func shift(
    _ from: Double,
    _ to: Double,
    _ agents: Int,
    breaks: [ServiceDesk.Break] = []
  ) -> ServiceDesk.Shift {
    ServiceDesk.Shift(
      name: "\(from)",
      fromHour: from,
      toHour: to,
      agents: agents,
      wageInYuanPerDay: 180,
      breaks: breaks
    )
  }

  @Test func theBotsHoursAndShowsShapeTheDay() {
    let show = Demand.LiveShow(weekdays: [4], fromHour: 20, toHour: 21.5, shareOfDay: 0.4)
    let desk = Self.desk(shifts: [])
    let monday = desk.humanChatsByMinute(shows: [show], weekday: 0)
    #expect(abs(monday.reduce(0, +) - 1) < 1e-12)
    // 10 of 24 hours at 60 %, the others whole.
    #expect(abs(monday[0] - 0.6 / 60 / (14 + 10 * 0.6)) < 1e-12)
    #expect(abs(monday[600] - 1 / 60.0 / (14 + 10 * 0.6)) < 1e-12)
    let friday = desk.humanChatsByMinute(shows: [show], weekday: 4)
    #expect(abs(friday.reduce(0, +) - 1) < 1e-12)
    // Three quarters of the chats come before the sale, so the show draws 30 % of them.
    let rest = 0.7 / 1440
    #expect(abs(friday[1210] / friday[1300] - (0.3 / 90 + rest) / rest) < 1e-9)
  }

  @Test func shiftsBreaksAndNightsMakeThePattern() {
    let pattern = ShiftPattern(
      Self.desk(shifts: [
        Self.shift(
          9,
          18,
          4,
          breaks: [.init(fromHour: 12, toHour: 12.5, agentsAway: 2)]
        ),
        Self.shift(17, 23, 3), Self.shift(22, 30, 1),
      ])
    )
    func at(_ hour: Double) -> [Int] {
      let minute = Int(hour * 60)
      return [pattern.agents[minute], pattern.slots[minute], pattern.isOpen[minute] ? 1 : 0]
    }
    // round(a · 3 · 0.9) slots: 4 agents hold 11, 3 hold 8, 1 holds 3.
    #expect(at(9) == [4, 11, 1])
    #expect(at(12) == [2, 5, 1])
    #expect(at(12.5) == [4, 11, 1])
    #expect(at(17.5) == [7, 19, 1])
    #expect(at(22.5) == [4, 11, 1])
    #expect(at(0) == [1, 3, 1])
    #expect(at(5.99) == [1, 3, 1])
    #expect(at(6) == [0, 0, 0])
  }

  private static func plan(
    shifts: [ServiceDesk.Shift],
    cover: Int = 90,
    isAroundTheClock: Bool = false
  ) -> RosterPlan {
    var chats = HumanChats(horizonInDays: 2)
    for chat in 1...100 { chats.add([chat * 4, 200]) }
    return RosterPlan(
      desk(shifts: shifts),
      demand: SmallStore.demand,
      start: CalendarDay(ordinal: 20_000),
      chats: chats,
      rule: RosterRule(
        withinSeconds: 180,
        target: 0.8,
        coverPercent: cover,
        clearingHours: 1,
        isAroundTheClock: isAroundTheClock
      )
    )
  }

  @Test func aDayIsPlannedForMoreThanItsMean() {
    let hours = Self.plan(shifts: [Self.shift(9, 21, 2)]).hours(ofDay: 1)
    #expect(hours.count == 24)
    #expect(hours.map(\.hour) == Array(0..<24))
    let expected = hours.reduce(0) { $0 + $1.contactsExpected }
    let planned = hours.reduce(0) { $0 + $1.contactsPlanned }
    #expect(abs(expected - 202) < 1e-9)
    #expect(abs(planned - 360) < 1e-9)
    #expect(hours.allSatisfy { $0.isOpen == (9..<21).contains($0.hour) })
    #expect(hours.allSatisfy { ($0.agentsNeeded > 0) == $0.isOpen })
    #expect(hours.allSatisfy { $0.agentsOnShift == ($0.isOpen ? 2 : 0) })
    #expect(hours.allSatisfy { $0.agentsRostered >= $0.agentsNeeded })
    let half = Self.plan(shifts: [Self.shift(9, 21, 2)], cover: 50).hours(ofDay: 1)
    #expect(zip(hours, half).allSatisfy { $0.agentsNeeded >= $1.agentsNeeded })
    #expect(zip(hours, half).contains { $0.agentsNeeded > $1.agentsNeeded })
  }

  @Test func aroundTheClockEveryHourIsStaffedAndTheOpeningSpared() {
    let shifts = [Self.shift(9, 21, 2)]
    let open = Self.plan(shifts: shifts).hours(ofDay: 2)
    let always = Self.plan(shifts: shifts, isAroundTheClock: true).hours(ofDay: 2)
    #expect(always.allSatisfy { $0.agentsNeeded > 0 && $0.isOpen })
    #expect(always[9].agentsNeeded < open[9].agentsNeeded)
    #expect(always[3].agentsOnShift == 0 && always[3].shortfall > 0)
  }

  /// A desk that is open at midnight begins the day with what the evening before had to carry, and with
  /// the agents planned for that evening: a busy day leaves no burst to the quiet one behind it.
  @Test func aBusyDayLeavesNoBurstToTheNext() {
    var chats = HumanChats(horizonInDays: 2)
    for _ in 1...20 { chats.add([3000, 300]) }
    let plan = RosterPlan(
      Self.desk(shifts: [Self.shift(8, 26, 2)]),
      demand: SmallStore.demand,
      start: CalendarDay(ordinal: 20_000),
      chats: chats,
      rule: RosterRule(
        withinSeconds: 180,
        target: 0.8,
        coverPercent: 90,
        clearingHours: 1,
        isAroundTheClock: false
      )
    )
    let hours = plan.hours(ofDay: 2)
    let busy = plan.hours(ofDay: 1).map(\.agentsNeeded).max() ?? 0
    #expect(hours.map(\.isOpen) == (0..<24).map { $0 < 2 || $0 >= 8 })
    #expect(hours[0].agentsNeeded < busy / 2)
    #expect(hours[0].needed.waitingAtStart > 0)
  }
}
