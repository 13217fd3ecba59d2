import Glibc
import StoreModel

/// A service desk with one replication's values, ready for the queue.
final class ResolvedDesk: Sendable {
  let before: Double
  let after: Double
  let botResolves: Double
  let handleZeta: Double
  let handleSigma: Double

  /// Chats that an agent holds at a time.
  let concurrency: Double

  /// Factor from a chat's work to the time it holds a slot.
  let slotFactor: Double
  let reaction: Double
  let quietAfter: Double
  let ratingRate: Double
  let dissatisfiedFast: Double
  let dissatisfiedSlow: Double

  /// Slots and the hours in which they take chats.
  let spans: [DeskSpan]

  /// Wages of a day, in fen.
  let wagesInFen: Int

  /// Times at which a shift is on, its breaks included, merged, in seconds after midnight.
  let open: [ClosedRange<Double>]

  private let desk: ServiceDesk
  private let humans: WeekProfile
  private let botShares: [Double]

  /// Resolves a desk whose chats, the bot's included, come by `chats`.
  init(_ desk: ServiceDesk, chats: WeekProfile, inputs: InputScores) {
    self.desk = desk
    before = inputs.value(desk.contactsPerOrderBefore)
    after = inputs.value(desk.contactsPerOrderAfter)
    botResolves = inputs.value(desk.botResolves)
    handleSigma = desk.handleTimeSigma
    handleZeta = log(inputs.value(desk.handleTimeMeanInSeconds)) - handleSigma * handleSigma / 2
    concurrency = Double(desk.concurrency)
    slotFactor = concurrency / desk.efficiency
    reaction = desk.reactionInSeconds
    quietAfter = inputs.value(desk.turnsQuietAfterInSeconds)
    ratingRate = inputs.value(desk.ratingRate)
    dissatisfiedFast = inputs.value(desk.dissatisfiedFast)
    dissatisfiedSlow = inputs.value(desk.dissatisfiedSlow)
    spans = DeskSpan.all(of: desk)
    wagesInFen = desk.shifts.reduce(0) {
      $0 + Int((Double($1.agents) * $1.wageInYuanPerDay * 100).rounded())
    }
    var unbroken = desk
    for shift in unbroken.shifts.indices { unbroken.shifts[shift].breaks = [] }
    let shifts = DeskSpan.all(of: unbroken)
    open = shifts.sorted { $0.from < $1.from }.reduce(into: [ClosedRange<Double>]()) { open, next in
      if let last = open.last, next.from <= last.upperBound {
        open[open.count - 1] = last.lowerBound...max(last.upperBound, next.to)
      } else {
        open.append(next.from...next.to)
      }
    }
    let hours = desk.botHours
    if hours.reduce(0, { $0 + $1.upperBound - $1.lowerBound }) >= 24 {
      humans = chats
      botShares = Array(repeating: 1, count: 7)
    } else {
      let resolved = desk.botResolves.median
      humans = WeekProfile { chats[$0].without(resolved, in: hours) }
      botShares = (0..<7).map { weekday in
        hours.reduce(0) {
          $0 + chats[weekday].share(from: $1.lowerBound, to: $1.upperBound)
        }
      }
    }
  }

  /// When chats for a human begin on a weekday, Monday = 0.
  func humanProfile(on weekday: Int) -> DayProfile { humans[weekday] }

  /// Share of a weekday's chats that begin in the hours of the bot.
  func botShare(on weekday: Int) -> Double { botShares[weekday] }

  /// One in `scale` of the desk's slots.
  func spans(oneIn scale: Int) -> [DeskSpan] {
    scale == 1 ? spans : DeskSpan.all(of: desk, oneIn: scale)
  }

  /// Hour at which the last slot stops taking chats; 0 where none does.
  var closeHour: Double { (open.last?.upperBound ?? 0) / 3600 }

  /// Seconds of the desk's clock from midnight to a time of day: it stands still while closed.
  func clock(_ time: Double) -> Double {
    var seconds = 0.0
    for span in open { seconds += max(0, min(time, span.upperBound) - span.lowerBound) }
    return seconds
  }
}
