import StoreModel

/// One step of a compiled program: reads slots, writes a slot.
///
/// Numbers and truths live in two arrays of slots; lists of operands are ranges of the program's
/// `operands`.
enum Instruction: Sendable {
  /// The running sum of an input, in the input's unit.
  case sum(Int, unitsPerOne: Int, into: Int)
  case calculation(Calculation, Range<Int>, into: Int)
  case shortfall(ShortfallMode, rate: Int, target: Int, into: Int)
  /// Places a tier: the first of its floors that the number reaches, one further below all.
  case place(tier: Int, number: Int, floors: Range<Int>)
  case relation(Relation, Int, Int, absentPasses: Bool, into: Int)
  case logic(Logic, Range<Int>, into: Int)
  case isPresent(Int, into: Int)
  case chooseNumber(condition: Int, Int, Int, into: Int)
  case chooseTruth(condition: Int, Int, Int, into: Int)
  /// The operand of the present state of a ladder, gate or tier; −1 is absent.
  case table(subject: Int, Range<Int>, into: Int)
  case isState(subject: Int, state: Int, into: Int)
  case ladderFlag(StandingQuestion, ladder: Int, into: Int)
  case gateFlag(StandingQuestion, gate: Int, into: Int)
  case removals(gate: Int, into: Int)
  case begins(NaturalPeriod, into: Int)
  case isFrom(CalendarDay, into: Int)
  case previous(Int, into: Int)
  case inARow(Int, count: Int, into: Int)
}

/// Where a compiled formula leaves its value.
enum Slot: Sendable {
  case number(Int)
  case truth(Int)
}

/// A counter's part in a running sum.
struct SumTerm: Sendable {
  var counter: DayCounter
  var coefficient: Int
}

/// A running sum of counters.
struct SumPlan: Sendable {
  /// Where its terms stand among the program's `terms`.
  var terms: Range<Int>
  var window: Window
  /// The ladder of a window since its last change.
  var ladder: Int
}

/// A condition whose unbroken mornings are counted, and the truth that passes a morning over.
struct RunPlan: Sendable {
  var condition: Int
  var skip: Int?
}

/// A compiled ladder.
struct LadderPlan: Sendable {
  var top: Int
  var endState: Int
  var endFrom: Int
  var endDay: Int
  var firstWait: Int
  var wait: Int
  var recheck: Int
  var recheckAtEnds: Int
  /// Computes the truths of ``up`` and ``down``; run when the ladder is due.
  var evaluation: [Instruction]
  var up: [Int]
  var down: [Int]
  /// Computes ``atOnce``.
  var atOnceCode: [Instruction]
  var atOnce: Int?
  /// Computes ``anyDay`` from one-day sums.
  var dayCode: [Instruction]
  var anyDay: Int?
}

/// A compiled gate.
struct GatePlan: Sendable {
  var stateCount: Int
  var startCode: [Instruction]
  var start: Int
  /// Computes ``removal`` and ``readmission``.
  var code: [Instruction]
  var removal: Int
  var removalProbability: Double
  var permanentAfter: Int?
  var readmission: Int?
  var afterDays: Int
  var readmissionProbability: Double
}

/// A compiled tier: when what held it back is told, and the truths that tell it.
struct TierPlan: Sendable {
  var judged: Int?
  var conditions: [Int]
}

/// A compiled trigger.
enum TriggerPlan: Sendable {
  case rose(Int), fell(Int)
  case reached(ladder: Int, state: Int)
  case entered(subject: Int, state: Int)
  case removed(gate: Int)
  case becomes(Int, countsAtStart: Bool)
  case holds(Int)
}

/// A compiled measure.
struct MeasurePlan: Sendable {
  var slot: Int
  var unitsPerOne: Int
}

/// A compiled charge: slots of when it is due and how much.
struct ChargePlan: Sendable {
  var due: Int
  var amount: Int
}

/// Compiled effects.
struct EffectPlan: Sendable {
  var orderCap: Int?
  var gmvCap: Int?
  var demandShare: Int?
  var stopSales: Int?
}
