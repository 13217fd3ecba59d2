import Reporting
import Testing

/// What makes a forecast that is there good enough not to be made again.
@Suite struct ResumeTests {
  private static let whole: Manifest = {
    var manifest = FreshStore.manifest
    manifest.isComplete = true
    manifest.defaultsDigest = "d"
    manifest.addedPacks = []
    return manifest
  }()

  @Test func aWholeForecastFromTheSameInputsIsKept() {
    var wanted = Self.whole
    wanted.byDates = ["2026-12-01"]
    wanted.threads = 7
    wanted.times.seconds = 0
    wanted.scenario.path = "elsewhere/fresh.yaml"
    wanted.history?.name = "elsewhere/fresh.csv"
    #expect(Self.whole.isWhole(andSameAs: wanted))
    wanted.addedPacks = nil
    #expect(Self.whole.isWhole(andSameAs: wanted))
  }

  @Test func anInterruptedOrOlderOneIsNot() {
    var found = Self.whole
    found.isComplete = false
    #expect(!found.isWhole(andSameAs: Self.whole))
    found.isComplete = nil
    #expect(!found.isWhole(andSameAs: Self.whole))
  }

  @Test func anyOtherInputMakesItNew() {
    let changes: [(inout Manifest) -> Void] = [
      { $0.command = "compare" }, { $0.version = "9" }, { $0.seed = 1 },
      { $0.replicationsWanted = 5 }, { $0.precision = nil }, { $0.horizonInDays = 1 },
      { $0.paths = 3 }, { $0.language = "en" }, { $0.scenario.sha256 = "x" },
      { $0.history = nil }, { $0.packs[0].sha256 = "x" }, { $0.packs = [] },
      { $0.samplers = "fast" }, { $0.defaultsDigest = "x" }, { $0.addedPacks = ["board.new@1"] },
    ]
    for (index, change) in changes.enumerated() {
      var wanted = Self.whole
      change(&wanted)
      #expect(!Self.whole.isWhole(andSameAs: wanted), "change \(index)")
    }
  }

  @Test func changedDefaultsAreSaid() {
    var repetition = Self.whole
    repetition.defaultsDigest = "e"
    #expect(
      Self.whole.changedInputs(in: repetition).map { $0.sentence(.en) }
        == ["the file of defaults has changed (d, now e)"]
    )
    #expect(FreshStore.manifest.changedInputs(in: repetition).isEmpty)
  }
}
