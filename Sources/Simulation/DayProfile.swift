package import StoreModel

/// When in the day something happens: a density that is constant between bounds.
struct DayProfile: Hashable, Sendable {
  /// Bounds of the pieces in hours after midnight, ascending from 0.
  let hours: [Double]

  /// Share of the day in each piece; they sum to 1.
  let shares: [Double]

  /// Share of the day before each bound, from 0 to 1.
  let cumulative: [Double]

  /// The profile of relative numbers in each of the 24 hours.
  init(hourly: [Double]) {
    self.init(hours: (0...24).map(Double.init), weights: hourly)
  }

  private init(hours: [Double], weights: [Double]) {
    let total = weights.reduce(0, +)
    let shares = weights.map { $0 / total }
    var sum = 0.0
    self.hours = hours
    self.shares = shares
    cumulative =
      [0]
      + shares.map {
        sum += $0
        return sum
      }
  }

  /// Share of the day between two hours.
  func share(from: Double, to: Double) -> Double {
    var share = 0.0
    for piece in shares.indices {
      let overlap = min(to, hours[piece + 1]) - max(from, hours[piece])
      if overlap > 0 { share += shares[piece] * (overlap / (hours[piece + 1] - hours[piece])) }
    }
    return share
  }

  /// The same profile with more bounds.
  private func refined(at bounds: [Double]) -> (hours: [Double], shares: [Double]) {
    let hours = Set(hours + bounds).sorted()
    return (hours, zip(hours, hours.dropFirst()).map { share(from: $0, to: $1) })
  }

  /// The profile when each show takes a share of the day that is spread evenly over its hours.
  func gathering(_ shows: [(hours: ClosedRange<Double>, share: Double)]) -> DayProfile {
    guard !shows.isEmpty else { return self }
    let fine = refined(at: shows.flatMap { [$0.hours.lowerBound, $0.hours.upperBound] })
    let rest = max(0, 1 - shows.reduce(0) { $0 + $1.share })
    let weights = fine.shares.indices.map { piece in
      shows.reduce(rest * fine.shares[piece]) { weight, show in
        guard show.hours.contains((fine.hours[piece] + fine.hours[piece + 1]) / 2) else {
          return weight
        }
        let length = show.hours.upperBound - show.hours.lowerBound
        return weight + show.share * (fine.hours[piece + 1] - fine.hours[piece]) / length
      }
    }
    return DayProfile(hours: fine.hours, weights: weights)
  }

  /// The profile of what is left when a share of what comes in some hours is taken away; unchanged
  /// where nothing would be left.
  func without(_ share: Double, in spans: [ClosedRange<Double>]) -> DayProfile {
    let fine = refined(at: spans.flatMap { [$0.lowerBound, $0.upperBound] })
    let weights = fine.shares.indices.map { piece in
      let middle = (fine.hours[piece] + fine.hours[piece + 1]) / 2
      return fine.shares[piece] * (spans.contains { $0.contains(middle) } ? 1 - share : 1)
    }
    guard weights.contains(where: { $0 > 0 }) else { return self }
    return DayProfile(hours: fine.hours, weights: weights)
  }

  /// What comes before an hour of the day, as a profile of its own; unchanged where nothing does.
  func before(_ hour: Double) -> DayProfile {
    guard hour < 24, share(from: 0, to: hour) > 0 else { return self }
    let fine = refined(at: [hour])
    let count = fine.hours.firstIndex { $0 >= hour } ?? fine.shares.count
    return DayProfile(
      hours: Array(fine.hours[...count]),
      weights: Array(fine.shares[..<count])
    )
  }

  /// The time before which a share `u` of the day lies, in seconds after midnight.
  ///
  /// `piece` is where to start looking: asked in ascending order, all times of a day cost one pass.
  func time(_ u: Double, from piece: inout Int) -> Double {
    while piece < shares.count - 1, cumulative[piece + 1] <= u { piece += 1 }
    let width = cumulative[piece + 1] - cumulative[piece]
    let part = width > 0 ? (u - cumulative[piece]) / width : 0
    let length = hours[piece + 1] - hours[piece]
    return (hours[piece] + min(1, max(0, part)) * length) * 3600
  }
}

