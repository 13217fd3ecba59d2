import Testing

/// The house as it stands.
///
/// What each check sees is tested in ``HouseRulesTests``.
@Suite struct ArchitectureTests {
  @Test func sourcesAreFound() throws {
    let modules = Set(try RepositoryFiles.sources().compactMap(\.module))
    #expect(modules.isSuperset(of: ["StoreModel", "Rules", "Sampling", "Simulation", "CPhilox"]))
    #expect(try RepositoryFiles.texts().contains { $0.path == "Package.swift" })
  }

  @Test func modulesImportOnlyWhatTheTableAllows() throws {
    let findings = try RepositoryFiles.sources().flatMap(HouseRules.forbiddenImports)
    #expect(findings == [])
  }

  @Test func eachOutsideThingHasOneImporter() {
    let inside = Set(ImportTable.allowed.keys)
    let outside = ImportTable.allowed.values.flatMap { $0 }
      .filter { !inside.contains($0) && !ImportTable.toolchain.contains($0) }
    #expect(Set(outside).count == outside.count)
  }

  @Test func importsNeverGoRound() {
    var reached: Set<String> = []
    var waiting = ImportTable.allowed
    while let next = waiting.first(where: { entry in
      entry.value.allSatisfy { reached.contains($0) || waiting[$0] == nil }
    }) {
      reached.insert(next.key)
      waiting[next.key] = nil
    }
    #expect(waiting.isEmpty)
  }

  @Test func filesAreShort() throws {
    let findings = try RepositoryFiles.sources().flatMap(HouseRules.excessLength)
    #expect(findings == [])
  }

  @Test func whatOtherModulesSeeIsDocumented() throws {
    let findings = try RepositoryFiles.sources().flatMap(HouseRules.undocumentedDeclarations)
    #expect(findings == [])
  }

  @Test func sourcesKnowNoPlatform() throws {
    let findings = try RepositoryFiles.sources().flatMap(HouseRules.platformWords)
    #expect(findings == [])
  }

  @Test func namesHaveAShape() throws {
    let findings = try RepositoryFiles.sources().flatMap(HouseRules.shapelessNames)
    #expect(findings == [])
  }

  @Test func nothingIsLeftUndone() throws {
    let findings = try RepositoryFiles.sources().flatMap(HouseRules.unfinishedWork)
    #expect(findings == [])
  }

  @Test func noFileKnowsAMachine() throws {
    let findings = try RepositoryFiles.texts().flatMap(HouseRules.machinePaths)
    #expect(findings == [])
  }
}
