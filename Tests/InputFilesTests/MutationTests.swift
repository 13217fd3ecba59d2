import Foundation
import InputFiles
import StoreModel
import Testing

/// Damaged files never crash or hang the readers, and every refusal says where.
///
/// `STORECAST_FUZZ` sets the number of mutants of each text (default 250).
@Suite struct MutationTests {
  /// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let words = [
    "NaN", "inf", "-inf", "-1", "0", "1e999", "99999999999999999999999", "0.0000000001", "", "~",
    "null", "yes", "[]", "{}", "[[[[", "}}}}", "&a", "*a", "? ", "- ", ": ", "'", "\"", "|", ">",
    "!!binary", "%", "100 %", "5 to 2", "2 to 5", " to ", "2026-02-30", "9999-12-31", "-2026-01-01",
    "24:00", "99:99", "\u{0}", "\u{FEFF}", "\u{2028}", "🍎", "生鲜", "\t", "\r", "---", "...", "#",
    "-0", "+5", "0x7fffffffffffffff", "1.7976931348623157e308", "name", "share", "set", "add",
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "2199-12-31",
    "2000-01-01",
  ]

  private static func mutant(of text: String, seed: UInt64) -> Data {
    var generator = Generator(state: seed)
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 3: bytes.insert(32, at: place)
      case 4: replaceToken(at: place, in: &bytes, &generator)
      case 5: replaceToken(at: place, in: &bytes, &generator)
      case 6: moveLine(at: place, in: &bytes, &generator)
      default: bytes.insert(contentsOf: Array(word(&generator).utf8), at: place)
      }
    }
    return Data(bytes)
  }

  private static func word(_ generator: inout Generator) -> String {
    words[Int.random(in: 0..<words.count, using: &generator)]
  }

  private static func replaceToken(
    at place: Int,
    in bytes: inout [UInt8],
    _ generator: inout Generator
  ) {
    let stops: Set<UInt8> = Set(" ,:{}[]\n\"".utf8)
    let first = bytes[..<place].lastIndex { stops.contains($0) }.map { $0 + 1 } ?? 0
    let last = bytes[place...].firstIndex { stops.contains($0) } ?? bytes.count
    bytes.replaceSubrange(first..<max(first, last), with: Array(word(&generator).utf8))
  }

  private static func moveLine(
    at place: Int,
    in bytes: inout [UInt8],
    _ generator: inout Generator
  ) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let from = bytes[..<place].count { $0 == 10 }
    let to = Int.random(in: 0..<lines.count, using: &generator)
    if Bool.random(using: &generator) {
      lines.insert(lines[from], at: to)
    } else {
      lines.swapAt(from, to)
    }
    bytes = Array(lines.joined(separator: [10]))
  }

  private static var count: UInt64 {
    ProcessInfo.processInfo.environment["STORECAST_FUZZ"].flatMap(UInt64.init) ?? 250
  }

  private func check(_ errors: InputErrors, _ seed: UInt64) {
    #expect(errors.diagnostics.contains { $0.severity == .error }, "mutant \(seed)")
    for one in errors.diagnostics {
      #expect(!one.file.isEmpty && one.location.line >= 1 && one.location.column >= 1, "\(seed)")
      #expect(ErrorExplanation.explanation(of: one.code) != nil, "mutant \(seed): \(one.code)")
    }
  }

  @Test(arguments: ["nine lines", "reference"])
  func damagedScenariosAreReadOrRefusedInTime(name: String) throws {
    let reader = try Samples.reader()
    let text = name == "reference" ? Samples.reference : Samples.nineLines
    var refused: UInt64 = 0
    for seed in 0..<Self.count {
      let data = Self.mutant(of: text, seed: seed)
      let took = ProcessorTime.seconds {
        do throws(InputErrors) {
          let text = try TextFile.text(of: data, file: "m.yaml")
          let reading = try reader.scenario(fromYAML: text, file: "m.yaml")
          expectSane(reading.scenario, seed)
        } catch {
          refused += 1
          check(error, seed)
          let source = String(decoding: data, as: UTF8.self)
          #expect(!DiagnosticText(source: { _ in source }).text(of: error.diagnostics).isEmpty)
        }
      }
      #expect(took < 2, "mutant \(seed) of the \(name) took \(took)")
    }
    #expect(refused > Self.count / 2)
    #expect(refused < Self.count)
  }

  /// What is accepted holds numbers that nothing downstream can choke on.
  private func expectSane(_ scenario: Scenario, _ seed: UInt64) {
    #expect((1...1100).contains(scenario.horizonInDays), "mutant \(seed)")
    #expect((1...10_000_000).contains(scenario.replications), "mutant \(seed)")
    for operation in [scenario.operation] + scenario.alternatives.map(\.operation) {
      let demand = operation.demand
      for value in [demand.ordersPerDay, demand.orderValue, demand.trendPerMonth] {
        #expect(value.median.isFinite, "mutant \(seed)")
      }
      #expect((0.01...1e7).contains(demand.ordersPerDay.median), "mutant \(seed)")
      #expect(demand.dispersion > 0 && demand.dispersion.isFinite, "mutant \(seed)")
      #expect(abs(operation.couriers.reduce(0) { $0 + $1.share } - 1) < 1e-9, "mutant \(seed)")
      for shift in operation.serviceDesk?.shifts ?? [] {
        #expect(shift.fromHour < shift.toHour && (1...10_000).contains(shift.agents))
      }
      for stars in [operation.reviews.starsHappy, operation.reviews.starsUnhappy] {
        #expect(stars.count == 5 && abs(stars.reduce(0, +) - 1) < 1e-9, "mutant \(seed)")
      }
    }
  }

  @Test func damagedHistoriesAreReadOrRefusedInTime() throws {
    var text = "date,orders,gmv,shipped,shipped_on_time,reviews_5,displayed_dsr\n"
    for day in 1...28 { text += "2026-09-\(day < 10 ? "0" : "")\(day),10,620.5,9,8,3,4.58\n" }
    for seed in 0..<(Self.count * 4) {
      let data = Self.mutant(of: text, seed: seed)
      let took = ProcessorTime.seconds {
        do throws(InputErrors) {
          let text = try TextFile.text(of: data, file: "m.csv")
          let days = try HistoryReader.history(fromCSV: text, file: "m.csv").history.days
          #expect(zip(days, days.dropFirst()).allSatisfy { $0.date < $1.date }, "mutant \(seed)")
        } catch {
          check(error, seed)
        }
      }
      #expect(took < 2, "mutant \(seed) took \(took)")
    }
  }
}
