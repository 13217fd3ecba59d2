import Calibration
import InputFiles
import Reporting
import StoreModel

/// The template filled in with what a history tells, each line tried before it is kept.
struct FitDraft {
  let output: OutputOptions
  private(set) var text: ScenarioText
  private(set) var written: [LearntInput] = []
  private(set) var given: [FitAnswer.Given] = []
  private(set) var refused: [(path: String, why: String)] = []
  private(set) var loaded: LoadedScenario
  private let reader: Reader

  private var words: FitWords { FitWords(language: output.language) }

  /// Begins with a template that was read.
  ///
  /// - Parameters:
  ///   - ground: the template with its history.
  ///   - output: the language and the folder of rules.
  ///   - cache: what has been read of the rules.
  /// - Throws: ``InputErrors`` with what is wrong with the template.
  init(
    _ ground: FitGround,
    output: OutputOptions,
    cache: PackCache = PackCache()
  ) throws(InputErrors) {
    (self.output, text) = (output, ground.text)
    reader = Reader(
      path: ground.path,
      history: ground.historyText,
      output: output,
      cache: cache
    )
    do throws(InputErrors) {
      loaded = try reader.scenario(ground.text)
    } catch {
      throw Self.ofTemplate(error, ground)
    }
  }

  /// Adds what the history tells, and returns it.
  mutating func fill(from ground: FitGround) -> HistoryFit {
    let fit = HistoryFit(
      ground.history,
      orders: ground.orders,
      operation: loaded.statedOperation,
      start: ground.start
    )
    fill(fit.learnt, level: fit.ordersPerDay)
    return fit
  }

  /// Adds what is told and not given, all at once where that can be read, else one by one.
  private mutating func fill(_ learnt: [LearntInput], level: LearntInput?) {
    let template = text
    if let level, template.gives(level.path) { note(level, in: template) }
    let free = learnt.filter { input in !input.givenAs.contains(where: template.gives) }
    for input in learnt where input.givenAs.contains(where: template.gives) {
      note(input, in: template)
    }
    let noted = text
    for input in free { add(input) }
    if let all = try? reader.scenario(text) {
      (loaded, written) = (all, free)
      return
    }
    text = noted
    for input in free {
      let before = text
      add(input)
      do throws(InputErrors) {
        loaded = try reader.scenario(text)
        written.append(input)
      } catch {
        text = before
        let first = error.diagnostics.first { $0.severity == .error }
        refused.append((input.path, first.map { "\($0.code) \($0.message)" } ?? ""))
      }
    }
  }

  /// Lines of comment at the end.
  mutating func close(_ lines: [String]) { text.close(with: lines) }

  private mutating func add(_ input: LearntInput) {
    if input.path.hasPrefix("couriers."), !text.gives("couriers") {
      let name = input.path.split(separator: ".")[1]
      text.addList("couriers", item: ["name: \(name)", "share: 100 %"])
    }
    text.add(input.path, FitText.scenario(input), comment: words.comment(input))
  }

  /// Says above a line of the template's own what the history says, where they disagree.
  private mutating func note(_ input: LearntInput, in template: ScenarioText) {
    let path = input.givenAs.first(where: template.gives) ?? input.path
    let own = input.assumed.map { Uncertain(path: path, law: $0).median }
    let disagrees = own.flatMap { own in input.interval.map { !$0.contains(own) } } ?? false
    if disagrees {
      let says = output.language.pick("the history says otherwise: ", "与历史不符,历史为:")
      text.note(says + words.comment(input), above: path)
    }
    given.append(
      FitAnswer.Given(
        input: input,
        text: template.value(path) ?? output.language.pick("set", "已设"),
        disagrees: disagrees
      )
    )
  }

  /// Reads the text as the file that it becomes.
  private struct Reader {
    let path: String
    let history: String?
    let output: OutputOptions
    let cache: PackCache

    func scenario(_ text: ScenarioText) throws(InputErrors) -> LoadedScenario {
      try LoadedScenario(
        path: path,
        text: text.text,
        history: history,
        output: output,
        cache: cache
      )
    }
  }

  /// Findings of the filled-in text as those of the template, whose lines they are.
  private static func ofTemplate(
    _ errors: InputErrors,
    _ ground: FitGround
  ) -> InputErrors {
    let added = ground.text.addedLine
    return InputErrors(
      errors.diagnostics.map { found in
        guard found.file == ground.path else { return found }
        var found = found
        found.file = ground.template
        if let added, found.location.line > added { found.location.line -= 1 }
        return found
      }
    )
  }
}
