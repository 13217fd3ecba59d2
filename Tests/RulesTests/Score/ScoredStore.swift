import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport

/// The packs that a history can be scored under: every one that ships, and the invented ones.
enum ScoredPacks {
  static let all: [String] = [RulesFolder.shipped, RulesFolder.invented].flatMap { library in
    library.packIDs().filter { id in
      (try? library.pack(named: id, on: nil).pack)?.scoresDays == true
    }
  }
}

/// A random store's days, with rates that lie on either side of what packs ask.
struct RandomHistory {
  private(set) var days: [StoreHistory.Day] = []

  /// Days up to `last`, which the ratios of a pack's nodes shape.
  init(pack: RulePack, count: Int, last: CalendarDay, seed: Int) {
    var numbers = TestNumbers(seed: UInt64(seed))
    let counters = Set(pack.graph.inputs.flatMap { $0.terms.map(\.counter) })
    let scale = [4, 40, 900][seed % 3]
    let quality = [1, 0.999, 0.97, 0.9, 0.6][Int.random(in: 0..<5, using: &numbers)]
    for offset in (0..<count).reversed() {
      var counts: [DayCounter: Int] = [:]
      // In the order of the vocabulary: a set's order is another one in each run.
      for counter in DayCounter.allCases where counters.contains(counter) {
        counts[counter] = Int.random(in: 0...scale, using: &numbers)
      }
      for stream in Set(counters.compactMap { Self.stream($0) }).sorted() {
        for (index, star) in (DayCounter.stars(of: stream) ?? []).enumerated() {
          let share = index == 4 ? quality : (1 - quality) / 2 * Double(index % 2 + 1)
          let most = Int((Double(scale) * share).rounded(.up))
          counts[star] = Int.random(in: 0...max(most, 0), using: &numbers)
        }
      }
      for (part, whole) in Self.parts(of: pack) {
        let whole = counts[whole] ?? 0
        let share = [quality, 1, 1 - quality, 0][Int.random(in: 0..<4, using: &numbers)]
        counts[part] = Int((Double(whole) * share).rounded())
      }
      days.append(StoreHistory.Day(date: last - offset, counts: counts))
    }
  }

  private static func stream(_ counter: DayCounter) -> String? {
    let stem = String(counter.name.dropLast(2))
    return DayCounter.stars(of: stem)?.contains(counter) == true ? stem : nil
  }

  /// Pairs of counters of which a node takes the ratio.
  private static func parts(of pack: RulePack) -> [(DayCounter, DayCounter)] {
    func sole(_ formula: Formula) -> DayCounter? {
      guard case .name(let name) = formula,
        let terms = pack.graph.inputs.first(where: { $0.name == name })?.terms, terms.count == 1
      else { return nil }
      return terms[0].counter
    }
    return pack.graph.nodes.compactMap { node in
      guard case .calculation(.ratio, let parts) = node.value, let part = sole(parts[0]),
        let whole = sole(parts[1]), part != whole
      else { return nil }
      return (part, whole)
    }
  }
}
