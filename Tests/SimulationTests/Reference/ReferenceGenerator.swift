/// The reference's own generator: xoshiro256** of Blackman and Vigna (2018), seeded by SplitMix64.
///
/// It shares nothing with the engine's counter-based streams, so an error in those cannot cancel.
struct ReferenceGenerator {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64
  private var spareNormal: Double?

  init(seed: UInt64) {
    var state = seed
    func splitMix() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    a = splitMix()
    b = splitMix()
    c = splitMix()
    d = splitMix()
  }

  /// 64 random bits.
  mutating func next() -> UInt64 {
    let product = b &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 45) | (d >> 19)
    return result
  }

  /// A uniform number strictly between 0 and 1.
  mutating func uniform() -> Double {
    (Double(next() >> 11) + 0.5) * 0x1p-53
  }

  /// A whole number uniform on 0..<count.
  mutating func index(below count: Int) -> Int {
    min(count - 1, Int(uniform() * Double(count)))
  }

  /// Takes the second number of the last Box–Muller pair, if one is left.
  mutating func takeSpareNormal() -> Double? {
    defer { spareNormal = nil }
    return spareNormal
  }

  /// Keeps the second number of a Box–Muller pair.
  mutating func keepSpareNormal(_ number: Double) {
    spareNormal = number
  }
}
