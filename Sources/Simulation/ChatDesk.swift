import StoreModel

/// The chats of a store: those that wait, and how a day's are answered.
///
/// Where a ``DeskBank`` is at hand, an ordinary day is drawn from it. A day that begins with chats
/// left over, or with more or fewer of the evening's than its own number lets expect, is followed
/// chat by chat, as every day is without a bank.
struct ChatDesk: Sendable {
  private var queue = ServiceDeskQueue()

  /// Chats that came after closing on the day before, while nothing else waits.
  private var evening = 0

  /// A queue for simulating the bank's rows.
  private var spare = ServiceDeskQueue()

  /// People free in each ten minutes of the day that was served last.
  private(set) var pace: [Double] = []

  /// Whether days note the time that chats leave the desk's people for other work.
  var tracksPace = false

  /// Chats that wait for the next morning.
  var waitingCount: Int { queue.waitingCount + evening }

  /// Forgets everything.
  mutating func clear() {
    queue.clear()
    evening = 0
  }

  /// Lets a number of chats wait from the evening before, with typical work.
  mutating func fill(_ count: Int, desk: ResolvedDesk, day: Int) {
    evening = 0
    queue.fill(count, desk: desk, day: day)
  }

  /// Answers the chats for a human of a day, a weekday with Monday = 0.
  mutating func serve(
    _ chats: Int,
    on day: Int,
    weekday: Int,
    desk: ResolvedDesk,
    bank: (DeskBank, DeskBank.Place)?,
    draws: inout Draws
  ) -> DeskDay {
    if let (bank, place) = bank, queue.waitingCount == 0 {
      let share = bank.eveningShare(on: weekday)
      let late = draws.binomial(chats, share, Process.chats, 5)
      let all = evening + chats - late
      let expected = share * Double(all)
      let distance = abs(Double(evening) - expected)
      if distance <= 3 * expected.squareRoot() + 0.02 * Double(all) {
        let row = bank.row(
          for: all,
          weekday: weekday,
          place: place,
          queue: &spare,
          draws: &draws
        )
        return take(
          row,
          fresh: chats - late,
          late: late,
          lateBefore23: bank.eveningShareBefore23(on: weekday),
          on: day,
          desk: desk,
          draws: &draws
        )
      }
    }
    if evening > 0 {
      // They are the first in line, and this day's own chats are drawn at other calls.
      queue.wait(
        evening,
        from: day - 1,
        waited: 0,
        desk: desk,
        at: (Process.bankPick, 1),
        draws: &draws
      )
      evening = 0
    }
    queue.tracksPace = tracksPace
    let done = queue.serve(
      chats,
      on: day,
      profile: desk.humanProfile(on: weekday),
      desk: desk,
      draws: &draws
    )
    if tracksPace { pace = queue.pace }
    if bank != nil, let late = queue.takeEvening(of: day) { evening = late }
    return done
  }

  /// Takes a row of the bank for this day and lets wait what it leaves over.
  private mutating func take(
    _ row: DeskBankRow,
    fresh: Int,
    late: Int,
    lateBefore23: Double,
    on day: Int,
    desk: ResolvedDesk,
    draws: inout Draws
  ) -> DeskDay {
    draws.sequence(Process.bankPick, 3)
    var (done, left) = row.scaled(evening: evening, fresh: fresh, u: draws.nextUniform())
    let before23 = draws.binomial(late, lateBefore23, Process.chats, 6)
    done.asked8To24 += late
    done.asked8To23 += before23
    done.asked9To23 += before23
    done.firstReply8To23Milliseconds += before23 * 600_000
    pace = row.pace
    guard left > 0 else {
      evening = late
      return done
    }
    evening = 0
    let wait = row.leftWait
    queue.wait(left, from: day, waited: wait, desk: desk, at: (Process.bankPick, 4), draws: &draws)
    queue.wait(late, from: day, waited: 0, desk: desk, at: (Process.bankPick, 6), draws: &draws)
    return done
  }
}
