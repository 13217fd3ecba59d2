extension ErrorExplanation {
  static let backtests = [
    ErrorExplanation(
      "BT101",
      "no past forecast can be checked",
      "没有可检验的历史预测",
      "A past forecast needs 90 days before it, its outcome after it, and more than 20 ratings, orders or "
        + "deliveries in those 90 days. Give a longer history, or a shorter --horizon.",
      "每次历史预测需要之前 90 天、之后的实际结果,且这 90 天内的评价、订单或签收多于 20。请给更长的历史,或缩短 --horizon。"
    ),
    ErrorExplanation(
      "BT102",
      "no store of the orders fits a history",
      "订单文件里没有对应的店",
      "Orders are matched to a history by the column 'store' and the history's file name, with or without "
        + "'store_' before it. --store names the store of a single history.",
      "按订单文件的 store 列与历史文件名(可带 store_ 前缀)对应;单个历史可用 --store 指明。"
    ),
    ErrorExplanation(
      "BT103",
      "no past forecast of rule events can be checked",
      "没有可检验的规则事件预测",
      "A past forecast of rule events needs 90 days before it, as many days after it as --within asks for, and "
        + "more than 20 ratings, orders or deliveries in those 90 days.",
      "规则事件的历史预测需要之前 90 天、之后有 --within 所问的天数,且这 90 天内的评价、订单或签收多于 20。"
    ),
    ErrorExplanation(
      "BT104",
      "the scenario names no rules",
      "方案没有写规则",
      "backtest --scenario checks the events of the packs that the scenario names under 'rules:'; there are none.",
      "backtest --scenario 检验方案 rules: 里所列规则包的事件;现在一个也没有。"
    ),
    ErrorExplanation(
      "BT111",
      "a history is left out (notice)",
      "有一家店未参与(提示)",
      "It is too short, or too little happened in it, for any forecast to be checked.",
      "历史太短或数量太少,没有可检验的预测。"
    ),
    ErrorExplanation(
      "BT112",
      "a store without orders (notice)",
      "有一家店没有订单明细(提示)",
      "The file of orders has no row of this store, so that what is in transit is not known for it.",
      "订单文件里没有这家店,其在途订单未知。"
    ),
    ErrorExplanation(
      "BT113",
      "what tells of one day is left out (notice)",
      "只说某一天的内容不用于历史日期(提示)",
      "Displayed scores, totals of the last 30 days or of the month, open work and the first day at a level hold on "
        + "the scenario's own start. On a past date they are left out, in the forecast and in what is held against it.",
      "后台显示分、近 30 天或本月累计、未完成的工作、到达等级的日期只对方案自己的起始日成立;历史日期上的预测和核对都不用它们。"
    ),
    ErrorExplanation(
      "BT114",
      "no forecast on some past dates (notice)",
      "有些历史日期没有预测(提示)",
      "On these dates the scenario, filled in from the rows before them, cannot be read; the first reason is told.",
      "在这些日期,用之前的历史填好的方案无法读取;列出的是第一个原因。"
    ),
  ]
}
