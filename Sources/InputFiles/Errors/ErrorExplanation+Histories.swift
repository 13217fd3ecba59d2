extension ErrorExplanation {
  static let histories = [
    ErrorExplanation(
      "HI101",
      "not valid CSV",
      "不是有效的 CSV",
      "An open quotation mark, text after a closing one, or far too many rows or columns.",
      "引号未闭合,或行列过多。"
    ),
    ErrorExplanation(
      "HI102",
      "the history is empty",
      "历史为空",
      "It needs a line of column names and at least one day.",
      "至少要有一行列名和一天数据。"
    ),
    ErrorExplanation(
      "HI103",
      "the first column is not date",
      "第一列不是 date",
      "The first column is 'date', cells are separated by commas.",
      "第一列必须是 date,用逗号分隔。"
    ),
    ErrorExplanation(
      "HI104",
      "unknown column",
      "未知的列",
      "docs/csv-format.md lists the columns; 'displayed_<score>' holds what the console showed.",
      "列名见 docs/csv-format.md。"
    ),
    ErrorExplanation(
      "HI105",
      "a column stands twice",
      "列重复",
      "Keep one of the two.",
      "同名的列只能有一个。"
    ),
    ErrorExplanation(
      "HI106",
      "a row with too many cells",
      "一行的格子过多",
      "Often a number with a thousands separator: 1,300 is two cells. Write 1300.",
      "常因千分位逗号,请写 1300。"
    ),
    ErrorExplanation(
      "HI107",
      "rows from the start on (notice)",
      "开始日之后的行(提示)",
      "Days on or after the scenario's start are what is forecast; they are left out.",
      "开始日及以后的行不使用。"
    ),
    ErrorExplanation(
      "HI108",
      "missing days (notice)",
      "缺少日期(提示)",
      "A day without a row is read as not observed. If nothing happened, write a row of zeros.",
      "没有的日期按未观测处理;若确实为零,请写 0。"
    ),
    ErrorExplanation(
      "HI109",
      "a file of orders lacks a column",
      "订单明细缺列",
      "It needs 'purchased', 'reviewed' and 'stars'; docs/backtest-format.md lists what else is read.",
      "至少要有 purchased、reviewed、stars 三列,见 docs/backtest-format.md。"
    ),
    ErrorExplanation(
      "HI201",
      "a row without a date",
      "行首不是日期",
      "Each row begins with a date YYYY-MM-DD. Spreadsheets like to change dates: format the column "
        + "as text.",
      "每行以 2026-09-30 这样的日期开头。"
    ),
    ErrorExplanation(
      "HI202",
      "dates out of order",
      "日期重复或乱序",
      "One row a day, in order of date.",
      "每天一行,按日期排列。"
    ),
    ErrorExplanation(
      "HI203",
      "a cell that is no count",
      "格子不是有效的数",
      "Counts are whole numbers from 0; gmv is in yuan, *_hours_total in hours, "
        + "*_seconds_total in seconds, with decimals. Empty means not observed.",
      "计数为不小于 0 的整数;gmv 为元,可带小数;空白表示未观测。"
    ),
    ErrorExplanation(
      "HI204",
      "a part exceeds its whole",
      "部分大于整体",
      "A count is larger than the one it is part of, as shipped_on_time of shipped.",
      "部分大于整体,如准时发货多于发货。"
    ),
  ]
}
