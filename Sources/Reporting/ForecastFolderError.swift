import Rules

/// Why a forecast folder or a table cannot be written.
package struct ForecastFolderError: Error, Hashable, Sendable {
  /// The reason.
  package enum Reason: Hashable, Sendable {
    /// A file has its name.
    case isAFile
    /// It holds files, this one for instance, and no manifest of a forecast.
    case holdsOtherFiles(String)
    /// A folder has the table's name.
    case isAFolder(TableFile.Kind)
    /// A file has the table's name and other contents.
    case isOfAnotherKind(TableFile.Kind)
    /// Something has the name of a file that is only ever made anew.
    case exists
    /// What the system says.
    case system(String)
  }

  /// The folder or file.
  package var path: String
  /// The reason.
  package var reason: Reason

  /// Creates the error about a folder or file.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What is wrong and how to mend it.
  package func message(_ language: ReportLanguage) -> String {
    switch reason {
    case .isAFile:
      language.pick(
        "\(path) is a file, so the forecast cannot be written there; name a folder with --out.",
        "\(path) 是文件,不能写预测结果;请用 --out 指定一个文件夹。"
      )
    case .holdsOtherFiles(let example):
      language.pick(
        "\(path) holds \(example) and no manifest.json, so it is no forecast and is left alone;"
          + " name an empty or a new folder with --out.",
        "\(path) 里有 \(example) 而没有 manifest.json,不是预测文件夹,未改动;请用 --out 指定空文件夹或新文件夹。"
      )
    case .isAFolder(let kind):
      language.pick(
        "\(path) is a folder, so the \(kind.name.english) cannot be written there; name another file"
          + " with \(kind.option).",
        "\(path) 是文件夹,不能写成\(kind.name.chinese);请用 \(kind.option) 指定另一个文件。"
      )
    case .isOfAnotherKind(let kind):
      language.pick(
        "\(path) is no \(kind.name.english) that storecast wrote and is left alone; name another file"
          + " with \(kind.option).",
        "\(path) 不是 storecast 写的\(kind.name.chinese),未改动;请用 \(kind.option) 指定另一个文件。"
      )
    case .exists:
      language.pick(
        "\(path) is there already and may hold your own numbers, so it is left alone; name a new file.",
        "\(path) 已存在,里面可能有你填的数,未改动;请另取文件名。"
      )
    case .system(let text):
      language.pick(
        "\(path) cannot be written: \(text)",
        "\(path) 无法写入:\(text)"
      )
    }
  }
}

extension TableFile.Kind {
  /// What people call it.
  fileprivate var name: Label {
    switch self {
    case .roster: Label(english: "roster", chinese: "排班表")
    case .history: Label(english: "history", chinese: "历史表")
    case .scores: Label(english: "table of scores", chinese: "每日评分表")
    case .portfolio: Label(english: "portfolio", chinese: "多店排名")
    case .claims: Label(english: "table of claims", chinese: "预测核对表")
    }
  }

  /// The option that names the file.
  fileprivate var option: String { self == .portfolio ? "--portfolio" : "--out" }
}
