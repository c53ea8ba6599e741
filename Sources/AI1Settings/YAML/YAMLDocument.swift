internal import AI1Core
internal import Yams

/// Reading YAML 1.1 with bounds on everything: size, depth, nodes, aliases.
package enum YAMLDocument {
    /// The largest text that is read, in octets.
    package static let maximumBytes = 1 << 20
    static let maximumDepth = 24
    static let maximumNodes = 100_000
    /// A reference to a mapping used as a key is compared by content: that cost grows with three to the power of a
    /// third of this.
    static let maximumAliases = 16

    /// Parses a file's content.
    /// - Parameters:
    ///   - bytes: UTF-8
    ///   - file: the path for messages
    /// - Returns: nil when there is nothing but comments
    /// - Throws: `SettingsError` of code `malformed`, with file and line
    package static func parse(_ bytes: [UInt8], file: String) throws(SettingsError) -> YAMLValue? {
        guard bytes.count <= maximumBytes else {
            throw SettingsError(.malformed, "\(Display.path(file)) is larger than \(maximumBytes >> 10) KiB")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = lineOfInvalidUTF8(bytes)
            throw malformed(file, line, "not UTF-8 text", hint: "save it as UTF-8")
        }
        guard aliasCount(bytes) <= maximumAliases else {
            throw malformed(file, nil, "more than \(maximumAliases) aliases", hint: "write the values out")
        }
        let root: Node?
        do {
            // The encoding is named, since the parser's default asks the environment and prints to standard output.
            root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw describe(error, file: file, text: text)
        } catch {
            throw malformed(file, nil, "not YAML")
        }
        guard let root else { return nil }
        var reader = TreeReader(file: file)
        return try reader.value(of: root, depth: 0)
    }

    /// An error of code `malformed` with its place in a file.
    package static func malformed(_ file: String, _ line: Int?, _ what: String, hint: String? = nil) -> SettingsError {
        let place = line.map { ":\($0)" } ?? ""
        return SettingsError(.malformed, "\(Display.path(file))\(place): \(what)", hint: hint)
    }

    private static func lineOfInvalidUTF8(_ bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }

    /// How many `*name` stand in the text for which an `&name` stands there too: at least as many as there are aliases.
    private static func aliasCount(_ bytes: [UInt8]) -> Int {
        var anchors: Set<ArraySlice<UInt8>> = []
        var references: [ArraySlice<UInt8>] = []
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
            let name = bytes[(index + 1)...].prefix { isAnchorByte($0) }
            if name.isEmpty { continue }
            if byte == UInt8(ascii: "&") { anchors.insert(name) } else { references.append(name) }
        }
        return anchors.isEmpty ? 0 : references.count { anchors.contains($0) }
    }

    private static func isAnchorByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// The parser's complaint on one line. Its own text repeats the file's content, which may hold secrets.
    private static func describe(_ error: YamlError, file: String, text: String) -> SettingsError {
        let hint = "YAML: spaces for indentation, \"key: value\", quotes around text with special characters"
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return malformed(file, mark.line, problem, hint: hint)
        case .reader(let problem, let offset, _, _):
            let line = offset.map { text.prefix($0).count { $0.isNewline } + 1 }
            return malformed(file, line, problem, hint: "remove the character")
        case .duplicatedKeysInMapping(let names, let context):
            let name = names.first ?? "a key"
            let line = lineOfSecond(name, after: context.mark, in: text)
            let first = line == context.mark.line ? "" : ", first on line \(context.mark.line)"
            return malformed(
                file, line, "\(Display.name(name)) is given twice\(first)", hint: "remove one of them")
        default:
            return malformed(file, nil, "not YAML", hint: hint)
        }
    }

    /// The line on which a key stands again in the column of its first place.
    private static func lineOfSecond(_ name: String, after mark: Mark, in text: String) -> Int {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where index >= mark.line {
            let rest = line.dropFirst(mark.column - 1)
            let indent = line.prefix(mark.column - 1)
            if indent.allSatisfy({ $0 == " " }), String(String.UnicodeScalarView(rest)).hasPrefix(name + ":") {
                return index + 1
            }
        }
        return mark.line
    }
}

/// Copies the parser's tree into ours and counts on the way.
private struct TreeReader {
    let file: String
    var nodes = 0

    mutating func value(of node: Node, depth: Int) throws(SettingsError) -> YAMLValue {
        nodes += 1
        let mark = TextMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard nodes <= YAMLDocument.maximumNodes else {
            throw YAMLDocument.malformed(file, mark.line, "more than \(YAMLDocument.maximumNodes) values")
        }
        guard depth < YAMLDocument.maximumDepth else {
            throw YAMLDocument.malformed(file, mark.line, "nested deeper than \(YAMLDocument.maximumDepth) levels")
        }
        switch node {
        case .scalar(let scalar):
            // The parser marks quoted text with a tag, and plain text with none.
            let isPlain = scalar.style == .plain
            return YAMLValue(content: .scalar(scalar.string, isPlain: isPlain), mark: mark)
        case .sequence(let sequence):
            var elements: [YAMLValue] = []
            for element in sequence { elements.append(try value(of: element, depth: depth + 1)) }
            return YAMLValue(content: .list(elements, isFlow: sequence.style == .flow), mark: mark)
        case .mapping(let mapping):
            var entries: [YAMLValue.Entry] = []
            for (key, content) in mapping {
                let keyMark = TextMark(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
                guard case .scalar(let scalar) = key else {
                    throw YAMLDocument.malformed(file, keyMark.line, "a key must be text")
                }
                let inner = try value(of: content, depth: depth + 1)
                entries.append(YAMLValue.Entry(key: scalar.string, keyMark: keyMark, value: inner))
            }
            return YAMLValue(content: .map(entries, isFlow: mapping.style == .flow), mark: mark)
        case .alias:
            throw YAMLDocument.malformed(file, mark.line, "an alias of an unknown anchor")
        }
    }
}
