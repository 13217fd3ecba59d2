package import Rules

/// How worked examples came out: what `rules test` prints.
package struct ExampleReport {
  private let tested: Int
  private let failures: [ExampleFailure]
  private let language: ReportLanguage

  /// Creates the report of `tested` examples; an example fails once, however many fields differ.
  package init(tested: Int, failures: [ExampleFailure], language: ReportLanguage) {
    self.tested = tested
    self.failures = failures
    self.language = language
  }

  private var failed: Int { Set(failures.map(\.id)).count }

  /// Whether every example passed.
  package var isPassed: Bool { failures.isEmpty }

  /// Each field that differs on its own lines, then the counts.
  package var text: String {
    failures.map { failure in
      "\(failure.id): \(failure.field)\n"
        + language.pick("  expected ", "  应为 ") + failure.expected + "\n"
        + language.pick("  found    ", "  实得 ") + failure.found + "\n"
    }.joined()
      + language.pick(
        "\(tested - failed) passed, \(failed) failed\n",
        "通过 \(tested - failed) 个,不符 \(failed) 个\n"
      )
  }

  /// `{"passed", "failed", "failures": [{"id", "field", "expected", "found"}]}`.
  package var json: JSONText {
    .object([
      ("passed", .integer(tested - failed)),
      ("failed", .integer(failed)),
      (
        "failures",
        .list(
          failures.map {
            .object([
              ("id", .text($0.id)), ("field", .text($0.field)), ("expected", .text($0.expected)),
              ("found", .text($0.found)),
            ])
          }
        )
      ),
    ])
  }
}
