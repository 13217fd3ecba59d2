import Calibration
import Journal
import StoreModel

/// Forecasts made up for the tests.
enum SampleEntry {
  static func day(_ iso: String) -> CalendarDay {
    CalendarDay(iso: iso) ?? CalendarDay(ordinal: 0)
  }

  static func entry(
    _ store: String = "Harbour",
    start: String = "2026-03-02",
    seed: UInt64 = .max
  ) -> JournalEntry {
    let start = day(start)
    return JournalEntry(
      store: store,
      platform: "harbor",
      category: "",
      made: "2026-03-02T08:00:00Z",
      start: start,
      horizonInDays: 30,
      scenarioPath: "a/b.yaml",
      scenarioText: "storecast: 1\nname: 港口 'x'\n",
      manifestSHA256: String(repeating: "a", count: 64),
      identity: "\(store) \(start) \(seed)",
      version: "0.1.0",
      seed: seed,
      replications: 400,
      packs: [.init(id: "harbor.berth@1", sha256: String(repeating: "b", count: 64))],
      events: [7, 14, 30].map { day in
        EventClaim(
          pack: "harbor.berth@1",
          event: "berth_in",
          date: start + (day - 1),
          day: day,
          probability: 0.1 + Double(day) / 100,
          label: "in"
        )
      },
      measures: [7, 30].map { day in
        MeasureClaim(
          pack: "store",
          measure: "orders",
          unit: "orders",
          date: start + (day - 1),
          day: day,
          quantiles: .init(q05: 1, q25: 2.25, q50: 3, q75: 4, q95: 5),
          label: "orders"
        )
      }
    )
  }

  static func judged(
    _ start: String,
    day: Int,
    store: String = "A",
    event: String = "e",
    happened: Bool? = false
  ) -> JudgedEvent {
    let first = self.day(start)
    return JudgedEvent(
      store: store,
      start: first,
      replications: 100,
      claim: EventClaim(
        pack: "p",
        event: event,
        date: first + (day - 1),
        day: day,
        probability: 0.3,
        label: ""
      ),
      outcome: happened.map {
        .decided(EventTruth(firstDay: $0 ? first : nil, english: "E", chinese: "事"))
      }
    )
  }
}
