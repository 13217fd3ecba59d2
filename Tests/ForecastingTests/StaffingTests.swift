import Forecasting
import Testing

/// Closed forms of the desk, to 1e-6 against published and independently computed values.
@Suite struct StaffingTests {
  private static func load(
    _ contactsPerHour: Double,
    _ handleSeconds: Double,
    patience: Double? = nil,
    within: Double = 20
  ) -> StaffingLoad {
    StaffingLoad(
      contactsPerHour: contactsPerHour,
      handleSeconds: handleSeconds,
      patienceSeconds: patience,
      withinSeconds: within
    )
  }

  @Test func erlangCMatchesTheTextbookDesk() throws {
    let answer = try #require(StaffingAnswer(Self.load(200, 180), servers: 14))
    #expect(abs(answer.waitProbability - 0.1741319336) < 1e-9)
    #expect(abs(answer.serviceLevel - 0.8883500192) < 1e-9)
    #expect(answer.abandonment == 0)
    #expect(abs(answer.occupancy - 10.0 / 14) < 1e-12)
    let roster = StaffingRoster(
      Self.load(200, 180),
      target: 0.8,
      concurrency: 1,
      shrinkage: 0.3
    )
    #expect(roster.required == 14)
    #expect(roster.rostered == 20)
  }

  @Test func erlangAMatchesTheTextbookDesk() throws {
    let answer = try #require(StaffingAnswer(Self.load(200, 180, patience: 300), servers: 14))
    #expect(abs(answer.abandonment - 0.0139837) < 5e-8)
    #expect(abs(answer.occupancy - 0.7042973) < 5e-8)
    #expect(abs(answer.serviceLevel - 0.916792) < 5e-7)
  }

  /// A desk with its answer, computed with 40 digits from the birth and death equations; services in
  /// time of impatient callers by the matrix exponential of a tagged caller.
  struct Solved: Sendable {
    let perHour: Double
    let handle: Double
    let servers: Int
    let within: Double
    var patience: Double?
    /// P(wait), service level, abandonment, mean wait, mean queue, occupancy.
    let answer: [Double]
  }

  private static let solved = [
    Solved(
      perHour: 1,
      handle: 600,
      servers: 1,
      within: 0,
      answer: [1 / 6.0, 5 / 6.0, 0, 120, 1 / 30.0, 1 / 6.0]
    ),
    Solved(
      perHour: 0.5,
      handle: 30,
      servers: 2,
      within: 5,
      answer: [
        8.6625086625087e-6, 0.99999378872943, 0, 0.00013020889847612, 1.8084569232795e-8,
        0.0020833333333333,
      ]
    ),
    Solved(
      perHour: 36_000,
      handle: 240,
      servers: 2450,
      within: 10,
      answer: [0.21814081219404, 0.97283831206927, 0, 1.0470758985314, 10.470758985314, 48 / 49.0]
    ),
    Solved(
      perHour: 100,
      handle: 350,
      servers: 10,
      within: 30,
      answer: [
        0.90096674625079, 0.12023148167091, 0, 1135.218100276, 31.533836118778, 35 / 36.0,
      ]
    ),
    Solved(
      perHour: 59.9,
      handle: 60,
      servers: 1,
      within: 20,
      answer: [59.9 / 60, 0.0022211422610367, 0, 35_940, 598.00166666667, 59.9 / 60]
    ),
    Solved(
      perHour: 90,
      handle: 480,
      servers: 15,
      within: 180,
      answer: [0.31919042511256, 0.89637404093005, 0, 51.07046801801, 1.2767617004502, 0.8]
    ),
    Solved(
      perHour: 1_000_000,
      handle: 7.2,
      servers: 2010,
      within: 1,
      answer: [
        0.74870389821523, 0.81330902925986, 0, 0.53906680671497, 149.74077964305, 2000 / 2010.0,
      ]
    ),
    Solved(
      perHour: 600,
      handle: 480,
      servers: 81,
      within: 167,
      answer: [0.87062546639269, 0.38520110546994, 0, 417.90022386849, 69.650037311415, 80 / 81.0]
    ),
    Solved(
      perHour: 200,
      handle: 180,
      servers: 14,
      within: 20,
      patience: 300,
      answer: [
        0.14526011429636, 0.91679209186355, 0.013983744122409, 4.1951232367227, 0.23306240204015,
        0.70429732562685,
      ]
    ),
    Solved(
      perHour: 1800,
      handle: 95,
      servers: 48,
      within: 15,
      patience: 60,
      answer: [
        0.4387056249284, 0.88195138601618, 0.059185680274776, 3.5511408164866, 1.7755704082433,
        0.93101417056142,
      ]
    ),
    Solved(
      perHour: 500,
      handle: 300,
      servers: 30,
      within: 20,
      patience: 45,
      answer: [
        0.73416469431748, 0.51584383022189, 0.29699142767608, 13.364614245424, 1.8561964229755,
        0.97640079489433,
      ]
    ),
    Solved(
      perHour: 20,
      handle: 900,
      servers: 3,
      within: 60,
      patience: 600,
      answer: [
        0.82769635493945, 0.21155021846541, 0.44749992377344, 268.49995426407, 1.4916664125782,
        0.92083346037758,
      ]
    ),
    Solved(
      perHour: 40,
      handle: 600,
      servers: 1,
      within: 45,
      patience: 20,
      answer: [
        0.892115666472, 0.131017588392, 0.866182650029, 17.3236530006, 0.19248503334,
        0.892115666472,
      ]
    ),
    Solved(
      perHour: 36_000,
      handle: 240,
      servers: 2300,
      within: 10,
      patience: 120,
      answer: [
        0.921007059659, 0.879980468871, 0.0422640018668, 5.07168022402, 50.7168022402,
        0.999376693704,
      ]
    ),
    Solved(
      perHour: 600,
      handle: 360,
      servers: 45,
      within: 180,
      patience: 900,
      answer: [
        0.999448667068, 0.141580078838, 0.250027996485, 225.025196837, 37.5041994728,
        0.999962671353,
      ]
    ),
    Solved(
      perHour: 3,
      handle: 14_400,
      servers: 12,
      within: 180,
      patience: 86_400,
      answer: [
        0.731230462019, 0.278747395788, 0.0665918314721, 5753.53423919, 4.79461186599,
        0.933408168528,
      ]
    ),
  ]

