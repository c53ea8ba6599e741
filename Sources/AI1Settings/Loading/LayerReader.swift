internal import AI1Core

/// Checks a parsed file against the table of settings.
struct LayerReader {
    let file: String
    /// Whether the file may set what only trusted files may.
    let isTrusted: Bool
    private(set) var layer = SettingsLayer()
    /// What an untrusted file asked for in vain, by its dotted name.
    private(set) var refused: [String] = []

    init(file: String, isTrusted: Bool) {
        self.file = file
        self.isTrusted = isTrusted
    }

    /// Reads the whole file.
    /// - Throws: `SettingsError` of the codes `malformed`, `unknownKey`, `badValue`, with file and line
    mutating func read(_ root: YAMLValue) throws(SettingsError) {
        if root.isNull { return }
        guard case .map(let entries, _) = root.content else {
            throw YAMLDocument.malformed(
                file, root.mark.line, "expected \"key: value\" lines", hint: "for example: objective: cheapest")
        }
        try readMap(entries, path: [], pattern: [])
    }

    private mutating func readMap(
        _ entries: [YAMLValue.Entry], path: [String], pattern: [String]
    ) throws(SettingsError) {
        for entry in entries {
            let isNamed = isNamedMap(pattern)
            let here = path + [entry.key]
            let herePattern = pattern + [isNamed ? "*" : entry.key]
            if !isTrusted, !SettingsSchema.isOpenToProjects(herePattern) {
                refuse(entry, path: here, pattern: herePattern)
                continue
            }
            if isNamed, let objection = SettingsSchema.objection(toName: entry.key, in: path) {
                throw error(.badValue, entry.keyMark, "the name \(Display.name(entry.key)) \(objection)")
            }
            guard entry.key != "*", entry.key != "[]", let known = SettingsSchema.entry(at: herePattern),
                !isEnvironmentOnly(known)
            else { throw unknown(entry, pattern: pattern) }
            try readEntry(entry.value, known, path: here, pattern: herePattern)
        }
    }

    private mutating func readEntry(
        _ value: YAMLValue, _ known: SchemaEntry, path: [String], pattern: [String]
    ) throws(SettingsError) {
        switch known {
        case .key(let key):
            layer.set(path, try read(value, key, name: path.last ?? ""), .file(path: file, line: value.mark.line))
        case .section, .named:
            layer.set(path, .section, .file(path: file, line: value.mark.line))
            if value.isNull { return }
            guard case .map(let inner, _) = value.content else {
                let names = SettingsSchema.names(in: pattern).filter { $0 != "*" }
                let examples = names.isEmpty ? "names and values" : "some of " + names.joined(separator: ", ")
                throw error(.badValue, value.mark, "\(path.last ?? "") must hold \(examples)")
            }
            try readMap(inner, path: path, pattern: pattern)
        case .list:
            let needed = SettingsSchema.names(in: pattern + ["[]"]).first ?? ""
            layer.set(path, .section, .file(path: file, line: value.mark.line))
            if value.isNull { return }
            guard case .list(let elements, _) = value.content else {
                throw error(
                    .badValue, value.mark, "\(path.last ?? "") must be a list",
                    hint: "start each entry with \"- \(needed): …\"")
            }
            for (index, element) in elements.enumerated() {
                guard case .map(let inner, _) = element.content else {
                    throw error(
                        .badValue, element.mark, "each of \(path.last ?? "") must hold \(needed)",
                        hint: "\"- \(needed): …\"")
                }
                guard element[needed] != nil else {
                    throw error(.badValue, element.mark, "this entry of \(path.last ?? "") has no \(needed)")
                }
                let place = path + [String(index)]
                layer.set(place, .section, .file(path: file, line: element.mark.line))
                try readMap(inner, path: place, pattern: pattern + ["[]"])
            }
        }
    }

