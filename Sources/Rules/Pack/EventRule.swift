/// Something reported on the day it happens.
package struct EventRule: Hashable, Sendable {
  /// What makes it happen.
  package enum Trigger: Hashable, Sendable {
    /// A ladder rises or falls by a step.
    case rose(String), fell(String)
    /// A ladder comes to a state from below it; true at the start from that state on.
    case reached(ladder: String, state: String)
    /// A ladder or gate enters a state.
    case entered(ladder: String, state: String)
    /// A gate removes the store; true at the start for one that has been removed and is out.
    case removed(String)
    /// A condition begins to hold.
    case becomes(Formula, countsAtStart: Bool)
    /// A condition holds, every day.
    case holds(Formula)
  }

  /// Name in the files.
  package var name: String
  /// What makes it happen.
  package var trigger: Trigger
  /// The parameter in its name.
  package var threshold: String?
  /// What people read; `{parameter}` stands for a parameter's value.
  package var label: Label
  /// The heading under which the answer speaks of it.
  package var section: Label
  /// Whether it is a sentence of the answer.
  package var isHeadline: Bool
  /// Whether it is good news.
  package var isGood: Bool?

  /// Creates an event.
  package init(
    name: String,
    trigger: Trigger,
    threshold: String?,
    label: Label,
    section: Label,
    isHeadline: Bool,
    isGood: Bool?
  ) {
    self.name = name
    self.trigger = trigger
    self.threshold = threshold
    self.label = label
    self.section = section
    self.isHeadline = isHeadline
    self.isGood = isGood
  }
}

/// What a pack does to the store from a morning on; formulas see the states after the steps.
package struct EffectRules: Hashable, Sendable {
  /// Most orders a day; absent is no cap.
  package var orderCap: Formula?
  /// Highest value of orders a day in yuan; absent is no cap.
  package var gmvCap: Formula?
  /// Share of demand that still arrives.
  package var demandShare: Formula?
  /// Whether nothing can be sold.
  package var stopSales: Formula?
  /// How the service desk is paid.
  package var staffPay: StaffPayRule?

  /// Creates effects that change nothing.
  package init() {}
}

/// A reported amount.
package struct MoneyRule: Hashable, Sendable {
  /// The item as reported.
  package var item: MoneyItem
  /// When a charge falls due.
  package var due: Formula?
  /// The charge in yuan.
  package var amount: Formula?

  /// Creates an amount.
  package init(item: MoneyItem, due: Formula?, amount: Formula?) {
    self.item = item
    self.due = due
    self.amount = amount
  }
}
