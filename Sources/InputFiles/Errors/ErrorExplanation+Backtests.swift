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
  ]
}
