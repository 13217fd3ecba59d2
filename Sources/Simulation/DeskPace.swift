/// The time of a desk's people that chats leave for other work, in ten minutes of the day each.
struct DeskPace: Sendable {
  /// Ten minutes of a day.
  static let steps = 144
  private static let width = 600.0

  /// Slot-seconds of chats in each ten minutes.
  private var held = [Double](repeating: 0, count: steps)

  /// People free on average in each ten minutes of the day that was served last.
  private(set) var people = [Double](repeating: 0, count: steps)

  /// Begins a day.
  mutating func clear() {
    for step in held.indices { held[step] = 0 }
  }

  /// Notes that a slot holds a chat between two times of day, both within the slot's hours.
  mutating func hold(from: Double, to: Double) {
    Self.spread(1, from: from, to: to, over: &held)
  }

  /// Ends a day on which each slot stood for `scale` of the desk's.
  mutating func finish(_ desk: ResolvedDesk, scale: Int) {
    for step in people.indices { people[step] = 0 }
    for span in desk.spans {
      Self.spread(Double(span.slots), from: span.from, to: span.to, over: &people)
    }
    for step in people.indices {
      let free = max(0, people[step] - Double(scale) * held[step])
      people[step] = free / (Self.width * desk.concurrency)
    }
  }

  private static func spread(
    _ slots: Double,
    from: Double,
    to: Double,
    over seconds: inout [Double]
  ) {
    guard from < to else { return }
    var start = from
    var step = min(steps - 1, Int(from / width))
    while start < to, step < steps {
      let end = min(to, Double(step + 1) * width)
      seconds[step] += slots * (end - start)
      start = end
      step += 1
    }
  }
}
