/// Changes a ``Document`` at a dotted path, where list items are addressed by name.
struct DocumentEdit {
  /// Why a path leads nowhere.
  struct Fault: Error {
    var message: String
    var hint: String
  }

  /// Where a single value may stand for a map: dotted name to the key it stands for.
  let shortForms: [String: String]
  /// Keys beside a map that its main value replaces: dotted name to the keys.
  let replaced: [String: [String]]
  /// Dotted names of lists whose items have names.
  let namedLists: [String]
  /// The list that holds where the file gives none.
  let defaultList: (String) -> Document?

  /// The document with the value at `path` replaced; maps on the way are made where they are missing.
  ///
  /// `place` is where the path is written; new keys carry it, so that findings point there.
  func setting(
    _ path: String,
    to value: Document,
    at place: SourceLocation,
    in root: Document
  ) throws(Fault) -> Document {
    try set(root, at: "", rest: path[...], value, place)
  }

  /// The document with an item appended to a named list.
  func appending(
    _ item: Document,
    to path: String,
    at place: SourceLocation,
    in root: Document
  ) throws(Fault) -> Document {
    guard namedLists.contains(path) else {
      throw Fault(
        message: "'\(path.clipped)' is no list of named items",
        hint: "allowed: " + namedLists.joined(separator: ", ")
      )
    }
    let old = path.split(separator: ".").reduce(root as Document?) { $0?[String($1)] }
    let elements = (old ?? defaultList(path))?.elements ?? []
    let added = item.elements ?? [item]
    let list = Document(content: .sequence(elements + added), location: place)
    return try set(root, at: "", rest: path[...], list, place)
  }

  private func set(
    _ node: Document?,
    at path: String,
    rest: Substring,
    _ value: Document,
    _ place: SourceLocation
  ) throws(Fault) -> Document {
    if rest.isEmpty {
      if let main = shortForms[path], value.entries == nil, let entries = node?.entries {
        let kept = entries.filter { $0.key != main }
        let entry = Document.Entry(key: main, keyLocation: place, value: value)
        return Document(content: .mapping(kept + [entry]), location: place)
      }
      return value
    }
    let node = node ?? defaultList(path) ?? Document(content: .mapping([]), location: place)
    switch node.content {
    case .sequence(let elements):
      return try setItem(elements, node.location, at: path, rest: rest, value, place)
    case .scalar where shortForms[path] != nil:
      let main = shortForms[path] ?? ""
      return try set(node.wrapped(under: main), at: path, rest: rest, value, place)
    case .scalar:
      throw Fault(
        message: "'\(path)' is a single value, so '\(path).\(rest)' leads nowhere",
        hint: "set '\(path)' itself"
      )
    case .mapping(var entries):
      let key = String(rest.prefix { $0 != "." })
      let below = rest.dropFirst(key.count).dropFirst()
      let name = path.isEmpty ? key : path + "." + key
      let index = entries.firstIndex { $0.key == key }
      let old = index.map { entries[$0].value }
      let new = try set(old, at: name, rest: below, value, place)
      if let index {
        entries[index].value = new
      } else {
        entries.append(Document.Entry(key: key, keyLocation: place, value: new))
      }
      if let others = replaced[name], let main = shortForms[name],
        below == main || below.isEmpty && (value.entries == nil || value[main] != nil)
      {
        entries.removeAll { others.contains($0.key) }
      }
      return Document(content: .mapping(entries), location: node.location)
    }
  }

  private func setItem(
    _ elements: [Document],
    _ location: SourceLocation,
    at path: String,
    rest: Substring,
    _ value: Document,
    _ place: SourceLocation
  ) throws(Fault) -> Document {
    let names = elements.map { $0["name"]?.text ?? "" }
    let match = names.indices.filter {
      !names[$0].isEmpty && (rest == names[$0] || rest.hasPrefix(names[$0] + "."))
    }.max { names[$0].count < names[$1].count }
    guard let match else {
      let wanted = String(rest.prefix { $0 != "." })
      throw Fault(
        message: "'\(path)' has no item named '\(wanted.clipped)'"
          + (NearestName.nearest(to: wanted, among: names).map { "; did you mean '\($0)'?" } ?? ""),
        hint: "its items: " + names.joined(separator: ", ")
      )
    }
    var elements = elements
    let below = rest.dropFirst(names[match].count).dropFirst()
    let name = path + "." + names[match]
    elements[match] = try set(elements[match], at: name, rest: below, value, place)
    return Document(content: .sequence(elements), location: location)
  }
}
