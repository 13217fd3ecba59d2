import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport

/// The rule library that ships, and the invented one.
enum RulesFolder {
  static let shipped = RuleLibrary(directory: Repository.root.appending(path: "rules"))
  static let invented = RuleLibrary(
    directory: Repository.root.appending(path: "Tests/Fixtures/rules")
  )

  static let levels = "douyin.merchant_level@2020-04-10"
  static let scores = "douyin.dsr_alliance@seed"
  static let serviceScore = "jd.service_score_100@seed"
  static let harbor = "harbor.berth@1"
  static let lighthouse = "harbor.lighthouse@1"

  static let chandler = "harbor.chandler@1"
  static let pilotage = "harbor.pilotage@1"

  /// Every pack.
  static let all = shipped.packIDs() + invented.packIDs()

  /// The library that holds a pack.
  static func library(of id: String) -> RuleLibrary {
    id.hasPrefix("harbor.") ? invented : shipped
  }

  /// Reads a pack, shipped or invented.
  static func pack(_ id: String) throws -> RulePack {
    try library(of: id).pack(named: id, on: nil).pack
  }

  /// A standing that tells nothing but ladders and gates.
  static func standing(
    ladders: [String: StoreStanding.LadderPosition] = [:],
    gates: [String: StoreStanding.GatePosition] = [:]
  ) -> StoreStanding {
    StoreStanding(
      ladders: ladders,
      gates: gates,
      displayed: [:],
      lastThirtyDays: [:],
      open: .init(unshipped: nil, inTransit: nil, chats: nil)
    )
  }
}

/// A small generator for test data (SplitMix64): the same numbers on every machine.
struct TestNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
