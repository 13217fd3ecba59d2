import Forecasting
import Rules
import StoreModel

/// The sentences about what happens, in the order of the packs.
struct AnswerSections {
  let forecast: Forecast
  let context: AnswerContext

  private var language: ReportLanguage { context.language }
  private var phrase: Phrase { Phrase(language: language, start: forecast.start) }
  private var dates: AnswerDates { AnswerDates(forecast: forecast, byDates: context.byDates) }
  private var headlines: [EventForecast] {
    ToldEvents(forecast).indices.map { forecast.events[$0] }
  }

  /// What must be set first; then name, dates and number of replications.
  var opening: [AnswerPart] {
    let count = phrase.count(forecast.replications)
    let title = [
      context.name, phrase.span(to: forecast.end),
      language.pick("\(count) simulated futures", "模拟 \(count) 次"),
    ].joined(separator: " · ")
    return (context.requirements + [title]).map { .sentence(heading: "", text: $0) }
  }

  /// A sentence for each section of headline events; sections in which nothing is likely last.
  var events: [AnswerPart] {
    var sections: [Label] = []
    for entry in headlines where !sections.contains(entry.event.section) {
      sections.append(entry.event.section)
    }
    let told = sections.map { section in
      let entries = headlines.filter { $0.event.section == section }
      let remarks = context.remarks.filter { $0.section == section }.map(\.text)
      let text = (now(entries) + entries.map(sentence) + remarks).joined(
        separator: language.pick(" ", "")
      )
      return (
        isLikely: entries.contains { $0.probability >= 0.01 },
        part: AnswerPart.sentence(heading: language.text(section), text: text)
      )
    }
    return told.filter(\.isLikely).map(\.part) + told.filter { !$0.isLikely }.map(\.part)
  }

  /// What stood in the way, for the state of each ladder in which most days were judged.
  var heldBack: [AnswerPart] {
    forecast.ladders.compactMap { entry in
      guard let state = toldState(entry) else { return nil }
      let rows = entry.binding.filter { $0.state == state && $0.shareOfDays >= 0.01 }
        .sorted { ($1.shareOfDays, $0.condition) < ($0.shareOfDays, $1.condition) }.prefix(3)
      guard !rows.isEmpty else { return nil }
      let name = language.text(entry.ladder.stateLabels[state])
      let conditions = rows.map { row in
        let condition =
          language.text(entry.ladder.conditionLabels[row.condition])
          + now(entry.ladder.conditions[row.condition], in: entry.pack)
        let share = phrase.percent(row.shareOfDays)
        return language.pick("\(share) fail \(condition)", "\(share) 卡在\(condition)")
      }
      return .sentence(
        heading: language.pick("HELD BACK", "卡点"),
        text: language.pick(
          entry.ladder.isTier
            ? "Of the days at \(name), \(conditions.joined(separator: ", "))."
            : "Of the days at \(name) without promotion, \(conditions.joined(separator: ", ")).",
          entry.ladder.isTier
            ? "在\(name)的日子,\(conditions.joined(separator: ","))。"
            : "在\(name)没升上去的日子,\(conditions.joined(separator: ","))。"
        )
      )
    }
  }

  /// The state on day 1 where it was judged at all, else the one in which most days were judged.
  private func toldState(_ entry: LadderForecast) -> Int? {
    let start = entry.occupancy.first.flatMap { day in
      day.indices.max { day[$0] < day[$1] }
    }
    if let start, entry.evaluatedDays[start] > 0 { return start }
    return entry.evaluatedDays.indices.max { entry.evaluatedDays[$0] < entry.evaluatedDays[$1] }
  }

  /// " (now 89.3 %)": the measure of a condition's name on the morning of day 1.
  private func now(_ condition: String, in pack: String) -> String {
    guard
      let entry = forecast.measures.first(where: {
        $0.pack == pack && $0.measure.name == condition
      }),
      let value = entry.days.first?.summary.q50
    else { return "" }
    let text = phrase.value(value, unit: entry.measure.unit)
    return language.pick(" (now \(text))", "(现 \(text))")
  }

  /// "DSR is 4.58 now.": the score whose threshold a section's events speak of.
  private func now(_ entries: [EventForecast]) -> [String] {
    forecast.measures.filter { measure in
      measure.measure.unit == "stars"
        && entries.contains {
          $0.pack == measure.pack && Double($0.event.threshold) == measure.measure.threshold
        }
    }.prefix(1).compactMap { entry in
      entry.days.first?.summary.q50.map { value in
        let name = language.text(entry.measure.label)
        let text = phrase.value(value, unit: "stars")
        return language.pick("\(name) is \(text) now.", "\(name) 现 \(text)。")
      }
    }
  }

  /// The small table: headline events by dates.
  var table: [AnswerPart] {
    guard !headlines.isEmpty else { return [] }
    let columns = dates.columns
    let grid = TextGrid(
      headings: columns.map { language.pick("by ", "到") + phrase.date($0) }
        + [language.pick("half of the futures by", "一半的模拟在此日前发生")],
      rows: headlines.prefix(8).map { entry in
        let values = columns.map { date in
          forecast.day(of: date).map { phrase.percent(entry.days[$0 - 1].probability) } ?? ""
        }
        return (language.text(entry.event.label), values + [medianText(entry)])
      }
    )
    return grid.lines(width: AnswerLayout.width).map(AnswerPart.row)
  }

  private func sentence(_ entry: EventForecast) -> String {
    let label = language.text(entry.event.label)
    let name = language == .en ? label.prefix(1).uppercased() + label.dropFirst() : label
    if entry.isCertainAtStart {
      return language.pick(
        "\(name): already so on \(phrase.date(forecast.start)).",
        "\(label):开始时已经如此。"
      )
    }
    let chance = phrase.chance(entry.probability, interval: entry.interval)
    let end = phrase.date(forecast.end)
    var text = language.pick(
      "\(name): \(chance) by \(end)",
      "到 \(end) \(label)\(Self.gap(label))的可能性\(chance)"
    )
    if let sale = dates.double11, let day = forecast.day(of: sale), entry.probability >= 0.01 {
      let before = phrase.hundredths(entry.days[day - 1].probability)
      text += language.pick("; \(before) in 100 by Double 11", ",到双11 \(before)%")
    }
    return text + language.pick(".", "。")
  }

  /// A space where a Latin letter or a digit meets Chinese text.
  private static func gap(_ label: String) -> String {
    label.last.map { $0.isASCII && ($0.isLetter || $0.isNumber) } == true ? " " : ""
  }

  private func medianText(_ entry: EventForecast) -> String {
    if entry.isCertainAtStart { return language.pick("already so", "已经如此") }
    guard let day = entry.medianDay else {
      return language.pick("most never", "多数模拟没有发生")
    }
    return phrase.date(forecast.start + max(day - 1, 0))
  }
}
