import StoreModel

/// Sentences about an import.
struct ImportWords {
  let language: ReportLanguage

  /// How a table was read: its days, its encoding, the line of its headings.
  func reading(of source: ImportAccount.Source) -> String {
    guard let line = source.headingLine else {
      return language.pick(
        "\(source.name): read as \(source.form).",
        "\(source.name):按 \(source.form) 读取。"
      )
    }
    return language.pick(
      "\(source.name): \(source.days) days, read as \(source.form), headings in line \(line).",
      "\(source.name):\(source.days) 天,按 \(source.form) 读取,表头在第 \(line) 行。"
    )
  }

  /// Why counts of a column are not known.
  func gap(_ gap: ImportAccount.Gap) -> String {
    let columns = ColumnNames.text(of: gap.counters)
    return language.pick(
      "Could not be derived: \(columns) on \(gap.days) of \(gap.daysTold) days from \"\(gap.heading)\": "
        + "\(reason(gap.obstacle)).",
      "推不出:\"\(gap.heading)\"的 \(columns)(\(gap.daysTold) 天中的 \(gap.days) 天),\(reason(gap.obstacle))。"
    )
  }

  /// What stands in the way of a derivation.
  func reason(_ obstacle: ImportAccount.Obstacle) -> String {
    switch obstacle {
    case .noDenominator(let counters):
      language.pick(
        "the counts it is a rate of are not in the files (\(ColumnNames.text(of: counters)))",
        "缺少分母(\(ColumnNames.text(of: counters)))"
      )
    case .severalFit(let count):
      language.pick(
        "rounding leaves up to \(count) whole numbers; export counts, or more digits",
        "四舍五入后最多有 \(count) 个整数都说得通,请导出单数或更多小数位"
      )
    case .windowOnly(let days):
      language.pick(
        "a figure of \(days) days does not say which day; export daily figures",
        "\(days) 天的数不能拆到每天,请导出按日的数"
      )
    case .sumOnly:
      language.pick(
        "a sum does not say how it divides; export each count",
        "只有合计,不能拆分,请分别导出"
      )
    }
  }

  /// How closely an amount is known that was shown rounded.
  func tolerance(_ tolerance: ImportAccount.Tolerance) -> String {
    let percent = ShortestDecimal.text((tolerance.greatest * 100_000).rounded(.up) / 1000) ?? ""
    return language.pick(
      "\(tolerance.counter.name): shown rounded on \(tolerance.days) days, taken in the middle, known "
        + "within \(percent) %.",
      "\(tolerance.counter.name):\(tolerance.days) 天只有约数,取中间值,误差不超过 \(percent)%。"
    )
  }

  /// What was left out, by table; unknown headings together.
  func omissions(_ all: [ImportAccount.LeftOut], isExplained: Bool) -> [String] {
    var tables: [String] = []
    for entry in all where !tables.contains(entry.source) { tables.append(entry.source) }
    return tables.map { table in
      let parts = all.filter { $0.source == table }.map { omission($0.omission, isExplained) }
      return language.pick("Left out of \(table): ", "\(table) 未采用:")
        + parts.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
    }
  }

  /// One thing left out, and why.
  func omission(_ omission: ImportAccount.Omission, _ isExplained: Bool = true) -> String {
    switch omission {
    case .totals(let count):
      return language.pick("rows of totals (\(count))", "合计行(\(count))")
    case .remarks(let count): return language.pick("remarks (\(count))", "备注行(\(count))")
    case .spans(let count):
      return language.pick("rows of several days (\(count))", "多日合并的行(\(count))")
    case .repeated(let count):
      return language.pick(
        "rows of a day that came before and agree (\(count))",
        "重复且相同的行(\(count))"
      )
    case .table:
      return language.pick("the whole table, which has no column of days", "整张表(没有日期列)")
    case .unknownHeading(let heading, let nearest):
      let hint =
        isExplained
        ? nearest.map { language.pick(", nearest: \"\($0)\"", ",最接近:\"\($0)\"") } ?? "" : ""
      return language.pick(
        "\"\(heading)\" (heading not known\(hint))",
        "\"\(heading)\"(不认识的表头\(hint))"
      )
    case .meaningless(let heading, let why):
      return language.pick("\"\(heading)\" (\(why))", "\"\(heading)\"(\(why))")
    case .emptyColumn(let heading):
      return language.pick("\"\(heading)\" (no number in it)", "\"\(heading)\"(全列没有数)")
    case .unclearShare(let heading):
      return language.pick(
        "\"\(heading)\" (no % sign and nothing above 1, so 0.5 may be 50 % or 0.5 %)",
        "\"\(heading)\"(没有百分号且都不超过 1,分不清 0.5 是 50% 还是 0.5%)"
      )
    case .contradicted(let heading, let days, let first):
      return language.pick(
        "\"\(heading)\" (contradicts the counts at hand on \(days) days, first on \(first): it counts "
          + "something else)",
        "\"\(heading)\"(与已有的数有 \(days) 天对不上,最早 \(first),口径不同)"
      )
    }
  }

  /// What a column says of the history's columns.
  func meaning(_ column: ImportAccount.Column) -> String {
    let counters = ColumnNames.text(of: column.counters)
    switch column.role {
    case .sum: return counters
    case .share(let wholes):
      return language.pick("\(counters) as a share of ", "\(counters) 占 ")
        + ColumnNames.text(of: wholes) + language.pick("", " 的比例")
    case .mean(let wholes):
      return language.pick("\(counters) over ", "\(counters) 除以 ") + ColumnNames.text(of: wholes)
    case .displayed(let score): return language.pick("score shown: \(score)", "后台分数 \(score)")
    case .state(let ladder): return language.pick("level: \(ladder)", "等级 \(ladder)")
    }
  }

  /// Unit, rounding, window, days known and source of a column.
  func details(_ column: ImportAccount.Column) -> String {
    var parts: [String] = []
    if !column.unit.isEmpty {
      parts.append(language.pick("in \(column.unit)", "单位 \(column.unit)"))
    }
    if let digits = column.roundedDigits {
      parts.append(language.pick("rounded to \(digits) digits", "四舍五入到 \(digits) 位小数"))
    }
    if column.windowInDays > 1 {
      parts.append(language.pick("over \(column.windowInDays) days", "\(column.windowInDays) 天窗口"))
    }
    if !column.counters.isEmpty {
      parts.append(
        language.pick(
          "\(column.cells) cells, \(column.daysKnown) days known",
          "\(column.cells) 格,得出 \(column.daysKnown) 天"
        )
      )
    }
    parts.append("\(column.source)")
    parts.append("\(column.origin): \(column.reference)")
    return parts.joined(separator: language.pick("; ", ";"))
  }
}
