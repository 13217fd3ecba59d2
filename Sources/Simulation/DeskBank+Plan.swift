import StoreModel

extension DeskBank {
  /// Gives each variant a bank for its desk, equal desks the same one; none where the unchanged store
  /// has too few chats to need it or asks for every chat to be followed.
  ///
  /// The unchanged store decides alone, so that an alternative changes nothing of it.
  ///
  /// - Parameters:
  ///   - variants: The unchanged store, then its alternatives.
  ///   - hasWork: Whether after-sales work is simulated, at the pace that chats leave where it has
  ///     no people of its own.
  /// - Returns: the variants, each with its bank.
  static func shared(among variants: [Variant], hasWork: Bool) -> [Variant] {
    guard let operation = variants.first?.operation, let desk = operation.serviceDesk,
      !desk.followsEveryChat, operation.humanChatsPerDay >= fewestChats
    else { return variants }
    let keepsPace = hasWork && variants.contains { $0.operation.afterSalesWork.staff == nil }
    var banks: [DeskBank] = []
    return variants.map { variant in
      guard let desk = variant.operation.serviceDesk else { return variant }
      let profile = variant.operation.chatProfile
      var variant = variant
      variant.deskBank = banks.first { $0.serves(desk) && $0.chats == profile }
      if variant.deskBank == nil {
        let bank = DeskBank(desk, chats: profile, keepsPace: keepsPace)
        // A desk that closes before noon is no ordinary one: most of its chats wait overnight.
        if bank.closeHour >= 12 {
          banks.append(bank)
          variant.deskBank = bank
        }
      }
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
