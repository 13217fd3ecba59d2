extension ErrorExplanation {
  static let relations = [
    ErrorExplanation(
      "SC301",
      "horizon and until",
      "horizon 与 until 冲突",
      "Both say when the forecast ends. Keep one.",
      "二者只能写一个。"
    ),
    ErrorExplanation(
      "SC302",
      "the forecast ends before it starts, or too late",
      "结束日期不合理",
      "'until' is the last day: on or after the start, at most 1,100 days of forecast.",
      "until 不早于开始日,最多预测 1100 天。"
    ),
    ErrorExplanation(
      "SC303",
      "short and long form together",
      "简写与完整写法并存",
      "'agents' and 'hours' are the short form of one shift, a total of contacts that of before and "
        + "after. Use one form.",
      "简写和完整写法只能用一种。"
    ),
    ErrorExplanation(
      "SC304",
      "hours of a shift, break or show do not fit",
      "班次、休息或直播的时段不合理",
      "A shift that ends at an earlier time than it begins reaches into the next morning. A break lies "
        + "within its shift; live shows and after-sales hours end on their own day.",
      "结束早于开始的班次跨到次日早上;休息须在班次内;直播和售后时段须当天结束。"
    ),
    ErrorExplanation(
      "SC305",
      "a promotion's dates contradict each other",
      "促销日期矛盾",
      "It ends before it begins, lasts more than 400 days, or has a peak outside its days.",
      "促销结束早于开始、过长,或高峰日不在期间内。"
    ),
    ErrorExplanation(
      "SC306",
      "shares do not fit into 100 %",
      "占比之和不对",
      "Every parcel goes to one courier. An alternative that adds a courier must also lower the "
        + "share of another. Live shows of one weekday gather at most all its orders.",
      "各快递占比之和须为 100 %;增加快递时要调低其他快递。同一天的直播占比合计不超过 100 %。"
    ),
    ErrorExplanation(
      "SC307",
      "a path leads nowhere",
      "路径无效",
      "'set' and 'add' of an alternative name what they change by dotted path, list items by name: "
        + "couriers.economy.share. Dates and the standing cannot be changed; numbers of rules are, under "
        + "'rules', of packs that the scenario names.",
      "set 的路径用点分隔,列表项用名称;日期和现状不能改;规则里的数写在 rules 下,且该规则包须在方案外层选用。"
    ),
    ErrorExplanation(
      "SC308",
      "an alternative begins outside the forecast",
      "方案开始日不在预测期内",
      "'from' must be a day of the forecast.",
      "from 必须在预测期内。"
    ),
    ErrorExplanation(
      "SC309",
      "spread of demand given twice",
      "订单波动重复给出",
      "'busiest_and_quietest_day' is solved for 'dispersion' and 'shock'. Give either the days or the "
        + "numbers.",
      "最忙与最闲日和 dispersion、shock 只能给一种。"
    ),
    ErrorExplanation(
      "SC310",
      "refunds do not add up",
      "退款比例矛盾",
      "Quality returns are part of all refunds, and refunds with and without return are at most all "
        + "orders. Where a default is involved, give all three.",
      "品质退款不能多于全部退款,退款合计不能超过全部订单。"
    ),
    ErrorExplanation(
      "SC311",
      "an alternative changes nothing",
      "方案没有改动",
      "It has neither 'set' nor 'add' nor 'rules', or sets what already holds.",
      "方案没有 set、add 或 rules,或与原样相同。"
    ),
    ErrorExplanation(
      "SC312",
      "a part exceeds its whole",
      "部分大于整体",
      "Among the totals of the last 30 days a count exceeds the one it is part of.",
      "近 30 天合计中,部分大于整体。"
    ),
    ErrorExplanation(
      "SC313",
      "since when, and of what",
      "等级起始日矛盾",
      "A level's first day lies after the start, or is given without the level.",
      "等级起始日晚于开始日,或没有写等级。"
    ),
    ErrorExplanation(
      "SC314",
      "a figure that no handle time explains",
      "接待时长无法解释客服现状",
      "first_reply_now or within_3min_now is what the console shows of today's desk, and the handle time "
        + "that explains it is sought between 1 s and 4 h. With the chats and the people of the file none "
        + "does; the message says what can be explained. Check the shifts, contacts_per_order, bot and "
        + "reaction, or give handle_time.",
      "按文件里的咨询量和排班,1 秒到 4 小时之间没有哪个接待时长能得出后台显示的首响或 3 分钟回复率。"
        + "请核对班次、每单咨询数、机器人和反应时间,或直接写 handle_time。"
    ),
  ]
}
