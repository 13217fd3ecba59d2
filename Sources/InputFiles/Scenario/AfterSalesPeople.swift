import StoreModel

/// Reads `service_desk.after_sales:`: `shared`, a number of people, or a map.
struct AfterSalesPeople {
  /// People of their own; `nil` where the chat agents do the work.
  let staff: AfterSalesWork.Staff?
  /// Mean time of one piece of work, in seconds.
  let taskTimeMean: Uncertain
  /// Log-normal sigma of that time.
  let taskTimeSigma: Double
  /// Whether there is a desk at all.
  let hasDesk: Bool

  init(_ desk: Section) {
    hasDesk = desk.isGiven
    guard desk.isGiven else {
      // Nobody is modelled, so no time of theirs is an assumption of the forecast.
      staff = nil
      taskTimeMean = Uncertain(path: desk.path(of: "after_sales.handle_time.mean"), law: .known(1))
      taskTimeSigma = 1
      return
    }
    let section = desk.section("after_sales", main: "agents")
    let time = section.section("handle_time", main: "mean")
    staff = Self.staff(section)
    taskTimeMean = time.uncertain("mean", .seconds, in: 1...14_400)
    taskTimeSigma = time.known("sigma", .amount, in: 0.01...3)
    time.finish()
    section.finish()
  }

  private static func staff(_ section: Section) -> AfterSalesWork.Staff? {
    let reader = section.reader
    guard let field = section.required("agents"), field.document.text != "shared" else {
      for key in ["from", "to", "wage"] {
        guard let other = section.given(key) else { continue }
        reader.report(
          "SC303",
          at: other,
          "'\(other.path)' belongs to people of their own, but '\(section.path(of: "agents"))' is "
            + "shared",
          hint: "say how many: agents: 1"
        )
      }
      return nil
    }
    let staff = AfterSalesWork.Staff(
      agents: reader.count(of: field, in: 1...10_000) ?? 1,
      fromHour: section.hourOfDay("from"),
      toHour: section.hourOfDay("to"),
      wageInYuanPerDay: section.known("wage", .yuanPerDay, in: 0...10_000)
    )
    if staff.fromHour >= staff.toHour {
      reader.report(
        "SC304",
        at: section.field,
        "the hours of '\(section.path)' must end after they begin, on the same day"
      )
    }
    return staff
  }
}
