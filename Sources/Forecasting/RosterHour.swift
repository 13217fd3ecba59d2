package import StoreModel

/// One hour of a roster: what comes, who is needed, who is there.
package struct RosterHour: Hashable, Sendable {
  /// The date.
  package let date: CalendarDay
  /// The hour, 0…23.
  package let hour: Int
  /// Whether the desk is open at any minute of the hour.
  package let isOpen: Bool
  /// Mean number of chats for a human that begin in the hour.
  package let contactsExpected: Double
  /// The number that the hour is planned for.
  package let contactsPlanned: Double
  /// Agents needed at work; 0 while the desk is closed.
  package let agentsNeeded: Int
  /// Agents to put on the roster, so that after shrinkage enough are at work.
  package let agentsRostered: Int
  /// Fewest agents that the shifts have on at any minute of the hour while the desk is open.
  package let agentsOnShift: Int
  /// How the hour goes with the agents needed.
  package let needed: DeskHour
  /// How it goes with the shifts as they are.
  package let onShift: DeskHour

  /// Agents missing on the shifts.
  package var shortfall: Int { max(0, agentsRostered - agentsOnShift) }
}
