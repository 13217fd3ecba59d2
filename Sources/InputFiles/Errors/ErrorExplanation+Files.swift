extension ErrorExplanation {
  static let files = [
    ErrorExplanation(
      "SC101",
      "not valid YAML",
      "不是有效的 YAML",
      "The text breaks YAML's form: indentation, a missing colon, an open quote or bracket.",
      "缩进、冒号、引号或括号有误,请检查所指位置附近。"
    ),
    ErrorExplanation(
      "SC102",
      "the file is empty",
      "文件为空",
      "There is nothing to read. Copy one of the files in scenarios/ and edit it.",
      "文件里没有内容,可从 scenarios/ 复制一份修改。"
    ),
    ErrorExplanation(
      "SC103",
      "a key stands twice",
      "键重复",
      "A map has the same key more than once, or a key that is no plain word. Keep one.",
      "同一层里有重复的键,请只留一个。"
    ),
    ErrorExplanation(
      "SC104",
      "too deep, too large, or too many aliases",
      "嵌套过深或过大",
      "The file nests deeper than 64 levels, holds more than 300,000 values, or uses more than 40 "
        + "aliases. Real scenarios need none of that.",
      "嵌套超过 64 层、值超过 30 万个或别名超过 40 个。"
    ),
    ErrorExplanation(
      "SC105",
      "not plain UTF-8 text",
      "不是 UTF-8 纯文本",
      "Bytes that are no UTF-8, or control characters. Save the file as UTF-8; in a spreadsheet "
        + "choose 'CSV UTF-8'.",
      "请另存为 UTF-8;表格软件里选择“CSV UTF-8”。"
    ),
    ErrorExplanation(
      "SC106",
      "the file is too large",
      "文件过大",
      "Files over 20 MB are refused: a scenario has a few kilobytes, ten years of history one "
        + "megabyte.",
      "文件超过 20 MB,可能选错了文件。"
    ),
    ErrorExplanation(
      "SC107",
      "the file is not found",
      "找不到文件",
      "The file, or the history that a scenario names, cannot be opened. The path of a history is "
        + "relative to the scenario file.",
      "文件打不开;历史文件的路径相对于场景文件。"
    ),
    ErrorExplanation(
      "SC108",
      "another format version",
      "格式版本不符",
      "The first line must be 'storecast: 1'.",
      "第一行应为 storecast: 1。"
    ),
    ErrorExplanation(
      "SC109",
      "the kind of file is not known",
      "无法识别文件类型",
      "A scenario begins with 'storecast: 1', a rule pack with 'pack:', a history with a line of "
        + "column names that starts with 'date'.",
      "场景以 storecast: 1 开头,规则包以 pack: 开头,历史表第一列是 date。"
    ),
  ]
}
