import ArgumentParser
import Foundation
import InputFiles
import Reporting

/// Forecasts many stores and ranks them, most at risk first.
struct PortfolioTask {
  let options: SimulationOptions
  let output: OutputOptions
  let portfolio: PortfolioOptions

  private var addedPacks: AddedPacks { portfolio.addedPacks }
  private var root: String { options.out ?? addedPacks.root }

  /// Runs every store whose forecast is not there yet, writes the list, tells.
  ///
  /// - Throws: The exit code: 130 after an interruption, else that of the first file that failed, after
  ///   all others are done.
  func perform(_ files: [String]) async throws(ExitCode) {
    Interruption.listen()
    let file = PortfolioFile(portfolio.portfolio ?? root + "/portfolio.csv")
    try prepare(file, near: files[0])
    let folders = StoreFolders(files)
    let stores = surveys(in: folders)
    var findings = await look(at: stores)
    report(findings)
    let waiting = findings.indices.filter { findings[$0].replications != nil }
    let reused = findings.count { $0.risk != nil }
    await simulate(stores, waiting, into: &findings)
    report(waiting.map { findings[$0] })
    let ranking = PortfolioRanking(findings: findings, stores: stores, reused: reused)
    try deliver(ranking, to: file)
    if ranking.course.unfinished > 0 { throw ExitCode(130) }
    if let failure = findings.lazy.compactMap(\.exitStatus).first { throw ExitCode(failure) }
  }

  private func prepare(_ file: PortfolioFile, near path: String) throws(ExitCode) {
    do throws(ForecastFolderError) {
      try file.check()
    } catch {
      throw CommandFailure.output(error, output.language)
    }
    do throws(InputErrors) {
      try addedPacks.check(near: path, rulesDir: output.rulesDir)
    } catch {
      throw CommandFailure.input(error)
    }
  }

  private func surveys(in folders: StoreFolders) -> [StoreSurvey] {
    let cache = PackCache()
    return zip(folders.paths, folders.names).map { path, name in
      StoreSurvey(
        path: path,
        folder: root + "/" + name,
        options: options,
        output: output,
        addedPacks: addedPacks,
        cache: cache
      )
    }
  }

  private func look(at stores: [StoreSurvey]) async -> [StoreSurvey.Finding] {
    var findings = stores.map { _ in StoreSurvey.Finding.interrupted }
    await ParallelWork.perform(on: Array(stores.indices), width: options.threadCount) {
      Interruption.isRequested ? .interrupted : stores[$0].look()
    } deliver: {
      findings[$0] = $1
    }
    return findings
  }

  /// Simulates what waits: as many stores at the same time as there are threads, and more threads a
  /// store where stores are few.
  private func simulate(
    _ stores: [StoreSurvey],
    _ waiting: [Int],
    into findings: inout [StoreSurvey.Finding]
  ) async {
    let progress = PortfolioProgress(
      replications: findings.map { $0.replications ?? 0 },
      waiting: waiting.count,
      output: output
    )
    let width = max(1, min(options.threadCount, waiting.count))
    let threads = max(1, options.threadCount / width)
    await ParallelWork.perform(on: waiting, width: width) { index in
      let finding = await stores[index].simulate(
        threads: threads,
        meter: progress.meter(of: index)
      )
      progress.finish(index)
      return finding
    } deliver: {
      findings[$0] = $1
    }
    progress.end()
  }

  /// Tells what is wrong with files, in their order.
  private func report(_ findings: [StoreSurvey.Finding]) {
    for finding in findings {
      switch finding {
      case .unreadable(let errors): _ = CommandFailure.input(errors)
      case .unwritable(let error): _ = CommandFailure.output(error, output.language)
      default: break
      }
    }
  }

  private func deliver(
    _ ranking: PortfolioRanking,
    to file: PortfolioFile
  ) throws(ExitCode) {
    var stores = ranking.stores
    var course = ranking.course
    course.addedPacks = addedPacks.names
    guard ranking.isWorthWriting else {
      if course.unfinished > 0 { CommandFailure.say(answer(stores, course).text) }
      return
    }
    EarlierPortfolio(at: file.earlier.path(percentEncoded: false))?.tellChanges(of: &stores)
    do throws(ForecastFolderError) {
      try file.write(stores, isWhole: course.unfinished == 0)
    } catch {
      throw CommandFailure.output(error, output.language)
    }
    course.files = [file.url.relativePath] + ranking.folders
    let answer = answer(stores, course)
    let findings = ranking.diagnostics.map(JSONText.init)
    print(
      output.format == .json ? answer.json(findings: findings).text : answer.text,
      terminator: ""
    )
  }

  private func answer(
    _ stores: [StoreRisk],
    _ course: PortfolioAnswer.Course
  ) -> PortfolioAnswer {
    PortfolioAnswer(
      stores: stores,
      course: course,
      language: output.language,
      isColored: AnswerContext.wantsColor(
        environment: ProcessInfo.processInfo.environment,
        isTerminal: isatty(STDOUT_FILENO) == 1
      )
    )
  }
}
