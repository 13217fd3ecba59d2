import Glibc

/// Closed forms of queues in equilibrium and of one queue on its way there.
enum ErlangForms {
  /// Erlang's B: the share of lost arrivals at `load` = λ/μ with `servers` and no room to wait.
  static func lost(load: Double, servers: Int) -> Double {
    (1...servers).reduce(1) { blocked, s in load * blocked / (Double(s) + load * blocked) }
  }

  /// Erlang's C: the chance of waiting without end of room.
  static func waits(load: Double, servers: Int) -> Double {
    let blocked = lost(load: load, servers: servers)
    let use = load / Double(servers)
    return blocked / (1 - use * (1 - blocked))
  }

  /// The chances of 0…`room` in the system M/M/s+M (Erlang's A), from the balance of flows.
  static func impatient(
    arrivals: Double,
    service: Double,
    servers: Int,
    impatience: Double,
    room: Int
  ) -> [Double] {
    var weights = [1.0]
    for j in 1...room {
      let deaths =
        Double(min(j, servers)) * service + Double(max(0, j - servers)) * impatience
      weights.append((weights.last ?? 0) * arrivals / deaths)
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// P(n in the system at `time`) of M/M/1 that starts empty (Kleinrock 1975, equation 2.163).
  static func oneServer(_ n: Int, arrivals: Double, service: Double, time: Double) -> Double {
    let use = arrivals / service
    let x = 2 * (arrivals * service).squareRoot() * time
    func power(_ exponent: Double) -> Double { pow(use, exponent) }
    var sum = power(Double(n) / 2) * bessel(n, x)
    sum += power(Double(n - 1) / 2) * bessel(n + 1, x)
    var rest = 0.0
    for j in (n + 2)...(n + 200) { rest += power(-Double(j) / 2) * bessel(j, x) }
    sum += (1 - use) * power(Double(n)) * rest
    return exp(-(arrivals + service) * time) * sum
  }

  /// The modified Bessel function I_k(x) by its series.
  private static func bessel(_ order: Int, _ x: Double) -> Double {
    let half = x / 2
    return (0...200).reduce(0) { sum, m in
      let size = Double(2 * m + order) * log(half)
      return sum + exp(size - lgamma(Double(m + 1)) - lgamma(Double(m + order + 1)))
    }
  }
}
