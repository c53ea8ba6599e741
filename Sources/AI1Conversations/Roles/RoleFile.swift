internal import AI1Core
internal import AI1Settings

/// A role's file: YAML between two lines of `---`, then the text.
struct RoleFile {
    static let maximumBytes = 256 << 10
    static let keys = [
        "description", "max_tokens", "model", "objective", "reasoning", "schema", "stop", "system", "temperature",
        "tools",
        "variables",
    ]

    let file: String
    private let front: YAMLValue?
    private let body: String
    /// The body's first line, from one.
    private let bodyLine: Int

    /// - Parameter file: the path for messages
    /// - Throws: `ConversationError` of code `roleMalformed`; `SettingsError` of code `malformed`
    init(_ bytes: [UInt8], file: String) throws {
        self.file = file
        guard bytes.count <= Self.maximumBytes else {
            throw ConversationError(
                .roleMalformed, "\(Display.path(file)) is larger than \(ShownBytes.text(Self.maximumBytes))")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConversationError(
                .roleMalformed, "\(Display.path(file)) is not UTF-8 text", hint: "save it as UTF-8")
        }
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        guard lines[0] == "---" else {
            front = nil
            body = Self.trimmed(lines[...])
            bodyLine = Self.firstLine(lines[...])
            return
        }
        guard let end = lines.dropFirst().firstIndex(of: "---") else {
            throw ConversationError(
                .roleMalformed, "\(Display.path(file)):1: the front matter has no end", hint: "end it by a line of ---")
        }
        // An empty line in the place of the first ---, so that the numbers of lines are those of the file.
        let yaml = "\n" + lines[1..<end].joined(separator: "\n") + "\n"
        front = try YAMLDocument.parse(Array(yaml.utf8), file: file)
        body = Self.trimmed(lines[(end + 1)...])
        bodyLine = Self.firstLine(lines[(end + 1)...])
    }

    private static func firstLine(_ lines: ArraySlice<String>) -> Int {
        (lines.firstIndex { !$0.isEmpty } ?? lines.startIndex) + 1
    }

    private static func trimmed(_ lines: ArraySlice<String>) -> String {
        let content = lines.drop { $0.isEmpty }
        let end = content.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? content.startIndex
        return content[content.startIndex..<end].joined(separator: "\n")
    }

    /// The role that the file says.
    /// - Throws: as `init`
    func role(named name: String) throws(ConversationError) -> Role {
        var role = Role(name: name)
        var systemText: (text: String, line: Int)?
        var bodyIsSystem = true
        for entry in try entries(front) {
            let value = RoleValue(file: file, entry: entry)
            switch entry.key {
            case "description": role.summary = TerminalCleaner.cleanLine(try value.text(), limit: 200)
            case "model": role.model = try value.text()
            case "objective": role.objective = try value.choice(Objective.self)
            case "reasoning": role.reasoning = try value.choice(ReasoningEffort.self)
            case "temperature": role.temperature = try value.temperature()
            case "max_tokens": role.maxOutputTokens = try value.positive()
            case "schema": role.schema = try value.text()
            case "tools": role.tools = try value.texts()
            case "stop": role.stop = try value.texts()
            case "variables": role.variables = try variables(value)
            case "system":
                if let flag = value.flag {
                    bodyIsSystem = flag
                } else {
                    systemText = (try value.text(), entry.value.mark.line)
                    bodyIsSystem = false
                }
            default: throw unknown(entry, among: Self.keys)
            }
        }
        if body.isEmpty, systemText == nil {
            throw ConversationError(
                .roleMalformed, "\(Display.path(file)): the role has no text", hint: "write it behind the front matter")
        }
        let template = body.isEmpty ? nil : try template(body, line: bodyLine, role, mayHaveInput: !bodyIsSystem)
        role.prompt = bodyIsSystem ? nil : template
        if let systemText {
            role.system = try self.template(systemText.text, line: systemText.line, role, mayHaveInput: false)
        } else if bodyIsSystem {
            role.system = template
        }
        return role
    }

    private func template(
        _ text: String, line: Int, _ role: Role, mayHaveInput: Bool
    ) throws(ConversationError) -> RoleTemplate {
        let template: RoleTemplate
        do throws(RoleTemplate.Failure) {
            template = try RoleTemplate(text)
        } catch {
            throw wrong(line + error.line, error.what, hint: error.hint)
        }
        let names = role.variables.map(\.name)
        for name in template.names where !names.contains(name) {
            if name == RoleTemplate.input {
                if mayHaveInput { continue }
                throw wrong(
                    self.line(of: name, in: text, from: line), "{{input}} stands in a system prompt",
                    hint: "put it into the text, and system: false (or the system prompt itself) into the front matter")
            }
            let near = Suggestions.near(name, among: names)
            throw wrong(
                self.line(of: name, in: text, from: line), "the variable \(name) is not declared",
                hint: near.isEmpty
                    ? "add it to variables: in the front matter, or write \\{{ for the braces themselves"
                    : "did you mean \(near.joined(separator: ", "))?")
        }
        return template
    }

    private func line(of name: String, in text: String, from first: Int) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let found = lines.firstIndex { line in
            (try? RoleTemplate(String(line)))?.names.contains(name) == true
        }
        return first + (found ?? 0)
    }

    private func variables(_ value: RoleValue) throws(ConversationError) -> [Role.Variable] {
        var variables: [Role.Variable] = []
        for entry in try entries(value.entry.value) {
            guard RoleTemplate.isName(entry.key), entry.key != RoleTemplate.input else {
                throw wrong(
                    entry.keyMark.line, "\(Display.name(entry.key)) cannot be a variable's name",
                    hint: "letters, digits, _ and -, beginning with a letter, and not input")
            }
            var summary: String?
            var defaultValue: String?
            if case .map = entry.value.content {
                for inner in try entries(entry.value) {
                    let value = RoleValue(file: file, entry: inner)
                    switch inner.key {
                    case "description": summary = TerminalCleaner.cleanLine(try value.text(), limit: 200)
                    case "default": defaultValue = try value.text()
                    default: throw unknown(inner, among: ["default", "description"])
                    }
                }
            } else if !entry.value.isNull {
                defaultValue = try RoleValue(file: file, entry: entry).text()
            }
            variables.append(Role.Variable(name: entry.key, summary: summary, defaultValue: defaultValue))
        }
        return variables
    }

    private func entries(_ value: YAMLValue?) throws(ConversationError) -> [YAMLValue.Entry] {
        guard let value, !value.isNull else { return [] }
        guard case .map(let entries, _) = value.content else {
            throw wrong(value.mark.line, "not a mapping", hint: "write key: value")
        }
        return entries
    }

    private func unknown(_ entry: YAMLValue.Entry, among keys: [String]) -> ConversationError {
        let near = Suggestions.near(entry.key, among: keys)
        return wrong(
            entry.keyMark.line, "unknown key \(Display.name(entry.key))",
            hint: near.isEmpty
                ? "there are: \(keys.joined(separator: ", "))" : "did you mean \(near.joined(separator: ", "))?")
    }

    private func wrong(_ line: Int, _ what: String, hint: String?) -> ConversationError {
        ConversationError(.roleMalformed, "\(Display.path(file)):\(line): \(what)", hint: hint)
    }
}
