import Rules
import Simulation
import StoreModel
import Testing

/// Alternatives that change rules, and packs that pay the service desk: all exact.
@Suite struct AlternativeRulesTests {
  private static func alternative(_ name: String) -> Alternative {
    Alternative(
      name: name,
      from: nil,
      costInYuan: 0,
      operation: TestStores.overloaded,
      rules: [],
      changes: []
    )
  }

  /// The alternative's rules are all that differs, so it is the store under those rules alone.
  @Test func anAlternativeLivesUnderItsOwnRules() throws {
    let free = [try CapPack.program()]
    let capped = [try CapPack.program(ReferenceEffects(orderCap: 20))]
    let both = Replicator(
      Plan(
        scenario: Engine.scenario(
          TestStores.overloaded,
          alternatives: [Self.alternative("same"), Self.alternative("capped")]
        ),
        programs: free,
        changed: ["capped": capped]
      )
    )
    let alone = [free, capped].map {
      Replicator(Plan(scenario: Engine.scenario(TestStores.overloaded), programs: $0))
    }
    for index in 0..<10 {
      let records = both.replicate(index)
      let baseline = alone[0].replicate(index)[0]
      #expect(records[0].measures == baseline.measures && records[0].money == baseline.money)
      #expect(records[1].measures == baseline.measures && records[1].money == baseline.money)
      #expect(records[2].measures != baseline.measures)
      // The days before the start were lived under the baseline's rules, so only what the cap
      // decides from day 1 on agrees: orders.
      let orders = records[2].measures[0]
      #expect(orders <= 20)
    }
  }

  @Test func payIsAddedToTheCostOfTheDesk() throws {
    let pay = StaffPay(
      dayInYuan: 70,
      chatInYuan: 0.5,
      ofAssistedSales: 0.02,
      ofAssistedRefunds: 0.04,
      ofOtherSales: 0.01,
      assisted: 0.25
    )
    var paid = TestStores.overloaded
    paid.serviceDesk = paid.serviceDesk?.paid(by: pay)
    let wages = Replicator(Plan(scenario: Engine.scenario(TestStores.overloaded), programs: []))
    let plan = Plan(scenario: Engine.scenario(paid), programs: [])
    let more = Replicator(plan)
    let layout = plan.layout
    func sum(_ record: ReplicationRecord, _ item: String) throws -> Int64 {
      let index = try #require(
        layout.money.firstIndex { $0.pack == "store" && $0.item.name == item }
      )
      return layout.months.indices.reduce(0) {
        $0 + record.money[$1 * layout.money.count + index]
      }
    }
    for index in 0..<10 {
      let before = wages.replicate(index)[0]
      let after = more.replicate(index)[0]
      #expect(before.measures == after.measures)
      let chats = (1...layout.horizonInDays).reduce(0) { $0 + more.log[$1, .contactsAnswered] }
      let expected = pay.variableInFen(
        chats: chats,
        salesInFen: Int(try sum(after, "revenue")),
        refundsInFen: Int(try sum(after, "refunds"))
      )
      let added = Int(try sum(after, "staff_cost") - sum(before, "staff_cost"))
      // Each day is rounded to a fen.
      #expect(abs(added - expected) <= layout.horizonInDays / 2 + 1)
      #expect(chats > 0)
    }
  }

  @Test func onlyWagesThatNobodyGaveFollowThePay() {
    var desk = TestStores.overloaded.serviceDesk
    let pay = StaffPay(
      dayInYuan: 70,
      chatInYuan: 0,
      ofAssistedSales: 0,
      ofAssistedRefunds: 0,
      ofOtherSales: 0,
      assisted: 0
    )
    let given = desk?.shifts.first?.wageInYuanPerDay
    #expect(desk?.paid(by: pay).shifts.first?.wageInYuanPerDay == given)
    desk?.shifts[0].isWageAssumed = true
    #expect(desk?.paid(by: pay).shifts.first?.wageInYuanPerDay == 70)
    #expect(desk?.paid(by: pay).unpaid == desk?.unpaid)
  }
}
