import Forecasting
import Simulation

/// Simulates a plan and gathers what its replications say, batch by batch in order.
struct SimulationSession {
  /// What a session ends with.
  struct Outcome {
    /// The forecast of the baseline and of each alternative, in the plan's order.
    var forecasts: [Forecast]
    /// Each alternative against the baseline.
    var comparisons: [Comparison]
    /// The baseline's forecast from the first replications; `nil` when fewer were done.
    var early: Forecast?
    /// The paths asked for.
    var paths: [SamplePath]
    /// Replications done: whole batches.
    var replications: Int
    /// Whether the user stopped it.
    var isInterrupted: Bool
  }

  let plan: Plan
  let replications: Int
  let threads: Int
  let precision: PrecisionRule?
  let pathCount: Int

  /// Replications after which the baseline's forecast so far is kept.
  let earlyCount: Int

  /// Runs to the wanted number, the wanted precision, or an interruption.
  func run(meter: inout ProgressMeter) async -> Outcome {
    let names = plan.variantNames
    var accumulators = plan.layouts.map { ForecastAccumulator(layout: $0) }
    var paired = names.dropFirst().map { _ in ComparisonAccumulator(layout: plan.layout) }
    var paths: [SamplePath] = []
    var done = 0
    var early: Forecast?
    var progress = meter
    await Experiment(plan).run(0..<replications, threads: threads) { batch in
      for variant in names.indices {
        accumulators[variant].add(batch.records.map { $0[variant] })
      }
      for (offset, records) in batch.records.enumerated() {
        for variant in 1..<max(1, names.count) {
          paired[variant - 1].add(baseline: records[0], alternative: records[variant])
        }
        let index = batch.first + offset
        guard index < pathCount else { continue }
        paths += records.enumerated().map {
          SamplePath(
            alternative: names[$0],
            replication: index,
            record: $1,
            layout: plan.layout
          )
        }
      }
      done = batch.first + batch.records.count
      if early == nil, earlyCount > 0, done >= earlyCount {
        early = accumulators[0].forecast(alternative: names[0])
      }
      progress.update(done: done, total: replications)
      return !Interruption.isRequested && precision?.isReached(accumulators) != true
    }
    meter = progress
    meter.finish()
    let forecasts = zip(names, accumulators).map { $1.forecast(alternative: $0) }
    return Outcome(
      forecasts: forecasts,
      comparisons: paired.enumerated().map {
        $1.comparison(baseline: forecasts[0], alternative: forecasts[$0 + 1])
      },
      early: early,
      paths: paths,
      replications: done,
      isInterrupted: Interruption.isRequested && done < replications
    )
  }
}
