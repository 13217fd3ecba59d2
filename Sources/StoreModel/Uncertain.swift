/// An input that is known only within a range, drawn anew in each replication.
///
/// `path` is the dotted name of the input in the scenario (`demand.orders_per_day`). It names the
/// random stream of the draw, so an alternative that does not change the input draws the same
/// value.
package struct Uncertain: Hashable, Sendable {
  /// The law of the draw.
  package enum Law: Hashable, Sendable {
    /// The value itself.
    case known(Double)

    /// An 80 % range of a positive amount: log-normal with these 10 % and 90 % quantiles.
    case amount(low: Double, high: Double)

    /// An 80 % range of a share strictly between 0 and 1: logit-normal with these 10 % and 90 %
    /// quantiles.
    case share(low: Double, high: Double)

    /// An 80 % range of a number of either sign: normal with these 10 % and 90 % quantiles.
    case number(low: Double, high: Double)
  }

  /// The dotted name of the input.
  package var path: String

  /// The law of the draw.
  package var law: Law

  /// Creates an input from its name and law.
  package init(path: String, law: Law) {
    self.path = path
    self.law = law
  }

  /// The value when known; of a range the median (geometric, logit or plain midpoint).
  ///
  /// The logit midpoint of shares a, b is 1 / (1 + √((1−a)(1−b)/(ab))).
  package var median: Double {
    switch law {
    case .known(let value): value
    case .amount(let low, let high): (low * high).squareRoot()
    case .share(let low, let high):
      1 / (1 + (((1 - low) * (1 - high)) / (low * high)).squareRoot())
    case .number(let low, let high): (low + high) / 2
    }
  }

  /// Whether every replication draws the same value.
  package var isKnown: Bool {
    if case .known = law { true } else { false }
  }
}
