/// What a roster has to reach, and on which days.
package struct RosterRule: Hashable, Sendable {
  /// Time within which a first reply is in time, in seconds of the desk's clock.
  package var withinSeconds: Double
  /// Share of first replies in time that each hour has to reach, more than 0 and less than 1.
  package var target: Double
  /// Each day is planned for the chats that it does not exceed in this per cent of futures, 1…99.
  package var coverPercent: Int
  /// Hours after an opening in which the messages of the night are worked off; in these hours the
  /// target may be missed.
  package var clearingHours: Int
  /// Whether hours without a shift are planned too.
  package var isAroundTheClock: Bool

  /// Creates a rule.
  package init(
    withinSeconds: Double,
    target: Double,
    coverPercent: Int,
    clearingHours: Int,
    isAroundTheClock: Bool
  ) {
    self.withinSeconds = withinSeconds
    self.target = target
    self.coverPercent = coverPercent
    self.clearingHours = clearingHours
    self.isAroundTheClock = isAroundTheClock
  }
}
