import Testing

/// Whether the comparison has eyes: the reference against itself with one planted bug.
@Suite struct ReferenceFaultTests {
  private static func store(_ fault: Fault?, _ kind: String) -> ReferenceStore {
    ReferenceStore(
      operation: kind == "ordinary" ? TestStores.ordinary : TestStores.overloaded,
      start: TestStores.start,
      horizon: 30,
      effects: kind == "capped" ? ReferenceEffects(orderCap: 50, gmvCapInYuan: 3600, demandShare: 0.9) : ReferenceEffects(),
      faults: fault.map { Faults($0) } ?? []
    )
  }

  @Test func trial() async {
    for kind in ["ordinary", "overloaded", "capped"] {
      let clock = ContinuousClock()
      let begin = clock.now
      let n = Replications.forComparison
      let base = await Replications.outputs(Output.all30, count: n, makeSimulator: Replications.simulator(Self.store(nil, kind), seedOffset: 0))
      print(kind, clock.now - begin)
      for (o, output) in Output.all30.enumerated() {
        let mean = base.reduce(0) { $0 + $1[o] } / Double(n)
        let v = base.reduce(0) { $0 + ($1[o] - mean) * ($1[o] - mean) } / Double(n)
        print("  ", output.name, mean, v.squareRoot())
      }
      for fault in [nil] + Fault.allCases.map(Optional.some) {
        let other = await Replications.outputs(Output.all30, count: n, makeSimulator: Replications.simulator(Self.store(fault, kind), seedOffset: 1_000_000))
        let found = TwoSample(base, other, outputs: Output.all30, pairs: Output.pairs).differences
        print(kind, fault.map { "\($0)" } ?? "none", found.count, found.prefix(3).map { "\($0.name) \($0.statistic)" })
      }
    }
  }
}
