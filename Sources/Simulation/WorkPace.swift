/// How many people do after-sales work at each time of a day: constant between bounds.
///
/// Both questions are asked in ascending order, from the span where the last answer lay, so all of a
/// day's cost one pass.
struct WorkPace: Sendable {
  private static let day = 86_400.0

  /// Bounds of the spans in seconds after midnight, ascending from 0 to 24 hours.
  private var bounds: [Double]

  /// People at work in each span.
  private var people: [Double]

  /// Work done by each bound, in seconds of one person.
  private var done: [Double]

  /// Some people between two times of day, in seconds after midnight.
  init(people: Double, from: Double, to: Double) {
    bounds = [0, from, to, Self.day]
    self.people = [0, people, 0]
    done = [0, 0, people * (to - from), people * (to - from)]
  }

  /// People in spans of equal length that make up a day.
  init(spans people: [Double]) {
    let length = Self.day / Double(people.count)
    bounds = (0...people.count).map { Double($0) * length }
    self.people = people
    done = Array(repeating: 0, count: people.count + 1)
    replace(people)
  }

  /// Puts other people into the same spans.
  mutating func replace(_ people: [Double]) {
    for span in people.indices {
      self.people[span] = people[span]
      done[span + 1] = done[span] + people[span] * (bounds[span + 1] - bounds[span])
    }
  }

  /// Work that can be done from midnight to a time of day.
  func done(by time: Double, from span: inout Int) -> Double {
    while span + 1 < people.count, bounds[span + 1] <= time { span += 1 }
    return done[span] + (time - bounds[span]) * people[span]
  }

  /// The time of day after which more than `work` is done; `nil` where that is not today.
  func time(after work: Double, from span: inout Int) -> Double? {
    while done[span + 1] <= work {
      guard span + 1 < people.count else { return nil }
      span += 1
    }
    return bounds[span] + (work - done[span]) / people[span]
  }
}
