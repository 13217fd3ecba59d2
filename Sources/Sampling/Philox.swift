internal import CPhilox

/// Philox4x32-10, the counter-based generator under every draw (Salmon et al., SC'11).
package enum Philox {
  /// Returns the block of four 32-bit words that belongs to a counter under a key.
  package static func block(
    counter: SIMD4<UInt32>,
    key: SIMD2<UInt32>
  ) -> SIMD4<UInt32> {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { words in
      guard let first = words.baseAddress else {
        preconditionFailure("the stack had no room for four words")
      }
      storecast_philox_block(
        [counter.x, counter.y, counter.z, counter.w],
        [key.x, key.y],
        first
      )
      return SIMD4(words[0], words[1], words[2], words[3])
    }
  }
}
