import Glibc
import StoreModel

/// Orders that may be reviewed, by review group (on time or slightly late, badly late, reviewed
/// already) and class.
struct ReviewCandidates {
  private var kept = InlineArray<9, Int>(repeating: 0)
  private var returned = InlineArray<9, Int>(repeating: 0)

  mutating func add(kept: Int, returned: Int, lateness: Int, class buyers: Int) {
    let cell = max(0, lateness - 1) * 3 + buyers
    self.kept[cell] += kept
    self.returned[cell] += returned
  }

  func count(in group: Int, class buyers: Int) -> (kept: Int, returned: Int) {
    (kept[group * 3 + buyers], returned[group * 3 + buyers])
  }
}

/// The count of one star of each dimension, which those of more stars follow.
private let oneStarByDimension: InlineArray<3, DayCounter> = [.product1, .service1, .logistics1]

extension StoreState {
  /// Draws who reviews and on which day.
  mutating func planReviews(
    _ candidates: ReviewCandidates,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let law = values.operation.reviews
    guard day >= countedFrom - law.withinDays else { return }
    let rate = values.reviewRate
    let early = rate * law.beforeDelivery
    let rates: InlineArray<2, Double> = [rate, early < 1 ? (rate - early) / (1 - early) : 0]
    var silent = 0
    var reviewers: InlineArray<3, Int> = [0, 0, 0]
    for group in 0..<2 {
      for buyers in 0..<3 {
        let call = (group * 3 + buyers) * 2
        let (kept, returned) = candidates.count(in: group, class: buyers)
        let fromKept = draws.binomial(kept, rates[group], Process.review, call)
        let fromReturned = draws.binomial(
          returned,
          rates[group] * law.returnedFactor,
          Process.review,
          call + 1
        )
        reviewers[buyers] += fromKept + fromReturned
        silent += kept + returned - fromKept - fromReturned
      }
    }
    if law.silentCountAsGood { agenda.enterSilent(silent, on: day + law.withinDays) }
    for buyers in 0..<3 where reviewers[buyers] > 0 {
      draws.multinomial(
        reviewers[buyers],
        weights: values.reviewDelays,
        Process.reviewDelay,
        firstCall: buyers * 64
      )
      for delay in draws.cells where draws.counts[delay] > 0 {
        agenda.enterReview(draws.counts[delay], on: day + delay, class: buyers)
      }
    }
  }

  /// Lets the day's reviews land with their stars.
  mutating func landReviews(on day: Int, plan: Plan, values: ResolvedOperation, draws: inout Draws)
  {
    guard day >= countedFrom else { return }
    let silent = agenda.silent(on: day)
    let dimensions = values.operation.reviews.singleStream ? 1 : 3
    for dimension in 0..<dimensions where onDemand.stars(ofDimension: dimension) {
      let tilt = plan.stars.tilt(
        forMean: plan.stars.untiltedMean + starOffsets[dimension] + environment.starShift
      )
      let growth = exp(tilt)
      for buyers in 0..<3 {
        let reviews = agenda.reviews(on: day, class: buyers)
        guard reviews > 0 else { continue }
        StarLaw.fill(&starWeights, with: values.starsOfClasses[buyers], growth: growth)
        draws.multinomial(
          reviews,
          weights: starWeights,
          Process.stars,
          firstCall: (dimension * 3 + buyers) * 8
        )
        log.add(
          stars: InlineArray { draws.counts[4 - $0] },
          to: oneStarByDimension[dimension],
          on: day
        )
      }
      log.add(stars: [0, 0, 0, 0, silent], to: oneStarByDimension[dimension], on: day)
    }
    log.copyStars(of: .product1, to: .reviews1, on: day)
    log.copyStars(of: .product1, to: .description1, on: day)
    for dimension in dimensions..<3 where onDemand.stars(ofDimension: dimension) {
      log.copyStars(of: .product1, to: oneStarByDimension[dimension], on: day)
    }
  }
}

/// Probabilities of reviewing 0, 1, … days after signing: geometric, cut and normalised.
func reviewDelays(meanInDays: Double, withinDays: Int) -> [Double] {
  let stay = meanInDays / (1 + meanInDays)
  let weights = (0...withinDays).map { pow(stay, Double($0)) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
