import Glibc
import StoreModel
import Synchronization

/// Days of one desk, simulated chat by chat once and drawn again by all replications
/// (`docs/model.md` §6).
///
/// A row is addressed by its place in a grid of loads and inputs and by its number, so it is the same
/// for any thread, order or alternative; it is simulated when it is first asked for. The desk's two
/// uncertain inputs, handle time and patience, take two and three values in the grid; what lies between
/// two of them draws from either, the nearer one more often.
final class DeskBank: Sendable {
  /// Clusters of replications, each with rows of its own: they differ by what the bank's rows
  /// happen to be, which is where the bank's standard error is read.
  static let clusters = 32

  /// Mean chats a day for a human from which a bank pays.
  static let fewestChats = 150.0

  /// Standard scores of the grid's handle times, which at an equal load of work matter little.
  private static let handleScores = [-1.6, 1.6]

  /// Standard scores of the grid's patiences.
  private static let quietScores = [-1.6, 0, 1.6]

  /// Where one replication's inputs lie in the grid.
  struct Place {
    fileprivate let handle: (lower: Int, weight: Double)
    fileprivate let quiet: (lower: Int, weight: Double)
    fileprivate let handleMean: Double
  }

  private let desk: ServiceDesk

  /// When the desk's chats come.
  let chats: WeekProfile
  private let cells: [ResolvedDesk]
  private let handleMeans: [Double]
  private let quietCount: Int
  private let distinctDays: [Int]
  /// Whether rows tell the pace that chats leave.
  let keepsPace: Bool
  private let rowsOfCluster: Int
  private let stripes: [Stripe]

  /// Hour at which the desk closes.
  let closeHour: Double

  /// Chats per piece of a day: before closing and after it, and after it before 23:00.
  private let profiles: [(body: DayProfile, evening: Double, before23: Double)]

  /// A bank for a desk whose chats, the bot's included, come by `chats`.
  init(_ desk: ServiceDesk, chats: WeekProfile, keepsPace: Bool) {
    self.desk = desk
    self.chats = chats
    self.keepsPace = keepsPace
    let handles = desk.handleTimeMeanInSeconds.isKnown ? [0] : Self.handleScores
    let quiets = desk.turnsQuietAfterInSeconds.isKnown ? [0] : Self.quietScores
    handleMeans = handles.map { desk.handleTimeMeanInSeconds.value(atScore: $0) }
    quietCount = quiets.count
    cells = handles.flatMap { handle in
      quiets.map { quiet in
        let scores = InputScores(
          scores: [
            desk.handleTimeMeanInSeconds.path: handle, desk.turnsQuietAfterInSeconds.path: quiet,
          ]
        )
        return ResolvedDesk(desk, chats: chats, inputs: scores)
      }
    }
    let ordinary = cells[0]
    let close = ordinary.closeHour
    closeHour = close
    let week = (0..<7).map { ordinary.humanProfile(on: $0) }
    distinctDays = week.map { week.firstIndex(of: $0) ?? 0 }
    profiles = week.map {
      (
        $0.before(close), close < 24 ? $0.share(from: close, to: 24) : 0,
        $0.share(from: min(close, 23), to: 23)
      )
    }
    rowsOfCluster = cells.count == 1 ? 12 : cells.count <= 3 ? 4 : 2
    stripes = (0..<64).map { _ in Stripe() }
  }

  /// Whether two desks have the same rows.
  func serves(_ other: ServiceDesk) -> Bool { desk.unpaid == other.unpaid }

  /// Share of a weekday's chats for a human that come after the desk has closed.
  func eveningShare(on weekday: Int) -> Double { profiles[weekday].evening }

  /// Of the chats after closing, the share that begins before 23:00.
  func eveningShareBefore23(on weekday: Int) -> Double {
    let (_, evening, before23) = profiles[weekday]
    return evening > 0 ? min(1, before23 / evening) : 0
  }