    private func read(_ value: YAMLValue, _ key: SettingKey, name: String) throws(SettingsError) -> SettingValue {
        switch value.content {
        case .scalar(let text, _):
            if value.isNull {
                throw error(.badValue, value.mark, "\(name) has no value", hint: "give it one, or remove the line")
            }
            if let result = key.type.read(text) { return result }
            throw badValue(text, key, name: name, mark: value.mark)
        case .list(let elements, _):
            guard key.type.isList else {
                throw error(.badValue, value.mark, "\(name) must be \(key.type.expectation), not a list")
            }
            var texts: [String] = []
            for element in elements {
                guard case .scalar(let text, _) = element.content, !element.isNull else {
                    throw error(.badValue, element.mark, "\(name) must be \(key.type.expectation)")
                }
                guard key.type.read(text) != nil else { throw badValue(text, key, name: name, mark: element.mark) }
                texts.append(text)
            }
            return .texts(texts)
        case .map:
            throw error(.badValue, value.mark, "\(name) must be \(key.type.expectation), not a mapping")
        }
    }

    private func badValue(_ text: String, _ key: SettingKey, name: String, mark: TextMark) -> SettingsError {
        let problem = BadValue(text: text, key: key, name: name)
        return error(.badValue, mark, problem.message, hint: problem.hint)
    }

    /// Notes a name that an untrusted file may not use, with the names below it as far as the table knows them.
    private mutating func refuse(_ entry: YAMLValue.Entry, path: [String], pattern: [String]) {
        if case .map(let inner, _) = entry.value.content, SettingsSchema.entry(at: pattern) != nil, !inner.isEmpty {
            let isNamed = isNamedMap(pattern)
            for below in inner {
                refuse(below, path: path + [below.key], pattern: pattern + [isNamed ? "*" : below.key])
            }
            return
        }
        refused.append(path.joined(separator: "."))
    }

    private func isNamedMap(_ pattern: [String]) -> Bool {
        if case .named? = SettingsSchema.entry(at: pattern) { return true }
        return false
    }

    private func isEnvironmentOnly(_ known: SchemaEntry) -> Bool {
        if case .key(let key) = known { return key.scope == .environment }
        return false
    }

    private func unknown(_ entry: YAMLValue.Entry, pattern: [String]) -> SettingsError {
        let names = SettingsSchema.names(in: pattern)
        let place =
            pattern.isEmpty
            ? "" : " in \(pattern.last == "[]" ? pattern.dropLast().last ?? "" : pattern.joined(separator: "."))"
        let hint: String
        if ["key", "api_key", "apikey", "token", "secret"].contains(entry.key.lowercased()) {
            hint = "keys are not kept in this file; run: ai1 route add NAME"
        } else if let near = Suggestions.near(entry.key, among: names, limit: 1).first {
            hint = "did you mean \(near)?"
        } else {
            hint = "known here: " + names.joined(separator: ", ")
        }
        return error(.unknownKey, entry.keyMark, "unknown key \(Display.name(entry.key))\(place)", hint: hint)
    }

    private func error(
        _ code: SettingsError.Code, _ mark: TextMark, _ what: String, hint: String? = nil
    ) -> SettingsError {
        SettingsError(code, "\(Display.path(file)):\(mark.line): \(what)", hint: hint)
    }
}

/// The words for a value that its type does not take.
struct BadValue {
    let text: String
    let key: SettingKey
    let name: String

    var message: String {
        let shown = key.isSensitive ? "" : ", not \(Display.quoted(text))"
        return "\(name) must be \(key.type.expectation)\(shown)"
    }

    var hint: String? {
        switch key.type {
        case .choice(let names), .level(let names), .choices(let names):
            return Suggestions.near(text, among: names, limit: 1).first.map { "did you mean \($0)?" }
        case .variableName:
            return "to store a key itself, run: ai1 route add NAME"
        default:
            return "for example: \(name)\(key.variable == name ? "=" : ": ")\(key.example)"
        }
    }
}
