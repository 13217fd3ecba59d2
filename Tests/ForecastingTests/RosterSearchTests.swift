import Forecasting
import Sampling
import Testing

/// Slots by hour: what is found reaches the target, and nothing less does.
@Suite struct RosterSearchTests {
  /// Chats of a day with a quiet night and an evening peak, by minute.
  private static func arrivals(_ chats: Double) -> [Double] {
    let weights = (0..<24).map { hour in hour < 8 ? 1.0 : hour < 18 ? 4 : 7 }
    let total = weights.reduce(0, +)
    return (0..<1440).map { chats * weights[$0 / 60] / total / 60 }
  }

  private static func load(_ chats: Double, within: Double = 167) -> DeskDayLoad {
    DeskDayLoad(
      arrivals: arrivals(chats),
      dayBefore: arrivals(chats),
      slotSeconds: 400,
      withinSeconds: within
    )
  }

  private static func open(_ hours: Range<Int>) -> [Bool] {
    (0..<1440).map { hours.contains($0 / 60) }
  }

  private static func steady(_ perHour: Double) -> (load: DeskDayLoad, erlang: StaffingLoad) {
    let arrivals = Array(repeating: perHour / 60, count: 1440)
    return (
      DeskDayLoad(arrivals: arrivals, dayBefore: arrivals, slotSeconds: 300, withinSeconds: 100),
      StaffingLoad(
        contactsPerHour: perHour,
        handleSeconds: 300,
        patienceSeconds: nil,
        withinSeconds: 100
      )
    )
  }

  /// Of a constant load Erlang C is the whole answer.
  @Test(arguments: [3.0, 40, 800])
  func aSteadyDeskNeedsWhatErlangSays(perHour: Double) throws {
    let (load, erlang) = Self.steady(perHour)
    let found = RosterSearch(load, isOpen: Self.open(0..<24), target: 0.8, clearingHours: 1)
    let slots = StaffingAnswer.agentsRequired(for: erlang, target: 0.8, concurrency: 1)
    #expect(found.slotsByHour.allSatisfy { $0 == slots })
    let level = try #require(StaffingAnswer(erlang, servers: found.slotsByHour[0])).serviceLevel
    #expect(abs((found.hours[12].withinShare ?? 0) - level) < 0.01)
  }

