package import Rules
package import StoreModel

/// A scenario made ready to run: nothing in it can fail any more.
///
/// A plan is a pure value. Replication i of it is the same for any thread, batch or machine of one
/// processor class.
package struct Plan: Sendable {
  /// The scenario's name of the unchanged store in every file.
  package static let baselineName = "baseline"

  /// Days before the first day that windows read from which on after-sales work is simulated: what is then
  /// under way has been closed by the platform, which waits seven days at most.
  package static let workLeadInDays = 10

  /// Days of the warm-up before the first day that windows read: parcels and reviews of earlier
  /// orders are under way by then.
  package let leadInDays: Int

  /// First day of the warm-up that the forecast starts from, whatever the packs look back.
  var warmUpStart: Int { 1 - (30 + leadInDays) }

  /// Day 1.
  package let start: CalendarDay

  /// What each replication reports.
  package let layout: RecordLayout

  /// The same for the baseline and each alternative: they differ in thresholds where an alternative
  /// changes rules.
  package let layouts: [RecordLayout]

  /// Names of the baseline and the alternatives, in order.
  package let variantNames: [String]

  let scenario: Scenario
  let programs: [RuleProgram]

  /// The baseline's programs, then those of each alternative that changes them.
  let ruleSets: [[RuleProgram]]
  let variants: [Variant]
  let firstDay: Int
  let lastDay: Int
  let inputPaths: [String]
  let mix: OutcomeMix
  let stars: StarLaw
  let promisesInHours: [Double]

  /// Ages of shipments that are told apart: the promises, then, where they are read, 24 h and each
  /// promise plus 48 h.
  let limitsInHours: [Double]

  let observed: [Int: [DayCounter: Int]]
  let lifetimeCounters: Set<DayCounter>
  let lifetimeTotals: [DayCounter: Int]
  private(set) var starOffsets: [Double] = []
  let chanceCalls: [[Int]]

  /// What is produced only where something reads it, for nothing else depends on it.
  let onDemand: CountsOnDemand

  /// Whether the after-sales work is simulated.
  var simulatesAfterSalesWork: Bool { onDemand.afterSalesWork }

  /// Whether every so many replications have a twin (``TwinPairs``).
  let pairsFutures: Bool

  /// Whether binomials and Poissons come from the program's own samplers rather than GSL's.
  let drawsCountsFast: Bool

  /// Compiles a scenario with the rule programs that its `rules` name, in the same order.
  ///
  /// `changed` holds the programs of alternatives that change rules, by the alternative's name: packs,
  /// measures, events, ladders and money as in `programs`.
  ///
  /// Counters of ``CountsOnDemand`` stay at 0 where no program reads them, unless
  /// `producesEveryCounter` asks for them. `pairsFutures` is for who tells luck from not knowing. Desk
  /// days that `relative`, a plan of the same store under other rules, has simulated already are not
  /// simulated again, which changes no number.
  package init(
    scenario: Scenario,
    programs: [RuleProgram],
    changed: [String: [RuleProgram]] = [:],
    producesEveryCounter: Bool = false,
    drawsCountsFast: Bool = false,
    pairsFutures: Bool = false,
    relative: Plan? = nil
  ) {
    self.scenario = scenario
    self.drawsCountsFast = drawsCountsFast
    self.pairsFutures = pairsFutures
    self.programs = programs
    let changing = scenario.alternatives.map(\.name).filter { changed[$0] != nil }
    ruleSets = [programs] + changing.compactMap { changed[$0] }
    let all = ruleSets.flatMap(\.self)
    start = scenario.start
    let window = max(30, all.map(\.longestWindowInDays).max() ?? 0)
    leadInDays = scenario.operation.leadInDays
    firstDay = 1 - (window + leadInDays)
    lastDay = scenario.horizonInDays
    var promises = [scenario.operation.warehouse.shipPromiseInHours]
    let read = all.reduce(into: Set<DayCounter>()) { $0.formUnion($1.readCounters) }
    onDemand = CountsOnDemand(read: producesEveryCounter ? Set(DayCounter.allCases) : read)
    var variants = DeskBank.shared(
      among: Variant.all(of: scenario, days: firstDay...lastDay, promises: &promises),
      hasWork: onDemand.afterSalesWork,
      known: relative?.banks(seed: scenario.seed, drawsCountsFast: drawsCountsFast) ?? []
    )
    for index in variants.indices {
      variants[index].ruleSet = changing.firstIndex(of: variants[index].name).map { $0 + 1 } ?? 0
    }
    self.variants = variants
    variantNames = variants.map(\.name)
    promisesInHours = promises
    limitsInHours = promises + (onDemand.shipmentAges ? [24] + promises.map { $0 + 48 } : [])
    inputPaths = variants.reduce(into: []) { paths, variant in
      for input in variant.operation.inputs where !input.isKnown && !paths.contains(input.path) {
        paths.append(input.path)
      }
    }
    let medians = InputScores(paths: [])
    mix = OutcomeMix(operation: scenario.operation, inputs: medians)
    stars = StarLaw(reviews: scenario.operation.reviews, mix: mix)
    let start = scenario.start
    let earliest = firstDay
    let days = scenario.history?.days ?? []
    observed = Dictionary(
      days.filter { $0.date < start && $0.date - start + 1 >= earliest }
        .map { ($0.date - start + 1, $0.counts) },
      uniquingKeysWith: { $1 }
    )
    lifetimeCounters = all.reduce(into: []) { $0.formUnion($1.lifetimeCounters) }
    lifetimeTotals = Self.totals(of: days.filter { $0.date < start })
    chanceCalls = programs.map { program in
      program.chances.map { pathHash(program.packID + "#" + $0) & 0x3F_FFFF }
    }
    let inputs = inputPaths
    let sets = ruleSets.map { programs in
      RecordLayout(
        scenario: scenario,
        programs: programs,
        hasCosts: variants.contains { $0.costInFen > 0 },
        inputs: inputs,
        clusters: variants.contains { $0.deskBank != nil } ? DeskBank.clusters : 1
      )
    }
    layout = sets[0]
    layouts = variants.map { sets[$0.ruleSet] }
    starOffsets = readStarOffsets()
  }

  private func banks(seed: UInt64, drawsCountsFast: Bool) -> [DeskBank] {
    guard scenario.seed == seed, self.drawsCountsFast == drawsCountsFast else { return [] }
    return variants.compactMap(\.deskBank)
  }

  /// The days before the start that lie in its month; none where it is a 1st.
  var monthToDate: Range<Int> { 2 - start.civil.day..<1 }

  /// Sums of all observed days; a single star stream stands for dimensions never observed.
  private static func totals(of days: [StoreHistory.Day]) -> [DayCounter: Int] {
    var totals = days.reduce(into: [DayCounter: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
    for stream in DayCounter.dimensionStars + [DayCounter.descriptionStars] {
      for (star, counter) in stream.enumerated() where totals[counter] == nil {
        totals[counter] = totals[DayCounter.reviewStars[star]]
      }
    }
    return totals
  }
}
