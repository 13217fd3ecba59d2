/// What is already set in motion and will land on a later day.
///
/// Everything is an integer count by the day it lands and the coarsest type that later steps read;
/// the per-order law is kept because counts of independent marks are multinomial.
struct Agenda: Sendable {
  /// Days beyond the horizon for which something can be entered.
  static let lookAhead = 64

  /// Why an order was refunded first.
  enum Reason: Int, CaseIterable {
    case quality, logistics, other
  }

  private let firstDay: Int
  private let days: Int
  private var cells: [Int]

  /// Seconds from payment to signing of a day's arrivals in all, in their columns; empty where nobody
  /// asks for them.
  private var times: [Double]

  /// Time from payment to signing of parcels of which nothing is known.
  static let usualSeconds = 72 * 3600.0

  /// Columns of a day's row.
  private enum Column {
    static let arrivals = 0  // lateness type · 2 + (1 if paid on delivery)
    static let refunds = 8  // (0 refund only, 1 return) · 3 + reason
    static let completedReturns = 14
    static let lostParcels = 15
    static let disputes = 16
    static let complaints = 17
    static let reviews = 18  // class
    static let silent = 21
    static let count = 22
    static let arrivalTypes = 8
  }

  init(firstDay: Int, lastDay: Int, keepsTimes: Bool) {
    self.firstDay = firstDay
    days = lastDay - firstDay + 1 + Self.lookAhead
    cells = Array(repeating: 0, count: days * Column.count)
    times = Array(repeating: 0, count: keepsTimes ? days * Column.arrivalTypes : 0)
  }

  mutating func clear() {
    for index in cells.indices { cells[index] = 0 }
    for index in times.indices { times[index] = 0 }
  }

  private func index(_ day: Int, _ column: Int) -> Int {
    (day - firstDay) * Column.count + column
  }

  private mutating func enter(_ count: Int, on day: Int, _ column: Int) {
    guard day - firstDay < days else { return }
    cells[index(day, column)] += count
  }

  /// Enters parcels that are signed for `seconds` after their payment, on average.
  mutating func enterArrival(
    _ count: Int,
    on day: Int,
    lateness: Int,
    onDelivery: Bool,
    seconds: Double = usualSeconds
  ) {
    let type = lateness * 2 + (onDelivery ? 1 : 0)
    enter(count, on: day, Column.arrivals + type)
    guard !times.isEmpty, day - firstDay < days else { return }
    times[(day - firstDay) * Column.arrivalTypes + type] += Double(count) * seconds
  }

  /// Mean time from payment to signing of a day's arrivals of a type, in seconds.
  func meanSeconds(on day: Int, lateness: Int, onDelivery: Bool) -> Double {
    let type = lateness * 2 + (onDelivery ? 1 : 0)
    let parcels = cells[index(day, Column.arrivals + type)]
    guard !times.isEmpty, parcels > 0 else { return 0 }
    return times[(day - firstDay) * Column.arrivalTypes + type] / Double(parcels)
  }

  mutating func enterRefund(_ count: Int, on day: Int, isReturn: Bool, reason: Reason) {
    enter(count, on: day, Column.refunds + (isReturn ? 3 : 0) + reason.rawValue)
  }

  mutating func enterCompletedReturn(_ count: Int, on day: Int) {
    enter(count, on: day, Column.completedReturns)
  }

  mutating func enterLostParcel(_ count: Int, on day: Int) {
    enter(count, on: day, Column.lostParcels)
  }

  mutating func enterDispute(_ count: Int, on day: Int) { enter(count, on: day, Column.disputes) }

  mutating func enterComplaint(_ count: Int, on day: Int) {
    enter(count, on: day, Column.complaints)
  }

  mutating func enterReview(_ count: Int, on day: Int, class buyers: Int) {
    enter(count, on: day, Column.reviews + buyers)
  }

  mutating func enterSilent(_ count: Int, on day: Int) { enter(count, on: day, Column.silent) }

  func arrivals(on day: Int, lateness: Int, onDelivery: Bool) -> Int {
    cells[index(day, Column.arrivals + lateness * 2 + (onDelivery ? 1 : 0))]
  }

  func refunds(on day: Int, isReturn: Bool, reason: Reason) -> Int {
    cells[index(day, Column.refunds + (isReturn ? 3 : 0) + reason.rawValue)]
  }

  /// All refunds of a kind that are requested on a day.
  func refunds(on day: Int, isReturn: Bool) -> Int {
    let first = index(day, Column.refunds + (isReturn ? 3 : 0))
    return cells[first] + cells[first + 1] + cells[first + 2]
  }

  func completedReturns(on day: Int) -> Int { cells[index(day, Column.completedReturns)] }
  func lostParcels(on day: Int) -> Int { cells[index(day, Column.lostParcels)] }
  func disputes(on day: Int) -> Int { cells[index(day, Column.disputes)] }
  func complaints(on day: Int) -> Int { cells[index(day, Column.complaints)] }
  func reviews(on day: Int, class buyers: Int) -> Int {
    cells[index(day, Column.reviews + buyers)]
  }
  func silent(on day: Int) -> Int { cells[index(day, Column.silent)] }

  /// All parcels that arrive on a day.
  func arrivals(on day: Int) -> Int {
    (0..<8).reduce(0) { $0 + cells[index(day, Column.arrivals + $1)] }
  }

  /// Replaces what arrives on a day.
  mutating func replaceArrivals(on day: Int, with counts: (onTime: Int, slightly: Int, badly: Int))
  {
    let seconds = [0...1, 2...3, 4...7].map { meanSeconds(on: day, types: $0) }
    for column in 0..<8 {
      cells[index(day, Column.arrivals + column)] = 0
      if !times.isEmpty { times[(day - firstDay) * Column.arrivalTypes + column] = 0 }
    }
    for (type, count) in [counts.onTime, counts.slightly, counts.badly].enumerated() {
      enterArrival(count, on: day, lateness: type, onDelivery: false, seconds: seconds[type])
    }
  }

  /// Mean time of a day's arrivals of some types; where none arrive, that of all.
  private func meanSeconds(on day: Int, types: ClosedRange<Int>) -> Double {
    guard !times.isEmpty else { return 0 }
    func mean(_ types: ClosedRange<Int>) -> Double? {
      let parcels = types.reduce(0) { $0 + cells[index(day, Column.arrivals + $1)] }
      let first = (day - firstDay) * Column.arrivalTypes
      return parcels > 0 ? types.reduce(0) { $0 + times[first + $1] } / Double(parcels) : nil
    }
    return mean(types) ?? mean(0...7) ?? Self.usualSeconds
  }

  /// Visits every count of parcels that arrive after `day`, to be replaced.
  mutating func mapArrivals(after day: Int, _ replace: (Int) -> Int) {
    for later in (day + 1)..<(firstDay + days) {
      for column in 0..<8 {
        let position = index(later, Column.arrivals + column)
        guard cells[position] > 0 else { continue }
        let old = cells[position]
        cells[position] = replace(old)
        guard !times.isEmpty else { continue }
        times[(later - firstDay) * Column.arrivalTypes + column] *=
          Double(cells[position]) / Double(old)
      }
    }
  }
}