  /// Beyond 20,000 chats a day one in two is followed on half of the slots: a smaller desk, which
  /// needs a few per cent more.
  @Test func aHugeDeskIsPlannedByASmallerOne() throws {
    let (load, erlang) = Self.steady(1250)
    let found = RosterSearch(load, isOpen: Self.open(0..<24), target: 0.8, clearingHours: 1)
    let slots = try #require(
      StaffingAnswer.agentsRequired(for: erlang, target: 0.8, concurrency: 1)
    )
    #expect(found.slotsByHour.allSatisfy { $0 >= slots && Double($0) < 1.06 * Double(slots) })
    #expect(abs(found.hours[12].arrivals - 1250) < 1e-6)
  }

  @Test(arguments: [60.0, 400, 3000])
  func everyHourBehindTheClearingReachesTheTarget(chats: Double) {
    let open = Self.open(8..<23)
    let found = RosterSearch(Self.load(chats), isOpen: open, target: 0.8, clearingHours: 1)
    for hour in 0..<24 {
      let isOpen = open[hour * 60]
      #expect((found.slotsByHour[hour] > 0) == isOpen)
      if hour > 8, isOpen {
        #expect((found.hours[hour].openWithinShare ?? 0) >= 0.8, "\(hour)")
      }
    }
    // The messages of the night: more than a steady morning would need, and with fewer the hour
    // behind would miss the target.
    guard chats > 100 else { return }
    #expect(found.slotsByHour[8] > found.slotsByHour[9])
    var fewer = (0..<1440).map { open[$0] ? found.slotsByHour[$0 / 60] : 0 }
    for minute in 480..<540 { fewer[minute] -= 1 }
    let worse = RosterSearch.hours(Self.load(chats), slots: fewer)
    #expect((worse[9].openWithinShare ?? 1) < 0.8)
  }

  @Test func withoutClearingHoursTheOpeningReachesTheTargetToo() {
    let found = RosterSearch(
      Self.load(400),
      isOpen: Self.open(8..<23),
      target: 0.8,
      clearingHours: 0
    )
    let slower = RosterSearch(
      Self.load(400),
      isOpen: Self.open(8..<23),
      target: 0.8,
      clearingHours: 2
    )
    #expect((found.hours[8].openWithinShare ?? 0) >= 0.8)
    #expect(found.slotsByHour[8] > slower.slotsByHour[8])
  }

  @Test func nobodyIsAskedForWhereNobodyComes() {
    let nothing = DeskDayLoad(
      arrivals: Array(repeating: 0, count: 1440),
      dayBefore: Array(repeating: 0, count: 1440),
      slotSeconds: 400,
      withinSeconds: 167
    )
    let found = RosterSearch(nothing, isOpen: Self.open(8..<23), target: 0.8, clearingHours: 1)
    #expect(found.slotsByHour == Array(repeating: 0, count: 24))
    #expect(found.hours.allSatisfy { $0.withinShare == nil && $0.occupancy == nil })
  }

  @Test func aDeskThatIsNeverStaffedAnswersNobody() {
    let hours = RosterSearch.hours(Self.load(100), slots: Array(repeating: 0, count: 1440))
    #expect(hours.allSatisfy { $0.inTime < 1e-12 && $0.waitSeconds == 0 })
    #expect(abs(hours.reduce(0) { $0 + $1.arrivals } - 100) < 1e-9)
  }

  /// At a steady desk the mean wait is Erlang C's; a message of the night waits for those before it.
  @Test func waitsAreThoseOfTheDesksClock() throws {
    let (load, erlang) = Self.steady(40)
    let steady = try #require(StaffingAnswer(erlang, servers: 5))
    let hours = RosterSearch.hours(load, slots: Array(repeating: 5, count: 1440))
    #expect(abs((hours[23].meanWaitSeconds ?? 0) - steady.meanWaitSeconds) < 1)
    // Nobody until 8:00: of some 40 an hour the last ones wait behind 320 others, less the 50 that the
    // opening takes up at once; 50 slots end 10 chats a minute.
    let opening = (0..<1440).map { $0 < 480 ? 0 : 50 }
    let night = RosterSearch.hours(load, slots: opening)
    #expect(abs((night[0].meanWaitSeconds ?? -1)) < 1)
    #expect(abs((night[7].meanWaitSeconds ?? 0) - (300 + 1 - 50) * 6) < 10)
  }

  /// The expected number of chats taken up in time in each hour is the mean over 20,000 days followed
  /// chat by chat: 24 × z, 6 standard errors (2·10⁻⁹ each), at a desk with a night, a lunch break, an
  /// overload, and staff that comes and goes.
  @Test func aDayGoesAsChatByChat() throws {
    var slots = (0..<1440).map { (480..<1380).contains($0) ? 4 : 0 }
    for minute in 720..<765 { slots[minute] = 2 }
    for minute in 1110..<1320 { slots[minute] = 6 }
    let load = Self.load(330)
    let hours = RosterSearch.hours(load, slots: slots)
    var desk = EventDesk(
      arrivals: load.arrivals,
      slots: slots,
      slotSeconds: load.slotSeconds,
      withinSeconds: load.withinSeconds
    )
    var sampler = Sampler(seed: 20_261_111)
    let days = 20_000
    var sums = Array(repeating: 0.0, count: 24)
    var squares = sums
    for _ in 0..<days {
      for (hour, count) in desk.inTime(from: 1380, &sampler).enumerated() {
        sums[hour] += Double(count)
        squares[hour] += Double(count * count)
      }
    }
    for hour in 0..<24 {
      let mean = sums[hour] / Double(days)
      let variance = squares[hour] / Double(days) - mean * mean
      let error = (variance / Double(days)).squareRoot()
      #expect(abs(mean - hours[hour].inTime) < 6 * error + 1e-3, "\(hour)")
    }
  }
}
