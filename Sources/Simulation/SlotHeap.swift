/// Slots that stop at different times, the one that is free first on top of a binary heap.
struct SlotHeap: SlotQueue {
  /// A slot: the time from which it is free, and the time at which it stops taking chats.
  private struct Slot {
    var freeAt: Double
    var end: Double
  }

  private var slots: [Slot] = []

  var firstEnd: Double { slots[0].end }

  /// The slots of a morning.
  init(_ spans: [DeskSpan]) {
    for span in spans {
      for _ in 0..<span.slots { slots.append(Slot(freeAt: span.from, end: span.to)) }
    }
    // Ascending order is a heap already.
    slots.sort { ($0.freeAt, $0.end) < ($1.freeAt, $1.end) }
  }

  @inline(__always)
  mutating func start(from arrival: Double) -> Double? {
    while let slot = slots.first {
      let start = max(slot.freeAt, arrival)
      if start < slot.end { return start }
      removeFirst()
    }
    return nil
  }

  @inline(__always)
  mutating func holdFirst(until time: Double) {
    slots[0].freeAt = time
    sink()
  }

  private mutating func removeFirst() {
    let last = slots.removeLast()
    if !slots.isEmpty {
      slots[0] = last
      sink()
    }
  }

  /// Restores the heap after its first slot changed.
  @inline(__always)
  private mutating func sink() {
    slots.withUnsafeMutableBufferPointer { slots in
      let count = slots.count
      let moved = slots[0]
      var hole = 0
      var child = 1
      while child < count {
        // Which child is earlier is a coin toss: adding it spares a branch that is often mispredicted.
        let right = child &+ 1 < count ? child &+ 1 : child
        child &+= slots[right].freeAt < slots[child].freeAt ? 1 : 0
        guard slots[child].freeAt < moved.freeAt else { break }
        slots[hole] = slots[child]
        hole = child
        child = 2 &* hole &+ 1
      }
      slots[hole] = moved
    }
  }
}