  /// The place of a replication's inputs.
  func place(of inputs: InputScores) -> Place {
    func node(_ input: Uncertain, among nodes: [Double], at value: Double) -> (Int, Double) {
      guard !input.isKnown else { return (0, 0) }
      let value = min(nodes[nodes.count - 1], max(nodes[0], value))
      let lower = nodes.count == 2 || value < nodes[1] ? 0 : 1
      return (lower, (value - nodes[lower]) / (nodes[lower + 1] - nodes[lower]))
    }
    let (time, patience) = (desk.handleTimeMeanInSeconds, desk.turnsQuietAfterInSeconds)
    let mean = inputs.value(time)
    return Place(
      // Waits are nearly proportional to handle times, so it is the time itself whose mean is kept:
      // two values as far apart as these would else lengthen the wait between them by 3 %.
      handle: node(time, among: handleMeans, at: mean),
      quiet: node(patience, among: Self.quietScores, at: inputs.score(of: patience)),
      handleMean: mean
    )
  }

  /// Draws a row for a day with a number of chats.
  func row(
    for chats: Int,
    weekday: Int,
    place: Place,
    queue: inout ServiceDeskQueue,
    draws: inout Draws
  ) -> DeskBankRow {
    draws.sequence(Process.bankPick, 0)
    let (u, v, w) = (draws.nextUniform(), draws.nextUniform(), draws.nextUniform())
    let handle = place.handle.lower + (v < place.handle.weight ? 1 : 0)
    let quiet = place.quiet.lower + (w < place.quiet.weight ? 1 : 0)
    // A day is as hard as its work: other handle times move the number of chats, not the wait.
    let load = Double(chats) * place.handleMean / handleMeans[handle]
    let size = LoadGrid.index(of: load, u: u)
    let number =
      draws.replication % Self.clusters
      + Self.clusters * min(rowsOfCluster - 1, Int(draws.nextUniform() * Double(rowsOfCluster)))
    let cell = handle * quietCount + quiet
    let address = (size * 9 + cell) * 7 + distinctDays[weekday]
    let stripe = stripes[(address &* 31 &+ number) & 63]
    if let row = stripe.row(address << 9 | number) { return row }
    let row = draws.elsewhere(replication: number, day: address) { draws in
      simulate(
        LoadGrid.size(size),
        profile: profiles[distinctDays[weekday]],
        desk: cells[cell],
        queue: &queue,
        draws: &draws
      )
    }
    stripe.keep(row, at: address << 9 | number)
    return row
  }

  private func simulate(
    _ chats: Int,
    profile: (body: DayProfile, evening: Double, before23: Double),
    desk: ResolvedDesk,
    queue: inout ServiceDeskQueue,
    draws: inout Draws
  ) -> DeskBankRow {
    let evening = draws.binomial(chats, profile.evening, Process.bankChats, 5)
    queue.clear()
    queue.tracksPace = keepsPace
    queue.wait(
      evening,
      from: 0,
      waited: 0,
      desk: desk,
      at: (Process.bankChats, 6),
      draws: &draws
    )
    let day = queue.serve(
      chats - evening,
      on: 1,
      profile: profile.body,
      desk: desk,
      process: Process.bankChats,
      draws: &draws
    )
    return DeskBankRow(
      evening: evening,
      fresh: chats - evening,
      day: day,
      left: queue.waitingCount,
      leftWait: queue.meanWait,
      pace: keepsPace ? queue.pace : []
    )
  }
}

/// Numbers of chats at which rows are kept: each of the first 40, then in steps of 2.5 %.
enum LoadGrid {
  private static let dense = 40
  private static let ratio = 1.025

  // As far as integers go.
  private static let sizes = (0...1650).map { index in
    index > dense
      ? Int((Double(dense) * pow(ratio, Double(index - dense))).rounded()) : index
  }

  /// Chats a day at an index.
  static func size(_ index: Int) -> Int { sizes[index] }

  /// One of the two indices around a load; which one is drawn so that the mean size is the load.
  static func index(of load: Double, u: Double) -> Int {
    let sizes = sizes
    var lower = Int(load)
    if lower >= dense {
      lower = dense + Int(log(load / Double(dense)) / log(ratio))
      while Double(sizes[lower]) > load { lower -= 1 }
      while Double(sizes[lower + 1]) <= load { lower += 1 }
    }
    let (from, to) = (Double(sizes[lower]), Double(sizes[lower + 1]))
    return u < (load - from) / (to - from) ? lower + 1 : lower
  }
}

/// Some of a bank's rows behind a lock of their own.
private final class Stripe: Sendable {
  private let rows = Mutex<[Int: DeskBankRow]>([:])

  func row(_ address: Int) -> DeskBankRow? { rows.withLock { $0[address] } }

  func keep(_ row: DeskBankRow, at address: Int) { rows.withLock { $0[address] = row } }
}
