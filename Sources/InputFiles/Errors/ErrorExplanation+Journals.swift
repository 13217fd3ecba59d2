extension ErrorExplanation {
  static let journals = [
    ErrorExplanation(
      "JO101",
      "a folder that is no forecast",
      "不是预测文件夹",
      "storecast run and compare write a manifest.json into each forecast; the folder has none.",
      "预测文件夹里应有 manifest.json,这个文件夹没有。"
    ),
    ErrorExplanation(
      "JO102",
      "a manifest that cannot be read",
      "清单无法读取",
      "manifest.json is not what storecast writes. Make the forecast again.",
      "manifest.json 不是本程序写的内容,请重新预测。"
    ),
    ErrorExplanation(
      "JO103",
      "a forecast that was changed afterwards",
      "预测文件被改过",
      "The SHA-256 of a table is another one than in the manifest. What the journal keeps is later held "
        + "against what came true, so it takes only what was forecast.",
      "文件与清单中的 SHA-256 不符。日志只收预测时的原文,请重新预测。"
    ),
    ErrorExplanation(
      "JO104",
      "a table of a forecast that cannot be read",
      "预测表无法读取",
      "A column is missing, or a cell is no number. The columns are those of docs/csv-format.md.",
      "缺少列,或格子不是数。列名见 docs/csv-format.md。"
    ),
    ErrorExplanation(
      "JO105",
      "a file that is no journal",
      "不是预测日志",
      "The file of --journal is no SQLite database of storecast; it is left as it is.",
      "--journal 指的文件不是本程序的日志,未改动。"
    ),
    ErrorExplanation(
      "JO106",
      "a journal of a newer program",
      "日志由更新的版本写成",
      "A newer storecast has changed the journal's form. Journals are brought forward, never back.",
      "日志的格式比本程序新,请用新版本打开。"
    ),
    ErrorExplanation(
      "JO107",
      "a history of which store?",
      "历史属于哪家店?",
      "The journal holds forecasts of several stores, and a history is that of one. Say which with --store.",
      "日志里有几家店的预测,请用 --store 指明历史是哪家店的。"
    ),
    ErrorExplanation(
      "JO108",
      "a store that the journal does not know",
      "日志里没有这家店",
      "A store is called as its scenario is ('name', else the file's name), or as --store said when its "
        + "forecasts were added.",
      "店名取自方案的 name(没有则为文件名),或添加时 --store 所给的名字。"
    ),
    ErrorExplanation(
      "JO111",
      "rules that changed since the forecast (notice)",
      "预测之后规则包改过(提示)",
      "The file of a pack is another one than when the forecast was made. What came true is judged by the "
        + "text of today.",
      "规则包文件与预测时不同,现按今天的内容判断。"
    ),
    ErrorExplanation(
      "JO112",
      "claims decided otherwise before (notice)",
      "结论与上次不同(提示)",
      "An earlier check came to another result: the history or the rules have changed. The last check counts.",
      "历史或规则改过,结论与上次不同;以最近一次为准。"
    ),
  ]
}
