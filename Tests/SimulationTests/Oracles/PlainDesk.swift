import Glibc
import StoreModel

@testable import Simulation

/// The queue of the model page written anew as plainly as possible.
///
/// Every slot is asked for every chat, every clock is added up from the shifts. It takes the raw draws of
/// the engine by index, so that its counts must be the same to the last chat, where no two slots begin
/// at the same time and end at different ones.
struct PlainDesk {
  private struct Chat {
    var time: Double
    var work: Double
    var patience: Double
    var waited: Double
    var isNew: Bool
    var age: Int
  }

  /// Hours of one slot, of which the desk may have several alike.
  private struct Hours {
    var from: Double
    var to: Double
  }

  private let desk: ServiceDesk
  private let slots: [Hours]

  /// Hours in which a shift is on, breaks included.
  private let open: [Hours]
  private var waiting: [Chat] = []

  /// Number of chats that wait.
  var waitingCount: Int { waiting.count }

  init(_ desk: ServiceDesk) {
    self.desk = desk
    open = desk.shifts.flatMap { shift in
      [
        Hours(from: shift.fromHour, to: min(24, shift.toHour)),
        Hours(from: max(24, shift.fromHour) - 24, to: shift.toHour - 24),
      ]
    }.filter { $0.from < $0.to }
    slots = desk.shifts.flatMap { shift in
      let all = max(
        1,
        Int((Double(shift.agents * desk.concurrency) * (1 - desk.shrinkage)).rounded())
      )
      // The slots stand in a ring; each break sends away the next ones of it.
      var sentAway = 0
      var hours = (0..<all).map { _ in [Hours(from: shift.fromHour, to: shift.toHour)] }
      for pause in shift.breaks {
        let away = Int((Double(all * pause.agentsAway) / Double(shift.agents)).rounded())
        for index in sentAway..<(sentAway + away) {
          let last = hours[index % all].removeLast()
          hours[index % all].append(Hours(from: last.from, to: pause.fromHour))
          hours[index % all].append(Hours(from: pause.toHour, to: last.to))
        }
        sentAway += away
      }
      return hours.flatMap(\.self).flatMap { hours in
        [
          Hours(from: hours.from, to: min(24, hours.to)),
          Hours(from: max(24, hours.from) - 24, to: hours.to - 24),
        ]
      }
    }.filter { $0.from < $0.to }
  }

  /// Seconds with a shift on between two times of day, from the ends of the shifts between them.
  private func staffed(_ from: Double, _ to: Double) -> Double {
    let ends = open.flatMap { [$0.from * 3600, $0.to * 3600] }.filter { $0 > from && $0 < to }
    let points = [from] + Set(ends).sorted() + [to]
    return zip(points, points.dropFirst()).reduce(0) { sum, piece in
      let middle = (piece.0 + piece.1) / 7200
      let isOpen = open.contains { $0.from <= middle && middle < $0.to }
      return sum + (isOpen ? piece.1 - piece.0 : 0)
    }
  }

  /// Serves a day's chats; `profile` is cumulative at the hours.
  mutating func serve(_ count: Int, draws: inout Draws) -> (day: DeskDay, pace: [Double]) {
    var queue = waiting + drawn(count, &draws)
    var freeAt = slots.map { $0.from * 3600 }
    var held: [(slot: Int, from: Double, to: Double)] = []
    var day = DeskDay()
    waiting = []
    for index in queue.indices {
      let chat = queue[index]
      var best: (slot: Int, start: Double)?
      for slot in slots.indices {
        let start = max(freeAt[slot], chat.time)
        guard start < slots[slot].to * 3600 else { continue }
        // Of slots that are free the one that has been free longest takes the chat.
        if let now = best, (freeAt[now.slot], slots[now.slot].to) <= (freeAt[slot], slots[slot].to)
        {
          continue
        }
        best = (slot, start)
      }
      note(chat, start: best?.start, in: &day)
      guard let best else {
        queue[index].waited += staffed(chat.time, 86_400)
        queue[index].time = 0
        queue[index].isNew = false
        queue[index].age += 1
        if queue[index].age < 8 { waiting.append(queue[index]) }
        continue
      }
      let wait = chat.waited + staffed(chat.time, best.start)
      let work = wait > chat.patience ? chat.work / 2 : chat.work
      freeAt[best.slot] = best.start + work * Double(desk.concurrency) / desk.efficiency
      held.append((best.slot, best.start, min(freeAt[best.slot], slots[best.slot].to * 3600)))
    }
    return (day, pace(held))
  }

  private func note(_ chat: Chat, start: Double?, in day: inout DeskDay) {
    if let start {
      let reply = chat.waited + staffed(chat.time, start) + desk.reactionInSeconds
      day.answered += 1
      day.slow += reply > 180 ? 1 : 0
      day.firstReplyMilliseconds += Int((reply * 1000).rounded())
    }
    guard chat.isNew else { return }
    let hour = chat.time / 3600
    let reply = start.map { $0 - chat.time + desk.reactionInSeconds }
    day.repliedSameDay += reply == nil ? 0 : 1
    if hour >= 8 {
      day.asked8To24 += 1
      day.replied3min8To24 += (reply ?? .infinity) <= 180 ? 1 : 0
    }
    if hour >= 8, hour < 23 {
      day.asked8To23 += 1
      day.firstReply8To23Milliseconds += Int(((reply ?? 600) * 1000).rounded())
    }
    if hour >= 9, hour < 23 {
      day.asked9To23 += 1
      day.replied30s9To23 += (reply ?? .infinity) <= 30 ? 1 : 0
    }
  }

  private func pace(_ held: [(slot: Int, from: Double, to: Double)]) -> [Double] {
    func overlap(_ from: Double, _ to: Double, _ step: Int) -> Double {
      max(0, min(to, Double(step + 1) * 600) - max(from, Double(step) * 600))
    }
    return (0..<144).map { step in
      let onShift = slots.reduce(0) { $0 + overlap($1.from * 3600, $1.to * 3600, step) }
      let busy = held.reduce(0) { $0 + overlap($1.from, $1.to, step) }
      return (onShift - busy) / 600 / Double(desk.concurrency)
    }
  }

  private func drawn(_ count: Int, _ draws: inout Draws) -> [Chat] {
    let total = desk.hourlyProfile.reduce(0, +)
    func time(_ u: Double) -> Double {
      var left = u
      for (hour, weight) in desk.hourlyProfile.enumerated() {
        let share = weight / total
        if left < share || hour == 23 { return (Double(hour) + min(1, left / share)) * 3600 }
        left -= share
      }
      return 86_400
    }
    draws.sequence(Process.chats, 2)
    let times = (0..<count).map { _ in time(draws.nextUniform()) }
    draws.sequence(Process.chats, 3)
    let mean = desk.handleTimeMeanInSeconds.median
    let sigma = desk.handleTimeSigma
    let works = times.map { _ in
      mean * exp(sigma * draws.nextNormal() - sigma * sigma / 2)
    }
    draws.sequence(Process.chats, 4)
    let patience = desk.turnsQuietAfterInSeconds.median
    let patiences = times.map { _ in -patience * log1p(-draws.nextUniform()) }
    return times.indices.map {
      Chat(
        time: times[$0],
        work: works[$0],
        patience: patiences[$0],
        waited: 0,
        isNew: true,
        age: 0
      )
    }.sorted { $0.time < $1.time }
  }
}
