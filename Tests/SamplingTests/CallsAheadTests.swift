import Glibc
import Sampling
import Testing

/// First blocks are computed for eight calls at once: that must show in nothing but time.
@Suite struct CallsAheadTests {
  private func draw(_ sampler: inout Sampler, _ call: Int, day: Int, process: UInt32) -> [Double] {
    sampler.seek(replication: 5, process: process, day: day, call: call)
    // Calls differ in how much they take: one block, two, many.
    return (0..<(1 + call % 3 * 11)).map { _ in sampler.uniform() }
  }

  @Test func callsInAnyOrderDrawTheSame() {
    var ascending = Sampler(seed: 71)
    var scattered = Sampler(seed: 71)
    for process: UInt32 in [3, 4] {
      for day in [-2, 9] {
        let expected = (0..<64).map { draw(&ascending, $0, day: day, process: process) }
        for step in 0..<64 {
          let call = step * 37 % 64
          _ = draw(&scattered, call, day: day + 1, process: process)
          #expect(draw(&scattered, call, day: day, process: process) == expected[call])
        }
      }
    }
  }

  /// More addresses a day than are kept, other ones from day to day, and excursions to other positions.
  @Test func livedDaysDrawTheSame() {
    var lived = Sampler(seed: 73)
    var plain = Sampler(seed: 73)
    for day in -3..<6 {
      lived.live(replication: 5, day: day)
      for index in 0..<(day % 2 == 0 ? 1500 : 200) {
        let (call, process) = (index * 37 % 511 + max(0, day), UInt32(index % 7))
        #expect(
          draw(&lived, call, day: day, process: process)
            == draw(&plain, call, day: day, process: process)
        )
        if index % 50 == 0 {
          let elsewhere = draw(&lived, call, day: day + 1, process: process)
          #expect(elsewhere == draw(&plain, call, day: day + 1, process: process))
        }
      }
    }
    lived.live(replication: 6, day: 5)
    lived.seek(replication: 6, process: 1, day: 5, call: 37)
    plain.seek(replication: 6, process: 1, day: 5, call: 37)
    #expect(lived.uniform() == plain.uniform())
  }

  @Test func logNormalsInOneGoAreThoseOneByOne() {
    var sampler = Sampler(seed: 72)
    for (zeta, sigma) in [(5.2, 0.7), (0, 0), (-30, 40), (300, 20)] {
      sampler.seek(replication: 1, process: 2, day: 3, call: 4)
      let normals = (0..<5000).map { _ in sampler.normal() }
      let next = sampler.uniform()
      sampler.seek(replication: 1, process: 2, day: 3, call: 4)
      var numbers = [Double](repeating: 0, count: normals.count)
      numbers.withUnsafeMutableBufferPointer {
        sampler.logNormals(zeta: zeta, sigma: sigma, into: $0)
      }
      #expect(sampler.uniform() == next)
      for (number, normal) in zip(numbers, normals) {
        // Either exponential is off by one part in 2^52 at most.
        let expected = exp(zeta + sigma * normal)
        #expect(abs(number / expected - 1) < 4.5e-16, "z = \(normal)")
      }
    }
  }
}
