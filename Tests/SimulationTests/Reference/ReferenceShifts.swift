import StoreModel

/// The hours of a desk's slots on every day, and the clock that runs while a shift is on.
struct ReferenceShifts {
  /// A slot in one stretch of its hours, in seconds after midnight.
  struct Stretch {
    var from: Double
    var to: Double
  }

  /// Every slot's stretches.
  let slots: [Stretch]
  /// When a shift is on: disjoint, in order.
  private let staffed: [Stretch]

  init(desk: ServiceDesk, faults: Faults) {
    var slots: [Stretch] = []
    var staffed: [Stretch] = []
    for shift in desk.shifts where shift.agents > 0 {
      let chairs = Double(shift.agents * desk.concurrency) * (1 - desk.shrinkage)
      let count = max(1, Int(chairs.rounded()))
      var absences = Array(repeating: [Stretch](), count: count)
      var turn = 0
      for pause in shift.breaks where !faults.contains(.breakIgnored) {
        let share = Double(count * pause.agentsAway) / Double(shift.agents)
        for _ in 0..<Int(share.rounded()) {
          absences[turn % count].append(Stretch(from: pause.fromHour, to: pause.toHour))
          turn += 1
        }
      }
      let whole = Stretch(from: shift.fromHour, to: shift.toHour)
      for absences in absences { slots += Self.days(Self.cut(whole, by: absences), faults) }
      let on =
        faults.contains(.deskClockStopsInBreaks)
        ? Self.cut(whole, by: absences.allSatisfy { !$0.isEmpty } ? absences[0] : []) : [whole]
      staffed += Self.days(on, faults)
    }
    self.slots = slots
    self.staffed = Self.union(staffed)
  }

  /// Staffed seconds between midnight and `time`.
  func staffed(until time: Double) -> Double {
    staffed.reduce(0) { $0 + max(0, min($1.to, time) - $1.from) }
  }

  /// What is left of a stretch without the absences, which are in order.
  private static func cut(_ whole: Stretch, by absences: [Stretch]) -> [Stretch] {
    var rest: [Stretch] = []
    var from = whole.from
    for absence in absences {
      rest.append(Stretch(from: from, to: absence.from))
      from = absence.to
    }
    rest.append(Stretch(from: from, to: whole.to))
    return rest.filter { $0.to > $0.from }
  }

  /// Hours up to 48 as seconds of one day: what lies past midnight is worked every morning.
  private static func days(_ stretches: [Stretch], _ faults: Faults) -> [Stretch] {
    stretches.flatMap { stretch in
      let evening = Stretch(from: stretch.from * 3600, to: min(24, stretch.to) * 3600)
      let morning = Stretch(
        from: max(0, stretch.from - 24) * 3600,
        to: faults.contains(.nightShiftEndsAtMidnight) ? 0 : (stretch.to - 24) * 3600
      )
      return [evening, morning].filter { $0.to > $0.from }
    }
  }

  private static func union(_ stretches: [Stretch]) -> [Stretch] {
    var union: [Stretch] = []
    for stretch in stretches.sorted(by: { $0.from < $1.from }) {
      if let last = union.last, stretch.from <= last.to {
        union[union.count - 1].to = max(last.to, stretch.to)
      } else {
        union.append(stretch)
      }
    }
    return union
  }
}
