import StoreModel

/// What the list of the run before said, store by store.
package struct EarlierPortfolio: Sendable {
  /// The row of a store.
  package struct Row: Hashable, Sendable {
    /// Name of the event; empty without one.
    package var event: String
    /// Its probability; `nil` without an event.
    package var probability: Double?
    /// The date that it was for, as written.
    package var byDate: String
    /// The change that the row told.
    package var change: Double?

    /// Creates a row.
    package init(event: String, probability: Double?, byDate: String, change: Double?) {
      self.event = event
      self.probability = probability
      self.byDate = byDate
      self.change = change
    }
  }

  private let rows: [String: Row]

  /// The list with these rows, by name of the store.
  package init(_ rows: [String: Row]) {
    self.rows = rows
  }

  /// Tells each store's change since the list.
  ///
  /// Where every store is as it was, nothing was run since: the changes that the list itself told stay,
  /// so that a repetition gives the same file.
  package func tellChanges(of stores: inout [StoreRisk]) {
    let isSame =
      stores.count == rows.count
      && stores.allSatisfy { store in
        rows[store.store].map {
          $0.event == store.headline?.name ?? "" && $0.probability == store.headline?.probability
            && $0.byDate == store.byDate.description
        } ?? false
      }
    for index in stores.indices {
      guard let row = rows[stores[index].store] else { continue }
      let now = stores[index].headline?.probability
      stores[index].changeSinceLast =
        isSame ? row.change : now.flatMap { now in row.probability.map { now - $0 } }
    }
  }
}
