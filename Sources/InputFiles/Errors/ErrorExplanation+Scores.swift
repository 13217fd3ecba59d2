extension ErrorExplanation {
  static let scores = [
    ErrorExplanation(
      "SR101",
      "a pack that decides single cases only",
      "规则包只判定单个案例",
      "It counts nothing over days, so a daily history tells it nothing. Its worked cases show what it is "
        + "for: storecast rules test --pack PACK.",
      "该规则包不按日计数,无法用每日历史评分;它的用法见算例:storecast rules test --pack 规则包。"
    ),
    ErrorExplanation(
      "SR102",
      "a date that the history cannot score",
      "日期不在历史可评分的范围内",
      "A morning is scored from the days before it: the first one is the day after the first row, the "
        + "last one at most a year after the last row.",
      "某日早上的评分来自此前各天:最早为首行的次日,最晚为末行之后一年。"
    ),
    ErrorExplanation(
      "SR103",
      "a standing of a later day",
      "现状的日期晚于评分日",
      "--standing tells where the store stands on the start of the scenario; it cannot tell an earlier "
        + "day. Leave --as-of out, or take a scenario that starts no later.",
      "--standing 说的是方案开始日的现状,不能用于更早的日期。"
    ),
    ErrorExplanation(
      "SR104",
      "a value is set that no pack has",
      "所设的参数不存在",
      "--set names a parameter of one of the packs; 'storecast rules show PACK' lists them.",
      "--set 里的名称须是所选规则包的参数,见 storecast rules show。"
    ),
    ErrorExplanation(
      "SR111",
      "no standing is told (notice)",
      "没有说明现状(提示)",
      "Without --standing a store stands on the first row's day where the pack lets a new store begin. "
        + "Levels, removals and what hangs on them are then those of a store that opened on that day.",
      "未给 --standing 时,从历史首日起按新店的初始等级推算。"
    ),
    ErrorExplanation(
      "SR112",
      "the standing says nothing about a pack (notice)",
      "现状里没有这个规则包(提示)",
      "The scenario's 'rules' do not name the pack, so its 'standing' holds no level or membership of it.",
      "方案的 rules 没有选这个规则包,现状里也就没有它的等级。"
    ),
    ErrorExplanation(
      "SR113",
      "days before the morning scored are not observed (notice)",
      "评分日之前有未观测的日子(提示)",
      "The history ends before the day before the morning scored. Windows count what they hold; the days "
        + "observed are told with each number.",
      "历史在评分日前一天之前就结束了;各指标的观测天数见结果。"
    ),
  ]
}
