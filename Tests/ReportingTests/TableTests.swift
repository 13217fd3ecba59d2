import Forecasting
import Reporting
import Rules
import Simulation
import StoreModel
import Testing

@Suite struct TableTests {
  static let comparison = FreshStore.comparison("more", more: 19, wages: 15_200)

  func lines(_ table: Table) -> [String] {
    table.csv.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [
    (
      "daily.csv",
      "alternative,pack,measure,unit,date,day,mean,standard_error,q05,q25,q50,q75,q95,threshold,"
        + "probability_bad_side,label"
    ),
    ("events.csv", "alternative,pack,event,date,day,probability,ci_low,ci_high,label"),
    (
      "event_summary.csv",
      "alternative,pack,event,probability,ci_low,ci_high,median_day,median_day_ci_low,"
        + "median_day_ci_high,median_date,restricted_mean_days,expected_count,threshold,label"
    ),
    ("occupancy.csv", "alternative,pack,ladder,state,date,day,probability,label"),
    (
      "money.csv",
      "alternative,pack,item,unit,period,mean,standard_error,q05,q25,q50,q75,q95,q99,"
        + "probability_positive,label"
    ),
    (
      "binding.csv",
      "alternative,pack,ladder,state,condition,share_of_days,share_of_replications,label"
    ),
    (
      "comparison.csv",
      "alternative,baseline,pack,measure,unit,difference,ci_low,ci_high,standard_error,"
        + "variance_reduction,correlation,baseline_value,alternative_value,verdict,label"
    ),
    ("assumptions.csv", "parameter,value,unit,origin,source,used_by,label"),
    ("paths.csv", "alternative,replication,date,day,pack,measure,value,label"),
  ])
  func columnsAreThePinnedOnesInEveryRow(name: String, columns: String) throws {
    let path = SamplePath(
      alternative: "baseline",
      replication: 0,
      record: FreshStore.record(0),
      layout: FreshStore.layout
    )
    let tables = ForecastTables.all(
      forecasts: [FreshStore.baseline],
      comparisons: [Self.comparison],
      assumptions: FreshStore.context(.zh).assumptions,
      paths: [path],
      language: .zh
    )
    let table = try #require(tables.first { $0.name == name })
    #expect(lines(table)[0] == "\u{FEFF}" + columns)
    #expect(!table.rows.isEmpty)
    for row in table.rows { #expect(row.count == table.columns.count) }
    #expect(table.csv.hasSuffix("\n"))
    #expect(!table.csv.contains("\r"))
  }

  @Test func rowsReadAsWritten() {
    let forecasts = [FreshStore.baseline]
    let daily = lines(Table.daily(forecasts, language: .zh))
    #expect(
      daily[90]
        == "baseline,board.level@1,dsr,stars,2026-12-29,90,4.5273,0.0011779633260834558,"
        + "4.485,4.505,4.53,4.555,4.575,4.5,0.19,综合评分"
    )
    let summary = lines(Table.eventSummary(forecasts, language: .en))
    #expect(
      summary[3] == "baseline,board.level@1,removed,0,0,0.0038267584855551234,,,,,90,0,4.5,removed"
    )
    #expect(summary[1].hasPrefix("baseline,board.level@1,level_up,0.54,0.509"))
    #expect(summary[1].contains(",62,59,66,2026-12-01,"))
    let binding = lines(Table.binding(forecasts, language: .zh))
    #expect(binding[1] == "baseline,board.level@1,level,second,good,0.725,1,好评率 ≥ 90%")
    #expect(binding[2].hasSuffix(",准时发货率 ≥ 99.9%"))
    let money = lines(Table.money(forecasts, language: .en))
    #expect(money[1].hasPrefix("baseline,store,staff_cost,yuan,horizon,60000,0,60000,60000,"))
    #expect(money[2].hasPrefix("baseline,store,staff_cost,yuan,2026-10,"))
  }

  @Test func cellsAreQuotedWhereTheyMustBe() {
    let assumption = Assumption(
      path: "a.b",
      value: "1,000 to 2,000",
      unit: "",
      origin: "seed",
      source: "a \"good\" guess\nof ours",
      usedBy: "store",
      label: "标签"
    )
    #expect(
      Table.assumptions([assumption]).csv
        == "\u{FEFF}parameter,value,unit,origin,source,used_by,label\n"
        + "a.b,\"1,000 to 2,000\",,seed,\"a \"\"good\"\" guess\nof ours\",store,标签\n"
    )
  }

  @Test func absentValuesAreEmptyAndNothingIsNaN() {
    var accumulator = ForecastAccumulator(layout: FreshStore.layout)
    let empty = accumulator.forecast(alternative: "baseline")
    accumulator.add(ReplicationRecord(layout: FreshStore.layout))
    let single = accumulator.forecast(alternative: "baseline")
    let pairs = ComparisonAccumulator(layout: FreshStore.layout)
    for forecast in [empty, single] {
      let tables = ForecastTables.all(
        forecasts: [forecast],
        comparisons: [pairs.comparison(baseline: forecast, alternative: forecast)],
        assumptions: [],
        language: .en
      )
      for table in tables {
        let csv = table.csv.lowercased()
        #expect(!csv.contains("nan") && !csv.contains("inf"))
      }
      #expect(
        lines(tables[0])[1].hasSuffix("dsr,stars,2026-10-01,1,,,,,,,,4.5,,\"rating, all three\"")
      )
    }
  }

  @Test func occupancyOfEachDayAddsUp() {
    let table = Table.occupancy([FreshStore.baseline], language: .en)
    var sums: [Table.Cell: Double] = [:]
    for row in table.rows {
      if case .number(let probability) = row[6] { sums[row[5], default: 0] += probability }
    }
    #expect(sums.count == 90)
    for sum in sums.values { #expect(abs(sum - 1) < 1e-12) }
  }
}
