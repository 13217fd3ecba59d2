import Glibc
import Testing

@testable import Simulation

/// The line of after-sales work against its definition, piece by piece.
@Suite struct WorkQueueTests {
  private struct End: Equatable {
    var arrival: Double
    var end: Double
    var byPeople: Bool
  }

  /// People at work by that time of day, as an integral over all spans.
  private static func done(by time: Double, _ people: [Double]) -> Double {
    let length = 86_400 / Double(people.count)
    return people.enumerated().reduce(0) { sum, span in
      sum + span.element * min(length, max(0, time - Double(span.offset) * length))
    }
  }

  /// The last time of day by which at most `work` is done, by bisection.
  private static func last(_ work: Double, _ people: [Double]) -> Double {
    var (low, high) = (0.0, 86_400.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if done(by: middle, people) > work { high = middle } else { low = middle }
    }
    return low
  }

  /// A day of the page's recursion, one piece after another.
  private static func ends(
    _ waiting: inout [WorkPiece],
    on day: Int,
    people: [Double]
  ) -> [End] {
    let midnight = Double(day - 1) * 86_400
    var ends: [End] = []
    var left: [WorkPiece] = []
    var occupied = 0.0
    for piece in waiting.sorted(by: { $0.arrival < $1.arrival }) {
      let ahead = max(done(by: max(0, piece.arrival - midnight), people), occupied)
      if ahead < done(by: 86_400, people) {
        occupied = ahead + piece.handleTime
        ends.append(
          End(
            arrival: piece.arrival,
            end: midnight + last(ahead, people) + piece.handleTime,
            byPeople: true
          )
        )
      } else if midnight + 86_400 - piece.arrival >= (piece.kind == .goods ? 168 : 48) * 3600 {
        let wait = piece.kind == .goods ? 168.0 : 48
        ends.append(End(arrival: piece.arrival, end: piece.arrival + wait * 3600, byPeople: false))
      } else {
        left.append(piece)
      }
    }
    waiting = left
    return ends
  }

  /// Random days, of which every other is too long for the people.
  @Test(arguments: [1, 2, 3])
  func endsAreThoseOfTheRecursion(seed: UInt64) {
    var draws = Draws(seed: seed)
    draws.sequence(1, 0)
    var queue = WorkQueue()
    var waiting: [WorkPiece] = []
    var (carried, closed) = (false, false)
    for day in -3...16 {
      let people = (0..<48).map { span in
        span < 18 || span > 44 ? 0 : (draws.nextUniform() * 3).rounded(.down) / 2
      }
      for _ in 0..<(day % 2 == 0 ? 150 : 30) {
        let piece = WorkPiece(
          arrival: (Double(day - 1) + draws.nextUniform()) * 86_400,
          handleTime: -600 * log(draws.nextUniform()),
          kind: WorkPiece.Kind.allCases[Int(draws.nextUniform() * 5)]
        )
        queue.add(piece)
        waiting.append(piece)
      }
      let expected = Self.ends(&waiting, on: day, people: people)
      queue.serve(on: day, pace: WorkPace(spans: people))
      let finished = queue.finished
      let found = finished.ends.indices.map { place in
        End(
          arrival: finished.line[place].arrival,
          end: finished.ends[place],
          byPeople: place < finished.byPeople
        )
      }
      carried = carried || !waiting.isEmpty
      closed = closed || found.contains { !$0.byPeople }
      #expect(found.count == expected.count)
      for (a, b) in zip(
        found.sorted { $0.arrival < $1.arrival },
        expected.sorted { $0.arrival < $1.arrival }
      ) {
        #expect(a.arrival == b.arrival && a.byPeople == b.byPeople)
        #expect(abs(a.end - b.end) < 1e-4)
      }
      #expect(queue.waiting.arrivals == waiting.map(\.arrival))
    }
    #expect(carried && closed)
  }

  @Test func aPaceBetweenTwoTimesIsThePaceOfItsHours() {
    let hours = WorkPace(people: 3, from: 9 * 3600, to: 21 * 3600)
    let spans = WorkPace(spans: (0..<24).map { (9..<21).contains($0) ? 3 : 0 })
    var (a, b, c, d) = (
      WorkPace.Cursor(hours), WorkPace.Cursor(spans), WorkPace.Cursor(hours), WorkPace.Cursor(spans)
    )
    for minute in 0..<1440 {
      let time = Double(minute) * 60
      #expect(hours.done(by: time, from: &a) == spans.done(by: time, from: &b))
    }
    for work in stride(from: 0.0, through: 3 * 43_200, by: 100) {
      let difference =
        (hours.time(after: work, from: &c) ?? 0) - (spans.time(after: work, from: &d) ?? 0)
      #expect(abs(difference) < 1e-6)
    }
    var span = WorkPace.Cursor(hours)
    let begin = hours.time(after: 0, from: &span)
    let never = hours.time(after: 3 * 43_200, from: &span)
    #expect(begin == 32_400)
    #expect(never == nil)
  }

  @Test func serviceMinutesStandStillFrom21To9() {
    let hour = 3600.0
    #expect(ServiceClock.isQuick(from: 8 * hour, to: 9 * hour + 1200))
    #expect(!ServiceClock.isQuick(from: 8 * hour, to: 9 * hour + 1201))
    #expect(ServiceClock.isQuick(from: -4 * hour + 3000, to: 9 * hour + 600))
    #expect(!ServiceClock.isQuick(from: -4 * hour + 3000, to: 9 * hour + 601))
    #expect(!ServiceClock.isQuick(from: -28 * hour, to: 9 * hour))
    #expect(ServiceClock.isQuick(from: 21.5 * hour, to: 33 * hour + 1200))
    #expect(!ServiceClock.isQuick(from: 21.5 * hour, to: 33 * hour + 1201))
    #expect(!ServiceClock.isQuick(from: 22 * hour, to: 22 * hour + 48 * hour))
  }

  @Test func ordersOpenAtTheStartKeepTheProportionOfRequests() {
    let open = OpenServiceOrders(100, likeRefunds: 1, returns: 3)
    #expect(open.refunds == 25 && open.returns == 75)
    #expect(OpenServiceOrders(7, likeRefunds: 0, returns: 0).refunds == 7)
  }
}
