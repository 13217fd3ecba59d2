package import StoreModel

/// Who is at the desk in each minute of a day, the same every day (`docs/model.md` §6).
package struct ShiftPattern: Sendable {
  /// Minutes of a day.
  static let minutes = 1440

  /// Whether a shift is on in each minute, even one without agents.
  package let isOpen: [Bool]
  /// Agents on shift and not away, by minute.
  package let agents: [Int]
  /// Chats that they can hold at a time, by minute, after shrinkage.
  package let slots: [Int]

  /// Reads the shifts of a desk.
  package init(_ desk: ServiceDesk) {
    var isOpen = Array(repeating: false, count: Self.minutes)
    var agents = Array(repeating: 0, count: Self.minutes)
    var slots = agents
    for shift in desk.shifts {
      let all = Self.slots(ofAgents: shift.agents, desk)
      for minute in 0..<Self.minutes {
        let time = (Double(minute) + 0.5) / 60
        // A shift past midnight works its second part on each morning.
        for hour in [time, time + 24] where hour >= shift.fromHour && hour < shift.toHour {
          isOpen[minute] = true
          let away = shift.breaks.reduce(0) {
            hour >= $1.fromHour && hour < $1.toHour ? $0 + $1.agentsAway : $0
          }
          let part = Double(all * away) / Double(max(1, shift.agents))
          agents[minute] += shift.agents - away
          slots[minute] += all - Int(part.rounded())
        }
      }
    }
    self.isOpen = isOpen
    self.agents = agents
    self.slots = slots
  }

  /// Chats that a shift of some agents can hold at a time, after shrinkage: at least 1 of any.
  static func slots(ofAgents agents: Int, _ desk: ServiceDesk) -> Int {
    guard agents > 0 else { return 0 }
    return max(1, Int((Double(agents * desk.concurrency) * (1 - desk.shrinkage)).rounded()))
  }

  /// The fewest agents on a shift that can hold as many chats at a time.
  static func agents(forSlots slots: Int, _ desk: ServiceDesk) -> Int {
    guard slots > 0 else { return 0 }
    let perAgent = Double(desk.concurrency) * (1 - desk.shrinkage)
    var agents = max(1, Int((Double(slots) - 0.5) / perAgent))
    while Self.slots(ofAgents: agents, desk) < slots { agents += 1 }
    return agents
  }
}
