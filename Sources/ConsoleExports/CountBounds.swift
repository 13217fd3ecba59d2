/// What is known of whole numbers from sums, differences and rates of them: a least and a greatest
/// value each, narrowed until nothing narrows further.
///
/// Bound propagation is sound and not complete: a bound that it gives holds, and a number whose
/// bounds meet is known. Nothing is ever chosen among what remains possible.
struct CountBounds {
  /// A statement about some of the numbers, by position.
  enum Relation {
    /// The sum of some less the sum of others lies between two numbers.
    case linear(plus: [Int], minus: [Int], low: Int, high: Int)
    /// The sum of some over the sum of others lies in a span; 0 over 0 is anything.
    case rate(parts: [Int], wholes: [Int], span: Span)
  }

  /// Least values.
  private(set) var low: [Int]
  /// Greatest values.
  private(set) var high: [Int]
  private var relations: [Relation] = []
  private var uses: [[Int]]

  /// Evaluations of relations in one go, after which bounds are left as they are.
  private static let patience = 2_000_000

  /// Numbers from 0 to their greatest values.
  init(greatest: [Int]) {
    low = Array(repeating: 0, count: greatest.count)
    high = greatest
    uses = Array(repeating: [], count: greatest.count)
  }

  /// Adds statements; if they contradict what is known, none of them is kept.
  ///
  /// - Returns: The position of the first statement found that cannot hold; `nil` where all can.
  mutating func add(_ new: [Relation]) -> Int? {
    let before = self
    let first = relations.count
    relations += new
    for (offset, relation) in new.enumerated() {
      for number in Self.numbers(of: relation) { uses[number].append(first + offset) }
    }
    if let failed = narrow(from: first) {
      self = before
      return max(0, failed - first)
    }
    return nil
  }

  /// Whether a statement can hold, taken alone with what is known.
  func allows(_ relation: Relation) -> Bool {
    switch relation {
    case .linear(let plus, let minus, let least, let greatest):
      return sum(plus).high - sum(minus).low >= least && sum(plus).low - sum(minus).high <= greatest
    case .rate(let parts, let wholes, let span):
      let (part, whole) = (sum(parts), sum(wholes))
      let possible = span.wholes(times: whole.low, whole.high)
      return Int128(part.high) >= possible.low && Int128(part.low) <= possible.high
    }
  }

  /// The bounds of a sum.
  func sum(_ numbers: [Int]) -> (low: Int, high: Int) {
    (numbers.reduce(0) { $0 + low[$1] }, numbers.reduce(0) { $0 + high[$1] })
  }

  private static func numbers(of relation: Relation) -> [Int] {
    switch relation {
    case .linear(let plus, let minus, _, _): plus + minus
    case .rate(let parts, let wholes, _): parts + wholes
    }
  }

  /// Narrows the bounds; the position of a statement that cannot hold.
  private mutating func narrow(from first: Int) -> Int? {
    var waiting = Array(first..<relations.count)
    var isWaiting = Array(repeating: false, count: relations.count)
    for index in waiting { isWaiting[index] = true }
    var next = 0
    while next < waiting.count, next < Self.patience {
      let index = waiting[next]
      next += 1
      isWaiting[index] = false
      var changed: [Int] = []
      guard hold(relations[index], &changed) else { return index }
      for number in changed {
        guard low[number] <= high[number] else { return index }
        for other in uses[number] where !isWaiting[other] {
          isWaiting[other] = true
          waiting.append(other)
        }
      }
    }
    return nil
  }

  private mutating func hold(_ relation: Relation, _ changed: inout [Int]) -> Bool {
    switch relation {
    case .linear(let plus, let minus, let least, let greatest):
      return hold(plus, minus, least, greatest, &changed)
    case .rate(let parts, let wholes, let span):
      let whole = sum(wholes)
      let part = sum(parts)
      let possible = span.wholes(times: whole.low, whole.high)
      let least = max(Int128(part.low), possible.low)
      let greatest = min(Int128(part.high), possible.high)
      guard least <= greatest, hold(parts, [], Int(least), Int(greatest), &changed) else {
        return false
      }
      var fewest = whole.low
      var most = whole.high
      if span.high > 0 { fewest = max(fewest, Int(Span.up(least * span.over, span.high))) }
      if span.low > 0 {
        most = Int(min(Int128(most), Span.down(greatest * span.over, span.low)))
      }
      return fewest <= most && hold(wholes, [], fewest, most, &changed)
    }
  }

  private mutating func hold(
    _ plus: [Int],
    _ minus: [Int],
    _ least: Int,
    _ greatest: Int,
    _ changed: inout [Int]
  ) -> Bool {
    let (positive, negative) = (sum(plus), sum(minus))
    let fewest = positive.low - negative.high
    let most = positive.high - negative.low
    guard fewest <= greatest, most >= least else { return false }
    if fewest >= least, most <= greatest { return true }
    for number in plus {
      let above = greatest - (fewest - low[number])
      let below = least - (most - high[number])
      set(number, below, above, &changed)
    }
    for number in minus {
      let below = fewest + high[number] - greatest
      let above = most + low[number] - least
      set(number, below, above, &changed)
    }
    return true
  }

  private mutating func set(_ number: Int, _ least: Int, _ greatest: Int, _ changed: inout [Int]) {
    guard least > low[number] || greatest < high[number] else { return }
    low[number] = max(low[number], least)
    high[number] = min(high[number], greatest)
    changed.append(number)
  }
}
