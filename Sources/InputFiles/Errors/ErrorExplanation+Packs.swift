extension ErrorExplanation {
  static let packs = [
    ErrorExplanation(
      "RP101",
      "unknown key in a rule pack",
      "规则包里有未知的键",
      "The key is not part of the pack format; the message lists what may stand there.",
      "规则包格式里没有这个键。"
    ),
    ErrorExplanation(
      "RP102",
      "a key of a rule pack is missing",
      "规则包缺少键",
      "The named part of the pack needs this key.",
      "所指部分缺少必填的键。"
    ),
    ErrorExplanation(
      "RP103",
      "wrong kind of value in a rule pack",
      "规则包的值种类不对",
      "A map, a list or a single value was expected and something else stands there.",
      "此处应为键值表、列表或单个值。"
    ),
    ErrorExplanation(
      "RP104",
      "unknown name in a rule pack",
      "规则包里有未知的名称",
      "A formula, ladder or report names a parameter, input, node or state that the pack does not "
        + "define. The message lists known names.",
      "公式或等级引用了规则包里没有定义的名称。"
    ),
    ErrorExplanation(
      "RP106",
      "a value that cannot be read",
      "规则包的值无法读取",
      "A number, date, truth value or word is not written in the way the message says.",
      "数字、日期或词的写法不对。"
    ),
    ErrorExplanation(
      "RP107",
      "unknown operator",
      "未知的运算",
      "docs/rule-format.md lists the operators of formulas.",
      "运算符见 docs/rule-format.md。"
    ),
    ErrorExplanation(
      "RP108",
      "wrong operands",
      "运算对象不对",
      "An operator takes another number or kind of operands, or a ladder another number of states.",
      "运算对象或等级的个数、种类不对。"
    ),
    ErrorExplanation(
      "RP109",
      "unknown day counter",
      "未知的日计数",
      "Inputs count what docs/csv-format.md lists, nothing else.",
      "输入只能使用 docs/csv-format.md 列出的计数。"
    ),
    ErrorExplanation(
      "RP110",
      "an input without a window",
      "输入没有时间窗",
      "A counted input says over which days it sums, as 30d.",
      "计数输入需要写明时间窗,如 30d。"
    ),
    ErrorExplanation(
      "RP111",
      "nodes in a circle",
      "节点循环引用",
      "A node may use only nodes that do not use it, directly or through others.",
      "节点之间不能循环引用。"
    ),
    ErrorExplanation(
      "RP112",
      "a name used twice",
      "名称重复使用",
      "Parameters, inputs, nodes, ladders and gates share one set of names.",
      "参数、输入、节点、等级不能同名。"
    ),
    ErrorExplanation(
      "RP113",
      "not a pack id",
      "规则包名称不对",
      "An id is platform.name@version.",
      "名称格式为 平台.名称@版本。"
    ),
    ErrorExplanation(
      "RP114",
      "a misplaced state",
      "状态位置不对",
      "The order of a ladder's states has a meaning: an end state, for one, is the last.",
      "状态的次序有含义,例如终止状态必须在最后。"
    ),
    ErrorExplanation(
      "RP115",
      "a formula of the wrong kind",
      "公式结果的种类不对",
      "A condition is needed where the formula gives a number, or the other way round.",
      "此处需要条件而公式给出数字,或相反。"
    ),
    ErrorExplanation(
      "RP116",
      "a formula that a forecast cannot compute",
      "预测无法计算的公式",
      "It reads single cases (times, amounts), which a forecast does not follow. Name the day counter "
        + "that replaces it.",
      "公式读取单个案例,预测中不存在,请改用日计数。"
    ),
    ErrorExplanation(
      "RP117",
      "a pack in a file of another name",
      "规则包与文件名不符",
      "A pack platform.name@version is the file platform/name@version.yaml.",
      "文件名应与规则包名称一致。"
    ),
    ErrorExplanation(
      "RP120",
      "not a list of examples",
      "不是算例列表",
      "A file of worked examples is a YAML list of {id, pack, title, given, expect}.",
      "算例文件应为列表,每项含 id、pack、given、expect。"
    ),
    ErrorExplanation(
      "RP121",
      "an incomplete example",
      "算例不完整",
      "An example needs id, pack, given and expect; the last two are maps.",
      "算例缺少 id、pack、given 或 expect。"
    ),
    ErrorExplanation(
      "RP122",
      "an example id used twice",
      "算例编号重复",
      "Failures are told by id, so each id stands for one example.",
      "算例编号不能重复。"
    ),
    ErrorExplanation(
      "RP130",
      "no folder of rule packs",
      "找不到规则目录",
      "The message lists the places tried. Name the folder with --rules-dir.",
      "请用 --rules-dir 指定规则目录。"
    ),
    ErrorExplanation(
      "RP131",
      "no such rule pack in the library",
      "规则库里没有这个规则包",
      "'storecast rules list' names the packs. An id is platform.name@version.",
      "用 storecast rules list 查看规则包。"
    ),
    ErrorExplanation(
      "RP132",
      "no single version in force",
      "无法确定规则版本",
      "A name without @version resolves by date. Name the version.",
      "请写明规则包的版本。"
    ),
    ErrorExplanation(
      "RP133",
      "a pack outside its time (notice)",
      "规则不在生效期(提示)",
      "The date lies outside the time in which the pack is in force. It is used all the same.",
      "日期不在规则生效期内,仍按该规则计算。"
    ),
    ErrorExplanation(
      "RP134",
      "a number that only the store knows is not set (warning)",
      "须由商家填写的数没有填(警告)",
      "The pack assumes numbers that the platform tells each merchant by itself. Results that hang on "
        + "them cannot be relied on before 'set' under 'rules' tells them.",
      "规则包里由平台单独告知商家的数现为假设值,请在 rules 的 set 里填写,否则相关结果不可靠。"
    ),
  ]
}
