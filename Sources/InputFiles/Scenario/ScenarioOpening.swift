import StoreModel

/// Reads what a scenario says about itself: version, name, platform, dates and settings.
struct ScenarioOpening {
  /// The keys read here.
  static let keys = [
    "storecast", "name", "platform", "category", "start", "horizon", "until", "replications",
    "seed", "history",
  ]

  let root: Section
  let name: String
  let platform: String
  let category: String?
  let start: CalendarDay?
  let horizonInDays: Int
  let replications: Int
  let seed: UInt64

  init(_ root: Section, file: String, defaults: ScenarioDefaults) {
    self.root = root
    let reader = root.reader
    let version = root.required("storecast", hint: "write storecast: 1 as the first line")
    if let version, version.document.text != String(ScenarioReader.version) {
      reader.report(
        "SC108",
        at: version,
        "the format version must be \(ScenarioReader.version), found \(version.document.kind)",
        hint: "this program reads storecast: \(ScenarioReader.version)"
      )
    }
    name = root.given("name").flatMap { reader.text(of: $0) } ?? FileName.stem(of: file)
    platform = root.text("platform", hint: "the platform's key, as rule packs name it")
    category = root.given("category").flatMap { reader.text(of: $0) }
    start = root.date("start", hint: "day 1 of the forecast, as 2026-10-01")
    replications = root.count("replications", in: 1...10_000_000, isNoted: false)
    seed = Self.seed(root)
    horizonInDays = Self.horizon(root, start: start)
    if let category, !defaults.categories.contains(category) {
      let nearest = NearestName.nearest(to: category, among: defaults.categories)
      reader.report(
        "SC412",
        at: root.given("category") ?? root.field,
        "the category '\(category.clipped)' has no defaults of its own; the general ones are taken"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        hint: "with defaults: " + defaults.categories.joined(separator: ", "),
        severity: .notice
      )
    }
  }

  private static func seed(_ root: Section) -> UInt64 {
    guard let field = root.required("seed", isNoted: false) else { return 0 }
    let text = field.document.text ?? ""
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let seed = UInt64(text) else {
      root.reader.report(
        "SC204",
        at: field,
        "'seed' must be a whole number from 0 to \(UInt64.max), found \(field.document.kind)"
      )
      return 0
    }
    return seed
  }

  private static func horizon(_ root: Section, start: CalendarDay?) -> Int {
    let limits = 1...1100
    let reader = root.reader
    let horizon = root.given("horizon")
    let until = root.given("until")
    if let horizon, until != nil {
      reader.report(
        "SC301",
        at: horizon,
        "'horizon' and 'until' exclude each other",
        hint: "keep one of them"
      )
      return 1
    }
    if let until {
      guard let last = reader.date(of: until), let start else { return 1 }
      guard limits.contains(last - start + 1) else {
        reader.report(
          "SC302",
          at: until,
          "'until' must lie 0 to \(limits.upperBound - 1) days after the start \(start), found "
            + "\(last)"
        )
        return 1
      }
      return last - start + 1
    }
    if root.gives("horizon") || root.gives("until"), horizon == nil { return 1 }
    guard let horizon else {
      reader.report(
        "SC202",
        at: root.field,
        "'horizon' is missing",
        hint: "write horizon: 90 days, or until: with the last date"
      )
      return 1
    }
    let days = reader.known(of: horizon, .days, in: 1...1100) ?? 1
    if days != days.rounded() {
      reader.report("SC206", at: horizon, "'horizon' must be whole days")
    }
    return Int(days)
  }
}
