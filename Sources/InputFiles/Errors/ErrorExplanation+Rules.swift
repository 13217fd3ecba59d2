extension ErrorExplanation {
  static let rules = [
    ErrorExplanation(
      "SC401",
      "no such rule pack",
      "没有这个规则包",
      "'storecast rules list' names the packs. An id is platform.name@version.",
      "用 storecast rules list 查看规则包。"
    ),
    ErrorExplanation(
      "SC402",
      "a pack of another platform",
      "规则包属于其他平台",
      "Its consequences cannot act on this store. With 'consequences: off' it may score it.",
      "其他平台的规则只能在 consequences: off 时计分。"
    ),
    ErrorExplanation(
      "SC403",
      "a pack for another category",
      "规则包不适用于该类目",
      "The pack's numbers were published for other goods.",
      "该规则包的数字针对其他类目。"
    ),
    ErrorExplanation(
      "SC404",
      "no such rule parameter",
      "没有这个规则参数",
      "'storecast rules show PACK' lists the parameters that 'set' may override.",
      "用 storecast rules show 查看可改的参数。"
    ),
    ErrorExplanation(
      "SC405",
      "a pack is selected twice",
      "规则包重复",
      "Each pack scores the store once.",
      "同一规则包只能选一次。"
    ),
    ErrorExplanation(
      "SC406",
      "no such level",
      "没有这个等级",
      "The hint lists the states of the pack's ladder.",
      "提示里列出了该规则包的等级。"
    ),
    ErrorExplanation(
      "SC407",
      "a pack reads chats and there is no desk",
      "规则需要客服数据",
      "Without a service desk no chats are simulated, so the pack's rates would be absent for ever. "
        + "Add service_desk.",
      "没有 service_desk 就不模拟客服,请补上。"
    ),
    ErrorExplanation(
      "SC409",
      "a pack outside its time (notice)",
      "规则不在生效期(提示)",
      "The pack is not in force on every day of the forecast. It is applied all the same, because it "
        + "was named.",
      "规则包并非整个预测期都有效,仍按所选执行。"
    ),
    ErrorExplanation(
      "SC410",
      "a level is not given (notice)",
      "没有填写等级(提示)",
      "The pack's own first state is taken, with no memory of how long it has held.",
      "未填等级,按规则包的初始状态计算。"
    ),
    ErrorExplanation(
      "SC411",
      "no single version in force",
      "无法确定规则版本",
      "A pack named without @version is the one in force on the start. Name the version.",
      "请写明规则包的版本。"
    ),
    ErrorExplanation(
      "SC412",
      "a category without defaults (notice)",
      "类目没有专属默认值(提示)",
      "The general defaults are taken. Return and refund habits differ much between categories: "
        + "give after_sales.",
      "使用通用默认值;退款习惯因类目差别大,建议填写 after_sales。"
    ),
    ErrorExplanation(
      "SC413",
      "a rule's number given twice",
      "规则参数重复给出",
      "A scenario key that belongs to a pack and the pack's own 'set' name the same parameter.",
      "场景键与规则包的 set 指同一个参数。"
    ),
    ErrorExplanation(
      "SC414",
      "a pack's key without the pack",
      "键所属的规则包未选用",
      "The key is read by a rule pack that the scenario does not select.",
      "读取这个键的规则包没有被选用。"
    ),
    ErrorExplanation(
      "SC415",
      "a rule pack refuses an override",
      "规则包不接受这个取值",
      "The value is no number or word that the parameter allows, lies outside its range, or breaks a "
        + "sum that the pack states, as weights that must add up to 1.",
      "取值不是该参数允许的数字或词、超出范围,或使权重之和不再为 1。"
    ),
    ErrorExplanation(
      "SC416",
      "a pack of single cases in a forecast",
      "规则只用于单个案例",
      "The pack judges one claim, refund or reply at a time and says nothing about a day of a store. "
        + "It runs worked examples; leave it out of the scenario.",
      "该规则包只判定单个案例(一次索赔、一笔退款),不能用于预测,请从场景中去掉。"
    ),
  ]
}
