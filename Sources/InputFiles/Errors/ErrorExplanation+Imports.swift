extension ErrorExplanation {
  static let imports = [
    ErrorExplanation(
      "IM101",
      "an alias table names no column of a history",
      "别名表里的列名不存在",
      "docs/csv-format.md lists the columns; a star stream such as 'service' stands for its five.",
      "列名见 docs/csv-format.md;星级可写流名,如 service。"
    ),
    ErrorExplanation(
      "IM102",
      "a heading stands twice in an alias table",
      "别名表里表头重复",
      "Each heading means one thing, whatever its blanks, width and case.",
      "一个表头只能有一个含义(不计空格、全半角和大小写)。"
    ),
    ErrorExplanation(
      "IM103",
      "a column of an alias table says nothing, or two things",
      "别名表的一列没有含义或含义重复",
      "Give one of counts, rate, all_but and mean (these with of), displayed, state and nothing.",
      "counts、rate、all_but、mean(后三者配 of)、displayed、state、nothing 只能选一个。"
    ),
    ErrorExplanation(
      "IM104",
      "no folder of alias tables",
      "找不到别名表文件夹",
      "It is the nearest folder 'import' above the working folder, or that of the installed program; "
        + "--import-dir names another.",
      "默认取当前目录往上最近的 import 文件夹;可用 --import-dir 指定。"
    ),
    ErrorExplanation(
      "IM105",
      "no alias table of a platform",
      "没有这个平台的别名表",
      "import/<platform>.yaml says what a console calls its columns; import/README.md says how to add one.",
      "请按 import/README.md 增加 import/<平台>.yaml。"
    ),
    ErrorExplanation(
      "IM201",
      "no export",
      "不是导出文件",
      "Exports are CSV, tab-separated text, or XLSX spreadsheets. Old XLS files, web pages named .xls, "
        + "PDF and pictures are not read: open them and save as XLSX or CSV.",
      "只读 CSV、制表符文本和 XLSX;旧版 xls、网页、PDF 请另存为 XLSX 或 CSV。"
    ),
    ErrorExplanation(
      "IM202",
      "a spreadsheet, and a program built without them",
      "本程序未带表格支持",
      "Reading XLSX needs libzip. 'make' builds with it; otherwise save the sheet as CSV.",
      "用 make 构建即带 XLSX 支持(需要 libzip-dev),或把表格另存为 CSV。"
    ),
    ErrorExplanation(
      "IM203",
      "a spreadsheet beyond the limits",
      "表格超出限制",
      "Files to 20 MB, parts to 64 MB and 100 times their packed size, 128 MB and 1,000 parts in all, "
        + "100,000 rows, 500 columns, 500,000 cells of 32,767 characters. Nothing larger is unpacked.",
      "文件 20 MB、单个部分 64 MB 且不超过压缩前 100 倍、合计 128 MB 和 1000 个部分、10 万行、500 列、50 万格为上限。"
    ),
    ErrorExplanation(
      "IM204",
      "a spreadsheet with macros, passwords or a document type",
      "表格带宏、密码或文档类型声明",
      "An export is plain data. Macros, encrypted parts and document type declarations, through which a "
        + "file can reach for others, are refused.",
      "导出文件只应有数据;带宏、加密或 DOCTYPE 的一律不读。"
    ),
    ErrorExplanation(
      "IM205",
      "a broken spreadsheet",
      "表格已损坏",
      "The container, or one of the parts in it, is not as a spreadsheet has it.",
      "压缩包或其中的部分不完整。"
    ),
    ErrorExplanation(
      "IM206",
      "text in an unknown encoding",
      "无法识别的文字编码",
      "The text is UTF-8 (with or without byte order mark), UTF-16 with one, or GB18030, of which GBK and "
        + "GB2312 are parts. Which one it was is told.",
      "只认 UTF-8、带标记的 UTF-16 和 GB18030(含 GBK)。"
    ),
    ErrorExplanation(
      "IM207",
      "text that is no table",
      "文字不是表格",
      "An open quotation mark, text after a closing one, or far too many rows or columns.",
      "引号未闭合,或行列过多。"
    ),
    ErrorExplanation(
      "IM208",
      "no line of headings",
      "找不到表头",
      "Within the first 60 rows one must hold the column of days and at least one heading that the "
        + "platform's alias table knows. Title lines above it are skipped.",
      "前 60 行里要有一行同时含日期列和至少一个已知表头。"
    ),
    ErrorExplanation(
      "IM301",
      "a cell that is no day",
      "不是日期",
      "A row is a day. Rows of totals, remarks and empty rows are left out; anything else must begin with "
        + "a day.",
      "每行为一天;合计、备注和空行会跳过,其余须有日期。"
    ),
    ErrorExplanation(
      "IM302",
      "a day without a year",
      "日期缺年份",
      "The year is taken from a span of dates above the headings, or from --year; it is never guessed.",
      "年份取自表头上方的日期范围或 --year,不作猜测。"
    ),
    ErrorExplanation(
      "IM303",
      "a cell that is no number of its column",
      "格子不是该列的数",
      "It is no number, has a unit that does not fit, is negative, or has a fraction where things are "
        + "counted.",
      "不是数、单位不符、为负,或计数带小数。"
    ),
    ErrorExplanation(
      "IM304",
      "two cells of one day that contradict each other",
      "同一天的两个数矛盾",
      "Identical rows, and the same column in several files, are fine. Where they differ by more than "
        + "their rounding, the file is no export of the whole store, or one of them is older.",
      "重复且相同没有问题;不同则可能是分商品、分客服的导出,或有一份是旧的。"
    ),
    ErrorExplanation(
      "IM305",
      "a part that exceeds its whole",
      "部分大于整体",
      "Two columns of which one counts some of the other contradict each other.",
      "部分大于整体,两列口径可能不同。"
    ),
    ErrorExplanation(
      "IM306",
      "no day was read",
      "没有读到任何一天",
      "All rows were totals, remarks or spans of several days.",
      "所有行都是合计、备注或多日区间。"
    ),
  ]
}
