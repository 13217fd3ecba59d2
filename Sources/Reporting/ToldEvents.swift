import Forecasting
import Rules
import StoreModel

/// Which headline events are worth a manager's time, most consequential first.
///
/// Good news that already holds is not told. Of the rungs of a ladder the next one is told always,
/// further ones where they are in reach. Of other events of a section the first is told always,
/// further ones where they are likely at all.
struct ToldEvents {
  private static let inReach = 0.05
  private static let likely = 0.01

  /// Indices into the forecast's events.
  let indices: [Int]

  /// Chooses from the unchanged store's forecast; what an option makes likely is told too.
  init(_ baseline: Forecast, options: [Forecast] = []) {
    func probability(_ index: Int) -> Double {
      ([baseline] + options).map { $0.events[index].probability }.max() ?? 0
    }
    var seen: Set<String> = []
    var rungs: [Int] = []
    var others: [Int] = []
    for (index, entry) in baseline.events.enumerated() where entry.event.isHeadline {
      if let rung = entry.event.reaches, entry.event.isGood != false {
        guard !entry.isCertainAtStart else { continue }
        let isNext = seen.insert("\(entry.pack) \(rung.ladder)").inserted
        if isNext || probability(index) >= Self.inReach { rungs.append(index) }
      } else {
        guard !entry.isCertainAtStart || entry.event.isGood == false else { continue }
        let isFirst = seen.insert("\(entry.pack) \(entry.event.section.english)").inserted
        if isFirst || probability(index) >= Self.likely { others.append(index) }
      }
    }
    indices = rungs + others
  }
}
