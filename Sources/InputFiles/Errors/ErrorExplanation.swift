/// What a code means and how to mend it; `docs/errors.md` is written from these.
package struct ErrorExplanation: Hashable, Sendable {
  /// The stable code.
  package let code: String
  /// What it says, in a few words.
  package let title: String
  /// The same in Chinese.
  package let chineseTitle: String
  /// What is wrong, why it matters, what to do.
  package let text: String
  /// The same in Chinese, shorter.
  package let chineseText: String

  init(_ code: String, _ title: String, _ chineseTitle: String, _ text: String, _ chinese: String) {
    self.code = code
    self.title = title
    self.chineseTitle = chineseTitle
    self.text = text
    chineseText = chinese
  }

  /// Every code, in order.
  package static let all: [ErrorExplanation] =
    files + values + relations + rules + packs + histories + scores + journals + imports
    + backtests

  /// The explanation of a code, in any case; `nil` for an unknown one.
  package static func explanation(of code: String) -> ErrorExplanation? {
    all.first { $0.code == code.uppercased() }
  }

  /// A code's explanation for a terminal.
  package func text(isChinese: Bool) -> String {
    isChinese
      ? "\(code) \(chineseTitle)\n\n\(chineseText)\n" : "\(code) \(title)\n\n\(text)\n"
  }

  /// `{"code","title","text","title_zh","text_zh"}` on one line.
  package var json: String {
    let fields = [
      ("code", code), ("title", title), ("text", text), ("title_zh", chineseTitle),
      ("text_zh", chineseText),
    ]
    let pairs = fields.map { "\"\($0.0)\": \(DiagnosticText.quoted($0.1))" }
    return "{" + pairs.joined(separator: ", ") + "}\n"
  }

  /// The page `docs/errors.md`.
  package static var page: String {
    let sections: [(String, [ErrorExplanation])] = [
      ("Files and YAML (SC1xx)", files), ("Values (SC2xx)", values),
      ("Values that contradict each other (SC3xx)", relations),
      ("Rules and standing (SC4xx)", rules), ("Rule packs (RP)", packs),
      ("Histories (HI)", histories), ("Scores (SR)", scores), ("Journals (JO)", journals),
      ("Imports (IM)", imports),
      ("Backtests (BT)", backtests),
    ]
    var page = """
      # Errors

      Every finding reads `FILE:LINE:COLUMN: error CODE: sentence`, then the line, a caret and a hint.
      All findings of a file come at once. `storecast explain CODE` prints what stands here.
      Codes keep their meaning from release to release. A *notice* or *warning* says how the file was
      read; only an *error* stops the program (exit status 65; 66 where a file was not found).

      """
    for (title, explanations) in sections {
      page += "\n## \(title)\n"
      for one in explanations {
        page += "\n### \(one.code) \(one.title) · \(one.chineseTitle)\n\n\(one.text)\n\n"
        page += one.chineseText + "\n"
      }
    }
    return page
  }
}
