import Glibc
package import StoreModel

/// The 90 % quantile of the standard normal distribution.
private let upperTenth = 1.2815515655446004

extension Uncertain {
  /// The input's value at a standard score: 0 is the median, ±1.2816 the ends of the 80 % range.
  package func value(atScore score: Double) -> Double {
    let step = score / (2 * upperTenth)
    switch law {
    case .known(let value): return value
    case .number(let low, let high): return (low + high) / 2 + step * (high - low)
    case .amount(let low, let high):
      return exp((log(low) + log(high)) / 2 + step * (log(high) - log(low)))
    case .share(let low, let high):
      let (a, b) = (log(low / (1 - low)), log(high / (1 - high)))
      return 1 / (1 + exp(-((a + b) / 2 + step * (b - a))))
    }
  }
}

/// FNV-1a hash of a dotted path, the `day` of its input's address.
func pathHash(_ path: String) -> Int {
  var hash: UInt32 = 2_166_136_261
  for byte in path.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  return Int(Int32(bitPattern: hash))
}

/// The standard scores of one replication's uncertain inputs, by path.
struct InputScores: Sendable {
  /// Paths of all inputs with a range, in the order of first mention.
  let paths: [String]

  private let indexByPath: [String: Int]
  private let hashes: [Int]

  /// Scores in the order of ``paths``.
  private(set) var scores: [Double]

  init(paths: [String]) {
    self.paths = paths
    indexByPath = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })
    hashes = paths.map(pathHash)
    scores = Array(repeating: 0, count: paths.count)
  }

  /// Given scores instead of drawn ones, by path; the others stay at their medians.
  init(scores: [String: Double]) {
    self.init(paths: scores.keys.sorted())
    self.scores = paths.map { scores[$0] ?? 0 }
  }

  /// The score of an input; 0 where it is known.
  func score(of input: Uncertain) -> Double {
    guard !input.isKnown, let index = indexByPath[input.path] else { return 0 }
    return scores[index]
  }

  /// Draws the scores of a replication.
  mutating func draw(with draws: inout Draws) {
    for index in hashes.indices {
      draws.day = hashes[index]
      scores[index] = draws.normal(Process.input)
    }
    draws.day = 0
  }

  /// The value of an input in this replication.
  func value(_ input: Uncertain) -> Double {
    guard !input.isKnown, let index = indexByPath[input.path] else { return input.median }
    return input.value(atScore: scores[index])
  }
}
