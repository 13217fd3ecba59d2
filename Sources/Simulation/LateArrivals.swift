/// Late parcels on their way that were paid online, by the days since payment and since shipping.
///
/// Only those that arrive within 14 days of payment: what comes later is not told apart.
struct LateArrivals: Sendable {
  /// Days from payment to arrival that are told apart.
  static let days = 0...14

  /// Lateness types that are told apart: slightly and badly late.
  static let types = 2

  /// Cells of one day's arrivals.
  static let width = types * days.count * days.count

  private var cells: [Int] = []

  /// Arrivals are at most 14 days ahead, so that a ring of 15 days holds them.
  private func row(_ day: Int) -> Int {
    let place = day % Self.days.count
    return (place < 0 ? place + Self.days.count : place) * Self.width
  }

  /// A cell of a day: `type` is 0 for slightly and 1 for badly late parcels.
  static func cell(type: Int, age: Int, delay: Int) -> Int {
    (type * days.count + age) * days.count + delay
  }

  /// Forgets everything.
  mutating func clear() {
    for index in cells.indices { cells[index] = 0 }
  }

  /// Enters parcels that arrive `delay` days after shipping and `age` days after payment.
  mutating func enter(_ count: Int, on day: Int, type: Int, age: Int, delay: Int) {
    guard count > 0, Self.days.contains(age), delay <= age else { return }
    if cells.isEmpty { cells = Array(repeating: 0, count: Self.days.count * Self.width) }
    cells[row(day) + Self.cell(type: type, age: age, delay: delay)] += count
  }

  /// The cells of a day that hold parcels.
  func parcels(on day: Int, type: Int) -> [(count: Int, age: Int, delay: Int)] {
    guard !cells.isEmpty else { return [] }
    let first = row(day) + Self.cell(type: type, age: 0, delay: 0)
    return (0..<Self.days.count * Self.days.count).compactMap { cell in
      let count = cells[first + cell]
      return count > 0 ? (count, cell / Self.days.count, cell % Self.days.count) : nil
    }
  }

  /// Forgets a day, whose place a later one takes.
  mutating func remove(_ day: Int) {
    guard !cells.isEmpty else { return }
    for index in row(day)..<row(day) + Self.width { cells[index] = 0 }
  }

  /// Keeps the proportions where the parcels of a day and type became another number.
  mutating func scale(on day: Int, type: Int, from old: Int, to new: Int) {
    guard !cells.isEmpty, old > 0, old != new else { return }
    let first = row(day) + Self.cell(type: type, age: 0, delay: 0)
    for index in first..<first + Self.days.count * Self.days.count {
      cells[index] = Int(Double(cells[index]) * Double(new) / Double(old))
    }
  }
}
