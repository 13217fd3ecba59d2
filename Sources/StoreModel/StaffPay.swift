/// How the people who answer chats are paid beyond, or instead of, a fixed wage.
///
/// A chat agent's sales are those whose buyer asked before buying; the rest of the store's sales
/// are shared by the team. Bonuses that compare an agent with the team cancel out over the team.
package struct StaffPay: Hashable, Sendable {
  /// Base salary of one agent for one day's shift, in yuan.
  package var dayInYuan: Double
  /// Bonus for each chat answered, in yuan.
  package var chatInYuan: Double
  /// Share of the sales that follow a chat, paid as commission.
  package var ofAssistedSales: Double
  /// Share of the refunds of such sales, taken back.
  package var ofAssistedRefunds: Double
  /// Share of the other sales less their refunds, divided among the team.
  package var ofOtherSales: Double
  /// Share of all sales that follow a chat, 0 to 1.
  package var assisted: Double

  /// Creates a way of paying.
  package init(
    dayInYuan: Double,
    chatInYuan: Double,
    ofAssistedSales: Double,
    ofAssistedRefunds: Double,
    ofOtherSales: Double,
    assisted: Double
  ) {
    self.dayInYuan = dayInYuan
    self.chatInYuan = chatInYuan
    self.ofAssistedSales = ofAssistedSales
    self.ofAssistedRefunds = ofAssistedRefunds
    self.ofOtherSales = ofOtherSales
    self.assisted = assisted
  }

  /// What a day adds to the base salaries, in fen; below 0 where more comes back than is sold.
  ///
  /// - Parameters:
  ///   - chats: chats that people answered.
  ///   - salesInFen: value of the day's orders.
  ///   - refundsInFen: value refunded on the day.
  /// - Returns: fen of bonuses, commission and shares less what is taken back.
  package func variableInFen(chats: Int, salesInFen: Int, refundsInFen: Int) -> Int {
    let (sales, refunds) = (Double(salesInFen), Double(refundsInFen))
    let own = assisted * (ofAssistedSales * sales - ofAssistedRefunds * refunds)
    let shared = (1 - assisted) * ofOtherSales * (sales - refunds)
    return Int((chatInYuan * 100 * Double(chats) + own + shared).rounded())
  }
}

extension ServiceDesk {
  /// The desk without what its people cost: two that agree in it answer chats alike.
  package var unpaid: ServiceDesk {
    var desk = self
    desk.pay = nil
    for index in desk.shifts.indices {
      desk.shifts[index].wageInYuanPerDay = 0
      desk.shifts[index].isWageAssumed = false
    }
    return desk
  }

  /// The desk with its people paid by `pay`: shifts whose wage nobody gave cost its base salary.
  package func paid(by pay: StaffPay) -> ServiceDesk {
    var desk = self
    desk.pay = pay
    for index in desk.shifts.indices where desk.shifts[index].isWageAssumed {
      desk.shifts[index].wageInYuanPerDay = pay.dayInYuan
    }
    return desk
  }
}
