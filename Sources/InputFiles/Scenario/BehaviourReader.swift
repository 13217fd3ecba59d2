import StoreModel

/// Reads `satisfaction:`, `reviews:` and `quality:`.
struct BehaviourReader {
  private let root: Section

  init(_ root: Section) {
    self.root = root
  }

  func quality() -> Quality {
    let section = root.section("quality")
    let quality = Quality(defects: section.uncertain("defects", .share, in: 0...0.95))
    section.finish()
    return quality
  }

  func satisfaction() -> Satisfaction {
    let section = root.section("satisfaction")
    let classes = ["happy", "neutral", "unhappy"]
    let satisfaction = Satisfaction(
      onTime: section.shares("on_time", of: classes),
      lateOneToTwoDays: section.shares("late_1_2_days", of: classes),
      lateThreePlusDays: section.shares("late_3_plus", of: classes),
      defect: section.shares("defect", of: classes),
      slowReplyPoints: -section.known("slow_reply", .points, in: -1...0)
    )
    section.finish()
    return satisfaction
  }

  func reviews() -> Reviews {
    let section = root.section("reviews")
    let delay = section.section("delay")
    let stars = section.section("stars")
    let reviews = Reviews(
      rate: section.uncertain("rate", .share, in: 0...1),
      returnedFactor: section.known("returned_factor", .amount, in: 0...1),
      beforeDelivery: section.known("before_delivery", .share, in: 0...1),
      delayMeanInDays: delay.known("mean", .days, in: 0...60),
      withinDays: Int(delay.known("within", .days, in: 1...60)),
      silentCountAsGood: section.flag("silent_count_as_good"),
      starsHappy: starShares(stars, "happy"),
      starsNeutral: starShares(stars, "neutral"),
      starsUnhappy: starShares(stars, "unhappy"),
      singleStream: section.flag("single_stream")
    )
    delay.finish()
    stars.finish()
    section.finish()
    return reviews
  }

  /// Files write five stars first, as consoles do; the model has one star first.
  private func starShares(_ section: Section, _ key: String) -> [Double] {
    let names = ["5 stars", "4", "3", "2", "1 star"]
    let shares = section.shares(key, of: names)
    if shares[0] <= 0 || shares[4] <= 0 {
      section.reader.report(
        "SC206",
        at: section.given(key) ?? section.field,
        "no list of stars may rule out five stars or one star, found 0 in "
          + "'\(section.path(of: key))'",
        hint: "write a small share, as 0.1; levels move only between stars that can happen"
      )
    }
    return shares.reversed()
  }
}
