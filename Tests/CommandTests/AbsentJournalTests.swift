#if !Journal
  import TestSupport
  import Testing

  /// A program built without the journal.
  @Suite struct AbsentJournalTests {
    @Test func theProgramSaysHowToBuildIt() throws {
      for language in ["en", "zh"] {
        let result = try Program.run(["journal", "check", "--lang", language])
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.contains("--traits Journal"), "\(result.errors)")
        #expect(result.errors.contains("libsqlite3-dev"))
      }
    }
  }
#endif
