/// Puts numbers that spread over a range into ascending order: a bucket pass and an insertion pass,
/// which take linear time.
struct BucketSort: Sendable {
  /// Where each number of the last order was before.
  private(set) var indices: [Int32] = []

  /// Where each bucket's next number goes.
  private var places: [Int32] = []

  /// Writes numbers in ascending order; equal ones keep theirs.
  ///
  /// - Parameters:
  ///   - numbers: Numbers from `first` to `first + length`.
  ///   - first: Where the range begins.
  ///   - length: How long it is.
  ///   - sorted: As many places.
  mutating func sort(
    _ numbers: UnsafeBufferPointer<Double>,
    from first: Double,
    length: Double,
    into sorted: UnsafeMutableBufferPointer<Double>
  ) {
    let count = numbers.count
    guard count > 0 else { return }
    // Two buckets a number: fewer are out of order among those of a bucket.
    let buckets = 2 * count
    let scale = Double(buckets) / length
    if indices.count < count { indices = Array(repeating: 0, count: count + count / 4) }
    if places.count < buckets { places = Array(repeating: 0, count: 2 * indices.count) }
    func bucket(of number: Double) -> Int { min(buckets - 1, Int((number - first) * scale)) }
    places.withUnsafeMutableBufferPointer { places in
      indices.withUnsafeMutableBufferPointer { indices in
        places[..<buckets].update(repeating: 0)
        for number in numbers { places[bucket(of: number)] &+= 1 }
        var before: Int32 = 0
        for bucket in 0..<buckets { (places[bucket], before) = (before, before &+ places[bucket]) }
        for index in 0..<count {
          let number = numbers[index]
          let bucket = bucket(of: number)
          let place = Int(places[bucket])
          places[bucket] &+= 1
          sorted[place] = number
          indices[place] = Int32(truncatingIfNeeded: index)
        }
        for place in 1..<count where sorted[place - 1] > sorted[place] {
          let (number, index) = (sorted[place], indices[place])
          var hole = place
          repeat {
            sorted[hole] = sorted[hole - 1]
            indices[hole] = indices[hole - 1]
            hole -= 1
          } while hole > 0 && sorted[hole - 1] > number
          (sorted[hole], indices[hole]) = (number, index)
        }
      }
    }
  }
}
