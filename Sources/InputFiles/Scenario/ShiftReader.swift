import StoreModel

/// Reads the shifts of `service_desk:` in their short or long form.
struct ShiftReader {
  private let section: Section
  private let reader: FieldReader

  init(_ section: Section) {
    self.section = section
    reader = section.reader
  }

  /// Shifts with at least one agent; a fault where there is none.
  func shifts() -> [ServiceDesk.Shift] {
    let errors = reader.errorCount
    let isShort = ["agents", "hours", "wage"].map(section.gives).contains(true)
    let isLong = section.gives("shifts")
    guard !isShort || !isLong else {
      reader.report(
        "SC303",
        at: section.field,
        "'\(section.path(of: "shifts"))' excludes 'agents', 'hours' and 'wage' beside it",
        hint: "agents and hours are the short form for a single shift"
      )
      return []
    }
    let shifts = isShort ? [shortShift()].compactMap(\.self) : listedShifts()
    if !isShort, !isLong {
      reader.report(
        "SC202",
        at: section.field,
        "'\(section.path)' says nobody who answers",
        hint: "add agents: 4, hours: \"08:00-23:00\"; or shifts with name, from, to, agents"
      )
    } else if !shifts.contains(where: { $0.agents > 0 }), reader.errorCount == errors {
      reader.report("SC206", at: section.field, "no shift of '\(section.path)' has an agent")
    }
    return shifts.filter { $0.agents > 0 }
  }

  private func listedShifts() -> [ServiceDesk.Shift] {
    section.namedItems("shifts", atMost: 50).compactMap { name, item in
      let errors = reader.errorCount
      let hours = (from: item.hourOfDay("from"), to: item.hourOfDay("to"))
      let agents = item.count("agents", in: 0...10_000)
      let wage = item.known("wage", .yuanPerDay, in: 0...10_000)
      guard reader.errorCount == errors,
        var shift = shift(name, hours, agents: agents, wage: wage, at: item.field)
      else {
        _ = item.given("breaks")
        item.finish()
        return nil
      }
      shift.isWageAssumed = !item.gives("wage")
      shift.breaks = breaks(of: shift, in: item)
      item.finish()
      return shift
    }
  }

  private func shortShift() -> ServiceDesk.Shift? {
    let agents = section.count("agents", in: 0...10_000)
    let path = section.path(of: "shifts.day.wage")
    let wageField =
      section.given("wage")
      ?? reader.defaultField(
        path: path,
        pattern: section.path(of: "shifts.*.wage"),
        isNoted: true
      )
    let wage = wageField.flatMap { reader.known(of: $0, .yuanPerDay, in: 0...10_000) } ?? 0
    guard let field = section.required("hours", hint: "for example hours: \"08:00-23:00\""),
      let hours = reader.hours(of: field)
    else { return nil }
    var shift = shift("day", hours, agents: agents, wage: wage, at: field)
    shift?.isWageAssumed = !section.gives("wage")
    return shift
  }

  /// A shift whose end is earlier than its start reaches into the next morning.
  private func shift(
    _ name: String,
    _ hours: (from: Double, to: Double),
    agents: Int,
    wage: Double,
    at field: Field
  ) -> ServiceDesk.Shift? {
    guard hours.from != hours.to, hours.from < 24 else {
      reader.report(
        "SC304",
        at: field,
        "the shift '\(name)' must end at another time than it begins",
        hint: "around the clock is \"00:00-24:00\""
      )
      return nil
    }
    return ServiceDesk.Shift(
      name: name,
      fromHour: hours.from,
      toHour: hours.from < hours.to ? hours.to : hours.to + 24,
      agents: agents,
      wageInYuanPerDay: wage
    )
  }

  private func breaks(of shift: ServiceDesk.Shift, in item: Section) -> [ServiceDesk.Break] {
    var end = shift.fromHour
    return item.list("breaks", atMost: 20).compactMap { element in
      let section = Section(
        reader: reader,
        field: element,
        pattern: item.pattern + ".breaks.*",
        isGiven: true
      )
      let errors = reader.errorCount
      var from = section.hourOfDay("from")
      var to = section.hourOfDay("to")
      let away =
        section.optionalCount("away", in: 0...10_000) ?? (shift.agents + 1) / 2
      section.finish()
      guard reader.errorCount == errors else { return nil }
      if from < shift.fromHour { from += 24 }
      if to <= from, to + 24 <= shift.toHour { to += 24 }
      guard end <= from, from < to, to <= shift.toHour, away <= shift.agents else {
        reader.report(
          "SC304",
          at: element,
          "a break of the shift '\(shift.name)' must lie within it, after the break before, with at "
            + "most its \(shift.agents) agents away"
        )
        return nil
      }
      end = to
      return ServiceDesk.Break(fromHour: from, toHour: to, agentsAway: away)
    }
  }
}
