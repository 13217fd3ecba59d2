import InputFiles
import Testing

/// Tables that the program wrote, read back.
@Suite struct ForecastTableTests {
  @Test func cellsAreReadByName() throws {
    let table = try #require(
      ForecastTable(
        csv: "store,probability,label\n一号,0.1,\"a, \"\"b\"\"\"\nsecond,,c\n",
        columns: ["store", "probability"]
      )
    )
    #expect(table.rows.count == 2)
    #expect(table.text("label", of: table.rows[0]) == "a, \"b\"")
    #expect(table.number("probability", of: table.rows[0]) == 0.1)
    #expect(table.number("probability", of: table.rows[1]) == nil)
    #expect(table.text("other", of: table.rows[0]) == "")
    #expect(table.rows(where: [("store", "second"), ("label", "c")]) == [["second", "", "c"]])
  }

  @Test(arguments: [
    "", "store\nx\n", "store,probability\nonly one\n", "store,probability\n\"open,1\n",
  ])
  func whatIsNoSuchTableIsNone(text: String) {
    #expect(ForecastTable(csv: text, columns: ["store", "probability"]) == nil)
  }

  @Test func aFileThatIsNotThereIsNone() {
    #expect(ForecastTable(at: "no/such/file.csv", columns: []) == nil)
  }
}
