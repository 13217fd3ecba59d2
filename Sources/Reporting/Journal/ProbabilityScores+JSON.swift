import Calibration

extension ProbabilityScores {
  /// The scores as JSON.
  var pairs: [(key: String, value: JSONText)] {
    [
      ("claims", .integer(count)), ("happened", .integer(hits)),
      ("expected", .number(expectedHits)), ("band_low", .integer(band.lowerBound)),
      ("band_high", .integer(band.upperBound)), ("brier", .number(brier)),
      ("base_rate_brier", .number(baseRateBrier)), ("skill", skill.map(JSONText.number) ?? .null),
      ("log_score", .number(logScore)),
    ]
  }
}

/// A bin of a reliability table as JSON.
struct ReliabilityBinText {
  let bin: ReliabilityBin

  init(_ bin: ReliabilityBin) {
    self.bin = bin
  }

  var json: JSONText {
    .object([
      ("from", .number(bin.low)), ("to", .number(bin.high)), ("claims", .integer(bin.count)),
      ("mean_probability", .number(bin.meanProbability)), ("happened", .integer(bin.hits)),
      ("band_low", .integer(bin.band.lowerBound)), ("band_high", .integer(bin.band.upperBound)),
      ("within_band", .flag(bin.isWithinBand)),
    ])
  }
}

extension MeasureCoverage {
  /// The coverage as JSON.
  func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("pack", .text(pack)), ("measure", .text(measure)), ("claims", .integer(count)),
      ("in_50", .integer(inHalf)), ("in_90", .integer(inNinety)), ("below", .integer(below)),
      ("above", .integer(above)), ("label", .text(language.pick(english, chinese))),
    ])
  }
}
