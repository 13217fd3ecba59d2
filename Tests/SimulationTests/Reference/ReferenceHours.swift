import StoreModel

/// The hours in which the buyers of one weekday order or write (model page, sections 4 and 6).
struct ReferenceHours {
  /// Hours that gather a share of the day.
  private struct Show {
    let from: Double
    let to: Double
    let share: Double
  }

  private let profile: [Double]
  private let shows: [Show]

  /// `gathered` scales the shows' shares: 1 for orders, the part of chats before the sale for chats.
  init(operation: Operation, weekday: Int, gathered: Double) {
    profile = operation.serviceDesk?.hourlyProfile ?? Array(repeating: 1, count: 24)
    shows = operation.demand.liveShows.filter { $0.weekdays.contains(weekday) }.map {
      Show(from: $0.fromHour, to: $0.toHour, share: $0.shareOfDay * gathered)
    }
  }

  /// An hour of the day, as hours after midnight.
  func draw(_ generator: inout ReferenceGenerator) -> Double {
    var rest = generator.uniform()
    for show in shows {
      rest -= show.share
      if rest < 0 { return show.from + (show.to - show.from) * generator.uniform() }
    }
    return Double(generator.choice(profile)) + generator.uniform()
  }

  /// The share of the day that falls into some hours.
  func share(of hours: [ClosedRange<Double>]) -> Double {
    func overlap(_ from: Double, _ to: Double) -> Double {
      hours.reduce(0) { $0 + max(0, min(to, $1.upperBound) - max(from, $1.lowerBound)) }
    }
    let total = profile.reduce(0, +)
    var ordinary = 0.0
    for (hour, weight) in profile.enumerated() {
      ordinary += weight / total * overlap(Double(hour), Double(hour + 1))
    }
    return shows.reduce((1 - gatheredShare) * ordinary) {
      $0 + $1.share * overlap($1.from, $1.to) / ($1.to - $1.from)
    }
  }

  /// Midpoints of small pieces of the day with the chance of each; `steps` pieces an hour.
  func pieces(steps: Int) -> [(hour: Double, chance: Double)] {
    let total = profile.reduce(0, +)
    var pieces: [(hour: Double, chance: Double)] = []
    func add(from: Double, to: Double, chance: Double) {
      let count = max(1, Int((Double(steps) * (to - from)).rounded(.up)))
      for step in 0..<count {
        let middle = from + (to - from) * (Double(step) + 0.5) / Double(count)
        pieces.append((middle, chance / Double(count)))
      }
    }
    for (hour, weight) in profile.enumerated() where weight > 0 {
      add(
        from: Double(hour),
        to: Double(hour + 1),
        chance: (1 - gatheredShare) * weight / total
      )
    }
    for show in shows { add(from: show.from, to: show.to, chance: show.share) }
    return pieces
  }

  private var gatheredShare: Double { shows.reduce(0) { $0 + $1.share } }
}
