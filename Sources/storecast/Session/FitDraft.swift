import Calibration
import InputFiles
import Reporting
import StoreModel

/// The template filled in with what a history tells, each line tried before it is kept.
struct FitDraft {
  let options: FitOptions
  let output: OutputOptions
  private(set) var text: ScenarioText
  private(set) var written: [LearntInput] = []
  private(set) var given: [FitAnswer.Given] = []
  private(set) var refused: [(path: String, why: String)] = []
  private(set) var loaded: LoadedScenario

  private var words: FitWords { FitWords(language: output.language) }

  /// Begins with a template that was read.
  init(_ ground: FitGround, options: FitOptions, output: OutputOptions) throws(InputErrors) {
    (self.options, self.output, text) = (options, output, ground.text)
    do throws(InputErrors) {
      loaded = try Self.load(text, options, output)
    } catch {
      throw Self.ofTemplate(error, options, ground.text)
    }
  }

  /// Adds what is told and not given, all at once where that can be read, else one by one.
  mutating func fill(_ learnt: [LearntInput], level: LearntInput?) {
    let template = text
    if let level, template.gives(level.path) { note(level, in: template) }
    let free = learnt.filter { input in !input.givenAs.contains(where: template.gives) }
    for input in learnt where input.givenAs.contains(where: template.gives) {
      note(input, in: template)
    }
    let noted = text
    for input in free { add(input) }
    if let all = try? Self.load(text, options, output) {
      (loaded, written) = (all, free)
      return
    }
    text = noted
    for input in free {
      let before = text
      add(input)
      do throws(InputErrors) {
        loaded = try Self.load(text, options, output)
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

  private static func load(
    _ text: ScenarioText,
    _ options: FitOptions,
    _ output: OutputOptions
  ) throws(InputErrors) -> LoadedScenario {
    try LoadedScenario(path: options.out, text: text.text, output: output)
  }

  /// Findings of the filled-in text as those of the template, whose lines they are.
  private static func ofTemplate(
    _ errors: InputErrors,
    _ options: FitOptions,
    _ text: ScenarioText
  ) -> InputErrors {
    let added = text.addedLine
    return InputErrors(
      errors.diagnostics.map { found in
        guard found.file == options.out else { return found }
        var found = found
        found.file = options.template
        if let added, found.location.line > added { found.location.line -= 1 }
        return found
      }
    )
  }
}
