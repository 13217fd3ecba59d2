import ArgumentParser
import Forecasting
import Foundation
import InputFiles
import Reporting
import Simulation
import StoreModel

/// One store of a portfolio, from its file to its row.
struct StoreSurvey: Sendable {
  /// What became of a store.
  enum Finding: Sendable {
    /// Its forecast is there.
    case ranked(StoreRisk)
    /// It has to be simulated, with so many replications.
    case pending(replications: Int)
    /// The added rules are not for it.
    case unconcerned
    /// Its file cannot be used.
    case unreadable(InputErrors)
    /// Its folder cannot be written.
    case unwritable(ForecastFolderError)
    /// The user stopped before it was finished.
    case interrupted
  }

  let path: String
  let folder: String
  let options: SimulationOptions
  let output: OutputOptions
  let addedPacks: AddedPacks
  let cache: PackCache

  /// The last part of the folder.
  var folderName: String { folder.split(separator: "/").last.map(String.init) ?? folder }

  /// Reads the file, and the forecast where it is there already from the same inputs.
  func look() -> Finding {
    do throws(InputErrors) {
      let job = try job()
      if !addedPacks.names.isEmpty, job.loaded.addedPackIDs.isEmpty { return .unconcerned }
      if job.isDone, let risk = risk(of: job, plan: job.loaded.plan) { return .ranked(risk) }
      do throws(ForecastFolderError) {
        try ForecastFolder.check(job.folder)
      } catch {
        return .unwritable(error)
      }
      return .pending(replications: job.loaded.scenario.replications)
    } catch {
      return .unreadable(error)
    }
  }

  /// Simulates the store and writes its folder; an interrupted one is not written.
  ///
  /// - Parameters:
  ///   - threads: replications at the same time.
  ///   - meter: is told how far it is.
  /// - Returns: the row, or why there is none.
  func simulate(threads: Int, meter: ProgressMeter) async -> Finding {
    if Interruption.isRequested { return .interrupted }
    let job: ForecastJob
    do throws(InputErrors) {
      job = try self.job()
    } catch {
      return .unreadable(error)
    }
    var meter = meter
    let started = Date()
    let plan = job.loaded.plan
    let outcome = await job.simulate(plan, threads: threads, meter: &meter)
    if outcome.isInterrupted { return .interrupted }
    do throws(ForecastFolderError) {
      _ = try job.write(
        job.tables(of: outcome),
        of: outcome,
        times: Manifest.Times(started: started, seconds: meter.seconds)
      )
    } catch {
      return .unwritable(error)
    }
    return risk(of: job, plan: plan).map(Finding.ranked) ?? .interrupted
  }

  private func job() throws(InputErrors) -> ForecastJob {
    ForecastJob(
      kind: .run,
      loaded: try LoadedScenario(
        path: path,
        output: output,
        addedPacks: addedPacks.names,
        cache: cache
      ),
      options: options,
      output: output,
      addedPacks: addedPacks.names,
      folder: folder
    )
  }

  private func risk(of job: ForecastJob, plan: Plan) -> StoreRisk? {
    StoreRiskReader(job.loaded, folder: job.folder, language: output.language)
      .risk(store: job.loaded.scenario.name, by: options.dates.first, plan: plan)
  }
}
