import ArgumentParser
import Foundation
import InputFiles
import Reporting
import Simulation
import StoreModel
import TestSupport
import Testing

@testable import storecast

/// The histories that come with the shelf are what the program simulates, and say so in their names.
@Suite(.serialized) struct SampleHistoriesTests {
  private static let folder = Repository.root.appending(path: "scenarios/histories")

  /// The stores of `scenarios/histories/`, by the name of their file.
  private static let stores: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  /// What a merchant console shows of a day.
  private static let columns: [DayCounter] =
    [
      .orders, .gmv, .dueToShip, .shipped, .shippedOnTime, .fakeShipped, .delivered,
      .deliveredLate, .cancelled, .refundOrders, .qualityReturns, .disputes,
      .disputesMerchantFault, .complaintsMerchantFault,
    ]
    + ["reviews", "description", "product", "service", "logistics"].flatMap { stream in
      DayCounter.stars(of: stream) ?? []
    } + [.contacts, .contactsAnswered, .botAnswered, .firstReplySecondsTotal, .repliedWithin3min]

  // First, because it writes the files when asked to.
  @Test(arguments: stores)
  func isTheFirstSimulatedFutureOfItsStore(name: String) throws {
    let store = try LoadedScenario(
      path: Self.folder.appending(path: "\(name).yaml").path,
      output: OutputOptions.parse([])
    )
    let replicator = Replicator(store.plan(pairsFutures: false, producesEveryCounter: true))
    _ = replicator.replicate(0)
    let log = replicator.log
    let days = (1...store.scenario.horizonInDays).map { day in
      StoreHistory.Day(
        date: store.scenario.start + (day - 1),
        counts: Dictionary(uniqueKeysWithValues: Self.columns.map { ($0, log[day, $0]) })
      )
    }
    let text = HistoryText.csv(StoreHistory(days: days), counters: Self.columns)
    let file = Self.folder.appending(path: "\(name)-simulated.csv")
    if ProcessInfo.processInfo.environment["STORECAST_UPDATE"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func everySampleHistoryHasItsStore() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let written = names.filter { $0.hasSuffix(".csv") }.sorted()
    #expect(written == Self.stores.map { "\($0)-simulated.csv" })
    #expect(!written.isEmpty)
  }

  @Test(arguments: stores)
  func endsTheDayBeforeItsScenarioStarts(name: String) throws {
    let scenario = try LoadedScenario(
      path: Repository.root.appending(path: "scenarios/\(name).yaml").path,
      output: OutputOptions.parse([])
    ).scenario
    let last = try #require(scenario.history?.days.last)
    #expect(last.date == scenario.start - 1)
    #expect(last.counts[.orders].map { $0 > 0 } == true)
  }
}
