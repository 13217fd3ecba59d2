import InputFiles
import StoreModel
import Testing

@Suite struct AlternativeTests {
  private func alternatives(_ yaml: String, to base: String = Samples.nineLines) throws
    -> [Alternative]
  {
    try Samples.read(base + "alternatives:\n" + yaml).scenario.alternatives
  }

  private func codes(_ yaml: String) throws -> [String] {
    try Samples.diagnostics(of: Samples.nineLines + "alternatives:\n" + yaml).map(\.code)
  }

  @Test func theReferencesAlternativesChangeWhatTheyName() throws {
    let scenario = try Samples.read(Samples.reference).scenario
    let alternatives = scenario.alternatives
    #expect(alternatives.map(\.name) == ["晚班加一人", "换更好的快递", "开机器人"])
    #expect(alternatives[0].from == CalendarDay(iso: "2026-10-15"))
    #expect(alternatives[0].operation.serviceDesk?.shifts.map(\.agents) == [3, 5, 1])
    #expect(alternatives[0].changes == ["service_desk.shifts.evening.agents: 5"])
    #expect(alternatives[1].operation.couriers.map(\.name) == ["economy", "premium"])
    #expect(alternatives[1].operation.couriers.map(\.share) == [0.4, 0.6])
    #expect(alternatives[1].costInYuan == 3000)
    #expect(alternatives[2].operation.serviceDesk?.botResolves.law == .known(0.4))
    #expect(alternatives[2].operation.serviceDesk?.botResolves.path == "service_desk.bot.resolves")
    #expect(alternatives[2].operation.demand == scenario.operation.demand)
  }

  @Test func whatTheFileDoesNotWriteCanBeSet() throws {
    let changed = try alternatives(
      """
        - name: a
          set: {service_desk.agents: 5, couriers.standard.transit.mean: 30 h, demand.weekday.sun: 1.2}
        - name: b
          set: {demand.order_value.cv: 0.9, warehouse.capacity: 2000}

      """
    ).map(\.operation)
    #expect(changed[0].serviceDesk?.shifts[0].agents == 5)
    #expect(changed[0].couriers[0].transitMeanInHours.law == .known(30))
    #expect(changed[0].couriers[0].transitMeanInHours.path == "couriers.standard.transit.mean")
    #expect(changed[0].demand.weekdayFactors == [1, 1, 1, 1, 0.98, 0.97, 1.2])
    #expect(changed[1].demand.orderValueCV == 0.9)
    #expect(changed[1].demand.orderValue.law == .known(62))
    #expect(changed[1].warehouse.capacityPerDay == 2000)
  }

  @Test func aHandleTimeTakesThePlaceOfTheFigureThatExplainedOne() throws {
    let base = Samples.nineLines.replacing("agents: 4,", with: "agents: 4, first_reply_now: 95 s,")
    let changed = try alternatives(
      """
        - name: a
          set: {service_desk.handle_time: 300 s}
        - name: b
          set: {service_desk.handle_time.mean: 300 s}
        - name: c
          set: {service_desk.handle_time.sigma: 0.5}
        - name: d
          set: {service_desk.first_reply_now: 60 s}

      """,
      to: base
    ).map(\.operation.serviceDesk)
    #expect(changed.map { $0?.figureNow } == [nil, nil, .firstReplyMean(95), .firstReplyMean(60)])
    #expect(changed[0]?.handleTimeMeanInSeconds.law == .known(300))
    #expect(changed[1]?.handleTimeMeanInSeconds.law == .known(300))
    #expect(changed[2]?.handleTimeSigma == 0.5)
  }

  @Test func numbersOfRulesGoOverTheScenariosOwn() throws {
    let base = Samples.nineLines.replacing(
      "douyin.dsr_alliance@seed]",
      with: "{pack: douyin.dsr_alliance@seed, set: {alliance.share: 30 %}}]"
    )
    let scenario = try Samples.read(
      base + """
        alternatives:
          - name: a
            rules: [{pack: douyin.dsr_alliance, set: {threshold: 4.6}}]
          - name: b
            set: {service_desk.agents: 5}

        """
    ).scenario
    let rules = try #require(scenario.alternatives[0].rules)
    #expect(rules.map(\.packID) == scenario.rules.map(\.packID))
    #expect(rules[1].overrides == ["alliance.share": "0.30", "threshold": "4.6"])
    #expect(rules[0] == scenario.rules[0])
    #expect(scenario.alternatives[0].operation == scenario.operation)
    #expect(scenario.alternatives[0].changes == ["douyin.dsr_alliance@seed threshold: 4.6"])
    #expect(scenario.alternatives[1].rules == nil)
  }

  @Test(arguments: [
    ("set: {demand.order_per_day: 5}", "SC201"),
    ("set: {couriers.economy.share: 50 %}", "SC307"),
    ("set: {couriers.standard.share: 50 %}", "SC306"),
    ("set: {start: 2026-10-02}", "SC307"),
    ("set: {demand.alliance_share: 10 %}", "SC307"),
    ("set: {demand.orders_per_day.low: 5}", "SC307"),
    ("add: {warehouse: {name: x}}", "SC307"),
    ("rules: [{pack: jd.service_score_100@seed, set: {audit.target: 0.9}}]", "SC307"),
    ("rules: [{pack: douyin.dsr_alliance@seed, set: {treshold: 4}}]", "SC404"),
    ("rules: [{pack: douyin.dsr_alliance@seed, consequences: off}]", "SC201"),
    ("rules: [{pack: douyin.dsr_alliance@seed}]", "SC311"),
    ("cost: 5 yuan", "SC311"),
    ("from: 2027-10-01, set: {quality.defects: 3 %}", "SC308"),
    ("set: {quality.defects: 3}", "SC205"),
  ])
  func refusesWhatLeadsNowhere(change: String, code: String) throws {
    #expect(try codes("  - {name: a, \(change)}\n") == [code])
  }

  @Test func findingsPointIntoTheAlternative() throws {
    let text =
      Samples.nineLines + "alternatives:\n  - name: a\n    set: {couriers.standard.share: 9 %}\n"
    let found = try Samples.diagnostics(of: text)
    #expect(found.map(\.location.line) == [11])
    #expect(found[0].message.hasPrefix("alternative 'a': the shares of the couriers"))
  }

  @Test func namesAreUniqueAndBaselineIsTaken() throws {
    #expect(try codes("  - {name: baseline, set: {quality.defects: 3 %}}\n") == ["SC213"])
  }

  @Test func theSameStoreAgainIsAWarning() throws {
    let text = Samples.nineLines + "alternatives: [{name: a, set: {service_desk.agents: 4}}]\n"
    let reading = try Samples.read(text)
    #expect(reading.notices.map(\.code) == ["SC311"])
    #expect(reading.scenario.alternatives.count == 1)
  }
}
