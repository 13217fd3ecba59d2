import Simulation
package import StoreModel

/// Plans who is needed at the desk, day by day, from simulated chats.
///
/// ```swift
/// let plan = RosterPlan(desk, demand: demand, start: start, chats: chats, rule: rule)
/// plan.hours(ofDay: 12)  // 24 hours
/// ```
package struct RosterPlan: Sendable {
  private let desk: ServiceDesk
  private let shifts: ShiftPattern
  private let profiles: [[Double]]
  private let start: CalendarDay
  private let chats: HumanChats
  private let rule: RosterRule

  /// Prepares the plan of a desk.
  ///
  /// - Parameters:
  ///   - desk: The desk; inputs with a range are taken at their median.
  ///   - demand: The store's demand, for its live shows.
  ///   - start: Day 1.
  ///   - chats: Chats for a human on each day.
  ///   - rule: What to reach; its time must be longer than the desk's reaction.
  package init(
    _ desk: ServiceDesk,
    demand: Demand,
    start: CalendarDay,
    chats: HumanChats,
    rule: RosterRule
  ) {
    self.desk = desk
    self.start = start
    self.chats = chats
    self.rule = rule
    shifts = ShiftPattern(desk)
    profiles = (0..<7).map { desk.humanChatsByMinute(shows: demand.liveShows, weekday: $0) }
  }

  /// Whether the desk has any hour to plan.
  package var isOpen: Bool { rule.isAroundTheClock || shifts.isOpen.contains(true) }

  /// The 24 hours of a day, counted from 1.
  package func hours(ofDay day: Int) -> [RosterHour] {
    let date = start + (day - 1)
    let load = dayLoad(day, after: max(1, day - 1))
    let open = rule.isAroundTheClock ? shifts.isOpen.map { _ in true } : shifts.isOpen
    // Who is there at midnight matters only where the desk is open then.
    let isOpenAtMidnight = open[0] && open[ShiftPattern.minutes - 1]
    let dayBefore =
      day > 1 && isOpenAtMidnight
      ? search(dayLoad(day - 1, after: day - 1), isOpen: open, dayBefore: nil) : nil
    let needed = search(load, isOpen: open, dayBefore: dayBefore)
    let onShift = RosterSearch.hours(load, slots: shifts.slots)
    let mean = chats.mean(ofDay: day)
    let shares = profiles[date.weekday]
    return (0..<24).map { hour in
      let minutes = hour * 60..<hour * 60 + 60
      let slots = needed.slotsByHour[hour]
      return RosterHour(
        date: date,
        hour: hour,
        isOpen: open[minutes].contains(true),
        contactsExpected: mean * shares[minutes].reduce(0, +),
        contactsPlanned: load.arrivals[minutes].reduce(0, +),
        agentsNeeded: (slots + desk.concurrency - 1) / desk.concurrency,
        agentsRostered: ShiftPattern.agents(forSlots: slots, desk),
        agentsOnShift: minutes.filter { open[$0] }.map { shifts.agents[$0] }.min() ?? 0,
        needed: needed.hours[hour],
        onShift: onShift[hour]
      )
    }
  }

  private func search(
    _ load: DeskDayLoad,
    isOpen: [Bool],
    dayBefore: RosterSearch?
  ) -> RosterSearch {
    RosterSearch(
      load,
      isOpen: isOpen,
      target: rule.target,
      clearingHours: rule.clearingHours,
      dayBefore: dayBefore
    )
  }

  /// What a day has to carry after another one.
  private func dayLoad(_ day: Int, after dayBefore: Int) -> DeskDayLoad {
    DeskDayLoad(
      arrivals: arrivals(ofDay: day),
      dayBefore: arrivals(ofDay: dayBefore),
      slotSeconds: max(0.1, desk.handleTimeMeanInSeconds.median)
        * Double(desk.concurrency) / desk.efficiency,
      withinSeconds: max(0, rule.withinSeconds - desk.reactionInSeconds)
    )
  }

  /// Chats that the day is planned for, by minute.
  private func arrivals(ofDay day: Int) -> [Double] {
    let planned = chats.quantile(ofDay: day, percent: rule.coverPercent)
    return profiles[(start + (day - 1)).weekday].map { $0 * planned }
  }
}
