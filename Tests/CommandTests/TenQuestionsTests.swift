import Foundation
import TestSupport
import Testing

/// Every command of the page of ten questions runs and answers with its sentence, in both languages.
@Suite struct TenQuestionsTests {
  /// What the answer to each question says, in English and in Chinese.
  private static let sentences: [(en: String, zh: String)] = [
    (#"\d+ stores.*Worst: "#, #"\d+ 家店.*最"#),
    (#"Rating falls below 4\.5: .* in 100"#, #"跌破 4\.5"#),
    (#"[\d,]+ further five-star ratings"#, #"五星"#),
    (#"Reaches LV3: \d+ in 100"#, #"LV3"#),
    (#"net .* yuan"#, #"净赚"#),
    (#"rating falls below 4\.5"#, #"跌破 4\.5"#),
    (#"You need \d+ agents"#, #"\d+ 人|\d+ 个"#),
    (#"Room left today: .*"#, #"今天的余量"#),
    (#"\d+ stores"#, #"\d+ 家店"#),
    (#"we said \d+ in 100 for .* happened"#, #"的可能性约 \d+%;发生了"#),
  ]

  private static let questions: [[String]] = {
    let page = Repository.root.appending(path: "docs/ten-questions.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n## ").dropFirst().map { section in
      section.split(separator: "\n").filter { $0.hasPrefix("storecast ") }.map(String.init)
    }
  }()

  @Test func thereAreTenWithCommands() {
    #expect(Self.questions.count == Self.sentences.count)
    #expect(Self.questions.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: 1...10, ["en", "zh"])
  func theQuestionIsAnswered(number: Int, language: String) throws {
    let folder = try TemporaryFolder()
    for name in ["scenarios", "rules"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name),
        withDestinationURL: Repository.root.appending(path: name)
      )
    }
    var output = ""
    for command in try #require(Self.questions.dropFirst(number - 1).first) {
      var arguments = try command.split(separator: " ").dropFirst().flatMap { word in
        try Self.expanded(String(word), in: folder.url)
      }
      if ["run", "compare", "staffing"].contains(arguments[0]) {
        arguments += ["--replications", "200"]
      }
      let result = try Program.run(arguments + ["--lang", language], in: folder.url)
      #expect(result.status == 0, "\(command): \(result.errors)")
      output += result.output
    }
    let sentence = Self.sentences[number - 1]
    let pattern = try Regex(language == "en" ? sentence.en : sentence.zh)
    let line = output.replacing(/\s+/, with: " ")
    #expect(line.contains(pattern), "\(output)")
  }

  /// What a shell makes of `folder/*.yaml`.
  private static func expanded(_ word: String, in folder: URL) throws -> [String] {
    guard word.hasSuffix("/*.yaml") else { return [word] }
    let name = String(word.dropLast(7))
    let path = folder.appending(path: name).path
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { name + "/" + $0 }
  }
}
