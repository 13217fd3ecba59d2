/// How many people do after-sales work at each time of a day: constant between bounds.
///
/// Both questions are asked in ascending order, from the span where the last answer lay, so all of a
/// day's cost one pass.
struct WorkPace: Sendable {
  private static let day = 86_400.0

  /// A span up to the beginning of the next.
  private struct Span {
    /// When it begins, in seconds after midnight.
    let begin: Double

    /// People at work.
    var people: Double

    /// Work done by then, in seconds of one person.
    var done = 0.0
  }

  /// The spans from midnight on, and the end of the day.
  private var spans: [Span]

  /// Some people between two times of day, in seconds after midnight.
  init(people: Double, from: Double, to: Double) {
    spans = [
      Span(begin: 0, people: 0), Span(begin: from, people: people), Span(begin: to, people: 0),
      Span(begin: Self.day, people: 0),
    ]
    addUp()
  }

  /// People in spans of equal length that make up a day.
  init(spans people: [Double]) {
    let length = Self.day / Double(people.count)
    spans = (0...people.count).map { Span(begin: Double($0) * length, people: 0) }
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

  /// Work that can be done from midnight to a time of day.
  func done(by time: Double, from span: inout Int) -> Double {
    while span + 2 < spans.count, spans[span + 1].begin <= time { span += 1 }
    let now = spans[span]
    return now.done + (time - now.begin) * now.people
  }

  /// The time of day after which more than `work` is done; `nil` where that is not today.
  func time(after work: Double, from span: inout Int) -> Double? {
    while spans[span + 1].done <= work {
      guard span + 2 < spans.count else { return nil }
      span += 1
    }
    let now = spans[span]
    return now.begin + (work - now.done) / now.people
  }
}
