import InputFiles
import StoreModel
import Testing

@Suite struct ScenarioReaderTests {
  @Test func nineLinesAreEnough() throws {
    let reading = try Samples.read(Samples.nineLines)
    let scenario = reading.scenario
    #expect(scenario.name == "scenario")
    #expect(scenario.horizonInDays == 90)
    #expect(scenario.rules.map(\.packID) == Samples.packs.prefix(2).map(\.id))
    #expect(scenario.operation.demand.ordersPerDay.law == .amount(low: 1300, high: 1600))
    #expect(scenario.operation.demand.orderValue.law == .known(62))
    let desk = try #require(scenario.operation.serviceDesk)
    #expect(desk.shifts.map(\.name) == ["day"])
    #expect(desk.shifts[0].fromHour == 8 && desk.shifts[0].toHour == 23)
    #expect(desk.efficiency == 2.5)
    #expect(scenario.standing.ladders["level"]?.state == "LV2")
    #expect(scenario.standing.ladders["level"]?.since == CalendarDay(iso: "2026-09-12"))
    #expect(scenario.standing.displayed["dsr"]?.items["service"] == 4.6)
    #expect(scenario.standing.displayed["dsr"]?.ratings == 10_400)
    #expect(reading.notices.isEmpty)
  }

  @Test func onlyWhatHasNoDefaultIsRequired() throws {
    let scenario = try Samples.read(Samples.requiredOnly).scenario
    #expect(scenario.operation.couriers.map(\.name) == ["standard"])
    #expect(scenario.operation.serviceDesk == nil)
    #expect(scenario.replications == 10_000)
    #expect(scenario.operation.warehouse.capacityPerDay == nil)
    #expect(scenario.operation.economics.margin == nil)
    let paths = scenario.assumptions.map(\.path)
    #expect(paths.contains("couriers.standard.transit.mean"))
    #expect(!paths.contains("seed"))
    #expect(Set(paths).count == paths.count)
    #expect(scenario.assumptions.allSatisfy { !$0.label.isEmpty && !$0.source.isEmpty })
  }

  @Test func everyDefaultIsUsedAndNoneIsMissing() throws {
    let desk = Samples.requiredOnly + "service_desk: {agents: 1, hours: \"08:00-23:00\"}\n"
    // Audits by themselves are for stores without a desk, hours and wages for people of their own.
    let people =
      Samples.requiredOnly
      + "service_desk: {agents: 1, hours: \"08:00-23:00\", after_sales: 1}\n"
    let used = try [desk, Samples.requiredOnly, people].flatMap {
      try Samples.read($0).scenario.assumptions.map(\.path)
    }
    let patterns = Set(
      used.map {
        $0.replacing("couriers.standard.", with: "couriers.*.")
          .replacing("shifts.day.", with: "shifts.*.")
      }
    )
    let known = Set(try Samples.defaults().names).subtracting(["seed", "replications"])
    #expect(known.subtracting(patterns) == [])
    #expect(patterns.subtracting(known) == [])
  }

  @Test func everyCategoryReads() throws {
    for category in try Samples.defaults().categories {
      let text = Samples.requiredOnly + "category: \(category)\n"
      #expect(try Samples.diagnostics(of: text).isEmpty, "\(category)")
    }
    let wear = try Samples.read(Samples.requiredOnly + "category: women's wear\n").scenario
    #expect(wear.operation.afterSales.returnRefund.law == .share(low: 0.4, high: 0.6))
  }

  @Test func theReferenceReadsWhole() throws {
    let reading = try Samples.read(Samples.reference)
    let scenario = reading.scenario
    let operation = scenario.operation
    #expect(scenario.assumptions.map(\.path) == [])
    #expect(scenario.rules.map(\.packID) == Samples.packs.prefix(3).map(\.id))
    #expect(scenario.rules[1].overrides == ["threshold": "4.5", "alliance.share": "0.35"])
    #expect(scenario.rules[2].overrides == ["audit.target": "0.97"])
    #expect(!scenario.rules[2].hasConsequences)
    #expect(operation.reviews.starsHappy == [0.015, 0.01, 0.025, 0.07, 0.88])
    #expect(operation.satisfaction.slowReplyPoints == 0.06)
    #expect(operation.warehouse.closedWeekdays == [6])
    #expect(operation.warehouse.capacityPerDay == 2200)
    #expect(scenario.standing.lastThirtyDays[.gmv] == 260_000_000)
    #expect(scenario.standing.lastThirtyDays[.firstReplySecondsTotal] == 432_000_000)
    #expect(scenario.standing.gates["alliance"]?.isMember == true)
    #expect(scenario.standing.open.inTransit == 3100)
    #expect(scenario.history?.days.count == 2)
    let promotion = try #require(operation.demand.promotions.first)
    #expect(promotion.shipWithinInHours == 360)
    #expect(promotion.peaks.values.map(\.path) == ["demand.promotions.双11.peak.2026-11-11"])
    #expect(reading.notices.map(\.code) == ["HI107"])
    #expect(reading.rulePlaces.map(\.line) == [10, 11, 13])
    #expect(reading.historyPath == "histories/fresh.csv")
  }

  @Test func busiestAndQuietestDayGiveTheSpread() throws {
    let demand = try Samples.read(Samples.reference).scenario.operation.demand
    // (ln(2100/900)/4.0855)² = 0.043009, less weekdays 0.000545 and Poisson 1/1442.2 leaves
    // 0.041770 to split as 1/8 : 0.15².
    #expect(abs(1 / demand.dispersion - 0.041770 * 0.125 / 0.1475) < 2e-5)
    #expect(abs(demand.shockSD * demand.shockSD - 0.041770 * 0.0225 / 0.1475) < 1e-5)
  }

  @Test func untilCountsBothEnds() throws {
    let text = Samples.requiredOnly.replacing("horizon: 30 days", with: "until: 2026-10-30")
    #expect(try Samples.read(text).scenario.horizonInDays == 30)
  }

  @Test func aNameWithoutVersionIsTheOneInForceOnTheStart() throws {
    let text = Samples.requiredOnly.replacing("rules: []", with: "rules: [douyin.gate]")
    #expect(try Samples.read(text).scenario.rules.map(\.packID) == ["douyin.gate@2026"])
  }

  @Test func contactsAsASumAreSplitAsTheDefaultsAre() throws {
    let desk = try #require(Samples.read(Samples.reference).scenario.operation.serviceDesk)
    let total = desk.contactsPerOrderBefore.median + desk.contactsPerOrderAfter.median
    #expect(abs(total - 0.35) < 1e-12)
    #expect(desk.contactsPerOrderBefore.path == "service_desk.contacts_per_order.before")
  }

  @Test func assumptionsSpeakTheReadersLanguage() throws {
    let reader = ScenarioReader(defaults: try Samples.defaults(), packs: [], isChinese: true)
    let scenario = try reader.scenario(fromYAML: Samples.requiredOnly, file: "x.yaml").scenario
    #expect(scenario.assumptions.first { $0.path == "demand.trend" }?.label == "需求增长")
  }
}
