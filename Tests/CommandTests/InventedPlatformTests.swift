import Foundation
import TestSupport
import Testing

/// A platform that stands in no line of Swift runs in a forecast: YAML alone.
@Suite struct InventedPlatformTests {
  @Test func aPlatformOfYAMLAloneRuns() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "harbor")
    let fixtures = Repository.root.appending(path: "Tests/Fixtures")
    let result = try Program.run([
      "run", fixtures.appending(path: "harbor-store.yaml").path, "--replications", "200",
      "--rules-dir", fixtures.appending(path: "rules").path, "--out", out.path, "--lang", "en",
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("BERTH"))
    let pack = ["pack": "harbor.berth@1"]

    let events = try ForecastCSV(out.appending(path: "event_summary.csv"))
    let reached = events.values(
      "probability",
      where: pack.merging(["event": "inner_reached"]) { $1 }
    )
    #expect(reached.compactMap(Double.init).contains { $0 > 0 && $0 < 1 })

    let occupancy = try ForecastCSV(out.appending(path: "occupancy.csv"))
    for ladder in ["berth", "pilot"] {
      let shares = occupancy.values(
        "probability",
        where: pack.merging(["ladder": ladder, "day": "60"]) { $1 }
      ).compactMap(Double.init)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }

    let money = try ForecastCSV(out.appending(path: "money.csv"))
    let toll = money.values(
      "mean",
      where: pack.merging(["item": "toll", "period": "horizon"]) { $1 }
    )
    let paid = money.values(
      "mean",
      where: ["pack": "store", "item": "compensation", "period": "horizon"]
    )
    #expect(toll == paid)
    #expect(toll.compactMap(Double.init).contains { $0 > 0 })

    let capped = money.values(
      "mean",
      where: pack.merging(["item": "lost_to_berth", "period": "horizon"]) { $1 }
    )
    #expect(capped.compactMap(Double.init).contains { $0 > 0 })
  }

  @Test func aTierIsOccupiedAndWhatMustBeSetIsSaidFirst() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "lights")
    let fixtures = Repository.root.appending(path: "Tests/Fixtures")
    let file = fixtures.appending(path: "harbor-lights.yaml").path
    let rules = ["--rules-dir", fixtures.appending(path: "rules").path, "--lang", "en"]
    let result = try Program.run(
      ["run", file, "--replications", "200", "--out", out.path] + rules
    )
    #expect(result.status == 0, "\(result.errors)")
    let sentence = "The light is a guess (light 80 %, height 3000 yuan); ask the keeper."
    #expect(result.output.hasPrefix(sentence + "\n"))

    let checked = try Program.run(["check", file, "--format", "json"] + rules)
    #expect(checked.status == 0)
    #expect(checked.output.contains("RP134") && checked.output.contains(sentence))

    let occupancy = try ForecastCSV(out.appending(path: "occupancy.csv"))
    for day in ["1", "32", "75"] {
      let shares = occupancy.values(
        "probability",
        where: ["pack": "harbor.lighthouse@1", "ladder": "light", "day": day]
      ).compactMap(Double.init)
      #expect(shares.count == 3 && abs(shares.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func whatOtherNumbersOfARuleWouldDoIsCompared() throws {
    let folder = try TemporaryFolder()
    let fixtures = Repository.root.appending(path: "Tests/Fixtures")
    var text = try String(
      contentsOf: fixtures.appending(path: "harbor-store.yaml"),
      encoding: .utf8
    )
    text.replace(
      "rules: [harbor.berth@1]",
      with: "rules: [{pack: harbor.berth@1, set: {prompt.ge: 0.99}}]"
    )
    text += """
      alternatives:
        - {name: lenient, rules: [{pack: harbor.berth@1, set: {prompt.ge: 0.5}}]}
        - {name: later, from: 2026-04-10, rules: [{pack: harbor.berth@1, set: {prompt.ge: 0.5}}]}

      """
    let file = folder.url.appending(path: "store.yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let out = folder.url.appending(path: "out")
    let arguments = [
      "--replications", "200", "--rules-dir", fixtures.appending(path: "rules").path, "--out",
      out.path, "--lang", "en",
    ]
    let result = try Program.run(["compare", file.path] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.contains(
        "Set (harbor.berth@1): prompt.ge 0.99 instead of 0.95; pilot.share 0.4"
      )
    )

    func probabilities(_ alternative: String) throws -> [Double] {
      try ForecastCSV(out.appending(path: "events.csv")).values(
        "probability",
        where: ["alternative": alternative, "event": "inner_reached"]
      ).compactMap(Double.init)
    }
    let baseline = try probabilities("baseline")
    let lenient = try probabilities("lenient")
    let later = try probabilities("later")
    #expect(baseline.count == 75 && lenient.count == 75 && later.count == 75)
    #expect(zip(baseline, lenient).allSatisfy { $0 <= $1 } && baseline.last != lenient.last)
    // 1 March is day 1, so 10 April is day 41.
    #expect(later.prefix(40) == baseline.prefix(40))
    #expect(later.last != baseline.last)

    let daily = try ForecastCSV(out.appending(path: "daily.csv"))
    func threshold(_ alternative: String) -> Set<String> {
      Set(
        daily.values("threshold", where: ["alternative": alternative, "measure": "prompt"])
      )
    }
    #expect(threshold("baseline") == ["0.99"] && threshold("lenient") == ["0.5"])
    let assumptions = try ForecastCSV(out.appending(path: "assumptions.csv"))
    #expect(assumptions.values("value", where: ["origin": "override"]) == ["0.99", "0.4"])
  }
}
