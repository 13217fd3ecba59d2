import Calibration
import Foundation
import InputFiles
import StoreModel

/// The histories and orders that a backtest reads.
struct BacktestGround {
  /// A history as read.
  private struct Reading {
    var path: String
    var history: StoreHistory
    var series: StoreSeries
  }

  let stores: [Backtest.Store]
  /// The rows of each store.
  let histories: [StoreHistory]
  /// Path of each store's history.
  let paths: [String]
  /// The scenario whose rules are checked; `nil` without one.
  let template: ScenarioText?
  /// Every file read: its path and its text.
  private(set) var inputs: [(path: String, text: String)]
  private(set) var notices: [Diagnostic] = []

  /// Whether any store has orders one by one.
  var usesOrders: Bool { stores.contains { $0.orders != nil } }

  /// Reads every file.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with all of them.
  init(_ options: BacktestOptions) throws(InputErrors) {
    var inputs: [(path: String, text: String)] = []
    var faults: [Diagnostic] = []
    var notices: [Diagnostic] = []
    var readings: [Reading] = []
    let campaigns = options.campaign.compactMap { CalendarDay(iso: $0) }
    for path in options.histories {
      do throws(InputErrors) {
        let text = try TextFile.text(at: path)
        let reading = try HistoryReader.history(fromCSV: text, file: path)
        inputs.append((path, text))
        notices += reading.notices
        let series = StoreSeries(
          name: Self.name(of: path, among: options.histories),
          history: reading.history,
          campaigns: campaigns
        )
        readings.append(Reading(path: path, history: reading.history, series: series))
      } catch {
        faults += error.diagnostics
      }
    }
    var orders: [String: [OrderRecord]] = [:]
    if let path = options.orders {
      do throws(InputErrors) {
        let text = try TextFile.text(at: path)
        orders = try OrderFileReader.orders(fromCSV: text, file: path).orders
        inputs.append((path, text))
      } catch {
        faults += error.diagnostics
      }
    }
    var template: ScenarioText?
    if let path = options.scenario {
      do throws(InputErrors) {
        let text = try TextFile.text(at: path)
        template = try ScenarioText(text, file: path)
        inputs.append((path, text))
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw InputErrors(faults) }
    let matched = readings.map { reading in
      StoreOrders.of(
        reading.series.name,
        store: options.store,
        isOnly: options.histories.count == 1,
        in: orders
      )
    }
    if let path = options.orders {
      guard matched.contains(where: { $0 != nil }) else {
        let wanted = options.store.map { [$0] } ?? readings.map(\.series.name)
        throw InputErrors([
          BacktestFinding.noStoreOfOrders(orders.keys.sorted(), wanted: wanted).diagnostic(in: path)
        ])
      }
      for (reading, own) in zip(readings, matched) where own == nil {
        notices.append(
          BacktestFinding.storeWithoutOrders(reading.series.name).diagnostic(in: reading.path)
        )
      }
    }
    stores = zip(readings, matched).map { Backtest.Store(series: $0.series, orders: $1) }
    histories = readings.map(\.history)
    paths = readings.map(\.path)
    self.template = template
    self.inputs = inputs
    self.notices = notices
  }

  /// What is told of stores without a forecast to check.
  ///
  /// - Throws: ``InputErrors`` with BT101 where there is none at all.
  mutating func judge(_ scores: [OriginScore], _ settings: BacktestSettings) throws(InputErrors) {
    let needed = BacktestSettings.daysBeforeFirstOrigin + settings.horizon
    let checked = Set(scores.map(\.store))
    guard !checked.isEmpty else {
      throw InputErrors(
        zip(paths, stores).map { path, store in
          BacktestFinding.nothingToCheck(days: store.series.count, needed: needed)
            .diagnostic(in: path)
        }
      )
    }
    notices += stores.indices.filter { !checked.contains($0) }.map { store in
      BacktestFinding.historyLeftOut(days: stores[store].series.count, needed: needed)
        .diagnostic(in: paths[store])
    }
  }

  /// Adds what the check of rules read and has to say.
  mutating func add(_ check: RuleCheck?) {
    guard let check else { return }
    inputs += check.inputs
    notices += check.notices
  }

  /// The file's name without its ending, or the whole path where names repeat.
  private static func name(of path: String, among paths: [String]) -> String {
    let name = StoreOrders.name(of: path)
    return paths.count { StoreOrders.name(of: $0) == name } == 1 ? name : path
  }
}
