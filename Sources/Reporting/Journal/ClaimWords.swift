import Calibration

/// What is said alike of any claims that were held against what came.
struct ClaimWords {
  let language: ReportLanguage

  /// The verdict on claims that share no day.
  func apart(_ scores: ProbabilityScores) -> String {
    let (low, high) = (scores.band.lowerBound, scores.band.upperBound)
    let verdict: String
    if scores.hits < low {
      verdict = language.pick("fewer than that: we said too much", "偏少:我们说高了")
    } else if scores.hits > high {
      verdict = language.pick("more than that: we said too little", "偏多:我们说低了")
    } else {
      verdict = language.pick("in line with what was said", "与所说的相符")
    }
    return language.pick(
      "Of those, \(scores.count) share no day with another one about the same event: \(scores.hits) came "
        + "true where \(low) to \(high) would be usual (95 in 100), \(verdict).",
      "其中 \(scores.count) 条与同一事件的其他预测没有日子重叠:发生 \(scores.hits) 条,通常应在 \(low) 到 "
        + "\(high) 条之间(95%),\(verdict)。"
    )
  }

  /// How often measures lay where they were said to; empty without any.
  func ranges(_ coverage: [MeasureCoverage]) -> String {
    let count = coverage.reduce(0) { $0 + $1.count }
    guard count > 0 else { return "" }
    let ninety = coverage.reduce(0) { $0 + $1.inNinety }
    let half = coverage.reduce(0) { $0 + $1.inHalf }
    func percent(_ part: Int) -> String {
      "\(Int((Double(part) * 100 / Double(count)).rounded()))\(language.pick(" %", "%"))"
    }
    return language.pick(
      "Of \(count) ranges for measures, those meant for 90 in 100 held \(percent(ninety)), those meant for "
        + "half held \(percent(half)).",
      "\(count) 个指标范围:说九成的实际装下 \(percent(ninety)),说一半的装下 \(percent(half))。"
    )
  }

  /// What is not decided, and why; empty where all is.
  func undecided(_ undecided: [UndecidedClaims]) -> String {
    let count = undecided.reduce(0) { $0 + $1.count }
    guard count > 0 else { return "" }
    let reasons = undecided.prefix(4).map { "\($0.reason.words(language)) (\($0.count))" }
    let more = undecided.count - reasons.count
    return language.pick("\(count) claims cannot be decided: ", "\(count) 条无法判断:")
      + reasons.joined(separator: language.pick("; ", ";"))
      + (more > 0 ? language.pick("; \(more) more reasons", ";另有 \(more) 种原因") : "")
      + language.pick(".", "。")
  }

  /// What was said beside how often it came true: the lines of a table.
  func reliability(_ bins: [ReliabilityBin], apart: [ReliabilityBin]) -> [String] {
    let apart = Dictionary(uniqueKeysWithValues: apart.map { ($0.low, $0) })
    let grid = TextGrid(
      headings: [
        language.pick("claims", "条数"), language.pick("mean", "平均"),
        language.pick("came true", "发生"), language.pick("without overlap", "不重叠的"),
        language.pick("usual", "通常应在"),
      ],
      rows: bins.map { bin in
        let own = apart[bin.low]
        return (
          "\(percent(bin.low))–\(percent(bin.high))\(language.pick(" %", "%"))",
          [
            "\(bin.count)", percent(bin.meanProbability) + language.pick(" %", "%"),
            "\(bin.hits)", own.map { "\($0.hits)/\($0.count)" } ?? "–",
            own.map(usual) ?? "–",
          ]
        )
      }
    )
    return grid.lines(width: AnswerLayout.width)
  }

  private func usual(_ bin: ReliabilityBin) -> String {
    language.pick(
      "\(bin.band.lowerBound) to \(bin.band.upperBound)",
      "\(bin.band.lowerBound) 到 \(bin.band.upperBound)"
    ) + (bin.isWithinBand ? "" : " !")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}
