extension ErrorExplanation {
  static let values = [
    ErrorExplanation(
      "SC201",
      "unknown key",
      "未知的键",
      "The key is not part of the format, so it would change nothing. The message names the nearest "
        + "known key and the hint all that may stand there.",
      "格式里没有这个键;提示里列出了允许的键。"
    ),
    ErrorExplanation(
      "SC202",
      "a key is missing",
      "缺少必填的键",
      "The value has no honest default and must be given.",
      "此项没有合理的默认值,必须填写。"
    ),
    ErrorExplanation(
      "SC203",
      "wrong kind of value",
      "值的种类不对",
      "A map stands where a single value belongs, a single value where a list belongs, or the like.",
      "此处应为单个值、列表或键值表,与所填不符。"
    ),
    ErrorExplanation(
      "SC204",
      "not readable as a number",
      "不是数字",
      "Numbers are digits with one point: 1300, 0.08, -2. No thousands separators, no exponents, no "
        + "words. A range is 'A to B'.",
      "数字只写数字和小数点,不加千分位;范围写作 A to B。"
    ),
    ErrorExplanation(
      "SC205",
      "wrong or missing unit",
      "单位缺失或不对",
      "Shares are 8 % or 0.08, never bare 8; times carry s, min, h or days; money carries yuan; "
        + "growth carries % per month.",
      "比例写 8 % 或 0.08;时间带 s、min、h、days;金额带 yuan。"
    ),
    ErrorExplanation(
      "SC206",
      "out of range",
      "超出允许范围",
      "The value is outside what the model can carry or what makes sense; the message names the "
        + "limits.",
      "数值超出允许范围,信息里写有上下限。"
    ),
    ErrorExplanation(
      "SC207",
      "not a usable range",
      "范围无效",
      "'A to B' is an 80 % range: B must exceed A; amounts begin above 0 and end at most 50 times "
        + "higher; shares lie strictly between 0 % and 100 %.",
      "A to B 是八成范围:B 大于 A;金额类从 0 以上开始,最多 50 倍;比例严格在 0 % 与 100 % 之间。"
    ),
    ErrorExplanation(
      "SC208",
      "not a date",
      "不是日期",
      "Dates are YYYY-MM-DD, from 2000 to 2199.",
      "日期写作 2026-10-01。"
    ),
    ErrorExplanation(
      "SC209",
      "not a time of day",
      "不是时刻",
      "Times of day are HH:MM from 00:00 to 24:00, hours of a desk \"08:00-23:00\".",
      "时刻写作 08:00,时段写作 \"08:00-23:00\"。"
    ),
    ErrorExplanation(
      "SC210",
      "not one of the allowed words",
      "不在允许的词之内",
      "The hint lists the words that may stand here.",
      "提示里列出了允许的词。"
    ),
    ErrorExplanation(
      "SC211",
      "wrong number of items",
      "个数不对",
      "Star lists have 5 shares (five stars first), class lists 3 (happy, neutral, unhappy), the "
        + "hourly profile 24 numbers.",
      "星级 5 个(从五星到一星),满意度 3 个,小时分布 24 个。"
    ),
    ErrorExplanation(
      "SC212",
      "shares do not sum to 100 %",
      "比例之和不是 100 %",
      "The list divides one whole; its parts must sum to 100 (or to 1).",
      "各部分之和必须为 100(或 1)。"
    ),
    ErrorExplanation(
      "SC213",
      "a name stands twice",
      "名称重复",
      "Items of a list are addressed by name, so each needs its own.",
      "列表各项按名称引用,名称不能重复。"
    ),
    ErrorExplanation(
      "SC214",
      "a key without a value",
      "键没有值",
      "Give a value, or delete the line to take the default.",
      "请填写值,或删掉这一行以使用默认值。"
    ),
    ErrorExplanation(
      "SC215",
      "a range where one number belongs",
      "此处不能用范围",
      "This input is not drawn anew in each replication; give one number.",
      "此项只能是一个数。"
    ),
  ]
}
