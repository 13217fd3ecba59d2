/// Ends the program with a message when a caller's promise is broken.
///
/// `precondition` would end it too, but an optimised build leaves its message out.
@inline(__always)
func require(
  _ isMet: Bool,
  _ message: @autoclosure () -> String,
  file: StaticString = #fileID,
  line: UInt = #line
) {
  guard isMet else { fatalError(message(), file: file, line: line) }
}
