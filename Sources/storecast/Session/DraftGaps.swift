import ConsoleExports
import Reporting
import Rules

/// What a scenario would say and no export tells, and for which no range stands.
struct DraftGaps {
  let all: [(key: String, why: Label)]

  init(_ loaded: LoadedScenario, draft: ScenarioDraft) {
    let given = Set(draft.entries.map(\.path))
    // What a pack cannot be forecast without comes first.
    var gaps: [(key: String, why: Label)] = loaded.packs.flatMap { pack in
      pack.openRequirements(overrides: [:]).map {
        ("rules: {pack: \(pack.familyName), set: …}", $0)
      }
    }
    if !given.contains("service_desk.agents") {
      gaps.append(
        (
          "service_desk: {agents: …, hours: \"…\"}",
          Label(
            english: "without it no chats are simulated, and rules about them are left out",
            chinese: "不填就不模拟咨询,有关客服的规则也不参与"
          )
        )
      )
    }
    for pack in loaded.packs {
      for ladder in pack.graph.ladders where !given.contains("standing.\(ladder.name)") {
        let states = ladder.states.map(\.name)
        gaps.append(
          (
            "standing: {\(ladder.name): …}",
            Label(
              english: "one of \(states.joined(separator: ", "))",
              chinese: "可填 \(states.joined(separator: "、"))"
            )
          )
        )
      }
      for score in Set(pack.graph.displayed.map(\.score)).sorted()
      where !given.contains(where: { $0.hasPrefix("standing.displayed.\(score)") }) {
        gaps.append(
          (
            "standing: {displayed: {\(score): …}}",
            Label(english: "what the console shows today", chinese: "后台今天显示的分数")
          )
        )
      }
    }
    if draft.category == nil {
      gaps.append(
        (
          "category: …",
          Label(
            english: "goods differ in returns and reviews; some rules are for one category",
            chinese: "各类目的退款和评价习惯不同,有的规则只管某类目"
          )
        )
      )
    }
    gaps.append(
      (
        "money: {margin: …}",
        Label(english: "without it no net is told", chinese: "不填就不算净赚")
      )
    )
    all = gaps
  }
}
