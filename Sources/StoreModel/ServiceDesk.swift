/// The people and the bot that answer chats.
package struct ServiceDesk: Hashable, Sendable {
  /// Agents who work the same hours every day.
  package struct Shift: Hashable, Sendable {
    /// Name, unique among the shifts.
    package var name: String
    /// Start, in hours after midnight.
    package var fromHour: Double
    /// End, in hours after midnight; later than the start.
    ///
    /// Beyond 24 the shift reaches into the next morning.
    package var toHour: Double
    /// Agents on the shift.
    package var agents: Int
    /// Wage of one agent, in yuan a day.
    package var wageInYuanPerDay: Double
    /// Whether nobody gave the wage.
    package var isWageAssumed: Bool
    /// When some of them are away, in order of time.
    package var breaks: [Break]

    /// Creates a shift.
    package init(
      name: String,
      fromHour: Double,
      toHour: Double,
      agents: Int,
      wageInYuanPerDay: Double,
      isWageAssumed: Bool = false,
      breaks: [Break] = []
    ) {
      self.name = name
      self.fromHour = fromHour
      self.toHour = toHour
      self.agents = agents
      self.wageInYuanPerDay = wageInYuanPerDay
      self.isWageAssumed = isWageAssumed
      self.breaks = breaks
    }
  }

  /// Hours of a shift in which some of its agents take up no chat.
  package struct Break: Hashable, Sendable {
    /// Start, in hours after midnight, within the shift.
    package var fromHour: Double
    /// End, in hours after midnight, within the shift.
    package var toHour: Double
    /// Agents who are away, at most those of the shift.
    package var agentsAway: Int

    /// Creates a break.
    package init(fromHour: Double, toHour: Double, agentsAway: Int) {
      self.fromHour = fromHour
      self.toHour = toHour
      self.agentsAway = agentsAway
    }
  }

  /// A figure of today's desk as the platform's console shows it.
  package enum ConsoleFigure: Hashable, Sendable {
    /// Mean first reply by a human, in seconds.
    case firstReplyMean(Double)
    /// Share of first replies within three minutes.
    case within3Minutes(Double)
  }

  /// Chats before the sale, per order wanted.
  package var contactsPerOrderBefore: Uncertain
  /// Chats after the sale, per parcel delivered.
  package var contactsPerOrderAfter: Uncertain
  /// Share of chats that the bot resolves at once; they never reach a human.
  package var botResolves: Uncertain
  /// Hours of the day in which the bot answers, each as hours after midnight within 0…24.
  package var botHours: [ClosedRange<Double>]
  /// Relative chats in each of the 24 hours of the day.
  package var hourlyProfile: [Double]
  /// Mean time to handle one chat alone, in seconds.
  package var handleTimeMeanInSeconds: Uncertain
  /// Log-normal sigma of the handle time.
  package var handleTimeSigma: Double
  /// The console's figure from which the mean handle time is solved in place of
  /// ``handleTimeMeanInSeconds``; `nil` where that is given.
  package var figureNow: ConsoleFigure?
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
  /// Whether every chat of every day is followed, rather than busy days being drawn from simulated
  /// ones.
  package var followsEveryChat: Bool
  /// Share of answered chats that the buyer rates.
  package var ratingRate: Uncertain
  /// Share of 1–3 star chat ratings after a reply within 3 minutes.
  package var dissatisfiedFast: Uncertain
  /// The same after a slower reply.
  package var dissatisfiedSlow: Uncertain
  /// How the people are paid by what they do; `nil` where shifts' wages are all.
  package var pay: StaffPay?

  /// Creates a service desk.
  package init(
    contactsPerOrderBefore: Uncertain,
    contactsPerOrderAfter: Uncertain,
    botResolves: Uncertain,
    botHours: [ClosedRange<Double>] = [0...24],
    hourlyProfile: [Double],
    handleTimeMeanInSeconds: Uncertain,
    handleTimeSigma: Double,
    figureNow: ConsoleFigure? = nil,
    concurrency: Int,
    efficiency: Double,
    reactionInSeconds: Double,
    turnsQuietAfterInSeconds: Uncertain,
    shrinkage: Double,
    shifts: [Shift],
    followsEveryChat: Bool = false,
    ratingRate: Uncertain,
    dissatisfiedFast: Uncertain,
    dissatisfiedSlow: Uncertain
  ) {
    self.contactsPerOrderBefore = contactsPerOrderBefore
    self.contactsPerOrderAfter = contactsPerOrderAfter
    self.botResolves = botResolves
    self.botHours = botHours
    self.hourlyProfile = hourlyProfile
    self.handleTimeMeanInSeconds = handleTimeMeanInSeconds
    self.handleTimeSigma = handleTimeSigma
    self.figureNow = figureNow
    self.concurrency = concurrency
    self.efficiency = efficiency
    self.reactionInSeconds = reactionInSeconds
    self.turnsQuietAfterInSeconds = turnsQuietAfterInSeconds
    self.shrinkage = shrinkage
    self.shifts = shifts
    self.followsEveryChat = followsEveryChat
    self.ratingRate = ratingRate
    self.dissatisfiedFast = dissatisfiedFast
    self.dissatisfiedSlow = dissatisfiedSlow
  }
}
