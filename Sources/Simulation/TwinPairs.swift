/// Which replications are simulated a second time from the morning of day 1 on, with other luck.
///
/// A pair shares the store: its inputs, its levels, its past. What the two have in common beyond chance is
/// what is not known of the store (two replications a draw of the parameters).
package enum TwinPairs {
  /// Every so many replications, from the first on.
  package static let every = 10
}
