import StoreModel
import Testing

/// Engine and reference agree in law, store by store.
///
/// A store has 414 checks (128 outputs by mean, spread and distribution, 30 products of two), each
/// with a false-alarm rate of at most 5·10⁻¹¹ whatever the law, so 1.5·10⁻⁷ for the seven stores.
@Suite struct AgreementTests {
  @Test(arguments: ComparedStore.allCases)
  func engineAndReferenceDrawFromOneLaw(store: ComparedStore) async throws {
    let count = Replications.forComparison
    let engine = await Replications.outputs(
      Output.compared,
      count: count,
      makeSimulator: try store.engine()
    )
    let reference = await Replications.outputs(
      Output.compared,
      count: count,
      makeSimulator: store.reference(seed: 5_000_000)
    )
    let result = TwoSample(engine, reference, outputs: Output.compared, pairs: Output.pairs)
    #expect(result.checks.count == 414)
    if Replications.isDeep { Self.printStrongest(result, store) }
    for check in result.differences {
      Issue.record("\(store): \(check.name) is \(check.statistic), bound \(check.bound)")
    }
  }

  /// One row of the table that `make validate` prints.
  private static func printStrongest(_ result: TwoSample, _ store: ComparedStore) {
    let strongest = result.checks.max { $0.strength < $1.strength }
    print(
      "agreement | \(store) | \(Replications.forComparison) replications",
      "\(result.checks.count) checks | \(result.differences.count) differ",
      "strongest: \(strongest?.name ?? "none")",
      strongest?.statistic ?? 0,
      strongest?.bound ?? 0,
      separator: " | "
    )
  }

  @Test func everyOutputVariesInSomeStore() async {
    var varies = Set<String>()
    for store in ComparedStore.allCases {
      let rows = await Replications.outputs(
        Output.compared,
        count: 40,
        makeSimulator: store.reference(seed: 1)
      )
      for (index, output) in Output.compared.enumerated()
      where rows.contains(where: { $0[index] != rows[0][index] }) {
        varies.insert(output.name)
      }
    }
    #expect(varies.count == Output.compared.count)
  }
}
