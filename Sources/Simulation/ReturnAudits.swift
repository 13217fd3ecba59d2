/// Audits of returns by the day of their request, kept until the goods are back.
struct ReturnAudits: Sendable {
  /// Days from the request to the day on which goods come back.
  static let daysToGoods = 3

  private struct Audits {
    var count = 0
    var slow = 0
    var seconds = 0.0
  }

  private var days = [Audits](repeating: Audits(), count: daysToGoods + 1)

  private func index(_ day: Int) -> Int {
    let place = day % days.count
    return place < 0 ? place + days.count : place
  }

  /// Forgets everything.
  mutating func clear() {
    for index in days.indices { days[index] = Audits() }
  }

  /// Begins a day of requests.
  mutating func begin(_ day: Int) { days[index(day)] = Audits() }

  /// Adds audits of requests of a day, and the seconds from request to audit.
  mutating func add(_ count: Int, slow: Int, seconds: Double, ofRequestsOn day: Int) {
    let index = index(day)
    days[index].count += count
    days[index].slow += slow
    days[index].seconds += seconds
  }

  /// The slow audits and the seconds of all audits of goods that are back on a day.
  ///
  /// As many audits as goods are known but for orders that were open at the start and for days with
  /// too many pieces to follow; there they keep their proportions.
  func ofGoods(_ goods: Int, backOn day: Int) -> (slow: Int, seconds: Double) {
    let audits = days[index(day - Self.daysToGoods)]
    guard audits.count != goods else { return (audits.slow, audits.seconds) }
    guard audits.count > 0 else { return (0, 0) }
    let factor = Double(goods) / Double(audits.count)
    return (
      Int((Double(audits.slow) * factor).rounded()),
      audits.seconds * factor
    )
  }
}
