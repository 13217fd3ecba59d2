import StoreModel

/// What an example over a log of days gives.
struct DayLogGiven {
  let start: CalendarDay
  /// Last day played, as an index; day 1 is the start.
  let lastDay: Int
  let log: TallyLog
  let lifetimeBase: [DayCounter: Int]
  let standing: StoreStanding
  let draw: Double

  private static let longestInDays = 1200
  private static let mostSpans = 200

  init(_ given: ExampleValue) throws(ExampleFault) {
    start = try Self.date(given["start"], field: "start")
    let through = try Self.date(given["through"], field: "through")
    guard through >= start, through - start < Self.longestInDays else {
      throw Self.fault(
        "through",
        "a day at most \(Self.longestInDays) days after the start",
        through
      )
    }
    lastDay = through - start + 1
    let spans = given["days"]?.elements ?? []
    guard spans.count <= Self.mostSpans else {
      throw Self.fault("days", "at most \(Self.mostSpans) spans", spans.count)
    }
    var first = start
    for (index, span) in spans.enumerated() {
      first = min(first, try Self.date(span["from"], field: "days[\(index)].from"))
    }
    guard start - first <= Self.longestInDays else {
      throw Self.fault("days", "days at most \(Self.longestInDays) before the start", first)
    }
    var log = TallyLog(firstDay: first - start + 1, lastDay: lastDay)
    for (index, span) in spans.enumerated() {
      try Self.fill(&log, with: span, start: start, field: "days[\(index)]")
    }
    self.log = log
    var base: [DayCounter: Int] = [:]
    for entry in given["lifetime_base"]?.entries ?? [] {
      let (counter, count) = try Self.count(entry, field: "lifetime_base")
      base[counter] = count
    }
    lifetimeBase = base
    standing = try Self.standing(given["standing"])
    let drawn = given["draw"]
    draw = drawn.map { $0.number?.approximation ?? 0.5 } ?? 0.5
  }

  private static func fill(
    _ log: inout TallyLog,
    with span: ExampleValue,
    start: CalendarDay,
    field: String
  ) throws(ExampleFault) {
    let from = try date(span["from"], field: "\(field).from")
    let to = try date(span["to"] ?? span["from"], field: "\(field).to")
    guard from <= to, to - start + 1 <= log.lastDay else {
      throw fault("\(field).to", "a day from \(from) to the last one played", to)
    }
    for entry in span.entries where entry.key != "from" && entry.key != "to" {
      let (counter, count) = try count(entry, field: field)
      for day in (from - start + 1)...(to - start + 1) { log.add(count, to: counter, on: day) }
    }
  }

  private static func count(
    _ entry: ExampleValue.Entry,
    field: String
  ) throws(ExampleFault) -> (DayCounter, Int) {
    guard let counter = DayCounter(name: entry.key) else {
      let nearest = closestName(to: entry.key, among: DayCounter.allCases.map(\.name))
      throw fault(
        "\(field).\(entry.key)",
        "a day counter" + (nearest.map { ", as \($0)" } ?? ""),
        entry.key
      )
    }
    guard let number = entry.value.number, number >= .zero,
      let stored = number.ticks(unitsPerOne: counter.unitsPerOne), stored < 1 << 36
    else { throw fault("\(field).\(entry.key)", "a count of at least 0", entry.value.displayText) }
    return (counter, Int(stored))
  }

  private static func standing(_ value: ExampleValue?) throws(ExampleFault) -> StoreStanding {
    var standing = StoreStanding(
      ladders: [:],
      gates: [:],
      displayed: [:],
      lastThirtyDays: [:],
      open: .init(unshipped: nil, inTransit: nil, chats: nil)
    )
    for entry in value?["ladders"]?.entries ?? [] {
      let since = entry.value["since"]
      standing.ladders[entry.key] = StoreStanding.LadderPosition(
        state: entry.value["state"]?.text ?? "",
        since: since == nil ? nil : try date(since, field: "standing.ladders.\(entry.key).since")
      )
    }
    for entry in value?["gates"]?.entries ?? [] {
      standing.gates[entry.key] = StoreStanding.GatePosition(
        isMember: entry.value["member"]?.truth ?? true,
        removals: Int(clamping: entry.value["removals"]?.number?.floor ?? 0)
      )
    }
    return standing
  }

  private static func date(
    _ value: ExampleValue?,
    field: String
  ) throws(ExampleFault) -> CalendarDay {
    guard let text = value?.text, let date = CalendarDay(iso: text) else {
      throw fault(field, "a date as '2026-01-31'", value?.displayText ?? "nothing")
    }
    return date
  }

  private static func fault(
    _ field: String,
    _ expected: String,
    _ found: some CustomStringConvertible
  ) -> ExampleFault {
    ExampleFault(field: "given.\(field)", expected: expected, found: found.description)
  }
}