  @Test(arguments: solved)
  func desksOfEverySizeAgreeWithTheEquations(desk: Solved) throws {
    let load = Self.load(
      desk.perHour,
      desk.handle,
      patience: desk.patience,
      within: desk.within
    )
    let answer = try #require(StaffingAnswer(load, servers: desk.servers))
    let found = [
      answer.waitProbability, answer.serviceLevel, answer.abandonment, answer.meanWaitSeconds,
      answer.meanQueueLength, answer.occupancy,
    ]
    for (value, exact) in zip(found, desk.answer) {
      #expect(abs(value - exact) <= 1e-9 * max(1, exact), "\(value) \(exact)")
    }
  }

  /// With one server the queue is M/M/1: P(wait) = ρ, mean wait ρ / (μ − λ).
  @Test func oneServerIsMM1() throws {
    let answer = try #require(StaffingAnswer(Self.load(12, 180, within: 60), servers: 1))
    #expect(abs(answer.waitProbability - 0.6) < 1e-12)
    #expect(abs(answer.meanWaitSeconds - 0.6 / (1 / 180.0 - 12 / 3600.0)) < 1e-9)
  }

  @Test func hugePatienceIsErlangC() throws {
    let patient = try #require(StaffingAnswer(Self.load(200, 180), servers: 14))
    let stubborn = try #require(
      StaffingAnswer(Self.load(200, 180, patience: 1e9), servers: 14)
    )
    #expect(abs(patient.waitProbability - stubborn.waitProbability) < 1e-5)
    #expect(abs(patient.serviceLevel - stubborn.serviceLevel) < 1e-5)
  }

  /// λ = served + abandoned, whatever the load.
  @Test(arguments: [0.2, 0.9, 1.0, 1.5, 6.0, 40.0])
  func whatArrivesIsServedOrHangsUp(ratio: Double) throws {
    let servers = 8
    let load = Self.load(ratio * Double(servers) * 20, 180, patience: 120)
    let answer = try #require(StaffingAnswer(load, servers: servers))
    let served = answer.occupancy * Double(servers) / 180
    #expect(
      abs(served + answer.abandonment * load.contactsPerHour / 3600 - load.contactsPerHour / 3600)
        < 1e-12
    )
    #expect(answer.serviceLevel <= 1 - answer.abandonment + 1e-12)
    #expect((0...1).contains(answer.waitProbability))
    if ratio > 1 { #expect(abs(answer.abandonment - (1 - 1 / ratio)) < 0.15) }
  }

  @Test func moreServersNeverAnswerFewer() throws {
    let load = Self.load(900, 240, patience: 90)
    let levels = try (1...120).map { try #require(StaffingAnswer(load, servers: $0)).serviceLevel }
    for (fewer, more) in zip(levels, levels.dropFirst()) { #expect(more >= fewer - 1e-12) }
  }

  @Test func anUnstableDeskWithoutPatienceHasNoSteadyState() {
    #expect(StaffingAnswer(Self.load(200, 180), servers: 10) == nil)
    #expect(Self.load(200, 180).serversForStability == 11)
  }
}
