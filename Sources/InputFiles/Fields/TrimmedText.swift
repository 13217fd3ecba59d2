extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    var view = self[...].drop(while: \.isWhitespace)
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
