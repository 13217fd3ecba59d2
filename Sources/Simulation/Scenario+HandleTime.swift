package import StoreModel

/// A mean handle time that was solved from what the console shows of today's desk.
package struct SolvedHandleTime: Hashable, Sendable {
  /// What it explains.
  package let explained: ServiceDesk.ConsoleFigure
  /// Mean handle time in seconds.
  package let seconds: Double
  /// The alternative whose own figure it is; `nil` for the scenario's.
  package let alternative: String?
}

/// Thrown where no handle time explains a figure of the console.
package struct UnexplainedFigure: Error, Hashable, Sendable {
  /// The figure, in seconds or a share as it was given.
  package let figure: ServiceDesk.ConsoleFigure
  /// Figures that some handle time explains.
  package let reachable: ClosedRange<Double>
  /// The alternative whose own figure it is; `nil` for the scenario's.
  package let alternative: String?
}

extension Scenario {
  /// The scenario with a handle time in place of each figure of the console, and what was solved.
  ///
  /// A figure is one of today's desk: an alternative that changes the desk keeps the handle time that
  /// explains the baseline, and one with a figure of its own has it solved on the baseline's desk too.
  ///
  /// - Throws: ``UnexplainedFigure`` for the first figure that no handle time explains.
  package func solvingHandleTime() throws(UnexplainedFigure) -> (
    scenario: Scenario, solved: [SolvedHandleTime]
  ) {
    var scenario = self
    var solved: [SolvedHandleTime] = []
    func solve(_ operation: inout Operation, named alternative: String?) throws(UnexplainedFigure) {
      guard let figure = operation.serviceDesk?.figureNow else { return }
      var seconds = solved.first { $0.explained == figure }?.seconds
      if seconds == nil {
        let today = self.operation.serviceDesk == nil ? operation : self.operation
        switch HandleTimeSolver(today)?.answer(to: figure) {
        case .solved(let found, _):
          solved.append(
            SolvedHandleTime(explained: figure, seconds: found, alternative: alternative)
          )
          seconds = found
        case .unreachable(let lowest, let highest):
          throw UnexplainedFigure(
            figure: figure,
            reachable: lowest...highest,
            alternative: alternative
          )
        case nil: return
        }
      }
      if let seconds {
        operation.serviceDesk?.handleTimeMeanInSeconds.law = .known(seconds)
        operation.serviceDesk?.figureNow = nil
      }
    }
    try solve(&scenario.operation, named: nil)
    for index in scenario.alternatives.indices {
      let name = scenario.alternatives[index].name
      try solve(&scenario.alternatives[index].operation, named: name)
    }
    return (scenario, solved)
  }
}
