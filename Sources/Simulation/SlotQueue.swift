/// The slots of a desk during a day, the one that is free first in front.
protocol SlotQueue {
  /// When the slot that is free first stops taking chats.
  var firstEnd: Double { get }

  /// When the first slot takes a chat that waits from `arrival` on; `nil` when none does any more.
  ///
  /// Arrivals must ascend: slots that are over by then leave.
  mutating func start(from arrival: Double) -> Double?

  /// Lets the first slot hold a chat until a time.
  mutating func holdFirst(until time: Double)
}

/// Slots that all stop at the same time, in the order in which they are free.
///
/// The next one is known before the one that was taken has found its new place, which a heap must wait for.
struct SlotLine: SlotQueue {
  /// Up to so many slots, looking one by one costs less than halving.
  private static let fewSlots = 64

  let firstEnd: Double
  private let count: Int

  /// Room for the line to move on, so that it seldom has to be put back to the beginning.
  private let times: UnsafeMutableBufferPointer<Double>
  private var first = 0

  /// Lends the slots of a morning, when they all have one end; `nil` where they do not.
  static func lend<Result>(_ spans: [DeskSpan], _ body: (inout SlotLine) -> Result) -> Result? {
    let count = spans.reduce(0) { $0 + $1.slots }
    guard count > 0, let end = spans.first?.to, spans.allSatisfy({ $0.to == end }) else {
      return nil
    }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 5 * count + 256) { times in
      times.initialize(repeating: 0)
      var slot = 0
      for span in spans.sorted(by: { $0.from < $1.from }) {
        for _ in 0..<span.slots {
          times[slot] = span.from
          slot += 1
        }
      }
      var line = SlotLine(firstEnd: end, count: count, times: times)
      return body(&line)
    }
  }

  private init(firstEnd: Double, count: Int, times: UnsafeMutableBufferPointer<Double>) {
    self.firstEnd = firstEnd
    self.count = count
    self.times = times
  }

  @inline(__always)
  mutating func start(from arrival: Double) -> Double? {
    let start = max(times[first], arrival)
    return start < firstEnd ? start : nil
  }

  @inline(__always)
  mutating func holdFirst(until time: Double) {
    if first + count == times.count {
      for slot in 0..<count { times[slot] = times[first + slot] }
      first = 0
    }
    first += 1
    var place = first + count - 1
    if count > Self.fewSlots {
      var low = first
      var high = place
      while low < high {
        let middle = (low + high) / 2
        if times[middle] <= time { low = middle + 1 } else { high = middle }
      }
      if let slots = times.baseAddress, low < place {
        (slots + low + 1).update(from: slots + low, count: place - low)
      }
      place = low
    } else {
      while place > first, times[place - 1] > time {
        times[place] = times[place - 1]
        place -= 1
      }
    }
    times[place] = time
  }
}
