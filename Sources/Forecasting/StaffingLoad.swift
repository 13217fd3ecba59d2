/// What a desk has to carry: contacts, the time that each takes, and how long callers wait.
package struct StaffingLoad: Hashable, Sendable {
  /// Contacts an hour, a Poisson process; more than 0.
  package var contactsPerHour: Double
  /// Mean time to handle one contact, in seconds (exponential); more than 0.
  package var handleSeconds: Double
  /// Mean time after which a waiting caller hangs up, in seconds (exponential); `nil` is never.
  package var patienceSeconds: Double?
  /// Time within which a contact counts as answered in time, in seconds.
  package var withinSeconds: Double

  /// Creates a load.
  package init(
    contactsPerHour: Double,
    handleSeconds: Double,
    patienceSeconds: Double?,
    withinSeconds: Double
  ) {
    self.contactsPerHour = contactsPerHour
    self.handleSeconds = handleSeconds
    self.patienceSeconds = patienceSeconds
    self.withinSeconds = withinSeconds
  }

  /// Work that arrives, in servers kept busy (erlangs).
  package var erlangs: Double { contactsPerHour * handleSeconds / 3600 }

  /// Fewest servers with which a queue that nobody leaves does not grow without end.
  package var serversForStability: Int { Int(erlangs.rounded(.down)) + 1 }
}
