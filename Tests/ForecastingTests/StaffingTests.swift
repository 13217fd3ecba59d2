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
