extension Manifest {
  /// The manifest as JSON, keys in the order of the properties.
  package var json: JSONText {
    .object([
      ("command", .text(command)),
      ("version", .text(version)),
      ("seed", .unsigned(seed)),
      ("replications", .integer(replications)),
      ("replications_wanted", .integer(replicationsWanted)),
      ("precision", precision.map(JSONText.number) ?? .null),
      ("horizon_days", .integer(horizonInDays)),
      ("by", .list(byDates.map(JSONText.text))),
      ("paths", .integer(paths)),
      ("language", .text(language)),
      (
        "scenario",
        .object([
          ("path", .text(scenario.path)), ("sha256", .text(scenario.sha256)),
          ("text", .text(scenario.text)),
        ])
      ),
      ("history", history.map { $0.json(key: "path") } ?? .null),
      ("packs", .list(packs.map { $0.json(key: "id") })),
      ("threads", .integer(threads)),
      (
        "times",
        .object([("started", .text(times.started)), ("seconds", .number(times.seconds))])
      ),
      ("files", .list(files.map { $0.json(key: "name") })),
      ("samplers", samplers.map { .text($0) } ?? .null),
      ("defaults_sha256", defaultsDigest.map { .text($0) } ?? .null),
      ("added_packs", addedPacks.map { .list($0.map(JSONText.text)) } ?? .null),
      ("complete", isComplete.map { .flag($0) } ?? .null),
    ])
  }
}

extension Manifest.File {
  func json(key: String) -> JSONText {
    .object([(key, .text(name)), ("sha256", .text(sha256))])
  }
}
