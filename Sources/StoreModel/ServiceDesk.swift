/// The people and the bot that answer chats.
package struct ServiceDesk: Hashable, Sendable {
  /// Agents who work the same hours every day.
  package struct Shift: Hashable, Sendable {
    /// Name, unique among the shifts.
    package var name: String
    /// Start, in hours after midnight.
    package var fromHour: Double
    /// End, in hours after midnight; later than the start, at most 24.
    package var toHour: Double
    /// Agents on the shift.
    package var agents: Int
    /// Wage of one agent, in yuan a day.
    package var wageInYuanPerDay: Double

    /// Creates a shift.
    package init(
      name: String,
      fromHour: Double,
      toHour: Double,
      agents: Int,
      wageInYuanPerDay: Double
    ) {
      self.name = name
      self.fromHour = fromHour
      self.toHour = toHour
      self.agents = agents
      self.wageInYuanPerDay = wageInYuanPerDay
    }
  }

  /// Chats before the sale, per order wanted.
  package var contactsPerOrderBefore: Uncertain
  /// Chats after the sale, per parcel delivered.
  package var contactsPerOrderAfter: Uncertain
  /// Share of chats that the bot resolves at once; they never reach a human.
  package var botResolves: Uncertain
  /// Relative chats in each of the 24 hours of the day.
  package var hourlyProfile: [Double]
  /// Mean time to handle one chat alone, in seconds.
  package var handleTimeMeanInSeconds: Uncertain
  /// Log-normal sigma of the handle time.
  package var handleTimeSigma: Double
  /// Chats that an agent holds at a time.
  package var concurrency: Int
  /// Chats' worth of work that an agent does at full concurrency (3 chats: 2.5).
  package var efficiency: Double
  /// Time between a free agent taking a chat and the first reply, in seconds.
  package var reactionInSeconds: Double
  /// Mean time after which a waiting buyer turns quiet, in seconds (exponential); the message
  /// stays and takes half the handling.
  package var turnsQuietAfterInSeconds: Uncertain
  /// Share of paid time that agents are away.
  package var shrinkage: Double
  /// Shifts, every day; hours past 24 reach into the next day.
  package var shifts: [Shift]
  /// Share of answered chats that the buyer rates.
  package var ratingRate: Uncertain
  /// Share of 1–3 star chat ratings after a reply within 3 minutes.
  package var dissatisfiedFast: Uncertain
  /// The same after a slower reply.
  package var dissatisfiedSlow: Uncertain

  /// Creates a service desk.
  package init(
    contactsPerOrderBefore: Uncertain,
    contactsPerOrderAfter: Uncertain,
    botResolves: Uncertain,
    hourlyProfile: [Double],
    handleTimeMeanInSeconds: Uncertain,
    handleTimeSigma: Double,
    concurrency: Int,
    efficiency: Double,
    reactionInSeconds: Double,
    turnsQuietAfterInSeconds: Uncertain,
    shrinkage: Double,
    shifts: [Shift],
    ratingRate: Uncertain,
    dissatisfiedFast: Uncertain,
    dissatisfiedSlow: Uncertain
  ) {
    self.contactsPerOrderBefore = contactsPerOrderBefore
    self.contactsPerOrderAfter = contactsPerOrderAfter
    self.botResolves = botResolves
    self.hourlyProfile = hourlyProfile
    self.handleTimeMeanInSeconds = handleTimeMeanInSeconds
    self.handleTimeSigma = handleTimeSigma
    self.concurrency = concurrency
    self.efficiency = efficiency
    self.reactionInSeconds = reactionInSeconds
    self.turnsQuietAfterInSeconds = turnsQuietAfterInSeconds
    self.shrinkage = shrinkage
    self.shifts = shifts
    self.ratingRate = ratingRate
    self.dissatisfiedFast = dissatisfiedFast
    self.dissatisfiedSlow = dissatisfiedSlow
  }
}
