/// A settings file as lines, changed line by line so that comments, order and layout of the rest stay.
struct SettingsText {
    private var lines: [String]
    private let lineEnd: String
    private let file: String

    /// - Throws: `SettingsError` of code `malformed` when it is not UTF-8
    init(_ bytes: [UInt8], file: String) throws(SettingsError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw YAMLDocument.malformed(file, nil, "not UTF-8 text", hint: "save it as UTF-8")
        }
        self.file = file
        let parts = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        lineEnd = parts.count > 1 && parts[0].last == "\r" ? "\r\n" : "\n"
        lines = parts.map { part in
            String(String.UnicodeScalarView(part.last == "\r" ? part.dropLast() : part))
        }
        if lines.last == "" { lines.removeLast() }
    }

    /// The file's content, with a line break at its end.
    var bytes: [UInt8] { Array(lines.map { $0 + lineEnd }.joined().utf8) }

    /// Makes a change, and proves by reading the result again that it is exactly this change.
    /// - Throws: `SettingsError` of code `notEditable`, whose hint is the change for the user's own hand; `malformed`
    mutating func apply(_ edit: SettingsEdit) throws(SettingsError) {
        let root = try YAMLDocument.parse(bytes, file: file)
        let before = PlainTree(root)
        let expected: PlainTree?
        let saved = lines
        switch edit {
        case .set(let path, let value):
            expected = before.setting(path[...], to: PlainTree(value))
            if let expected, expected == before { return }
            set(path, value, root: root)
        case .remove(let path):
            expected = before.removing(path[...])
            if expected == before { return }
            remove(path, root: root)
        }
        if let expected, expected == tree() { return }
        lines = saved
        throw refusal(of: edit)
    }

    /// What the lines mean now; nil when they are no YAML.
    private func tree() -> PlainTree? {
        do {
            return PlainTree(try YAMLDocument.parse(bytes, file: file))
        } catch {
            return nil
        }
    }

    private func refusal(of edit: SettingsEdit) -> SettingsError {
        let hint: String
        switch edit {
        case .set(let path, let value):
            let change = value.wrapped(in: path.dropFirst()).flow
            hint = "add to it by hand: \(path.first ?? ""): \(change)"
        case .remove(let path):
            hint = "remove \(path.map(Display.name).joined(separator: ".")) from it by hand"
        }
        return SettingsError(
            .notEditable, "\(Display.path(file)) cannot be changed without spoiling its layout", hint: hint)
    }

    // MARK: Setting

    private mutating func set(_ path: [String], _ value: EditValue, root: YAMLValue?) {
        var chain: [YAMLValue.Entry] = []
        var current = root
        for name in path {
            guard let entry = current?[name] else { break }
            chain.append(entry)
            current = entry.value
        }
        if chain.count == path.count, let entry = chain.last {
            replace(entry, with: value)
            return
        }
        let rest = path[chain.count...]
        guard let name = rest.first else { return }
        let inner = value.wrapped(in: rest.dropFirst())
        if case .map(let siblings, isFlow: false)? = current?.content, let last = siblings.last {
            let position = endOfEntry(last)
            lines.insert(contentsOf: inner.lines(named: name, indent: last.keyMark.column - 1), at: position)
        } else if let parent = chain.last {
            replace(parent, with: .map([EditMember(name, inner)]), unlessFull: true)
        } else if current == nil || current?.isNull == true {
            lines += inner.lines(named: name, indent: 0)
        }
    }

    /// Replaces an entry's value, keeping what stands before it and a comment behind it on its line.
    private mutating func replace(_ entry: YAMLValue.Entry, with value: EditValue, unlessFull: Bool = false) {
        if unlessFull, PlainTree(entry.value) != .empty { return }
        let first = entry.keyMark.line - 1
        let end = endOfEntry(entry)
        guard first < end, end <= lines.count else { return }
        var fresh = value.lines(named: entry.key, indent: entry.keyMark.column - 1)
        if end == first + 1 {
            let (start, comment) = parts(of: lines[first], entry)
            if fresh.count == 1 {
                fresh[0] = start + (start.hasSuffix(" ") ? "" : " ") + value.flow + comment
            } else {
                fresh[0] += comment
            }
        }
        lines.replaceSubrange(first..<end, with: fresh)
    }

    /// What stands before the value on an entry's only line, and the comment behind it with its spaces.
    private func parts(of line: String, _ entry: YAMLValue.Entry) -> (start: String, comment: String) {
        let scalars = Array(line.unicodeScalars)
        let wanted = PlainTree(entry.value)
        var comment = ""
        for index in scalars.indices.dropFirst() where scalars[index] == "#" && scalars[index - 1] == " " {
            let before = text(scalars[..<index])
            let read = try? YAMLDocument.parse(Array(before.utf8), file: file)
            guard let read, let same = read[entry.key], PlainTree(same.value) == wanted else { continue }
            let content = scalars[..<index].reversed().drop { $0 == " " }.count
            comment = text(scalars[content...])
            break
        }
        let valueColumn = entry.value.mark.column - 1
        if entry.value.mark.line == entry.keyMark.line, !entry.value.isNull, valueColumn < scalars.count {
            return (text(scalars[..<valueColumn]), comment)
        }
        let withoutComment = text(scalars.dropLast(comment.unicodeScalars.count))
        return (withoutComment, comment)
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    // MARK: Removing

    private mutating func remove(_ path: [String], root: YAMLValue?) {
        var target: YAMLValue.Entry?
        var current = root
        for name in path {
            guard let entry = current?[name], case .map(let siblings, _)? = current?.content else { return }
            // An only child takes its parent along.
            if target == nil || siblings.count > 1 { target = entry }
            current = entry.value
        }
        guard let target else { return }
        let end = endOfEntry(target)
        if target.keyMark.line - 1 < end, end <= lines.count { lines.removeSubrange((target.keyMark.line - 1)..<end) }
    }

    // MARK: Extent

    /// The index behind the last line of an entry of a block mapping: lines that are indented deeper than its key, and
    /// the items of a list, which may stand right below it. Blank lines and comments behind it are not its own.
    private func endOfEntry(_ entry: YAMLValue.Entry) -> Int {
        let indent = entry.keyMark.column - 1
        var isBlockList = false
        if case .list(_, isFlow: false) = entry.value.content { isBlockList = true }
        var end = min(entry.keyMark.line, lines.count)
        for index in end..<max(end, lines.count) {
            let spaces = lines[index].utf8.prefix { $0 == 0x20 }.count
            let rest = lines[index].utf8.dropFirst(spaces)
            if rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            let isItem = isBlockList && spaces == indent && rest.first == UInt8(ascii: "-")
            if spaces > indent || isItem {
                end = index + 1
            } else if rest.first != UInt8(ascii: "#") {
                break
            }
        }
        return end
    }
}
