import Calibration
import Journal
import StoreModel

/// What `journal check` says in words.
struct JournalSentences {
  let answer: JournalAnswer

  /// Claims of the latest forecast that are told one by one.
  private static let told = 5
  private static let weekdays = [
    ("Monday", "周一"), ("Tuesday", "周二"), ("Wednesday", "周三"), ("Thursday", "周四"), ("Friday", "周五"),
    ("Saturday", "周六"), ("Sunday", "周日"),
  ]

  private var language: ReportLanguage { answer.language }
  private var review: JournalReview { answer.review }

  var all: [String] {
    (latest + [allInAll, apart, dependence, ranges] + open).filter { !$0.isEmpty }
  }

  /// The claims of the last forecast of which some are decided, what happened first.
  private var latest: [String] {
    let decided = review.events.filter { $0.truth != nil }
    guard let start = decided.map(\.start).max() else { return [] }
    var longest: [String: JudgedEvent] = [:]
    for one in decided where one.start == start {
      let key = [one.store, one.claim.pack, one.claim.event].joined(separator: "\n")
      if longest[key].map({ $0.claim.day < one.claim.day }) ?? true { longest[key] = one }
    }
    let worthTelling = longest.values.filter {
      $0.claim.probability >= 0.01 || $0.truth?.firstDay != nil
    }.sorted { first, second in
      (rank(first), -first.claim.probability, first.store, first.claim.event)
        < (rank(second), -second.claim.probability, second.store, second.claim.event)
    }
    var sentences = worthTelling.prefix(Self.told).map(sentence)
    let more = worthTelling.count - sentences.count
    let unlikely = longest.count - worthTelling.count
    if more > 0 {
      sentences.append(
        language.pick(
          "\(more) more of that day \(more == 1 ? "is" : "are") decided.",
          "同一天的预测另有 \(more) 条已见分晓。"
        )
      )
    }
    if unlikely > 0 {
      sentences.append(
        language.pick(
          "\(unlikely) of that day, said to be under 1 in 100, did not happen.",
          "同一天说低于 1% 的 \(unlikely) 条没有发生。"
        )
      )
    }
    return sentences
  }

  private func rank(_ claim: JudgedEvent) -> Int { claim.truth?.firstDay == nil ? 1 : 0 }

  /// What was said of an event and what came of it: "we said 36 in 100 by 8 Nov; it happened".
  private func sentence(_ one: JudgedEvent) -> String {
    let phrase = Phrase(language: language, start: one.start)
    let label = one.label(language)
    let weekday = Self.weekdays[one.start.weekday]
    let chance = phrase.chance(one.claim.probability)
    let (start, date) = (phrase.date(one.start), phrase.date(one.claim.date))
    let store = answer.store == nil ? one.store + language.pick(": ", ":") : ""
    let outcome =
      one.truth?.firstDay.map {
        language.pick("it happened, on \(phrase.date($0)).", "发生了(\(phrase.date($0)))。")
      } ?? language.pick("it did not happen.", "没有发生。")
    return store
      + language.pick(
        "On \(weekday.0) \(start) we said \(chance) for \"\(label)\" by \(date); ",
        "\(start)(\(weekday.1))说到 \(date)“\(label)”的可能性\(chance);"
      ) + outcome
  }

  private var allInAll: String {
    guard let scores = review.all else {
      return language.pick(
        "No claim about an event is decided yet.",
        "还没有一条事件预测见分晓。"
      )
    }
    return language.pick(
      "In all \(scores.count) claims about events are decided, \(review.nearlySure) of them under 1 or over "
        + "99 in 100: \(scores.hits) came true, \(one(scores.expectedHits)) were to be expected. Brier score \(three(scores.brier)) "
        + "(0 is best; saying each time the share that came true gives "
        + "\(three(scores.baseRateBrier))), log score \(three(scores.logScore)).",
      "共 \(scores.count) 条事件预测见了分晓(其中 \(review.nearlySure) 条说低于 1% 或高于 99%):发生 \(scores.hits) 条,按所说的可能性应有 "
        + "\(one(scores.expectedHits)) 条。布里尔分 \(three(scores.brier))"
        + "(0 最好;每次都说总的发生率得 \(three(scores.baseRateBrier))),对数分 \(three(scores.logScore))。"
    )
  }

  /// The verdict, from claims that share no day.
  private var apart: String { review.apart.map(ClaimWords(language: language).apart) ?? "" }

  /// What is behind the numbers: far fewer stores and weeks than claims.
  private var dependence: String {
    guard review.all != nil else { return "" }
    return language.pick(
      "They come from \(number(review.stores, "store")), \(number(review.forecasts, "forecast")) and "
        + "\(number(review.weeks, "week")). Claims about one store or about days "
        + "that overlap hang together, so that real bands are wider than those told.",
      "它们来自 \(review.stores) 家店、\(review.forecasts) 次预测、\(review.weeks) 个星期。同一家店、"
        + "日子重叠的预测互相牵连,真正的范围比所列的宽。"
    )
  }

  private var ranges: String { ClaimWords(language: language).ranges(review.coverage) }

  /// What is not decided, and why.
  private var open: [String] {
    let pending = language.pick(
      "\(review.pending) claims are about days to come.",
      "\(review.pending) 条的日子还没到。"
    )
    return [ClaimWords(language: language).undecided(review.undecided)]
      + (review.pending > 0 ? [pending] : [])
  }

  private func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func one(_ number: Double) -> String {
    ShortestDecimal.text((number * 10).rounded() / 10) ?? ""
  }

  private func three(_ number: Double) -> String {
    ShortestDecimal.text((number * 1000).rounded() / 1000) ?? ""
  }
}

extension JudgedClaim where Claim == EventClaim, Truth == EventTruth {
  /// What people read for the event, in the language asked for where it is known.
  func label(_ language: ReportLanguage) -> String {
    truth.map { language.pick($0.english, $0.chinese) } ?? claim.label
  }
}

extension JudgedClaim where Claim == MeasureClaim, Truth == MeasureTruth {
  /// What people read for the measure, in the language asked for where it is known.
  func label(_ language: ReportLanguage) -> String {
    truth.map { language.pick($0.english, $0.chinese) } ?? claim.label
  }
}
