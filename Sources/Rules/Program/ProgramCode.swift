/// Everything of a program that the day loop runs, without names.
struct ProgramCode: Sendable {
  /// Number slots with the constants in place.
  var numbers: [Rational?] = []
  var truthCount = 0
  var operands: [Int] = []
  var sums: [SumPlan] = []
  /// Terms of the sums, one sum after the other.
  var terms: [SumTerm] = []
  /// Computes what named nodes are before the steps.
  var before: [Instruction] = []
  /// Computes again what depends on the standing, after the steps.
  var after: [Instruction] = []
  /// Slots that `previous` remembers.
  var remembered: [Int] = []
  /// Conditions counted in a row.
  var runs: [RunPlan] = []
  /// Mornings before day 1 that rows and previous values look back at.
  var historyDepth = 0
  var ladders: [LadderPlan] = []
  var gates: [GatePlan] = []
  var tiers: [TierPlan] = []
  var triggers: [TriggerPlan] = []
  var measures: [MeasurePlan] = []
  var charges: [ChargePlan?] = []
  var effects = EffectPlan()
}
