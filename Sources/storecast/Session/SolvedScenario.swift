import InputFiles
import Reporting
import Simulation
import StoreModel

extension ScenarioReading {
  /// The scenario with a handle time in place of each figure of the console, told among its
  /// assumptions.
  ///
  /// - Throws: ``InputErrors`` where no handle time explains a figure.
  func solvedScenario(
    file: String,
    label: String,
    language: ReportLanguage
  ) throws(InputErrors) -> Scenario {
    do throws(UnexplainedFigure) {
      var (scenario, solved) = try scenario.solvingHandleTime()
      scenario.assumptions += solved.map { $0.assumption(label: label, language: language) }
      return scenario
    } catch {
      throw InputErrors([
        error.figure.unexplained(
          reachable: error.reachable,
          alternative: error.alternative,
          in: file,
          at: figurePlace
        )
      ])
    }
  }
}

extension SolvedHandleTime {
  /// The handle time as an input that the user did not give.
  fileprivate func assumption(label: String, language: ReportLanguage) -> Assumption {
    let figure: String
    switch (explained, language) {
    case (.firstReplyMean, .en): figure = "explains a first reply of \(explained.text)"
    case (.firstReplyMean, .zh): figure = "由平均首响 \(explained.text) 反推"
    case (.within3Minutes, .en):
      figure = "explains \(explained.text) of first replies within 3 minutes"
    case (.within3Minutes, .zh): figure = "由 3 分钟回复率 \(explained.text) 反推"
    }
    return Assumption(
      path: "service_desk.handle_time.mean",
      value: Quantity.seconds.text(of: seconds),
      unit: "s",
      origin: "solved",
      source: figure + (alternative.map { " (\($0))" } ?? ""),
      usedBy: "store",
      label: label
    )
  }
}
