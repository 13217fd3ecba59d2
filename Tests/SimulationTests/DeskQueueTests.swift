import StoreModel
import Testing

@testable import Simulation

/// The queue against a plain one, chat by chat, and against itself under changes that must not matter.
///
/// Every check is exact.
@Suite struct DeskQueueTests {
  /// Desks whose slots never begin together and end apart, so that no choice between slots is open.
  static let desks: [String: ServiceDesk] = [
    "one shift, three chats at a time": TestDesks.desk(),
    "quiet at once": TestDesks.desk {
      $0.turnsQuietAfterInSeconds = TestStores.known("quiet", 1e-3)
    },
    "two shifts with a gap": TestDesks.desk {
      $0.shifts = [TestDesks.shift(8, 12, agents: 2), TestDesks.shift(13.5, 23, agents: 1)]
    },
    "around the clock": TestDesks.desk { $0.shifts = [TestDesks.shift(0, 24, agents: 1)] },
    "people one by one, with breaks and a night": TestDesks.desk {
      $0.concurrency = 1
      $0.efficiency = 1
      $0.shrinkage = 0
      $0.handleTimeMeanInSeconds = TestStores.known("handle", 900)
      $0.shifts = [
        TestDesks.shift(
          9,
          18,
          agents: 1,
          breaks: [TestDesks.pause(12, 12.5, away: 1), TestDesks.pause(15, 15.25, away: 1)]
        ),
        TestDesks.shift(9.25, 18.5, agents: 1, breaks: [TestDesks.pause(12.5, 13, away: 1)]),
        TestDesks.shift(22, 30, agents: 1, breaks: [TestDesks.pause(23.5, 25, away: 1)]),
      ]
    },
  ]

  @Test(arguments: desks.keys.sorted(), [5, 60, 150])
  func everyCountIsThatOfThePlainQueue(name: String, mean: Int) throws {
    let desk = try #require(Self.desks[name])
    var plain = PlainDesk(desk)
    var draws = Draws(seed: 99)
    for (index, found) in TestDesks.days(desk, mean: mean, count: 25).enumerated() {
      draws.day = index + 1
      let chats = TestDesks.chats(on: index + 1, mean: mean)
      let expected = plain.serve(chats, draws: &draws)
      #expect(found.day == expected.day, "\(name), day \(index + 1)")
      #expect(found.waiting == plain.waitingCount)
      for (pace, plain) in zip(found.pace, expected.pace) { #expect(abs(pace - plain) < 1e-9) }
    }
  }

  @Test func slotsAreSplitAtBreaksInTurnAndAtMidnight() {
    let desk = TestDesks.desk {
      $0.concurrency = 2
      $0.shrinkage = 0
      $0.shifts = [
        TestDesks.shift(
          18,
          27,
          agents: 3,
          breaks: [
            TestDesks.pause(20, 21, away: 2), TestDesks.pause(21, 22, away: 2),
            TestDesks.pause(25, 26, away: 1),
          ]
        )
      ]
    }
    // Slots 0…3 leave at 20, then 4, 5, 0, 1 at 21, the first two of them for good until 22; 2 and 3
    // at 25, past midnight.
    let expected: [(slots: Int, from: Double, to: Double)] = [
      (4, 18, 20), (2, 18, 21), (2, 21, 24), (4, 22, 24), (2, 0, 1), (4, 0, 3), (2, 2, 3),
    ]
    let found = DeskSpan.all(of: desk)
    #expect(
      Set(found)
        == Set(expected.map { DeskSpan(slots: $0.slots, from: $0.from * 3600, to: $0.to * 3600) })
    )
    #expect(found.count == expected.count)
  }

