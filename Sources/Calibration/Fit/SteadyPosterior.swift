internal import Glibc
package import StoreModel

/// Events of a stretch of days, and the occasions on which they could have happened.
package struct StretchCount: Hashable, Sendable {
  /// First day of the stretch that comes after it.
  package var end: CalendarDay
  /// Events, 0 or more.
  package var events: Double
  /// Occasions, above 0; a fraction where what was delivered days ago is credited by the law of the delay.
  package var occasions: Double

  /// Creates a count.
  package init(end: CalendarDay, events: Double, occasions: Double) {
    (self.end, self.events, self.occasions) = (end, events, occasions)
  }
}

/// What counts say of a share or rate on a day, when it may have wandered and days may be alike.
///
/// A steady model (Smith 1979; West and Harrison 1997, chapter 14): between stretches, what is known fades back to
/// the law before data with a half-life; a stretch counts for less where its occasions are alike. Each of six
/// half-lives (one endless: a constant) and six amounts of scatter predicts every stretch from those before;
/// how well it did is its weight. One time in ten the assumption itself is taken to be mistaken. So the posterior is exact for independent occasions with a constant share,
/// and discounts old days as far as the store's own course asks for it.
package struct SteadyPosterior: Sendable {
  /// A law with its weight.
  package struct Part: Hashable, Sendable {
    /// The law.
    package var law: ConjugateLaw
    /// Its probability.
    package var weight: Double
    /// Half-life of what old days are worth, in days; infinite for a constant.
    package var halfLifeInDays: Double
    /// Variance of a stretch's events over that of independent ones, at a stretch of mean size.
    package var scatter: Double
    /// Whether the assumption is taken to be mistaken.
    package var isDoubted: Bool
    /// Occasions that the data are worth in it.
    fileprivate var worthOfData: Double
  }

  /// The law before data.
  package let prior: ConjugateLaw
  /// Laws with weight, most probable first; the weights sum to 1.
  package let parts: [Part]

  /// A half-life in days and a scatter with their probability before data.
  package struct Course: Hashable, Sendable {
    /// Half-life of what old days are worth, in days; infinite for a constant.
    package let halfLifeInDays: Double
    /// Variance of a stretch's events over that of independent ones, at a stretch of mean size.
    package let scatter: Double
    /// Whether the assumption is taken to be mistaken.
    package let isDoubted: Bool
    /// Their probability before data; all sum to 1.
    package let weight: Double
  }

  /// Every course that a share or rate may take.
  package static let courses: [Course] = {
    let halfLives = [
      (Double.infinity, 0.5), (360, 0.1), (180, 0.1), (90, 0.1), (45, 0.1), (20, 0.1),
    ]
    let scatters = [(1, 0.5), (1.5, 0.2), (2.5, 0.12), (5, 0.08), (12, 0.06), (40, 0.04)]
    return halfLives.flatMap { halfLife, chance in
      scatters.flatMap { scatter, share in
        [(false, 0.9), (true, 0.1)].map { isDoubted, doubt in
          Course(
            halfLifeInDays: halfLife,
            scatter: scatter,
            isDoubted: isDoubted,
            weight: chance * share * doubt
          )
        }
      }
    }
  }()

  private static let leastWeight = 1e-4

  /// Filters stretches, oldest first, and goes on to the morning of `start`.
  package init(_ counts: [StretchCount], prior: ConjugateLaw, on start: CalendarDay) {
    self.prior = prior
    let occasions = counts.reduce(0) { $0 + $1.occasions }
    let events = counts.reduce(0) { $0 + $1.events }
    let size = counts.isEmpty ? 1 : occasions / Double(counts.count)
    let mean = (events + prior.a) / (occasions + prior.worth)
    var parts: [Part] = []
    for course in Self.courses {
      let (halfLife, scatter) = (course.halfLifeInDays, course.scatter)
      let alike =
        switch prior.family {
        case .share: min(0.9, (scatter - 1) / max(1, size - 1))
        case .rate: (scatter - 1) / max(1e-9, size * mean)
        }
      let before = course.isDoubted ? prior.doubted : prior
      var law = before
      var score = log(course.weight)
      var day = counts.first?.end ?? start
      for count in counts {
        law = law.faded(by: exp2(-Double(count.end - day) / halfLife), to: before)
        day = count.end
        let all = prior.family == .share ? max(count.occasions, count.events) : count.occasions
        score += law.logLikelihood(count.events, of: all, alike: alike)
        let thinned = prior.family == .share ? max(0, all - 1) * alike : all * mean * alike
        law = law.after(count.events / (1 + thinned), of: all / (1 + thinned))
      }
      law = law.faded(by: exp2(-Double(start - day) / halfLife), to: before)
      parts.append(
        Part(
          law: law,
          weight: score,
          halfLifeInDays: halfLife,
          scatter: scatter,
          isDoubted: course.isDoubted,
          worthOfData: law.worth - before.worth
        )
      )
    }
    let weights = Weights.softmax(parts.map(\.weight))
    parts = zip(parts, weights).map { part, weight in
      var part = part
      part.weight = weight
      return part
    }
    parts = parts.filter { $0.weight >= Self.leastWeight }.sorted { $0.weight > $1.weight }
    let total = parts.reduce(0) { $0 + $1.weight }
    for index in parts.indices { parts[index].weight /= total }
    self.parts = parts
  }

  /// The mean.
  package var mean: Double { average(\.law.mean) }

  /// Occasions that the data are worth beside the law before them.
  package var effectiveOccasions: Double { average(\.worthOfData) }

  /// The half-life with most weight; infinite where nothing fades.
  package var halfLifeInDays: Double {
    let sums = Dictionary(grouping: parts, by: \.halfLifeInDays)
      .mapValues { $0.reduce(0) { $0 + $1.weight } }
    return sums.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? .infinity
  }

  /// Probability of at most `x`.
  package func cumulative(_ x: Double) -> Double {
    min(1, average { $0.law.cumulative(x) })
  }

  /// The value that a probability `p` of (0, 1) lies below.
  package func quantile(_ p: Double) -> Double {
    var high = prior.family == .share ? 1.0 : 2 * mean
    if prior.family == .rate { while cumulative(high) < p { high *= 2 } }
    // Shares may be very small: halve towards 0 first, so that the digits that follow are those of the value.
    var low = high / 2
    while low > 1e-300, cumulative(low) > p { (low, high) = (low / 2, low) }
    for _ in 0..<45 {
      let middle = (low + high) / 2
      if cumulative(middle) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private func average(_ value: (Part) -> Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * value($1) }
  }
}
