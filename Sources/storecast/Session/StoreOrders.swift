import Foundation

/// Which orders of an order-level file are a history's.
enum StoreOrders {
  /// The name of a history's store: its file's without the ending.
  static func name(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }

  /// The orders of a store; a file without stores is that of the only history.
  ///
  /// - Parameters:
  ///   - name: the history's name; `store_D1` is `D1` too.
  ///   - store: the store that was asked for.
  ///   - isOnly: whether no other history is read.
  ///   - orders: orders by store.
  /// - Returns: the orders; `nil` where none are the store's.
  static func of<Order>(
    _ name: String,
    store: String?,
    isOnly: Bool,
    in orders: [String: [Order]]
  ) -> [Order]? {
    if let store { return orders[store] }
    if orders.count == 1, let all = orders[""], isOnly { return all }
    let prefix = "store_"
    let short = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    return name.isEmpty || short.isEmpty ? nil : orders[name] ?? orders[short]
  }
}
