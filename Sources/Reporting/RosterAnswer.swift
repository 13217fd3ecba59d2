package import Forecasting
import StoreModel

/// The answer of `staffing --scenario`: how many agents, when, and where the shifts fall short.
package struct RosterAnswer: Sendable {
  private let name: String
  private let hours: [RosterHour]
  private let rule: RosterRule
  private let replications: Int
  private let reactionInSeconds: Double
  private let file: String
  private let language: ReportLanguage
  private let phrase: Phrase
  private let words: RosterWords

  /// Tells a roster.
  ///
  /// - Parameters:
  ///   - name: Name of the store or question.
  ///   - hours: The hours planned, at least one, in order.
  ///   - rule: What they had to reach.
  ///   - replications: Simulated futures that the chats come from.
  ///   - reactionInSeconds: Time from taking a chat to its first reply.
  ///   - file: The file written, as the user would write it.
  ///   - language: The language of the answer.
  package init(
    name: String,
    hours: [RosterHour],
    rule: RosterRule,
    replications: Int,
    reactionInSeconds: Double,
    file: String,
    language: ReportLanguage
  ) {
    self.name = name
    self.hours = hours
    self.rule = rule
    self.replications = replications
    self.reactionInSeconds = reactionInSeconds
    self.file = file
    self.language = language
    phrase = Phrase(language: language, start: hours.first?.date ?? CalendarDay(ordinal: 0))
    words = RosterWords(language: language)
  }

  /// `roster.csv`.
  package var table: Table {
    .roster(hours, reactionInSeconds: reactionInSeconds, language: language)
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    let closing = language.pick("Files: ", "文件:") + file
    return AnswerLayout(language: language, isColored: false).text(
      sentences.map(plain) + week + worst + [plain(closing)]
    )
  }

  /// The document of `--format json`: the same facts.
  package var json: JSONText {
    .object([
      ("answer", .list(sentences.map(JSONText.text))),
      (
        "rule",
        .object([
          ("within_seconds", .number(rule.withinSeconds)),
          ("target_service_level", .number(rule.target)),
          ("cover", .number(Double(rule.coverPercent) / 100)),
          ("clearing_hours", .integer(rule.clearingHours)),
          ("around_the_clock", .flag(rule.isAroundTheClock)),
        ])
      ),
      ("replications", .integer(replications)),
      ("most_agents", peak.map { .integer($0.agentsRostered) } ?? .null),
      ("hours_open", .integer(open.count)),
      ("hours_short", .integer(short.count)),
      ("within_share_on_shift", onTime(hours).map { .number($0) } ?? .null),
      ("roster", table.json),
      ("files", .list([.text(file)])),
    ])
  }

  private var open: [RosterHour] { hours.filter(\.isOpen) }
  private var short: [RosterHour] { hours.filter { $0.shortfall > 0 } }

  /// The hour that needs most agents, the first of several.
  private var peak: RosterHour? {
    open.reduce(nil) { ($0?.agentsRostered ?? -1) < $1.agentsRostered ? $1 : $0 }
  }

  /// Open hours by what they lack, the worst first; then by need.
  private var byShortfall: [RosterHour] {
    open.sorted {
      ($1.shortfall, $1.agentsRostered, $0.date, $0.hour)
        < ($0.shortfall, $0.agentsRostered, $1.date, $1.hour)
    }
  }

  /// Share of chats in time with the shifts as they are.
  private func onTime(_ hours: [RosterHour]) -> Double? {
    let chats = hours.reduce(0) { $0 + $1.onShift.arrivals }
    return chats > 0 ? min(1, hours.reduce(0) { $0 + $1.onShift.inTime } / chats) : nil
  }

  private func at(_ hour: RosterHour) -> String {
    language.pick(
      "\(phrase.date(hour.date)) at \(words.time(hour.hour))",
      "\(phrase.date(hour.date)) \(words.time(hour.hour))"
    )
  }

  /// The sentences, the most consequential first.
  package var sentences: [String] {
    guard let first = hours.first, let last = hours.last else { return [] }
    let count = phrase.count(replications)
    let title = [
      name,
      first.date == last.date ? phrase.fullDate(first.date) : phrase.span(to: last.date),
      language.pick("\(count) simulated futures", "模拟 \(count) 次"),
    ].joined(separator: " · ")
    return [title, need, outcome, night, basis].filter { !$0.isEmpty }
  }

  /// "You need 6 agents on the roster at most, on 11 Nov at 21:00; your shifts fall short in 38 of …".
  private var need: String {
    guard let peak, peak.agentsRostered > 0 else {
      return language.pick("Nobody is needed at the desk.", "客服台不需要人。")
    }
    let working =
      peak.agentsNeeded < peak.agentsRostered
      ? language.pick(
        " (\(peak.agentsNeeded) at work after shrinkage)",
        "(扣除损耗,在岗 \(peak.agentsNeeded) 人)"
      ) : ""
    let most = language.pick(
      "You need \(peak.agentsRostered) \(peak.agentsRostered == 1 ? "agent" : "agents") on the roster"
        + "\(working) at most, on \(at(peak));",
      "最多需排 \(peak.agentsRostered) 个客服\(working),在 \(at(peak));"
    )
    guard let worst = byShortfall.first, worst.shortfall > 0 else {
      return most + language.pick(" your shifts are enough in every hour.", "现有班次每小时都够。")
    }
    return most
      + language.pick(
        " your shifts fall short in \(short.count) of \(open.count) hours, worst on \(at(worst)): "
          + "\(worst.agentsOnShift) on shift, \(worst.agentsRostered) needed.",
        "现有班次 \(open.count) 个小时里有 \(short.count) 个不够,最缺的是 \(at(worst)):"
          + "在班 \(worst.agentsOnShift) 人,需 \(worst.agentsRostered) 人。"
      )
  }

  /// What the shifts as they are reach, over all days and on the worst.
  private var outcome: String {
    guard let all = onTime(hours) else { return "" }
    let days = Dictionary(grouping: hours, by: \.date).compactMap { date, hours in
      onTime(hours).map { (date: date, share: $0) }
    }
    guard let worst = days.min(by: { ($0.share, $0.date) < ($1.share, $1.date) }) else { return "" }
    let within = phrase.value(rule.withinSeconds, unit: "s")
    return language.pick(
      "Your shifts as they are bring \(phrase.percent(all)) of first replies within \(within), "
        + "\(phrase.percent(worst.share)) on \(phrase.date(worst.date)).",
      "按现有班次,\(phrase.percent(all)) 的首响在 \(within)内,最差的 \(phrase.date(worst.date)) 为 "
        + "\(phrase.percent(worst.share))。"
    )
  }

  /// How many messages wait for the opening.
  private var night: String {
    let openings = zip(hours, hours.dropFirst()).filter { !$0.isOpen && $1.isOpen }.map(\.1)
    guard
      let most = openings.max(by: { $0.needed.waitingAtStart < $1.needed.waitingAtStart }),
      most.needed.waitingAtStart >= 0.5
    else { return "" }
    let mean = openings.reduce(0) { $0 + $1.needed.waitingAtStart } / Double(openings.count)
    let (usual, top) = (Int(mean.rounded()), Int(most.needed.waitingAtStart.rounded()))
    return language.pick(
      "About \(phrase.count(usual)) messages wait when the desk opens, \(phrase.count(top)) on "
        + "\(phrase.date(most.date)): a night shift or a bot would spare agents in that hour.",
      "开班时约有 \(phrase.count(usual)) 条留言在等,\(phrase.date(most.date)) 有 \(phrase.count(top)) 条:夜班或机器人能省下这一小时的人手。"
    )
  }

  /// What the numbers were planned for.
  private var basis: String {
    let target = phrase.percent(rule.target)
    let within = phrase.value(rule.withinSeconds, unit: "s")
    let cover = rule.coverPercent
    let clearing = rule.clearingHours
    let isCleared = clearing > 0 && !rule.isAroundTheClock
    return language.pick(
      "All this for days on which no more chats come than in \(cover) of 100 futures, and for "
        + "\(target) of first replies within \(within) in every hour"
        + (isCleared ? "; what waits at the opening is worked off in \(clearing) h." : "."),
      "以上按 100 次模拟里 \(cover) 次不超过的当日咨询量来排,每小时 \(target) 的首响在 \(within)内"
        + (isCleared ? ";开班时的留言在 \(clearing) 小时内清完。" : "。")
    )
  }

  /// Most agents to roster by weekday, in blocks of three hours.
  private var week: [AnswerPart] {
    let length = 3
    let blocks = (0..<(24 / length)).filter { block in
      open.contains { $0.hour / length == block }
    }
    let grid = TextGrid(
      headings: blocks.map { words.time($0 * length) },
      rows: (0..<7).compactMap { weekday in
        let today = open.filter { $0.date.weekday == weekday }
        guard !today.isEmpty else { return nil }
        let values = blocks.map { block in
          today.filter { $0.hour / length == block }.map(\.agentsRostered).max().map(String.init)
            ?? "–"
        }
        return (words.weekday(weekday), values)
      }
    )
    let title = language.pick("Agents to roster, the most from each time on:", "各时段起最多需排的客服:")
    return [plain(title)] + grid.lines(width: AnswerLayout.width).map(AnswerPart.row)
  }

  /// The ten hours that lack most agents, else the ten that need most.
  private var worst: [AnswerPart] {
    let lacking = byShortfall.filter { $0.shortfall > 0 }
    let told = (lacking.isEmpty ? byShortfall : lacking).prefix(10)
    let within = phrase.value(rule.withinSeconds, unit: "s")
    let grid = TextGrid(
      headings: [
        language.pick("chats", "咨询"), language.pick("planned for", "按此排"),
        language.pick("needed", "需排"), language.pick("on shift", "在班"),
        language.pick("within \(within) now", "现 \(within)内"),
      ],
      rows: told.map { hour in
        (
          "\(phrase.date(hour.date)) \(words.weekday(hour.date.weekday)) \(words.time(hour.hour))",
          [
            phrase.count(Int(hour.contactsExpected.rounded())),
            phrase.count(Int(hour.contactsPlanned.rounded())), String(hour.agentsRostered),
            String(hour.agentsOnShift), hour.onShift.withinShare.map(phrase.percent) ?? "–",
          ]
        )
      }
    )
    let title =
      lacking.isEmpty
      ? language.pick("The hours that need most:", "最忙的时段:")
      : language.pick("The hours that lack most:", "最缺人的时段:")
    return [plain(title)] + grid.lines(width: AnswerLayout.width).map(AnswerPart.row)
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
