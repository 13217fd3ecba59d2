import StoreModel

extension DeskBank {
  /// Gives each variant a bank for its desk, equal desks the same one; none where the unchanged store
  /// has too few chats to need it, asks for every chat to be followed or closes before noon, when most
  /// chats wait overnight.
  ///
  /// The unchanged store decides alone, so that an alternative changes nothing of it.
  ///
  /// - Parameters:
  ///   - variants: The unchanged store, then its alternatives.
  ///   - hasWork: Whether after-sales work is simulated, at the pace that chats leave where it has
  ///     no people of its own.
  ///   - known: Banks of the same seed and samplers whose rows may be there already.
  /// - Returns: the variants, each with its bank.
  static func shared(
    among variants: [Variant],
    hasWork: Bool,
    known: [DeskBank] = []
  ) -> [Variant] {
    guard let operation = variants.first?.operation, let desk = operation.serviceDesk,
      !desk.followsEveryChat, operation.humanChatsPerDay >= fewestChats
    else { return variants }
    let keepsPace = hasWork && variants.contains { $0.operation.afterSalesWork.staff == nil }
    var banks = known
    func bank(for operation: Operation) -> DeskBank? {
      guard let desk = operation.serviceDesk else { return nil }
      let profile = operation.chatProfile
      let known = banks.first {
        $0.serves(desk) && $0.chats == profile && $0.keepsPace == keepsPace
      }
      if let known { return known }
      let bank = DeskBank(desk, chats: profile, keepsPace: keepsPace)
      guard bank.closeHour >= 12 else { return nil }
      banks.append(bank)
      return bank
    }
    guard bank(for: operation) != nil else { return variants }
    return variants.map { variant in
      var variant = variant
      variant.deskBank = bank(for: variant.operation)
      return variant
    }
  }
}

extension Operation {
  /// Chats for a human on an ordinary day at median inputs.
  var humanChatsPerDay: Double {
    guard let desk = serviceDesk else { return 0 }
    let perOrder = desk.contactsPerOrderBefore.median + desk.contactsPerOrderAfter.median
    let bot = ResolvedDesk(desk, chats: chatProfile, inputs: InputScores(paths: []))
    return demand.ordersPerDay.median * perOrder
      * (1 - desk.botResolves.median * bot.botShare(on: 0))
  }
}
