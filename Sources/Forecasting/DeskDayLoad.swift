/// What a desk has to carry on one day.
package struct DeskDayLoad: Hashable, Sendable {
  /// Chats for a human that begin in each minute of the day, 1,440 means.
  package var arrivals: [Double]
  /// The same of the day before: what comes after closing waits for this day.
  package var dayBefore: [Double]
  /// Mean time that a chat holds a slot, in seconds (exponential); more than 0.
  package var slotSeconds: Double
  /// Longest wait for a slot that still counts as in time, in seconds of the desk's clock.
  package var withinSeconds: Double

  /// Creates a load.
  package init(
    arrivals: [Double],
    dayBefore: [Double],
    slotSeconds: Double,
    withinSeconds: Double
  ) {
    self.arrivals = arrivals
    self.dayBefore = dayBefore
    self.slotSeconds = slotSeconds
    self.withinSeconds = withinSeconds
  }

  /// The load of one in `scale` chats.
  func thinned(_ scale: Int) -> Self {
    var load = self
    load.arrivals = arrivals.map { $0 / Double(scale) }
    load.dayBefore = dayBefore.map { $0 / Double(scale) }
    return load
  }
}
