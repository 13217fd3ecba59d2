/// The number of a random process in a stream's name.
///
/// The module that simulates keeps the table of processes as static members. The table is
/// frozen: a renumbered process draws other numbers, so published results change.
package struct StreamProcess: RawRepresentable, Hashable, Sendable {
  /// Number in the table, in [0, 2^16).
  package let rawValue: UInt32

  /// Creates the process with the given number, in [0, 2^16).
  package init(rawValue: UInt32) {
    require(rawValue < 1 << 16, "a process number must be below 65536, not \(rawValue)")
    self.rawValue = rawValue
  }
}
