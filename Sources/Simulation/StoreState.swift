import Rules
import StoreModel

/// Everything that one day of a replication hands to the next.
struct StoreState: Sendable {
  /// Counts of all days so far.
  var log: TallyLog

  /// Paid orders not yet shipped.
  var warehouse: WarehouseQueue

  /// What will land later.
  var agenda: Agenda

  /// What is counted because something reads it.
  let onDemand: CountsOnDemand

  /// First day whose counts something reads: before it, draws that end in counts alone are not made.
  var countedFrom = Int.min

  /// First day whose after-sales work is simulated.
  var workedFrom = Int.min

  /// First day whose claims something reads: they are work as well, which begins before anything is counted.
  var settledFrom: Int { onDemand.afterSalesWork ? workedFrom : countedFrom }

  /// First day whose signed orders may still be refunded or reviewed when something reads it.
  var judgedFrom = Int.min

  /// Late parcels on their way, by the day of their payment.
  var lateArrivals = LateArrivals()

  /// Chats not yet answered.
  var desk = ChatDesk()

  /// After-sales work that nobody has begun.
  var workQueue = WorkQueue()

  /// Audits of returns whose goods are not back.
  var returnAudits = ReturnAudits()

  /// Service orders that wait for an audit on the morning of day 1; nothing once that day is over.
  var openServiceOrders = OpenServiceOrders()

  /// The pace at which chat agents do after-sales work on the current day.
  var sharedPace = WorkPace(spans: Array(repeating: 0, count: DeskPace.steps))

  /// Persistent shocks, spikes and incidents.
  var environment = Environment()

  /// Money of the current day.
  var ledger: DayLedger

  /// Offset of the mean star of each dimension against the untilted mix.
  var starOffsets = [0.0, 0.0, 0.0]

  /// Mean star of the 30 days before day 1, the zero of the score elasticity.
  var referenceStar: Double?

  /// Buffer for the weights of five stars; its contents mean nothing between draws.
  var starWeights = [Double](repeating: 0, count: 5)

  /// When each courier's parcels of the current day arrive.
  var courierDays: [CourierDay] = []

  /// Each courier's parcels of the current day that are not lost.
  var pickupsDue: [Int] = []

  /// The time from their payment to their departure, in seconds.
  var secondsToDeparture = 0.0

  init(firstDay: Int, lastDay: Int, packs: Int, onDemand: CountsOnDemand) {
    self.onDemand = onDemand
    log = TallyLog(firstDay: firstDay, lastDay: lastDay)
    warehouse = WarehouseQueue(firstDay: firstDay, lastDay: lastDay)
    agenda = Agenda(firstDay: firstDay, lastDay: lastDay, keepsTimes: onDemand.deliveryHours)
    ledger = DayLedger(packs: packs)
  }

  /// Makes ready for the next replication.
  mutating func clear() {
    log.clear()
    clearWork()
    environment = Environment()
    referenceStar = nil
  }

  /// Forgets all that is under way.
  mutating func clearWork() {
    warehouse.clear()
    agenda.clear()
    lateArrivals.clear()
    desk.clear()
    workQueue.clear()
    returnAudits.clear()
    openServiceOrders = OpenServiceOrders()
  }

  /// Adds to today's count.
  mutating func count(_ amount: Int, _ counter: DayCounter, on day: Int) {
    log.add(amount, to: counter, on: day)
  }
}

/// The money of one day, in fen.
struct DayLedger: Sendable {
  var revenue = 0
  var lostSales = 0
  var staffCost = 0
  var courierCost = 0
  var refunds = 0
  var returnFreight = 0

  /// Cost value of goods lost in refunds without return, as value of the orders.
  var refundedWithoutReturn = 0

  /// Value lost to each pack's caps, share of demand, and stop.
  var lostToCap: [Int]
  var lostToShare: [Int]
  var lostToStop: [Int]

  init(packs: Int) {
    lostToCap = Array(repeating: 0, count: packs)
    lostToShare = Array(repeating: 0, count: packs)
    lostToStop = Array(repeating: 0, count: packs)
  }

  mutating func clear() {
    (revenue, lostSales, staffCost, courierCost, refunds) = (0, 0, 0, 0, 0)
    (returnFreight, refundedWithoutReturn) = (0, 0)
    for pack in lostToCap.indices {
      lostToCap[pack] = 0
      lostToShare[pack] = 0
      lostToStop[pack] = 0
    }
  }
}
