import StoreModel

/// How many people are at after-sales work at each time of one day (model page, section 7).
struct ReferencePace {
  /// A stretch of the day, in seconds after midnight, with a constant number of people.
  private struct Stretch {
    let from: Double
    let to: Double
    let people: Double
  }

  private let stretches: [Stretch]

  /// People of their own, in their hours.
  init(staff: AfterSalesWork.Staff, shrinkage: Double) {
    let people = max(1, (Double(staff.agents) * (1 - shrinkage)).rounded())
    stretches = [
      Stretch(from: staff.fromHour * 3600, to: staff.toHour * 3600, people: people)
    ]
  }

  /// Chat agents with what their chats leave of each ten minutes.
  init(slotSeconds: [Double], held: [Double], concurrency: Int) {
    stretches = slotSeconds.indices.map { cell in
      let free = max(0, slotSeconds[cell] - held[cell])
      return Stretch(
        from: Double(600 * cell),
        to: Double(600 * (cell + 1)),
        people: free / 600 / Double(concurrency)
      )
    }
  }

  /// Person-seconds done between midnight and `time`: I(x) of the page.
  func done(until time: Double) -> Double {
    stretches.reduce(0) { $0 + $1.people * max(0, min($1.to, time) - $1.from) }
  }

  /// When work that has `ahead` person-seconds before it begins; `nil` for not today.
  func begins(after ahead: Double) -> Double? {
    var done = 0.0
    for stretch in stretches where stretch.people > 0 {
      let next = done + stretch.people * (stretch.to - stretch.from)
      if ahead < next { return stretch.from + (ahead - done) / stretch.people }
      done = next
    }
    return nil
  }
}
