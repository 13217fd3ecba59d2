import InputFiles
import Testing

/// Lines are added to a scenario without touching what stands in it.
@Suite struct ScenarioTextTests {
  private static let template = """
    # My store.
    storecast: 1
    platform: p
    start: 2026-10-01     # day 1
    demand: {orders_per_day: 60, order_value: 62 yuan}   # as always

    after_sales:          # claims
      # our own count
      disputes: 1 %
      survey:
        rate: 12 %
    service_desk:
    couriers:
      - name: fast
        share: 100 %

    """

  private func text(_ text: String = template) throws -> ScenarioText {
    try ScenarioText(text, file: "mine.yaml")
  }

  /// The lines of a text that another has not.
  private func added(_ changed: ScenarioText, to text: String = template) -> [String] {
    let old = text.split(separator: "\n")
    return changed.text.split(separator: "\n").filter { !old.contains($0) }.map(String.init)
  }

  @Test func whatTheFileGivesIsKnown() throws {
    let text = try text()
    #expect(text.gives("after_sales.disputes") && text.gives("after_sales.survey"))
    #expect(text.gives("demand.order_value.mean"), "a single value stands for the map")
    #expect(!text.gives("after_sales.complaints") && !text.gives("service_desk.bot.resolves"))
    #expect(text.gives("couriers.fast") && !text.gives("couriers.slow"))
    #expect(text.value("after_sales.disputes") == "1 %")
  }

  @Test func aLineJoinsTheEndOfItsSection() throws {
    var text = try text()
    text.add("after_sales.complaints", "0.1 % to 0.2 %", comment: "0.15 %")
    text.add("after_sales.survey.satisfied", "96 %", comment: "")
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = try #require(lines.firstIndex(of: "    rate: 12 %"))
    #expect(lines[place + 1] == "    satisfied: 96 %")
    #expect(lines[place + 2] == "  complaints: 0.1 % to 0.2 %   # 0.15 %")
    #expect(added(text).count == 2)
    #expect(lines.contains("  # our own count"))
  }

  @Test func sectionsAreMadeWhereTheyAreMissing() throws {
    var text = try text()
    text.add("reviews.rate", "8 %", comment: "n")
    text.add("reviews.delay.mean", "3 days", comment: "")
    text.add("service_desk.bot.resolves", "30 %", comment: "")
    #expect(
      added(text) == [
        "  bot:", "    resolves: 30 %", "reviews:", "  rate: 8 %   # n", "  delay:",
        "    mean: 3 days",
      ]
    )
    #expect(text.gives("service_desk.bot.resolves") && text.gives("reviews.delay.mean"))
  }

  @Test func bracesTakeALineOfTheirOwn() throws {
    var text = try text()
    text.add("demand.cancelled_before_shipping", "3 % to 4 %", comment: "3.5 %")
    text.add("demand.spikes.times", "2", comment: "")
    #expect(
      added(text) == [
        "demand: {", "    spikes: {times: 2},",
        "    cancelled_before_shipping: 3 % to 4 %,   # 3.5 %",
        "    orders_per_day: 60, order_value: 62 yuan}   # as always",
      ]
    )
    #expect(text.value("demand.orders_per_day") == "60")
    #expect(text.value("demand.spikes.times") == "2")
  }

  @Test func aFirstLevelIsReplacedOrAdded() throws {
    var text = try text()
    text.set("start", to: "2026-11-02", below: "platform")
    #expect(text.addedLine == nil)
    text.set("history", to: ScenarioText.quoted("a b/了 (1).csv"), below: "start")
    #expect(
      added(text) == ["start: 2026-11-02     # day 1", "history: \"a b/了 (1).csv\""]
    )
    #expect(text.value("history") == "a b/了 (1).csv" && text.addedLine == 5)
    text.set("history", to: "mine.csv", below: "start")
    #expect(text.value("history") == "mine.csv" && text.addedLine == 5)
  }

  @Test func listsAndNotesAreAdded() throws {
    var text = try ScenarioText("storecast: 1\nstart: 2026-10-01\n", file: "mine.yaml")
    text.addList("couriers", item: ["name: standard", "share: 100 %"])
    text.add("couriers.standard.transit.mean", "40 h to 50 h", comment: "45 h")
    text.add("couriers.standard.transit.sigma", "0.4", comment: "")
    text.note("the history says otherwise", above: "couriers.standard.share")
    text.close(with: ["", "the end"])
    #expect(
      text.text == """
        storecast: 1
        start: 2026-10-01

        couriers:
          - name: standard
            # the history says otherwise
            share: 100 %
            transit:
              mean: 40 h to 50 h   # 45 h
              sigma: 0.4

        # the end

        """
    )
  }

  @Test func thereIsNoPlaceBelowAValueOrForAKeyThatStands() throws {
    var text = try text()
    let isAdded = ["after_sales.disputes", "after_sales.disputes.more"].map {
      text.add($0, "2 %", comment: "")
    }
    #expect(isAdded == [false, false])
    #expect(added(text).isEmpty)
  }

  @Test func whatIsLeftOutMovesNoLine() throws {
    let template = """
      storecast: 1
      standing:
        level: LV2            # now
        level_since: 2026-01-02
        displayed:
          dsr: {description: 4.5, ratings: 100}
        membership: {gate: {member: "yes", removals: 0}}

      demand: {orders_per_day: 60}

      """
    var text = try text(template)
    #expect(
      text.leaveOut(below: "standing") { $0.hasSuffix("_since") || $0 == "displayed" }
        == ["standing.level_since", "standing.displayed"]
    )
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines[1] == "standing: {level: LV2, membership: {gate: {member: \"yes\", removals: 0}}}"
    )
    #expect(lines[2...7].allSatisfy(\.isEmpty) && lines[8] == "demand: {orders_per_day: 60}")
    #expect(text.leaveOut(below: "demand") { $0 == "trend" } == [])
    #expect(text.leaveOut(below: "couriers") { _ in true } == [])
  }
}
