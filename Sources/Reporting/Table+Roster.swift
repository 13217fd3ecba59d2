package import Forecasting
import Foundation
import StoreModel

extension Table {
  /// The first columns of `roster.csv`, by which the program knows a file of its own.
  static let rosterMark = "date,hour,contacts_expected,agents_needed"

  /// `roster.csv`: who is needed in each hour of each day (`docs/roster-format.md`).
  ///
  /// - Parameters:
  ///   - hours: The hours, in order.
  ///   - reactionInSeconds: Time from taking a chat to its first reply.
  ///   - language: Language of the labels.
  /// - Returns: the table.
  package static func roster(
    _ hours: [RosterHour],
    reactionInSeconds: Double,
    language: ReportLanguage
  ) -> Table {
    var table = Table(
      name: "roster.csv",
      columns: rosterMark
        + ",agents_rostered,agents_on_shift,contacts_planned,waiting_at_start,within_share,"
        + "within_share_on_shift,first_reply_seconds,first_reply_seconds_on_shift,occupancy,label"
    )
    let words = RosterWords(language: language)
    func rounded(_ value: Double, _ digits: Double = 10_000) -> Cell {
      .number((value * digits).rounded() / digits)
    }
    func share(_ value: Double?) -> Cell { value.map { rounded(min(1, $0)) } ?? .absent }
    func reply(_ hour: DeskHour) -> Cell {
      hour.meanWaitSeconds.map { rounded($0 + reactionInSeconds, 10) } ?? .absent
    }
    for hour in hours {
      table.rows.append([
        .text(hour.date.description), .integer(hour.hour), rounded(hour.contactsExpected),
        .integer(hour.agentsNeeded), .integer(hour.agentsRostered),
        .integer(hour.agentsOnShift), rounded(hour.contactsPlanned),
        rounded(hour.needed.waitingAtStart), share(hour.needed.withinShare),
        share(hour.onShift.withinShare), reply(hour.needed),
        hour.onShift.slotSeconds > 0 || !hour.isOpen ? reply(hour.onShift) : .absent,
        share(hour.needed.occupancy), .text(words.label(hour)),
      ])
    }
    return table
  }
}

/// Names of hours and weekdays.
struct RosterWords {
  let language: ReportLanguage

  /// `Wed`, `周三`; Monday = 0.
  func weekday(_ index: Int) -> String {
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return language.pick(english[index], "周" + ["一", "二", "三", "四", "五", "六", "日"][index])
  }

  /// `08:00`.
  func time(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }

  /// `Wed 08:00–09:00`, with a word where the desk is closed.
  func label(_ hour: RosterHour) -> String {
    let span = "\(weekday(hour.date.weekday)) \(time(hour.hour))–\(time(hour.hour + 1))"
    return hour.isOpen ? span : span + language.pick(", desk closed", ",无人值班")
  }
}
