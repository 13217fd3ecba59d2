/// Pieces of after-sales work one behind the other, held part by part.
struct WorkLine: Sendable {
  /// When the pieces came, as ``WorkPiece/arrival`` says it.
  private(set) var arrivals: [Double] = []

  /// Seconds that they take a person.
  private(set) var handleTimes: [Double] = []

  private(set) var labels: [WorkPiece.Label] = []

  var count: Int { arrivals.count }

  subscript(place: Int) -> WorkPiece {
    WorkPiece(arrival: arrivals[place], handleTime: handleTimes[place], label: labels[place])
  }

  mutating func append(_ piece: WorkPiece) {
    arrivals.append(piece.arrival)
    handleTimes.append(piece.handleTime)
    labels.append(piece.label)
  }

  /// Appends pieces of a kind, the first of them after a slow audit; `fill` writes their arrivals and
  /// handle times.
  mutating func append(
    _ count: Int,
    _ kind: WorkPiece.Kind,
    slow: Int,
    fill: (
      _ arrivals: UnsafeMutableBufferPointer<Double>,
      _ handleTimes: UnsafeMutableBufferPointer<Double>
    ) -> Void
  ) {
    let first = self.count
    arrivals.append(contentsOf: repeatElement(0, count: count))
    handleTimes.append(contentsOf: repeatElement(0, count: count))
    labels.append(contentsOf: repeatElement(.init(kind, auditWasSlow: true), count: slow))
    labels.append(contentsOf: repeatElement(.init(kind), count: count - slow))
    arrivals.withUnsafeMutableBufferPointer { arrivals in
      handleTimes.withUnsafeMutableBufferPointer { handleTimes in
        fill(.init(rebasing: arrivals[first...]), .init(rebasing: handleTimes[first...]))
      }
    }
  }

  /// Appends the first pieces of another line.
  mutating func append(first count: Int, of line: WorkLine) {
    arrivals.append(contentsOf: line.arrivals[..<count])
    handleTimes.append(contentsOf: line.handleTimes[..<count])
    labels.append(contentsOf: line.labels[..<count])
  }

  /// Appends the pieces of a day that begins at `midnight`, in the order of their arrival.
  mutating func append(sorting fresh: WorkLine, from midnight: Double, with sort: inout BucketSort)
  {
    let first = count
    append(first: fresh.count, of: fresh)
    arrivals.withUnsafeMutableBufferPointer { arrivals in
      fresh.arrivals.withUnsafeBufferPointer { fresh in
        sort.sort(
          fresh,
          from: midnight,
          length: 86_400,
          into: .init(rebasing: arrivals[first...])
        )
      }
    }
    Self.arrange(fresh.handleTimes, by: sort.indices, into: &handleTimes, at: first)
    Self.arrange(fresh.labels, by: sort.indices, into: &labels, at: first)
  }

  private static func arrange<Part>(
    _ parts: [Part],
    by order: [Int32],
    into places: inout [Part],
    at first: Int
  ) {
    let (parts, order) = (parts.span, order.span)
    var places = places.mutableSpan
    for place in parts.indices { places[first + place] = parts[Int(order[place])] }
  }

  /// Inserts pieces at a place.
  mutating func insert(_ pieces: [WorkPiece], at place: Int) {
    arrivals.insert(contentsOf: pieces.map(\.arrival), at: place)
    handleTimes.insert(contentsOf: pieces.map(\.handleTime), at: place)
    labels.insert(contentsOf: pieces.map(\.label), at: place)
  }

  /// Removes all, but not their memory.
  mutating func clear() {
    arrivals.removeAll(keepingCapacity: true)
    handleTimes.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
  }

  mutating func removeFirst(_ count: Int) {
    arrivals.removeFirst(count)
    handleTimes.removeFirst(count)
    labels.removeFirst(count)
  }

  /// Removes those of the first pieces that are not kept.
  mutating func filter(first end: Int, _ isKept: (_ place: Int, _ piece: WorkPiece) -> Bool) {
    var kept = 0
    for place in 0..<end where isKept(place, self[place]) {
      arrivals[kept] = arrivals[place]
      handleTimes[kept] = handleTimes[place]
      labels[kept] = labels[place]
      kept += 1
    }
    guard kept < end else { return }
    arrivals.removeSubrange(kept..<end)
    handleTimes.removeSubrange(kept..<end)
    labels.removeSubrange(kept..<end)
  }
}

/// Pieces of after-sales work that ended on a day, or whose end is known since then.
struct FinishedWork: Sendable {
  /// The pieces: first those that people did.
  private(set) var line = WorkLine()

  /// When each ended, in seconds from the midnight on which day 1 begins.
  private(set) var ends: [Double] = []

  /// How many of the pieces people did; the system closed the others.
  private(set) var byPeople = 0

  /// Takes the first pieces of a line, which people do.
  mutating func take(_ count: Int, of line: WorkLine, ends: [Double]) {
    self.line.clear()
    self.line.append(first: count, of: line)
    self.ends.removeAll(keepingCapacity: true)
    self.ends.append(contentsOf: ends[..<count])
    byPeople = count
  }

  /// Adds a piece that the system closes.
  mutating func close(_ piece: WorkPiece) {
    line.append(piece)
    ends.append(piece.arrival + piece.kind.greatestWait)
  }
}
