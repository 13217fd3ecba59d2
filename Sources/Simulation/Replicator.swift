import Rules
package import StoreModel

/// Simulates replications of a plan one after another, with memory of its own.
///
/// ```swift
/// let replicator = Replicator(plan)
/// let records = replicator.replicate(17)  // the baseline, then each alternative
/// ```
///
/// One replicator a thread: nothing is shared, and a replication depends on its index alone.
package final class Replicator {
  private let plan: Plan
  private var draws: Draws
  private var scores: InputScores
  private var start: StoreState
  private var state: StoreState

  /// States at the start under each of the plan's sets of rules.
  private var startRules: [[RuleState]]
  private var rules: [RuleState]
  private var programs: [RuleProgram]
  private var startEffects: [RuleEffects?] = []

  /// The effects of each pack on the day that is simulated.
  private var effectsToday: [RuleEffects?] = []

  // What is noted every day: the layout's and the programs' own entries are large to copy.
  private let storeMeasures = StoreReport.measures.map(\.source)
  private let storeMoney: [DayMoney.Item]

  /// The packs' money items in the order of the layout.
  private let packMoney: [(pack: Int, index: Int, source: MoneyItem.Source)]

  /// Charges of packs that act on the store.
  private let charges: [(pack: Int, index: Int)]

  /// Counts of every day of the last variant simulated, for tests and paths.
  package var log: TallyLog { state.log }

  /// Creates a replicator of a plan.
  package init(_ plan: Plan) {
    self.plan = plan
    storeMoney = plan.layout.money.filter { $0.pack == StoreReport.pack }.map { entry in
      guard let item = DayMoney.Item(rawValue: entry.item.name) else {
        preconditionFailure("the store has no money item \(entry.item.name)")
      }
      return item
    }
    packMoney = plan.programs.enumerated().flatMap { pack, program in
      program.money.enumerated().map { (pack, $0, $1.source) }
    }
    charges = packMoney.filter { $0.source == .charge && plan.programs[$0.pack].hasConsequences }
      .map { ($0.pack, $0.index) }
    draws = Draws(seed: plan.scenario.seed, drawsCountsFast: plan.drawsCountsFast)
    scores = InputScores(paths: plan.inputPaths)
    start = StoreState(
      firstDay: plan.firstDay,
      lastDay: plan.lastDay,
      packs: plan.programs.count,
      onDemand: plan.onDemand
    )
    state = start
    startRules = plan.ruleSets.map { programs in
      programs.map { $0.makeState(standing: plan.scenario.standing, start: plan.start) }
    }
    programs = plan.programs
    rules = startRules[0]
    beginRules(lifetimeBase: [:])
    startEffects = programs.indices.map {
      programs[$0].hasConsequences ? startRules[0][$0].outcome.effects : nil
    }
    effectsToday = startEffects
  }

  private func beginRules(lifetimeBase: [DayCounter: Int]) {
    for (set, programs) in plan.ruleSets.enumerated() {
      for (pack, program) in programs.enumerated() {
        program.begin(&startRules[set][pack], log: start.log, lifetimeBase: lifetimeBase)
      }
    }
  }

  /// The morning of day 1 in replication `index`, before anything is evaluated.
  package func firstMorning(of index: Int) -> FirstMorning {
    _ = begin(index)
    return FirstMorning(
      log: start.log,
      rules: startRules[0],
      lifetimeBase: start.lifetimeBase(plan: plan)
    )
  }

  /// Simulates replication `index` of the baseline and every alternative, in the plan's order.
  package func replicate(_ index: Int) -> [ReplicationRecord] {
    let values = begin(index)
    let hasTwin = plan.pairsFutures && index % TwinPairs.every == 0
    let twin = hasTwin ? firstDaysOfTwin(values) : []
    var records = plan.variants.indices.map { variant in
      simulate(variant, baseline: values, changed: variant == 0 ? values : resolve(variant))
    }
    records[0].twinFirstDays = twin
    return records
  }

  /// First days of events in another future of the same store: what is settled on the morning of day 1 is
  /// shared, what comes after is drawn anew.
  private func firstDaysOfTwin(_ values: ResolvedOperation) -> [Int32] {
    draws.turn(toTwin: true)
    defer { draws.turn(toTwin: false) }
    return simulate(0, baseline: values, changed: values, keepsStart: true).firstDays
  }

  /// Draws the inputs of a replication and replays the days before day 1.
  private func begin(_ index: Int) -> ResolvedOperation {
    draws.begin(replication: index)
    scores.draw(with: &draws)
    let values = resolve(0)
    start.clear()
    start.warmUp(plan: plan, values: values, effects: startEffects, draws: &draws)
    beginRules(lifetimeBase: start.lifetimeBase(plan: plan))
    return values
  }

  private func resolve(_ variant: Int) -> ResolvedOperation {
    ResolvedOperation(
      plan.variants[variant].operation,
      mix: plan.mix,
      limitsInHours: plan.limitsInHours,
      calendar: plan.variants[variant].calendar,
      deskBank: plan.variants[variant].deskBank,
      inputs: scores
    )
  }

  private func simulate(
    _ variant: Int,
    baseline: ResolvedOperation,
    changed: ResolvedOperation,
    keepsStart: Bool = false
  ) -> ReplicationRecord {
    if !keepsStart, variant == plan.variants.count - 1 {
      // Nobody asks for the start again, which the next replication clears: its memory need not be copied.
      swap(&state, &start)
    } else {
      state = start
    }
    programs = plan.ruleSets[plan.variants[variant].ruleSet]
    rules = startRules[plan.variants[variant].ruleSet]
    var record = ReplicationRecord(layout: plan.layout)
    record.inputScores = scores.scores
    record.cluster = draws.replication % plan.layout.clusters
    noteStart(in: &record)
    let from = plan.variants[variant].firstDay
    for day in 1...plan.lastDay {
      evaluateRules(on: day)
      note(rulesOn: day, in: &record)
      let values = day < from ? baseline : changed
      state.live(
        day,
        isFirst: false,
        plan: plan,
        values: values,
        effects: effectsToday,
        observed: nil,
        draws: &draws
      )
      note(
        storeOn: day,
        values: values,
        oneOff: day == from ? plan.variants[variant].costInFen : 0,
        in: &record
      )
    }
    return record
  }

  private func evaluateRules(on day: Int) {
    draws.day = day
    for pack in programs.indices {
      programs[pack].evaluate(&rules[pack], day: day, log: state.log) { chance in
        draws.uniform(Process.ruleChance, plan.chanceCalls[pack][chance])
      }
      effectsToday[pack] =
        programs[pack].hasConsequences ? rules[pack].outcome.effects : nil
    }
  }

  private func noteStart(in record: inout ReplicationRecord) {
    var event = 0
    for state in rules {
      for isTrue in state.eventsAtStart {
        if isTrue {
          record.firstDays[event] = 0
          record.eventCounts[event] = 1
        }
        event += 1
      }
    }
  }

  private func note(rulesOn day: Int, in record: inout ReplicationRecord) {
    let layout = plan.layout
    var measure = (day - 1) * layout.measures.count + StoreReport.measures.count
    var ladder = 0
    var event = 0
    for rule in rules {
      let outcome = rule.outcome
      for ticks in outcome.measures {
        record.measures[measure] = ticks
        measure += 1
      }
      for (index, state) in outcome.states.enumerated() {
        record.states[(day - 1) * layout.ladders.count + ladder] = UInt8(state)
        if var mask = outcome.blocked[index] {
          record.evaluatedDays[ladder][state] += 1
          while mask != 0 {
            record.blockedDays[ladder][state * 64 + mask.trailingZeroBitCount] += 1
            mask &= mask - 1
          }
        }
        ladder += 1
      }
      for happens in outcome.events {
        if happens {
          record.eventCounts[event] += 1
          if record.firstDays[event] == ReplicationRecord.never {
            record.firstDays[event] = Int32(day)
          }
        }
        event += 1
      }
    }
  }

  private func note(
    storeOn day: Int,
    values: ResolvedOperation,
    oneOff: Int,
    in record: inout ReplicationRecord
  ) {
    let layout = plan.layout
    StoreReport.note(
      storeMeasures,
      on: day,
      in: state.log,
      into: &record.measures,
      from: (day - 1) * layout.measures.count
    )
    var item = layout.monthOfDay[day - 1] * layout.money.count
    let charges = chargesToday()
    let amounts = DayMoney(ledger: state.ledger, values: values, charges: charges, oneOff: oneOff)
    for storeItem in storeMoney {
      record.money[item] += Int64(amounts.amount(of: storeItem))
      item += 1
    }
    for (pack, index, source) in packMoney {
      switch source {
      case .charge: record.money[item] += Int64(rules[pack].outcome.moneyInFen[index])
      case .salesLostToCap: record.money[item] += Int64(state.ledger.lostToCap[pack])
      case .salesLostToShare: record.money[item] += Int64(state.ledger.lostToShare[pack])
      case .salesLostToStop: record.money[item] += Int64(state.ledger.lostToStop[pack])
      }
      item += 1
    }
  }

  private func chargesToday() -> Int {
    charges.reduce(0) { $0 + rules[$1.pack].outcome.moneyInFen[$1.index] }
  }
}

