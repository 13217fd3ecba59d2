package import StoreModel

/// How a pack has the people of the service desk paid; formulas read parameters alone.
package struct StaffPayRule: Hashable, Sendable {
  /// Base salary of an agent's day, in yuan.
  package var day: Formula
  /// Bonus for a chat answered, in yuan.
  package var chat: Formula
  /// Share of the sales that follow a chat.
  package var assistedSales: Formula
  /// Share of their refunds that is taken back.
  package var assistedRefunds: Formula
  /// Share of the other sales less refunds.
  package var otherSales: Formula
  /// Share of all sales that follow a chat.
  package var assisted: Formula

  /// Creates a way of paying.
  package init(
    day: Formula,
    chat: Formula,
    assistedSales: Formula,
    assistedRefunds: Formula,
    otherSales: Formula,
    assisted: Formula
  ) {
    self.day = day
    self.chat = chat
    self.assistedSales = assistedSales
    self.assistedRefunds = assistedRefunds
    self.otherSales = otherSales
    self.assisted = assisted
  }

  /// The formulas, in the order of the properties.
  package var formulas: [Formula] {
    [day, chat, assistedSales, assistedRefunds, otherSales, assisted]
  }

  /// The pay under given parameters; `nil` where a formula reads more than parameters.
  func pay(_ formula: StaticFormula) -> StaffPay? {
    let values = formulas.map { formula.isStatic($0) ? formula.number($0)?.approximation : nil }
    guard let day = values[0], let chat = values[1], let assistedSales = values[2],
      let assistedRefunds = values[3], let otherSales = values[4], let assisted = values[5]
    else { return nil }
    return StaffPay(
      dayInYuan: day,
      chatInYuan: chat,
      ofAssistedSales: assistedSales,
      ofAssistedRefunds: assistedRefunds,
      ofOtherSales: otherSales,
      assisted: min(1, assisted)
    )
  }
}
