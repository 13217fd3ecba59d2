package import StoreModel

#if canImport(Glibc)
  import Glibc
#endif

extension ServiceDesk.ConsoleFigure {
  /// The key of `service_desk` that gives it.
  package var key: String {
    switch self {
    case .firstReplyMean: "first_reply_now"
    case .within3Minutes: "within_3min_now"
    }
  }

  /// The figure as a file writes it: `95 s`, `90 %`.
  package var text: String {
    switch self {
    case .firstReplyMean(let seconds): quantity.text(of: seconds)
    case .within3Minutes(let share): quantity.text(of: share)
    }
  }

  private var quantity: Quantity {
    switch self {
    case .firstReplyMean: .seconds
    case .within3Minutes: .share
    }
  }

  /// The finding that no handle time explains the figure, only those in `reachable`; `alternative`
  /// names the one whose own figure it is.
  package func unexplained(
    reachable: ClosedRange<Double>,
    alternative: String?,
    in file: String,
    at place: SourceLocation
  ) -> Diagnostic {
    let limits = rounded(reachable.lowerBound)...rounded(reachable.upperBound)
    return Diagnostic(
      file: file,
      location: place,
      code: "SC314",
      message: (alternative.map { "alternative '\($0.clipped)': " } ?? "")
        + "no handle time explains '\(key)' of \(text): with these people, from 1 s to 4 h a chat, the "
        + "desk shows \(quantity.text(of: limits))",
      hint: "check the shifts, contacts_per_order, bot and reaction of 'service_desk'; or give its "
        + "handle_time instead"
    )
  }

  /// Four digits: more would pretend that draws have no noise.
  private func rounded(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let unit = pow(10, 3 - log10(value).rounded(.down))
    return (value * unit).rounded() / unit
  }
}
