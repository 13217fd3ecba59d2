import Rules
import Simulation

/// The states of one ladder over all days and replications, and what stood in the way of a rise.
struct LadderTally: Equatable, Sendable {
  private let ladder: LadderDescription
  /// Replications in state s on day d at `(d − 1) · states + s`.
  private var occupied: [Int]
  /// Days on which a condition stood in the way, `[state · 64 + condition]`.
  private var blockedDays: [Int]
  /// Replications with at least one such day.
  private var blockedReplications: [Int]
  /// Days evaluated without a rise, for each state.
  private var evaluatedDays: [Int]

  init(ladder: LadderDescription, horizonInDays: Int) {
    self.ladder = ladder
    let states = ladder.states.count
    occupied = Array(repeating: 0, count: horizonInDays * states)
    blockedDays = Array(repeating: 0, count: states * 64)
    blockedReplications = blockedDays
    evaluatedDays = Array(repeating: 0, count: states)
  }

  /// Adds a replication; `index` is the ladder's place in the record, `count` the number of ladders.
  mutating func add(_ record: ReplicationRecord, index: Int, count: Int) {
    let states = ladder.states.count
    for day in 0..<(occupied.count / max(states, 1)) {
      let state = Int(record.states[day * count + index])
      if state < states { occupied[day * states + state] += 1 }
    }
    for (slot, days) in record.blockedDays[index].enumerated() where days > 0 {
      blockedDays[slot] += Int(days)
      blockedReplications[slot] += 1
    }
    for (state, days) in record.evaluatedDays[index].enumerated() {
      evaluatedDays[state] += Int(days)
    }
  }

  mutating func merge(_ other: Self) {
    for index in occupied.indices { occupied[index] += other.occupied[index] }
    for slot in blockedDays.indices {
      blockedDays[slot] += other.blockedDays[slot]
      blockedReplications[slot] += other.blockedReplications[slot]
    }
    for state in evaluatedDays.indices { evaluatedDays[state] += other.evaluatedDays[state] }
  }

  func forecast(pack: String, replications: Int) -> LadderForecast {
    let states = ladder.states.count
    let share = { (count: Int) in Double(count) / Double(max(replications, 1)) }
    var binding: [LadderForecast.Binding] = []
    for state in 0..<states where evaluatedDays[state] > 0 {
      for condition in ladder.conditions.indices.prefix(64) {
        let slot = state * 64 + condition
        guard blockedDays[slot] > 0 else { continue }
        binding.append(
          LadderForecast.Binding(
            state: state,
            condition: condition,
            shareOfDays: Double(blockedDays[slot]) / Double(evaluatedDays[state]),
            shareOfReplications: share(blockedReplications[slot])
          )
        )
      }
    }
    return LadderForecast(
      pack: pack,
      ladder: ladder,
      occupancy: (0..<(occupied.count / max(states, 1))).map { day in
        (0..<states).map { share(occupied[day * states + $0]) }
      },
      binding: binding,
      evaluatedDays: evaluatedDays.map { share($0) }
    )
  }
}