/// The store's money of one day, in fen.
struct DayMoney {
  private let ledger: DayLedger
  private let charges: Int
  private let oneOff: Int
  private let margin: Int
  private let net: Int

  init(ledger: DayLedger, values: ResolvedOperation, charges: Int, oneOff: Int) {
    self.ledger = ledger
    self.charges = charges
    self.oneOff = oneOff
    let economics = values.operation.economics
    let share = values.margin ?? 0
    let kept = Double(ledger.revenue - ledger.refunds)
    margin = Int((share * kept).rounded())
    let goods =
      Double(ledger.refundedWithoutReturn) * (1 - share) * economics.refundOnlyGoodsLost
    let fee = economics.platformFee * kept
    net =
      margin - Int((goods + fee).rounded()) - ledger.returnFreight - ledger.staffCost
      - ledger.courierCost - charges - oneOff
  }

  /// An item of the store's stream, by its name in the files.
  enum Item: String {
    case revenue, refunds, compensation, margin, net
    case lostSales = "lost_sales"
    case staffCost = "staff_cost"
    case courierCost = "courier_cost"
    case oneOffCost = "one_off_cost"
  }

  /// The amount of an item.
  func amount(of item: Item) -> Int {
    switch item {
    case .revenue: ledger.revenue
    case .lostSales: ledger.lostSales
    case .staffCost: ledger.staffCost
    case .courierCost: ledger.courierCost
    case .refunds: ledger.refunds
    case .compensation: charges
    case .margin: margin
    case .net: net
    case .oneOffCost: oneOff
    }
  }
}
