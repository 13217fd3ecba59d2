import Sampling

/// How many chats are at a desk, as probabilities that move with time: the queue M(t)/M/s(t).
///
/// Arrivals are a Poisson process, handle times are exponential, chats are taken up in the order of
/// their arrival, and nobody leaves. ``advance(seconds:arrivalRate:serviceRate:servers:)`` solves the
/// Kolmogorov equations for a stretch of constant rates by uniformisation (Jensen 1953; Grassmann
/// 1977): only sums of positive terms, so what is lost is the mass cut off, below 10⁻¹³ a step.
///
/// ```swift
/// var queue = TransientQueue()                       // an empty desk
/// queue.advance(seconds: 3600, arrivalRate: 0.02, serviceRate: 1 / 300, servers: 6)
/// queue.state.mean                                   // chats at the desk an hour later
/// ```
package struct TransientQueue: Sendable {
  /// Probabilities of consecutive numbers of chats.
  package struct State: Sendable {
    /// The smallest number of chats that has a probability.
    package var first: Int
    /// Probabilities, that of `first` first.
    package var probabilities: [Double]

    /// Mean number of chats.
    package var mean: Double { expectation { Double($0) } }

    /// Probability of a number of chats; 0 outside the range kept.
    package subscript(count: Int) -> Double {
      probabilities.indices.contains(count - first) ? probabilities[count - first] : 0
    }

    /// The mean of a function of the number of chats.
    package func expectation(_ value: (Int) -> Double) -> Double {
      var sum = 0.0
      for (index, probability) in probabilities.enumerated() {
        sum += probability * value(first + index)
      }
      return sum
    }

    /// Cuts the ends off that together weigh less than 10⁻¹⁴ each.
    fileprivate mutating func trim() {
      let least = 1e-14
      var (low, high) = (0, probabilities.count)
      var mass = 0.0
      while low < high - 1, mass + probabilities[low] < least {
        mass += probabilities[low]
        low += 1
      }
      mass = 0
      while high > low + 1, mass + probabilities[high - 1] < least {
        mass += probabilities[high - 1]
        high -= 1
      }
      probabilities = Array(probabilities[low..<high])
      first += low
    }
  }

  /// Expected jumps of one uniformised stretch at most: more would need e^−jumps below 10⁻¹³⁰.
  private static let mostJumps = 300.0

  /// The distribution now.
  package private(set) var state = State(first: 0, probabilities: [1])

  /// An empty desk.
  package init() {}

  /// Lets time pass at constant rates.
  ///
  /// - Parameters:
  ///   - seconds: Length of the stretch, at least 0.
  ///   - arrivalRate: Chats a second, at least 0.
  ///   - serviceRate: Chats a second that one busy server ends, at least 0.
  ///   - servers: Servers at work, at least 0.
  /// - Returns: the distribution averaged over the stretch.
  @discardableResult
  package mutating func advance(
    seconds: Double,
    arrivalRate: Double,
    serviceRate: Double,
    servers: Int
  ) -> State {
    let rate = arrivalRate + Double(servers) * serviceRate
    guard rate > 0, seconds > 0 else { return state }
    let stretches = max(1, (rate * seconds / Self.mostJumps).rounded(.up))
    var average: State?
    for _ in 0..<Int(stretches) {
      let part = uniformise(
        jumps: rate * seconds / stretches,
        up: arrivalRate / rate,
        down: serviceRate / rate,
        servers: servers
      )
      average = average.map { Self.sum($0, part) } ?? part
    }
    guard var average, stretches > 1 else { return average ?? state }
    for index in average.probabilities.indices { average.probabilities[index] /= stretches }
    return average
  }

  /// Changes how many servers are at work; those who leave take the chat that they hold along.
  ///
  /// Any of the servers may be among those who leave, so of n busy ones a hypergeometric number goes.
  package mutating func change(from old: Int, to new: Int) {
    let leaving = old - new
    guard leaving > 0 else { return }
    let last = state.first + state.probabilities.count - 1
    let first = max(0, min(state.first - leaving, last - leaving))
    var probabilities = Array(repeating: 0.0, count: last - first + 1)
    for (index, probability) in state.probabilities.enumerated() {
      let count = state.first + index
      if count >= old {
        probabilities[count - leaving - first] += probability
        continue
      }
      for gone in max(0, count - new)...min(count, leaving) {
        let share = Distributions.hypergeometricPMF(
          gone,
          good: count,
          bad: old - count,
          sample: leaving
        )
        probabilities[count - gone - first] += probability * share
      }
    }
    state = State(first: first, probabilities: probabilities)
    state.trim()
  }

  /// Σ Poisson(k; jumps) · vₖ, where vₖ is the distribution after k jumps of the chain; returns the
  /// average over the stretch, Σ P(Poisson > k) / jumps · vₖ.
  private mutating func uniformise(jumps: Double, up: Double, down: Double, servers: Int) -> State {
    let weights = PoissonTail(mean: jumps)
    let terms = weights.count
    // Room for one state more at either end with each jump.
    let below = min(state.first, terms)
    let width = below + state.probabilities.count + terms
    let first = state.first - below
    var current = Array(repeating: 0.0, count: width)
    for (index, value) in state.probabilities.enumerated() { current[below + index] = value }
    var next = current
    var end = Array(repeating: 0.0, count: width)
    var average = end
    var beyond = 1.0
    for term in 0..<terms {
      let weight = weights.mass(term)
      beyond = weights.beyond(term)
      let low = max(0, below - term)
      let high = min(width, below + state.probabilities.count + term)
      for index in low..<high {
        end[index] += weight * current[index]
        average[index] += beyond * current[index]
      }
      guard term + 1 < terms else { break }
      Self.jump(current, into: &next, low: max(0, low - 1), high: min(width, high + 1)) { index in
        (up, down * Double(min(first + index, servers)))
      }
      swap(&current, &next)
    }
    for index in average.indices { average[index] /= jumps }
    let mean = State(first: first, probabilities: average)
    state = State(first: first, probabilities: end)
    state.trim()
    return mean
  }

  /// One jump of the uniformised chain on the indices `low..<high`.
  @inline(__always)
  private static func jump(
    _ current: [Double],
    into next: inout [Double],
    low: Int,
    high: Int,
    rates: (Int) -> (up: Double, down: Double)
  ) {
    let last = current.count - 1
    current.withUnsafeBufferPointer { current in
      next.withUnsafeMutableBufferPointer { next in
        for index in low..<high {
          let (up, down) = rates(index)
          let busier = index < last ? current[index + 1] * rates(index + 1).down : 0
          let quieter = index > 0 ? current[index - 1] * up : 0
          next[index] = current[index] * (1 - up - down) + quieter + busier
        }
      }
    }
  }

  private static func sum(_ one: State, _ two: State) -> State {
    let first = min(one.first, two.first)
    let end = max(
      one.first + one.probabilities.count,
      two.first + two.probabilities.count
    )
    return State(first: first, probabilities: (first..<end).map { one[$0] + two[$0] })
  }
}
