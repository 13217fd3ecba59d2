import StoreModel

/// Slots of a desk, chats that it can hold at a time, that take chats in the same hours of a day.
struct DeskSpan: Hashable, Sendable {
  let slots: Int

  /// Start, in seconds after midnight.
  let from: Double

  /// End, in seconds after midnight, at most 24 hours.
  let to: Double

  /// One in `scale` of the slots of every shift, split at its breaks and at midnight
  /// (`docs/model.md` §6).
  static func all(of desk: ServiceDesk, oneIn scale: Int = 1) -> [DeskSpan] {
    desk.shifts.filter { $0.agents > 0 }.flatMap { shift in
      let chats = Double(shift.agents * desk.concurrency) * (1 - desk.shrinkage)
      let slots = max(1, Int(chats.rounded()))
      return within(shift, slots: max(1, slots / scale)).flatMap(\.splitAtMidnight)
    }
  }

  /// The hours of a shift's slots; breaks take the slots in turn, so that different people leave.
  private static func within(_ shift: ServiceDesk.Shift, slots: Int) -> [DeskSpan] {
    guard !shift.breaks.isEmpty else {
      return [DeskSpan(slots: slots, from: shift.fromHour * 3600, to: shift.toHour * 3600)]
    }
    var starts = Array(repeating: shift.fromHour, count: slots)
    var counts: [Hours: Int] = [:]
    var next = 0
    for pause in shift.breaks {
      let away = Double(slots * pause.agentsAway) / Double(shift.agents)
      for _ in 0..<min(slots, Int(away.rounded())) {
        counts[Hours(from: starts[next], to: pause.fromHour), default: 0] += 1
        starts[next] = pause.toHour
        next = (next + 1) % slots
      }
    }
    for start in starts { counts[Hours(from: start, to: shift.toHour), default: 0] += 1 }
    return counts.filter { $0.key.from < $0.key.to }
      .map { DeskSpan(slots: $1, from: $0.from * 3600, to: $0.to * 3600) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private struct Hours: Hashable {
    let from: Double
    let to: Double
  }

  /// What lies past midnight is worked on each morning.
  private var splitAtMidnight: [DeskSpan] {
    let day = 86_400.0
    if to <= day { return [self] }
    let morning = DeskSpan(slots: slots, from: max(0, from - day), to: to - day)
    return from < day ? [DeskSpan(slots: slots, from: from, to: day), morning] : [morning]
  }
}