/// The times of a profile by their shares of the day, asked in any order.
struct ShareTimes: Sendable {
  /// A piece of the profile.
  private struct Piece {
    var share: Double
    var shareAfter: Double
    var second: Double
    var secondsPerShare: Double
  }

  /// Where among the pieces to begin to look for each of so many equal shares of the day.
  private static let parts = 512
  private let firstPieces: [Int32]
  private let pieces: [Piece]

  init(_ profile: DayProfile) {
    var piece = 0
    firstPieces = (0..<Self.parts).map { part in
      _ = profile.time(Double(part) / Double(Self.parts), from: &piece)
      return Int32(piece)
    }
    let last = profile.shares.count - 1
    pieces = profile.shares.indices.map { piece in
      let (share, width) = (profile.cumulative[piece], profile.shares[piece])
      let seconds = (profile.hours[piece + 1] - profile.hours[piece]) * 3600
      return Piece(
        share: share,
        shareAfter: piece < last ? profile.cumulative[piece + 1] : .infinity,
        second: profile.hours[piece] * 3600,
        secondsPerShare: width > 0 ? seconds / width : 0
      )
    }
  }

  /// The time before which a share of the day on [0, 1) lies, in seconds after midnight.
  @inline(__always)
  func time(_ share: Double) -> Double {
    var index = Int(firstPieces[Int(share * Double(Self.parts))])
    while pieces[index].shareAfter <= share { index += 1 }
    let piece = pieces[index]
    return piece.second + (share - piece.share) * piece.secondsPerShare
  }
}

/// The profiles of the seven weekdays; equal ones are held once.
struct WeekProfile: Hashable, Sendable {
  /// The profiles that differ.
  let distinct: [DayProfile]

  /// Index of each weekday's profile in ``distinct``, Monday first.
  let indices: [Int]

  /// The profiles of weekdays 0…6.
  init(_ profile: (_ weekday: Int) -> DayProfile) {
    var distinct: [DayProfile] = []
    indices = (0..<7).map { weekday in
      let profile = profile(weekday)
      if let index = distinct.firstIndex(of: profile) { return index }
      distinct.append(profile)
      return distinct.count - 1
    }
    self.distinct = distinct
  }

  subscript(weekday: Int) -> DayProfile { distinct[indices[weekday]] }
}

extension Operation {
  /// Hours in which orders are paid; flat without a service desk but for live shows.
  var orderProfile: WeekProfile {
    let hourly = serviceDesk?.hourlyProfile ?? Array(repeating: 1, count: 24)
    return WeekProfile { DayProfile(hourly: hourly).gathering(demand.liveShows.on($0)) }
  }

  /// Hours in which chats begin; flat without a service desk.
  var chatProfile: WeekProfile {
    WeekProfile { weekday in
      serviceDesk?.chatProfile(shows: demand.liveShows, weekday: weekday)
        ?? DayProfile(hourly: Array(repeating: 1, count: 24))
    }
  }
}

extension [Demand.LiveShow] {
  /// The shows of a weekday with their shares of the day, times a weight; none at weight 0.
  fileprivate func on(
    _ weekday: Int,
    weight: Double = 1
  ) -> [(hours: ClosedRange<Double>, share: Double)] {
    filter { $0.weekdays.contains(weekday) && weight > 0 }
      .map { ($0.fromHour...$0.toHour, $0.shareOfDay * weight) }
  }
}

extension ServiceDesk {
  /// Hours in which chats begin on a weekday, Monday = 0.
  ///
  /// Only chats before the sale gather in live shows, so these draw the share of them, at median
  /// inputs.
  func chatProfile(shows: [Demand.LiveShow], weekday: Int) -> DayProfile {
    let before = contactsPerOrderBefore.median
    let all = before + contactsPerOrderAfter.median
    return DayProfile(hourly: hourlyProfile)
      .gathering(shows.on(weekday, weight: all > 0 ? before / all : 0))
  }

  /// Share of a weekday's chats for a human that begins in each of the 1,440 minutes, at median
  /// inputs (`docs/model.md` §6); Monday = 0.
  package func humanChatsByMinute(shows: [Demand.LiveShow], weekday: Int) -> [Double] {
    let profile = chatProfile(shows: shows, weekday: weekday)
      .without(botResolves.median, in: botHours)
    return (0..<1440).map { profile.share(from: Double($0) / 60, to: Double($0 + 1) / 60) }
  }
}
