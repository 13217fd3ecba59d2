/// Paid orders that have not been shipped, by the day they are ready and the days since payment.
struct WarehouseQueue: Sendable {
  /// A cohort shipped on a day.
  struct Shipment {
    var paymentDay: Int
    var offset: Int
    var online: Int
    var onDelivery: Int
    var total: Int { online + onDelivery }

    /// The first of the four calls of this cohort's draws on its shipping day.
    func call(on day: Int) -> Int { ((day - paymentDay) * 32 + offset) * 4 }
  }

  private static let offsets = ReadinessTable.greatestOffset + 1

  private let firstDay: Int
  private let days: Int
  private var cells: [Int]
  private var unshippedByPaymentDay: [Int]
  private var oldestReadyDay: Int

  /// Cohorts shipped on the current day.
  private(set) var shipments: [Shipment] = []

  init(firstDay: Int, lastDay: Int) {
    self.firstDay = firstDay
    days = lastDay - firstDay + 1 + Self.offsets
    cells = Array(repeating: 0, count: days * Self.offsets * 2)
    unshippedByPaymentDay = Array(repeating: 0, count: days)
    oldestReadyDay = firstDay
  }

  mutating func clear() {
    for index in cells.indices { cells[index] = 0 }
    for index in unshippedByPaymentDay.indices { unshippedByPaymentDay[index] = 0 }
    oldestReadyDay = firstDay
    shipments.removeAll(keepingCapacity: true)
  }

  private func index(ready: Int, offset: Int, onDelivery: Bool) -> Int {
    ((ready - firstDay) * Self.offsets + offset) * 2 + (onDelivery ? 1 : 0)
  }

  /// Enters orders paid on a day that are ready `offset` days later.
  mutating func enter(_ count: Int, paidOn day: Int, offset: Int, onDelivery: Bool) {
    guard day + offset - firstDay < days else { return }
    cells[index(ready: day + offset, offset: offset, onDelivery: onDelivery)] += count
    unshippedByPaymentDay[day - firstDay] += count
  }

  /// Orders of a payment day that have not been shipped.
  func unshipped(paidOn day: Int) -> Int {
    day >= firstDay ? unshippedByPaymentDay[day - firstDay] : 0
  }

  /// All orders that have not been shipped.
  var unshippedCount: Int { unshippedByPaymentDay.reduce(0, +) }

  /// Ships ready orders first in, first out, up to the capacity.
  ///
  /// `draw` says how many online orders are among `sample` of a cohort of online and on-delivery ones.
  mutating func ship(
    on day: Int,
    capacity: Int,
    draw: (_ shipment: Shipment, _ sample: Int) -> Int
  ) {
    shipments.removeAll(keepingCapacity: true)
    var left = capacity
    var ready = oldestReadyDay
    while ready <= day, left > 0 {
      let row = index(ready: ready, offset: 0, onDelivery: false)
      for offset in stride(from: min(Self.offsets - 1, ready - firstDay), through: 0, by: -1)
      where cells[row + offset * 2] + cells[row + offset * 2 + 1] > 0 {
        left -= take(ready: ready, offset: offset, atMost: left, draw: draw)
        if left == 0 { break }
      }
      if left > 0 { oldestReadyDay = ready + 1 }
      ready += 1
    }
  }

  /// Ships exactly `count` orders, the oldest payment days first whether ready or not; what is
  /// missing is taken to have been paid the day before.
  mutating func shipObserved(
    _ count: Int,
    on day: Int,
    draw: (_ shipment: Shipment, _ sample: Int) -> Int
  ) {
    shipments.removeAll(keepingCapacity: true)
    var left = count
    for payment in firstDay...day where left > 0 && unshipped(paidOn: payment) > 0 {
      for offset in 0..<Self.offsets where left > 0 && payment + offset - firstDay < days {
        left -= take(ready: payment + offset, offset: offset, atMost: left, draw: draw)
      }
    }
    if left > 0 {
      shipments.append(Shipment(paymentDay: day - 1, offset: 1, online: left, onDelivery: 0))
    }
  }

  private mutating func take(
    ready: Int,
    offset: Int,
    atMost limit: Int,
    draw: (Shipment, Int) -> Int
  ) -> Int {
    let position = index(ready: ready, offset: offset, onDelivery: false)
    let (online, onDelivery) = (cells[position], cells[position + 1])
    guard online + onDelivery > 0 else { return 0 }
    var shipment = Shipment(
      paymentDay: ready - offset,
      offset: offset,
      online: online,
      onDelivery: onDelivery
    )
    if shipment.total > limit {
      let sampled = onDelivery == 0 ? limit : online == 0 ? 0 : draw(shipment, limit)
      shipment.online = sampled
      shipment.onDelivery = limit - sampled
    }
    cells[position] -= shipment.online
    cells[position + 1] -= shipment.onDelivery
    unshippedByPaymentDay[shipment.paymentDay - firstDay] -= shipment.total
    shipments.append(shipment)
    return shipment.total
  }

  /// Visits every count of unshipped orders, to be replaced.
  mutating func mapUnshipped(_ replace: (Int) -> Int) {
    for payment in unshippedByPaymentDay.indices { unshippedByPaymentDay[payment] = 0 }
    for position in cells.indices where cells[position] > 0 {
      let count = replace(cells[position])
      cells[position] = count
      let (ready, offset) = (position / 2 / Self.offsets, position / 2 % Self.offsets)
      unshippedByPaymentDay[ready - offset] += count
    }
  }
}
