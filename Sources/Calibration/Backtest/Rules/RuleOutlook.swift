/// What many futures say of rule events and measures on some of their days.
package struct RuleOutlook: Hashable, Sendable {
  /// An event or a measure of a pack.
  package struct Subject: Hashable, Sendable {
    /// The pack.
    package var pack: String
    /// The name of the event or the measure.
    package var name: String

    /// Creates a subject.
    package init(pack: String, name: String) {
      self.pack = pack
      self.name = name
    }
  }

  /// The share of futures in which an event has happened by each of the days, in their order.
  package var chances: [Subject: [Double]]
  /// The values of a measure on each of the days, one a future that has one, in the measure's unit.
  package var draws: [Subject: [[Double]]]

  /// Creates an outlook.
  package init(chances: [Subject: [Double]] = [:], draws: [Subject: [[Double]]] = [:]) {
    self.chances = chances
    self.draws = draws
  }
}
