package import Rules
package import StoreModel

extension RuleLibrary {
  /// A pack that scores from a morning on.
  package struct VersionInForce: Sendable {
    /// The pack.
    package var pack: RulePack
    /// The first morning.
    package var from: CalendarDay
  }

  /// The packs of a name that are in force from one day to another, by date.
  ///
  /// A full id is that pack on every day. A name without version is each day's version; on days of
  /// none, the one before counts, else the first one after.
  ///
  /// - Throws: ``InputErrors`` as ``pack(named:on:)``.
  package func versions(
    named name: String,
    from first: CalendarDay,
    through last: CalendarDay
  ) throws(InputErrors) -> (versions: [VersionInForce], notices: [Diagnostic]) {
    let family = name.contains("@") ? [] : packIDs().filter { $0.prefix { $0 != "@" } == name }
    guard family.count > 1 else {
      var found = try pack(named: name, on: first)
      if found.notices.isEmpty { found = try pack(named: name, on: last) }
      return ([VersionInForce(pack: found.pack, from: first)], found.notices)
    }
    var packs: [RulePack] = []
    for id in family { packs.append(try pack(named: id, on: nil).pack) }
    var notices: [Diagnostic] = []
    var versions: [VersionInForce] = []
    let turns = Set(packs.flatMap { [$0.effectiveFrom, $0.effectiveTo].compactMap { $0 } })
    for day in [first] + turns.filter({ $0 > first && $0 <= last }).sorted() {
      let inForce = packs.filter { $0.isInForce(on: day) }
      // The library knows best what to say about several, or about none at all.
      if inForce.count > 1 { _ = try pack(named: name, on: day) }
      let next = packs.filter { ($0.effectiveFrom ?? day) > day }
        .min { ($0.effectiveFrom ?? day) < ($1.effectiveFrom ?? day) }
      guard let chosen = inForce.first ?? versions.last?.pack ?? next else {
        _ = try pack(named: name, on: day)
        continue
      }
      if inForce.isEmpty { notices += try pack(named: chosen.id, on: day).notices }
      guard versions.last?.pack.id != chosen.id else { continue }
      versions.append(VersionInForce(pack: chosen, from: day))
    }
    return (versions, notices)
  }
}
