import StoreModel

/// The line that tells how far a simulation is.
package enum ProgressLine {
  /// What is done one after another.
  package enum Work: Sendable {
    /// Replications.
    case futures
    /// Days of a roster.
    case days
    /// Forecasts from past dates.
    case pastForecasts
    /// Replications of many stores, of which some are finished.
    case stores(finished: Int, of: Int)
  }

  /// "4,000 of 10,000 simulated futures (40 %), about 12 s left".
  ///
  /// - Parameters:
  ///   - done: replications done.
  ///   - total: replications to do.
  ///   - work: what they are, if not replications.
  ///   - seconds: seconds since the start; without any progress no time left is told.
  ///   - language: the language of the line.
  /// - Returns: the line without a line feed.
  package static func text(
    done: Int,
    total: Int,
    of work: Work = .futures,
    seconds: Double,
    language: ReportLanguage
  ) -> String {
    let phrase = Phrase(language: language, start: .init(ordinal: 0))
    let percent = total > 0 ? min(100, done * 100 / total) : 100
    let (now, all) = (phrase.count(done), phrase.count(total))
    let line =
      switch work {
      case .futures:
        language.pick(
          "\(now) of \(all) simulated futures (\(percent) %)",
          "已模拟 \(now) / \(all) 次(\(percent)%)"
        )
      case .days:
        language.pick(
          "\(now) of \(all) days planned (\(percent) %)",
          "已排 \(now) / \(all) 天(\(percent)%)"
        )
      case .pastForecasts:
        language.pick(
          "\(now) of \(all) past forecasts (\(percent) %)",
          "已完成 \(now) / \(all) 次历史预测(\(percent)%)"
        )
      case .stores(let finished, let count):
        language.pick(
          "\(finished) of \(count) stores, \(now) of \(all) simulated futures (\(percent) %)",
          "已完成 \(finished) / \(count) 家店,已模拟 \(now) / \(all) 次(\(percent)%)"
        )
      }
    guard done > 0, done < total, seconds.isFinite, seconds > 0 else { return line }
    let left = seconds * Double(total - done) / Double(done)
    return line + language.pick(", about \(duration(left, .en)) left", ",约剩 \(duration(left, .zh))")
  }

  private static func duration(_ seconds: Double, _ language: ReportLanguage) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    if whole < 100 { return language.pick("\(whole) s", "\(whole) 秒") }
    let minutes = (whole + 59) / 60
    if minutes < 100 { return language.pick("\(minutes) min", "\(minutes) 分钟") }
    return language.pick("\((minutes + 59) / 60) h", "\((minutes + 59) / 60) 小时")
  }
}
