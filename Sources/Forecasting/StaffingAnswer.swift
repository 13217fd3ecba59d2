import Glibc
import Sampling

/// The steady state of a desk with a constant load: Erlang C where nobody hangs up, Erlang A
/// (M/M/s+M) where callers have a patience.
///
/// ```swift
/// let load = StaffingLoad(
///   contactsPerHour: 200, handleSeconds: 180, patienceSeconds: nil, withinSeconds: 20)
/// StaffingAnswer(load, servers: 14)?.serviceLevel  // 0.888
/// ```
///
/// State probabilities are summed outwards from the state in which all servers are busy, so no
/// factorial is formed. Sources: Erlang (1917); Palm (1957); Garnett, Mandelbaum and Reiman (2002).
package struct StaffingAnswer: Hashable, Sendable {
  /// Share of contacts that do not find a free server.
  package let waitProbability: Double
  /// Share of all contacts that are answered within the time.
  package let serviceLevel: Double
  /// Share of contacts that hang up.
  package let abandonment: Double
  /// Mean wait of all contacts, answered or not, in seconds.
  package let meanWaitSeconds: Double
  /// Mean number of contacts that wait.
  package let meanQueueLength: Double
  /// Share of their time that servers are busy.
  package let occupancy: Double

  /// Solves the desk; `nil` where nobody hangs up and the servers cannot keep up.
  package init?(_ load: StaffingLoad, servers: Int) {
    guard servers > 0 else { return nil }
    let arrivals = load.contactsPerHour / 3600
    let service = 1 / load.handleSeconds
    let leaving = load.patienceSeconds.map { 1 / $0 } ?? 0
    let capacity = Double(servers) * service
    guard leaving > 0 || load.erlangs < Double(servers) else { return nil }
    // Weights relative to the state in which every server is busy and nobody waits.
    var idle = 0.0
    var weight = 1.0
    for busy in stride(from: servers, to: 0, by: -1) {
      weight *= Double(busy) / load.erlangs
      idle += weight
      if weight < 1e-18 * idle { break }
    }
    let (waiting, queue, inTime, unit) =
      leaving > 0
      ? Self.impatient(
        arrivals: arrivals,
        capacity: capacity,
        leaving: leaving,
        within: load.withinSeconds
      )
      : Self.patient(arrivals: arrivals, capacity: capacity, within: load.withinSeconds)
    idle *= unit
    let total = idle + waiting
    waitProbability = waiting / total
    serviceLevel = (idle + inTime) / total
    meanQueueLength = queue / total
    meanWaitSeconds = meanQueueLength / arrivals
    abandonment = leaving * meanQueueLength / arrivals
    occupancy = arrivals * (1 - abandonment) / capacity
  }

  /// The states in which all servers are busy, where nobody hangs up: geometric sums.
  ///
  /// Their total weight, that of the contacts that wait in them, that of those that are answered
  /// within the time, and the weight of the state in which nobody waits.
  private static func patient(arrivals: Double, capacity: Double, within: Double) -> (
    waiting: Double, queue: Double, inTime: Double, unit: Double
  ) {
    let load = arrivals / capacity
    let waiting = 1 / (1 - load)
    return (
      waiting, load * waiting * waiting, -waiting * expm1(-(capacity - arrivals) * within), 1
    )
  }

  /// The same where callers hang up at rate θ.
  ///
  /// The wait behind k others is a sum of exponentials with rates s μ + j θ, j = 0…k, cut short by
  /// one's own patience. With c = s μ / θ, exp(−θ wait) is Beta(c, k + 1), so the probability of an
  /// answer within T is c / (c + k + 1) · P(Beta(c + 1, k + 1) ≥ exp(−θ T)).
  private static func impatient(
    arrivals: Double,
    capacity: Double,
    leaving: Double,
    within: Double
  ) -> (waiting: Double, queue: Double, inTime: Double, unit: Double) {
    let ratio = capacity / leaving
    let deadline = exp(-leaving * within)
    var (waiting, queue, inTime) = (0.0, 0.0, 0.0)
    var weight = 1.0
    var length = 0.0
    var answered = 1.0
    var unit = 1.0
    while true {
      if answered > 1e-15 {
        let beyond = Distributions.betaCDF(deadline, ratio + 1, length + 1)
        answered = ratio / (ratio + length + 1) * (1 - beyond)
      }
      waiting += weight
      queue += length * weight
      inTime += weight * answered
      length += 1
      let growth = arrivals / (capacity + length * leaving)
      weight *= growth
      if growth < 1, weight < 1e-17 * waiting * (1 - growth) { break }
      // Far in overload weights grow for long before they fall: keep them in range.
      if weight > 1e200 {
        unit /= weight
        (weight, waiting, queue, inTime) = (1, waiting / weight, queue / weight, inTime / weight)
      }
    }
    return (waiting, queue, inTime, unit)
  }

  /// The least number of agents whose desk reaches a service level.
  ///
  /// - Parameters:
  ///   - load: What the desk has to carry.
  ///   - target: Service level, more than 0 and less than 1.
  ///   - concurrency: Contacts that an agent holds at a time: servers for each agent.
  ///   - most: Agents beyond which the search ends.
  /// - Returns: The number; `nil` where even `most` agents do not reach it.
  package static func agentsRequired(
    for load: StaffingLoad,
    target: Double,
    concurrency: Int,
    most: Int = 100_000
  ) -> Int? {
    func reaches(_ agents: Int) -> Bool {
      (StaffingAnswer(load, servers: agents * concurrency)?.serviceLevel ?? 0) >= target
    }
    var high = 1
    while !reaches(high) {
      guard high < most else { return nil }
      high = min(most, high * 2)
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
