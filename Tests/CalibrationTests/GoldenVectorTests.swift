import Calibration
import Foundation
import StoreModel
import TestSupport
import Testing

/// The level filter against numbers computed apart from it on a real store, to their last printed digit.
///
/// Half a unit of that digit is what printing leaves open; 0.6 allows for two of the 21 numbers that lie at
/// the border of two digits and were printed to the other side.
@Suite struct GoldenVectorTests {
  private struct Row {
    var day: Int
    var logLikelihood: Double
    var values: [Double]
  }

  private let rows = [
    Row(
      day: 120,
      logLikelihood: -35.12378,
      values: [4.017658, -0.030485, 0.028130, -0.010655, 0.035314, 1.762855]
    ),
    Row(
      day: 300,
      logLikelihood: -79.65184,
      values: [4.240674, 0.171079, 0.012870, -0.007033, 0.027650, 1.439070]
    ),
    Row(
      day: 500,
      logLikelihood: -103.01840,
      values: [4.097225, 0.004814, 0.009985, -0.005886, 0.025897, 1.826930]
    ),
  ]

  @Test(.enabled(if: SharedData.folder != nil, "needs the shared histories"))
  func oneSetOfParametersOnARealStore() throws {
    let folder = try #require(SharedData.folder)
    let stars = try starsByDay(folder.appending(path: "data/olist/store_D1.csv"))
    var filter = LevelFilter(grid: .fixed)
    for day in 0...500 {
      if let row = rows.first(where: { $0.day == day }) {
        let state = try #require(filter.posterior.states.first)
        #expect(abs(state.logLikelihood - row.logLikelihood) < 0.6e-5)
        let found = [
          state.m, state.f, state.pmm, state.pmf, state.pff,
          StarMoments(of: filter.memory.shares).variance,
        ]
        for (value, expected) in zip(found, row.values) { #expect(abs(value - expected) < 0.6e-6) }
      }
      filter.advance(stars[day])
    }
  }

  private func starsByDay(_ file: URL) throws -> [StarCounts?] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = try #require(columns.firstIndex(of: "reviews_1"))
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let counts = cells[first..<(first + 5)].compactMap { Int($0) }
      return counts.count == 5 ? StarCounts(counts) : nil
    }
  }
}
