import StoreModel
import Testing

@testable import Simulation

/// Handle times solved from what a console shows.
@Suite struct HandleTimeTests {
  /// 2,000 orders a day and people enough for about ten minutes a chat.
  private static func store(agents: Int = 5) -> Operation {
    var store = TestStores.plain(dispersion: 8)
    store.demand.promotions = []
    store.demand.shockSD = 0.15
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 2_000)
    store.serviceDesk = TestDesks.desk {
      $0.contactsPerOrderBefore = TestStores.known("desk.before", 0.2)
      $0.contactsPerOrderAfter = TestStores.known("desk.after", 0.15)
      $0.shifts = [TestDesks.shift(8, 23, agents: agents)]
    }
    return store
  }

  /// On the same draws the solution is the handle time behind a figure, up to the precision of the
  /// search and four digits.
  @Test(arguments: [150.0, 400, 700])
  func theHandleTimeBehindAFigureIsFoundAgain(seconds: Double) throws {
    let solver = try #require(HandleTimeSolver(Self.store()))
    for kind in [ServiceDesk.ConsoleFigure.firstReplyMean(0), .within3Minutes(0)] {
      let shown = solver.figure(handleTime: seconds, like: kind)
      let figure: ServiceDesk.ConsoleFigure
      if case .firstReplyMean = kind {
        figure = .firstReplyMean(shown)
      } else {
        figure = .within3Minutes(shown)
      }
      guard case .solved(let found, let reached) = solver.answer(to: figure) else {
        Issue.record("\(figure) is unreachable")
        continue
      }
      #expect(abs(found / seconds - 1) < 0.002, "\(figure): \(found)")
      #expect(abs(reached / shown - 1) < 0.01)
    }
  }

  /// The forecast itself shows the figure that was explained.
  ///
  /// Law: the mean first reply of 40 × 90 days; over seeds the solved time has a spread of 0.5 % here, the
  /// figure one of 1 %, the forecast's own 0.7 %; the bound of 8 % is more than six times what these
  /// make together, below 10⁻⁸.
  @Test func theForecastShowsTheFigure() throws {
    var store = Self.store()
    store.serviceDesk?.figureNow = .firstReplyMean(200)
    let (scenario, solved) = try Engine.scenario(store, horizon: 90).solvingHandleTime()
    #expect(solved.count == 1 && scenario.operation.serviceDesk?.figureNow == nil)
    let simulate = Engine.simulator(scenario)()
    var (milliseconds, answered) = (0, 0)
    for index in 0..<40 {
      let log = simulate(index)
      milliseconds += log.sum(of: .firstReplySecondsTotal, over: 1...90)
      answered += log.sum(of: .contactsAnswered, over: 1...90)
    }
    #expect(abs(Double(milliseconds) / 1000 / Double(answered) / 200 - 1) < 0.08)
  }

  @Test func figuresGoOneWayWithTheHandleTime() throws {
    let solver = try #require(HandleTimeSolver(Self.store()))
    var (reply, share) = (0.0, 1.0)
    // From a minute to 27, where the desk takes up a few days' chats only.
    for step in 0...9 {
      let seconds = 60 * Double(1 << step).squareRoot()
      let slower = solver.figure(handleTime: seconds, like: .firstReplyMean(0))
      let fewer = solver.figure(handleTime: seconds, like: .within3Minutes(0))
      #expect(slower > reply && fewer < share)
      (reply, share) = (slower, fewer)
    }
  }

  @Test func figuresOutOfReachAreToldWithWhatIsReachable() throws {
    let solver = try #require(HandleTimeSolver(Self.store(agents: 40)))
    guard case .unreachable(let least, let most) = solver.answer(to: .firstReplyMean(10)) else {
      Issue.record("a reply before the reaction time was explained")
      return
    }
    // The desk cannot reply before its reaction time of 15 s.
    #expect(least > 15 && most > least)
    guard case .unreachable = solver.answer(to: .firstReplyMean(most * 1.01)) else {
      Issue.record("a reply beyond the greatest was explained")
      return
    }
    guard case .unreachable(let worst, let best) = solver.answer(to: .within3Minutes(0.01)) else {
      Issue.record("a share below the least was explained")
      return
    }
    #expect(worst > 0.01 && best <= 1)
  }

  @Test func alternativesKeepTheHandleTimeOfToday() throws {
    var store = Self.store()
    store.serviceDesk?.figureNow = .firstReplyMean(120)
    func alternative(_ name: String, _ change: (inout ServiceDesk) -> Void) -> Alternative {
      var operation = store
      if var desk = operation.serviceDesk {
        change(&desk)
        operation.serviceDesk = desk
      }
      return Alternative(
        name: name,
        from: nil,
        costInYuan: 0,
        operation: operation,
        changes: ["changed"]
      )
    }
    let scenario = Engine.scenario(
      store,
      alternatives: [
        alternative("more people") { $0.shifts[0].agents = 9 },
        alternative("another figure") {
          $0.figureNow = .firstReplyMean(60)
          $0.shifts[0].agents = 9
        },
        alternative("a time of its own") {
          $0.figureNow = nil
          $0.handleTimeMeanInSeconds = TestStores.known("desk.handle", 77)
        },
      ]
    )
    let (solvedScenario, solved) = try scenario.solvingHandleTime()
    let times = ([solvedScenario.operation] + solvedScenario.alternatives.map(\.operation)).map {
      $0.serviceDesk?.handleTimeMeanInSeconds.median ?? 0
    }
    #expect(solved.map(\.alternative) == [nil, "another figure"])
    #expect(solved.map(\.seconds) == [times[0], times[2]])
    #expect(times[0] == times[1] && times[2] < times[0] && times[3] == 77)
    #expect(solvedScenario.alternatives[0].operation.serviceDesk?.figureNow == nil)
    // What needs no solving is left as it is.
    let again = try solvedScenario.solvingHandleTime()
    #expect(again.scenario == solvedScenario && again.solved.isEmpty)
  }

  @Test func anUnexplainedFigureNamesItsAlternative() {
    var store = Self.store()
    store.serviceDesk?.figureNow = .firstReplyMean(10)
    #expect(throws: UnexplainedFigure.self) { try Engine.scenario(store).solvingHandleTime() }
    do throws(UnexplainedFigure) {
      _ = try Engine.scenario(store).solvingHandleTime()
    } catch {
      #expect(error.alternative == nil && error.figure == .firstReplyMean(10))
      #expect(error.reachable.lowerBound > 15)
    }
  }
}
