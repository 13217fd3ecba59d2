/// How many people do after-sales work at each time of a day: constant between bounds.
///
/// Both questions are asked in ascending order, from the span where the last answer lay, so all of a
/// day's cost one pass.
struct WorkPace: Sendable {
  private static let day = 86_400.0

  /// A span up to the beginning of the next.
  fileprivate struct Span {
    /// When it begins, in seconds after midnight.
    let begin: Double

    /// People at work.
    var people: Double

    /// Work done by then, in seconds of one person.
    var done = 0.0
  }

  /// The spans from midnight on, and the end of the day.
  private var spans: [Span]

  /// How many spans a second takes where all are equally long, else 0.
  private let spansPerSecond: Double

  /// Some people between two times of day, in seconds after midnight.
  init(people: Double, from: Double, to: Double) {
    spans = [
      Span(begin: 0, people: 0), Span(begin: from, people: people), Span(begin: to, people: 0),
      Span(begin: Self.day, people: 0),
    ]
    spansPerSecond = 0
    addUp()
  }

  /// People in spans of equal length that make up a day.
  init(spans people: [Double]) {
    let length = Self.day / Double(people.count)
    spans = (0...people.count).map { Span(begin: Double($0) * length, people: 0) }
    spansPerSecond = 1 / length
    replace(people)
  }

  /// Puts other people into the same spans.
  mutating func replace(_ people: [Double]) {
    for span in people.indices { spans[span].people = people[span] }
    addUp()
  }

  private mutating func addUp() {
    for span in 1..<spans.count {
      let before = spans[span - 1]
      spans[span].done = before.done + before.people * (spans[span].begin - before.begin)
    }
  }

  /// Does pieces in their order, each when those before it have been done: Lindley's recursion.
  ///
  /// - Parameters:
  ///   - line: The pieces.
  ///   - midnight: When the day begins, in their seconds.
  ///   - scale: How many pieces each stands for.
  ///   - ends: Room for as many times, where those of the pieces that are begun are written.
  /// - Returns: how many of them are begun.
  func serve(
    _ line: WorkLine,
    from midnight: Double,
    scale: Double,
    ends: inout [Double]
  ) -> Int {
    var ends = ends.mutableSpan
    let (arrivals, handleTimes) = (line.arrivals.span, line.handleTimes.span)
    var arriving = Cursor(self)
    var beginning = arriving
    var occupied = 0.0
    for place in arrivals.indices {
      let arrival = max(0, arrivals[place] - midnight)
      let byArrival =
        spansPerSecond > 0 ? done(byEvenly: arrival) : done(by: arrival, from: &arriving)
      let ahead = max(byArrival, occupied)
      guard let begin = time(after: ahead, from: &beginning) else { return place }
      occupied = ahead + handleTimes[place] * scale
      ends[place] = midnight + max(arrival, begin) + handleTimes[place]
    }
    return arrivals.count
  }

  /// A span of a day and where the next one begins.
  struct Cursor {
    fileprivate var index = 0
    fileprivate var span: Span
    fileprivate var next: Span

    /// How long a second of one person's work takes; dividing once a span, for the pieces are more.
    fileprivate var secondsPerWork: Double

    init(_ pace: WorkPace) {
      span = pace.spans[0]
      next = pace.spans[1]
      secondsPerWork = 1 / span.people
    }

    /// Goes on to the next span; not beyond the last.
    fileprivate mutating func step(along pace: WorkPace) -> Bool {
      guard index + 2 < pace.spans.count else { return false }
      index += 1
      span = next
      next = pace.spans[index + 1]
      secondsPerWork = 1 / span.people
      return true
    }
  }

  /// Work that can be done from midnight to a time of day, where all spans are equally long: found by
  /// counting, for no processor foresees when a piece comes in the next span.
  @inline(__always)
  private func done(byEvenly time: Double) -> Double {
    let span = spans[min(spans.count - 2, Int(time * spansPerSecond))]
    return span.done + (time - span.begin) * span.people
  }

  /// Work that can be done from midnight to a time of day.
  @inline(__always)
  func done(by time: Double, from cursor: inout Cursor) -> Double {
    while cursor.next.begin <= time, cursor.step(along: self) {}
    let span = cursor.span
    return span.done + (time - span.begin) * span.people
  }

  /// The time of day after which more than `work` is done; `nil` where that is not today.
  @inline(__always)
  func time(after work: Double, from cursor: inout Cursor) -> Double? {
    while cursor.next.done <= work {
      guard cursor.step(along: self) else { return nil }
    }
    return cursor.span.begin + (work - cursor.span.done) * cursor.secondsPerWork
  }
}
