import Glibc

/// A day of the queue M(t)/M/s+M with room for a bounded number, solved without drawing: state
/// probabilities and the first two moments of the total wait.
///
/// With generator G and rewards R_j = (j − s)⁺ the moments of A = ∫ (Q − s)⁺ dt obey ṗ = pG,
/// ṁ₁ = m₁G + p∘R, ṁ₂ = m₂G + 2 m₁∘R; E A = Σ m₁, E A² = Σ m₂. By Little's law A is the sum of all
/// waits up to the end. Integrated by Runge and Kutta's fourth order.
struct QueueMoments {
  /// Arrivals a second at each second of the day.
  let arrivals: (Double) -> Double
  /// Services a second of one server.
  let service: Double
  /// Servers.
  let servers: Int
  /// Departures a second of one who waits.
  var impatience = 0.0
  /// The largest number in the system; who comes then is lost.
  let room: Int

  /// Probabilities of 0…`room` in the system.
  private(set) var states: [Double]
  private var first: [Double]
  private var second: [Double]

  init(
    arrivals: @escaping (Double) -> Double,
    service: Double,
    servers: Int,
    impatience: Double = 0,
    room: Int
  ) {
    self.arrivals = arrivals
    self.service = service
    self.servers = servers
    self.impatience = impatience
    self.room = room
    states = Array(repeating: 0, count: room + 1)
    states[0] = 1
    first = Array(repeating: 0, count: room + 1)
    second = first
  }

  /// Mean and variance of the total wait so far.
  var totalWait: (mean: Double, variance: Double) {
    let mean = first.reduce(0, +)
    return (mean, second.reduce(0, +) - mean * mean)
  }

  /// Mean number of those who wait.
  var meanWaiting: Double {
    states.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - servers)) * $1.element }
  }

  /// Moves on from `start` to `end` in equal steps.
  mutating func run(from start: Double, to end: Double, steps: Int) {
    let step = (end - start) / Double(steps)
    for index in 0..<steps { advance(from: start + Double(index) * step, by: step) }
  }

  private typealias Moments = [[Double]]

  private mutating func advance(from time: Double, by step: Double) {
    let now = [states, first, second]
    let a = slope(now, arrivals(time))
    let middle = arrivals(time + step / 2)
    let b = slope(Self.sum(now, a, step / 2), middle)
    let c = slope(Self.sum(now, b, step / 2), middle)
    let d = slope(Self.sum(now, c, step), arrivals(time + step))
    for j in 0...room {
      states[j] += step / 6 * (a[0][j] + 2 * b[0][j] + 2 * c[0][j] + d[0][j])
      first[j] += step / 6 * (a[1][j] + 2 * b[1][j] + 2 * c[1][j] + d[1][j])
      second[j] += step / 6 * (a[2][j] + 2 * b[2][j] + 2 * c[2][j] + d[2][j])
    }
  }

  private static func sum(_ x: Moments, _ slope: Moments, _ step: Double) -> Moments {
    zip(x, slope).map { zip($0, $1).map { $0 + step * $1 } }
  }

  private func slope(_ moments: Moments, _ rate: Double) -> Moments {
    var slopes = moments.map { flow($0, rate) }
    for j in 0...room {
      let waiting = Double(max(0, j - servers))
      slopes[1][j] += moments[0][j] * waiting
      slopes[2][j] += 2 * moments[1][j] * waiting
    }
    return slopes
  }

  /// The row vector times the generator of births and deaths.
  private func flow(_ x: [Double], _ rate: Double) -> [Double] {
    var flow = Array(repeating: 0.0, count: room + 1)
    for j in 0...room {
      let deaths = deaths(j)
      flow[j] -= x[j] * (deaths + (j < room ? rate : 0))
      if j < room { flow[j + 1] += x[j] * rate }
      if j > 0 { flow[j - 1] += x[j] * deaths }
    }
    return flow
  }

  private func deaths(_ count: Int) -> Double {
    Double(min(count, servers)) * service + Double(max(0, count - servers)) * impatience
  }
}
