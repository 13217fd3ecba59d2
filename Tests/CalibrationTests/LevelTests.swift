import Calibration
import Sampling
import Testing

@Suite struct LevelTests {
  @Test(arguments: [1.02, 1.7, 3, 4.3, 4.98])
  func tiltedSharesHaveTheWantedMean(mean: Double) {
    let shares = TiltTable.tilted([0.115, 0.031, 0.081, 0.194, 0.579], to: mean)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(abs(StarMoments(of: shares).mean - mean) < 1e-9)
    #expect(shares.allSatisfy { $0 > 0 })
  }

  @Test func sharesAtTheirOwnMeanStay() {
    let shares = [0.1, 0.05, 0.1, 0.2, 0.55]
    let tilted = TiltTable.tilted(shares, to: StarMoments(of: shares).mean)
    #expect(zip(shares, tilted).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func starsAreWholeAndWithinTheirEnds() {
    let table = TiltTable([0.1, 0.05, 0.1, 0.2, 0.55])
    var sampler = Sampler(seed: 5)
    for call in 0..<200 {
      sampler.seek(replication: 0, process: 9, day: 0, call: call)
      let sum = table.starSum(of: 7, mean: 1 + Double(call) / 50, &sampler)
      #expect(sum == sum.rounded() && (7...35).contains(sum))
      let many = table.starSum(of: 400, mean: 4.99, &sampler)
      #expect((400...2000).contains(many))
    }
    #expect(table.starSum(of: 6, mean: 5, &sampler) == 30)
    #expect(table.starSum(of: 6, mean: 1, &sampler) == 6)
  }

  @Test func evidenceMovesTheLevelAndNarrowsIt() {
    var filter = LevelFilter()
    let before = filter.posterior
    for _ in 0..<60 { filter.advance(StarCounts([9, 1, 0, 0, 0])) }
    let after = filter.posterior
    #expect(abs(after.weights.reduce(0, +) - 1) < 1e-12)
    #expect(after.meanLevel + after.meanDeviation < 2)
    #expect(after.shares[0] > before.shares[0])
    #expect(zip(after.states, before.states).allSatisfy { $0.pmm < $1.pmm })
  }

  @Test func unobservedDaysLeaveTheMeanAndWiden() {
    var filter = LevelFilter(grid: .fixed)
    filter.advance(StarCounts([0, 0, 1, 2, 4]))
    let before = filter.posterior.states[0]
    filter.advance(nil)
    let after = filter.posterior.states[0]
    #expect(after.m == before.m)
    #expect(after.pmm > before.pmm)
    #expect(after.logLikelihood == before.logLikelihood)
    var none = filter
    none.advance(StarCounts())
    filter.advance(nil)
    #expect(none.posterior.states == filter.posterior.states)
  }

  @Test func aCampaignOpensTheLevel() {
    var filter = LevelFilter(grid: .fixed)
    for _ in 0..<100 { filter.advance(StarCounts([0, 0, 0, 2, 8])) }
    let settled = filter
    filter.advance(nil, beginsCampaign: true)
    #expect(filter.posterior.states[0].pmm > 0.25)
    #expect(filter.posterior.states[0].pmf == 0)
    var usual = settled
    usual.advance(nil)
    #expect(usual.posterior.states[0].pmm < 0.05)
  }

  @Test func aPathRepeatsAtItsPosition() {
    var filter = LevelFilter()
    for _ in 0..<30 { filter.advance(StarCounts([1, 0, 1, 2, 6])) }
    let posterior = filter.posterior
    func walk() -> [Double] {
      var sampler = Sampler(seed: 3)
      sampler.seek(replication: 4, process: CalibrationProcess.levelStart, day: 30, call: 0)
      var path = posterior.path(&sampler)
      return (0..<5).map { _ in
        path.step(&sampler)
        return path.mean
      }
    }
    #expect(walk() == walk())
    #expect(walk().allSatisfy { (1...5).contains($0) })
  }
}
