import Glibc
import StoreModel

/// A service desk with one replication's values, ready for the queue.
struct ResolvedDesk: Sendable {
  /// Slots of one shift: chats that it can hold at a time, and when.
  struct Shift: Sendable {
    let slots: Int
    let from: Double
    let to: Double
  }

  let before: Double
  let after: Double
  let botResolves: Double
  let handleZeta: Double
  let handleSigma: Double

  /// Factor from a chat's work to the time it holds a slot.
  let slotFactor: Double
  let reaction: Double
  let quietAfter: Double
  let ratingRate: Double
  let dissatisfiedFast: Double
  let dissatisfiedSlow: Double
  let shifts: [Shift]

  /// Wages of a day, in fen.
  let wagesInFen: Int

  /// Cumulative share of a day's chats at each full hour, 25 values from 0 to 1.
  let cumulativeProfile: [Double]

  /// Times at which at least one shift is on, merged, in seconds after midnight.
  let open: [ClosedRange<Double>]

  init(_ desk: ServiceDesk, inputs: InputScores) {
    before = inputs.value(desk.contactsPerOrderBefore)
    after = inputs.value(desk.contactsPerOrderAfter)
    botResolves = inputs.value(desk.botResolves)
    handleSigma = desk.handleTimeSigma
    handleZeta = log(inputs.value(desk.handleTimeMeanInSeconds)) - handleSigma * handleSigma / 2
    slotFactor = Double(desk.concurrency) / desk.efficiency
    reaction = desk.reactionInSeconds
    quietAfter = inputs.value(desk.turnsQuietAfterInSeconds)
    ratingRate = inputs.value(desk.ratingRate)
    dissatisfiedFast = inputs.value(desk.dissatisfiedFast)
    dissatisfiedSlow = inputs.value(desk.dissatisfiedSlow)
    shifts = desk.shifts.filter { $0.agents > 0 }.map { shift in
      let chats = Double(shift.agents * desk.concurrency) * (1 - desk.shrinkage)
      return Shift(
        slots: max(1, Int(chats.rounded())),
        from: shift.fromHour * 3600,
        to: shift.toHour * 3600
      )
    }
    wagesInFen = desk.shifts.reduce(0) {
      $0 + Int((Double($1.agents) * $1.wageInYuanPerDay * 100).rounded())
    }
    let total = desk.hourlyProfile.reduce(0, +)
    var sum = 0.0
    cumulativeProfile =
      [0]
      + desk.hourlyProfile.map {
        sum += $0 / total
        return sum
      }
    open = shifts.sorted { $0.from < $1.from }.reduce(into: [ClosedRange<Double>]()) { open, next in
      if let last = open.last, next.from <= last.upperBound {
        open[open.count - 1] = last.lowerBound...max(last.upperBound, next.to)
      } else {
        open.append(next.from...next.to)
      }
    }
  }

  /// Seconds of the desk's clock from midnight to a time of day: it stands still while closed.
  func clock(_ time: Double) -> Double {
    var seconds = 0.0
    for span in open { seconds += max(0, min(time, span.upperBound) - span.lowerBound) }
    return seconds
  }

  /// The time of day before which a share `u` of the day's chats arrive, in seconds.
  ///
  /// `hour` is where to start looking: asked in ascending order, all times of a day cost one pass.
  func arrivalTime(_ u: Double, from hour: inout Int) -> Double {
    while hour < 23, cumulativeProfile[hour + 1] <= u { hour += 1 }
    let width = cumulativeProfile[hour + 1] - cumulativeProfile[hour]
    let part = width > 0 ? (u - cumulativeProfile[hour]) / width : 0
    return (Double(hour) + min(1, max(0, part))) * 3600
  }
}