  @Test func oneInThreeSlotsOfEachShiftIsFollowedBeforeBreaks() {
    let desk = TestDesks.desk {
      $0.concurrency = 1
      $0.shrinkage = 0
      $0.shifts = [TestDesks.shift(9, 18, agents: 11, breaks: [TestDesks.pause(12, 13, away: 4)])]
    }
    #expect(
      DeskSpan.all(of: desk, oneIn: 3) == [
        DeskSpan(slots: 1, from: 9 * 3600, to: 12 * 3600),
        DeskSpan(slots: 2, from: 9 * 3600, to: 18 * 3600),
        DeskSpan(slots: 1, from: 13 * 3600, to: 18 * 3600),
      ]
    )
  }

  private static func expectSame(_ first: ServiceDesk, _ second: ServiceDesk) {
    for (a, b) in zip(TestDesks.days(first, mean: 80), TestDesks.days(second, mean: 80)) {
      #expect(a.day == b.day)
      #expect(a.pace == b.pace)
      #expect(a.waiting == b.waiting)
    }
  }

  @Test func breaksOfNobodyChangeNothing() {
    let without = TestDesks.desk { $0.shifts = [TestDesks.shift(9, 21, agents: 2)] }
    let with = TestDesks.desk {
      $0.shifts = [TestDesks.shift(9, 21, agents: 2, breaks: [TestDesks.pause(12, 13, away: 0)])]
    }
    Self.expectSame(without, with)
  }

  /// Two shifts around an hour off serve the same chats at the same times as a break of all; only
  /// the desk's clock runs on in the break, so buyers are patient here and clocks of the wall compared.
  @Test func aBreakOfAllIsTwoShiftsByTheClockOfTheWall() {
    let pause = TestDesks.desk {
      $0.turnsQuietAfterInSeconds = TestStores.known("desk.quiet", 1e12)
      $0.shifts = [TestDesks.shift(9, 21, agents: 2, breaks: [TestDesks.pause(12, 13, away: 2)])]
    }
    var shifts = pause
    shifts.shifts = [TestDesks.shift(9, 12, agents: 2), TestDesks.shift(13, 21, agents: 2)]
    var longer = 0
    for (a, b) in zip(TestDesks.days(pause, mean: 80), TestDesks.days(shifts, mean: 80)) {
      #expect(a.pace == b.pace)
      #expect(a.waiting == b.waiting)
      #expect(a.day.answered == b.day.answered)
      #expect(a.day.firstReply8To23Milliseconds == b.day.firstReply8To23Milliseconds)
      #expect(a.day.replied30s9To23 == b.day.replied30s9To23)
      #expect(a.day.replied3min8To24 == b.day.replied3min8To24)
      #expect(a.day.repliedSameDay == b.day.repliedSameDay)
      #expect(a.day.firstReplyMilliseconds >= b.day.firstReplyMilliseconds)
      longer += a.day.firstReplyMilliseconds - b.day.firstReplyMilliseconds
    }
    #expect(longer > 0)
  }

  @Test func aNightIsAnEveningAndAMorning() {
    let night = TestDesks.desk { $0.shifts = [TestDesks.shift(22, 30, agents: 2)] }
    let parts = TestDesks.desk {
      $0.shifts = [TestDesks.shift(22, 24, agents: 2), TestDesks.shift(0, 6, agents: 2)]
    }
    Self.expectSame(night, parts)
    #expect(TestDesks.resolved(night).wagesInFen == 20_000)
    #expect(TestDesks.resolved(night).closeHour == 24)
  }

  /// First in, first out: another slot takes nobody's turn, so that no chat waits longer.
  ///
  /// Buyers stay patient here, since a quiet one would spare the desk half its work.
  @Test func nobodyWaitsLongerForMorePeople() {
    func days(_ agents: Int) -> [(day: DeskDay, pace: [Double], waiting: Int)] {
      TestDesks.days(
        TestDesks.desk {
          $0.shifts = [TestDesks.shift(9, 21, agents: agents)]
          $0.turnsQuietAfterInSeconds = TestStores.known("quiet", 1e12)
        },
        mean: 150
      )
    }
    for agents in 1...4 {
      for (fewer, more) in zip(days(agents), days(agents + 1)) {
        #expect(more.waiting <= fewer.waiting)
        #expect(more.day.repliedSameDay >= fewer.day.repliedSameDay)
        #expect(more.day.replied30s9To23 >= fewer.day.replied30s9To23)
        #expect(more.day.replied3min8To24 >= fewer.day.replied3min8To24)
      }
    }
  }

  @Test(arguments: desks.keys.sorted())
  func whatWasAskedAddsUp(name: String) throws {
    let desk = try #require(Self.desks[name])
    var before = 0
    for (index, one) in TestDesks.days(desk, mean: 60).enumerated() {
      let chats = TestDesks.chats(on: index + 1, mean: 60)
      let day = one.day
      #expect(day.asked9To23 <= day.asked8To23 && day.asked8To23 <= day.asked8To24)
      #expect(day.asked8To24 <= chats && day.repliedSameDay <= chats)
      #expect(day.replied30s9To23 <= day.asked9To23)
      #expect(day.replied3min8To24 <= day.asked8To24)
      #expect(day.repliedSameDay <= day.answered && day.answered <= before + chats)
      #expect(one.waiting <= before + chats - day.answered)
      before = one.waiting
    }
  }

  @Test func hugeDaysCountEachFollowedChatForAll() {
    let desk = TestDesks.desk { $0.shifts = [TestDesks.shift(0, 24, agents: 200)] }
    let days = TestDesks.days(desk, mean: 20_000, count: 3)
    for one in days {
      #expect(one.day.asked8To24 % 2 == 0 && one.day.answered % 2 == 0)
      #expect(one.pace.allSatisfy { $0 >= 0 && $0 <= 160 })
    }
    #expect(days.contains { $0.day.asked8To24 > 20_000 })
  }
}
