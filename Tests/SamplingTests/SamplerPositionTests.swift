import Sampling
import Testing

@Suite struct SamplerPositionTests {
  @Test func theCounterIsCallAndBlockThenDayThenProcessThenReplication() {
    var sampler = Sampler(seed: 0x0123_4567_89ab_cdef)
    sampler.seek(replication: 77, process: 12, day: -3, call: 5)
    let block = Philox.block(
      counter: SIMD4(5 << 10, UInt32(bitPattern: -3), 12, 77),
      key: SIMD2(0x89ab_cdef, 0x0123_4567)
    )
    #expect(sampler.uniform() == uniform(block.x, block.y))
    #expect(sampler.uniform() == uniform(block.z, block.w))
    let next = Philox.block(
      counter: SIMD4(5 << 10 | 1, UInt32(bitPattern: -3), 12, 77),
      key: SIMD2(0x89ab_cdef, 0x0123_4567)
    )
    #expect(sampler.uniform() == uniform(next.x, next.y))
  }

  @Test func theDrawAtAPositionDoesNotDependOnWhatWasDrawnBefore() {
    var direct = Sampler(seed: 8)
    direct.seek(replication: 3, process: 2, day: 10, call: 1)
    let expected = direct.poisson(mean: 120)

    var wandering = Sampler(seed: 8)
    wandering.seek(replication: 9, process: 1, day: 0, call: 0)
    for _ in 0..<7 { _ = wandering.gamma(shape: 0.4, scale: 2) }
    wandering.seek(replication: 3, process: 2, day: 10, call: 1)
    #expect(wandering.poisson(mean: 120) == expected)
  }

  @Test func twoSamplersOfOneSeedDrawTheSame() {
    var first = Sampler(seed: 5)
    var second = Sampler(seed: 5)
    for day in -40..<40 {
      first.seek(replication: 0, process: 0, day: day, call: 0)
      second.seek(replication: 0, process: 0, day: day, call: 0)
      #expect(first.normal() == second.normal())
      #expect(
        first.binomial(trials: 900, probability: 0.3)
          == second.binomial(trials: 900, probability: 0.3)
      )
    }
  }

  /// Across the 2¹⁰ blocks of a call, and after draws that leave a block half used.
  @Test(arguments: [0, 1, 7, 8, 9, 31, 2_040, 2_048, 5_000], [0, 1, 2])
  func uniformsInOneGoAreThoseOneByOne(count: Int, normals: Int) {
    var single = Sampler(seed: 11)
    var bulk = Sampler(seed: 11)
    single.seek(replication: 4, process: 9, day: -2, call: 3)
    bulk.seek(replication: 4, process: 9, day: -2, call: 3)
    for _ in 0..<normals { #expect(single.normal() == bulk.normal()) }
    let expected = (0..<count).map { _ in single.uniform() }
    var found = Array(repeating: 0.0, count: count)
    found.withUnsafeMutableBufferPointer { bulk.uniforms(into: $0) }
    #expect(found == expected)
    #expect(single.uniform() == bulk.uniform())
    #expect(single.normal() == bulk.normal())
  }

  @Test func everyPartOfThePositionAndTheSeedMatters() {
    func first(
      seed: UInt64 = 1,
      replication: Int = 0,
      process: UInt32 = 0,
      day: Int = 0,
      call: Int = 0
    ) -> Double {
      var sampler = Sampler(seed: seed)
      sampler.seek(replication: replication, process: process, day: day, call: call)
      return sampler.uniform()
    }
    let draws = [
      first(), first(seed: 2), first(seed: 1 | 1 << 32), first(replication: 1),
      first(replication: (1 << 32) - 1), first(process: 1), first(process: (1 << 16) - 1),
      first(day: 1), first(day: -1), first(call: 1), first(call: (1 << 22) - 1),
    ]
    #expect(Set(draws).count == draws.count)
  }

  @Test func aLongStreamDoesNotRunIntoTheNextCall() {
    var sampler = Sampler(seed: 4)
    sampler.seek(replication: 6, process: 3, day: 2, call: 1)
    let nextCall = sampler.uniform()
    sampler.seek(replication: 6, process: 3, day: 2, call: 0)
    for _ in 0..<2048 { _ = sampler.uniform() }
    let beyond = Philox.block(counter: SIMD4(0, 2, 3 | 1 << 16, 6), key: SIMD2(4, 0))
    let draw = sampler.uniform()
    #expect(draw == uniform(beyond.x, beyond.y))
    #expect(draw != nextCall)
  }

  /// Whole numbers only: they do not depend on the last digit of the C library's logarithm.
  @Test(arguments: [
    (CountSamplers.gsl, [173, 7, 14_070, 500_010_579, 229, 2, 24_781, 499_987_795]),
    (.fast, [192, 7, 14_062, 500_010_488, 251, 2, 24_781, 499_989_308]),
  ])
  func theDrawsOfSeed42AreFrozen(samplers: CountSamplers, frozen: [Int]) {
    var sampler = Sampler(seed: 42, counts: samplers)
    func at(_ call: Int, _ draw: (inout Sampler) -> Int) -> Int {
      sampler.seek(replication: 1, process: 1, day: 1, call: call)
      return draw(&sampler)
    }
    let draws = [
      at(0) { $0.poisson(mean: 200) },
      at(1) { $0.binomial(trials: 30, probability: 0.2) },
      at(2) { $0.binomial(trials: 20_000, probability: 0.7) },
      at(3) { $0.binomial(trials: 1_000_000_000, probability: 0.5) },
      at(4) { $0.negativeBinomial(mean: 200, size: 30) },
      at(5) { $0.hypergeometric(good: 20, bad: 180, sample: 30) },
      at(6) { $0.hypergeometric(good: 50_000, bad: 90_000, sample: 70_000) },
      at(7) { $0.poisson(mean: 5e8) },
    ]
    #expect(draws == frozen)
  }

  private func uniform(_ high: UInt32, _ low: UInt32) -> Double {
    (Double(UInt64(high) << 20 | UInt64(low) >> 12) + 0.5) / 0x1p52
  }
}
