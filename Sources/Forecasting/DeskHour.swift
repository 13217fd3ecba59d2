/// How a desk does in one hour of a day, in expectation.
package struct DeskHour: Hashable, Sendable {
  /// Chats that begin in the hour.
  package internal(set) var arrivals = 0.0
  /// Of these, taken up within the time on the desk's clock.
  package internal(set) var inTime = 0.0
  /// Of the chats that begin in the hour, those that begin while the desk is open.
  package internal(set) var openArrivals = 0.0
  /// Of these, taken up within the time.
  package internal(set) var openInTime = 0.0
  /// Their waits for a slot in all, in seconds of the desk's clock.
  package internal(set) var waitSeconds = 0.0
  /// Chats that wait when the hour begins.
  package internal(set) var waitingAtStart = 0.0
  /// Slot-seconds on shift.
  package internal(set) var slotSeconds = 0.0
  /// Slot-seconds that a chat holds.
  package internal(set) var busySeconds = 0.0

  /// Share of the hour's chats taken up within the time; `nil` without chats.
  package var withinShare: Double? { arrivals > 0 ? inTime / arrivals : nil }
  /// The same of chats that begin while the desk is open.
  package var openWithinShare: Double? { openArrivals > 0 ? openInTime / openArrivals : nil }
  /// Mean wait of the hour's chats for a slot, in seconds; `nil` without chats.
  package var meanWaitSeconds: Double? { arrivals > 0 ? waitSeconds / arrivals : nil }
  /// Share of the slots' time that a chat holds; `nil` while nobody is on shift.
  package var occupancy: Double? { slotSeconds > 0 ? busySeconds / slotSeconds : nil }
}
