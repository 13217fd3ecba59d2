/// What became of open orders: the chance of a rating within the horizon and its stars, by cell; the same
/// for orders not yet bought.
package struct TransitTable: Hashable, Sendable {
  /// Chance that an open order of a cell is rated within the horizon, by ``TransitCell``.
  package var chanceOfRating: [Double]
  /// Shares of one to five stars of those ratings, by ``TransitCell``.
  package var shares: [[Double]]
  /// Ratings that the shares of each cell rest on, the prior's among them.
  package var evidence: [Double]
  /// Chance that an order is rated by the end of the horizon, by the day of the horizon it is bought on;
  /// days beyond the list have none.
  package var chanceIfBought: [Double]
  /// Shares of one to five stars of the ratings of orders bought within the horizon.
  package var sharesIfBought: [Double]
  /// Mean star around which levels tilt the shares.
  package var usualLevel: Double

  /// A table for 30 days, from snapshots every five days from March 2017 to August 2018 of five virtual stores.
  ///
  /// Fitted on D1 to D5 of a sample of the Brazilian E-Commerce Public Dataset by Olist (Olist and A. Sionek,
  /// Kaggle 2018, CC BY-NC-SA 4.0; sampled, re-keyed and aggregated): statistics, no data of the set. It
  /// knows those stores' outcomes, so it must not be used to check forecasts of them.
  package static let fittedOnOlist2018: TransitTable = {
    let cells: [(Double, [Double])] = Self.fitted
    return TransitTable(
      chanceOfRating: cells.map(\.0),
      shares: cells.map(\.1),
      evidence: fittedEvidence,
      chanceIfBought: fittedIfBought,
      sharesIfBought: [0.0692, 0.0275, 0.0705, 0.2077, 0.6251],
      usualLevel: 4.12
    )
  }()

  private static let fitted: [(Double, [Double])] = [
    (0.833, [0.1448, 0.0768, 0.0489, 0.2165, 0.513]),
    (0.921, [0.1304, 0.0322, 0.1368, 0.3465, 0.3543]),
    (0.922, [0.054, 0.0303, 0.0824, 0.1798, 0.6535]),
    (0.891, [0.0898, 0.0235, 0.084, 0.1939, 0.6088]),
    (0.99, [0.0924, 0.0381, 0.126, 0.2234, 0.5202]),
    (0.917, [0.5869, 0.0461, 0.0627, 0.0633, 0.2411]),
    (0.99, [0.5463, 0.0965, 0.0778, 0.1017, 0.1777]),
    (0.993, [0.3967, 0.0703, 0.1082, 0.1378, 0.287]),
    (0.994, [0.2615, 0.0519, 0.111, 0.1683, 0.4073]),
    (0.989, [0.1555, 0.0401, 0.0936, 0.1894, 0.5214]),
    (0.971, [0.1089, 0.0292, 0.0767, 0.2125, 0.5727]),
    (0.977, [0.6839, 0.1009, 0.074, 0.0312, 0.11]),
    (0.981, [0.5515, 0.0545, 0.1018, 0.0829, 0.2092]),
    (0.954, [0.2301, 0.0439, 0.1308, 0.1656, 0.4295]),
    (0.995, [0.216, 0.0544, 0.078, 0.192, 0.4597]),
    (0.898, [0.1447, 0.0373, 0.0865, 0.1905, 0.541]),
  ]

  /// Open orders that each cell was seen with; an order counts in every snapshot it was open at.
  private static let fittedEvidence: [Double] = [
    8, 34, 1145, 1295, 476, 20, 285, 294, 848, 2268, 4227, 83, 257, 259, 605, 2354,
  ]

  private static let fittedIfBought = [
    0.915, 0.904, 0.892, 0.881, 0.861, 0.845, 0.824, 0.802, 0.774, 0.747,
    0.719, 0.692, 0.655, 0.618, 0.581, 0.528, 0.467, 0.407, 0.345, 0.293,
    0.238, 0.188, 0.135, 0.088, 0.049, 0.025, 0.009, 0.001,
  ]
}
