import AI1Core
import Testing

@testable import AI1Settings

@Suite("Editing settings")
struct SettingsEditorTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let edits: [SettingsEdit]
        let after: String

        init(_ name: String, _ before: String, _ edits: SettingsEdit..., after: String) {
            self.name = name
            self.before = before
            self.edits = edits
            self.after = after
        }

        var testDescription: String { name }
    }

    static let examples: [Example] = [
        Example("an empty file", "", .set(["model"], .text("gpt")), after: "model: gpt\n"),
        Example(
            "only comments", "# mine\n# model: x\n", .set(["model"], .text("gpt")),
            after: "# mine\n# model: x\nmodel: gpt\n"),
        Example(
            "a value with a comment behind it", "model:   gpt  # the best #1\nquiet: true\n",
            .set(["model"], .text("a b")), after: "model:   \"a b\"  # the best #1\nquiet: true\n"),
        Example(
            "a quoted value with a hash", "model: \"a # b\" # why\n", .set(["model"], .text("c")),
            after: "model: c # why\n"),
        Example(
            "a new key in a mapping keeps its indentation",
            "limits:\n    deadline: 3s # fast\n    # max_cost: 5c\n\nmodel: x\n",
            .set(["limits", "max_cost"], .number("7c")),
            after: "limits:\n    deadline: 3s # fast\n    max_cost: 7c\n    # max_cost: 5c\n\nmodel: x\n"),
        Example(
            "a new provider goes behind the last one",
            "providers:\n  groq:\n    key_env: A\n# end\nmodel: x\n",
            .set(["providers", "local", "base_url"], .text("http://127.0.0.1:8080")),
            .set(["providers", "local", "dialect"], .text("openai")),
            after: """
                providers:
                  groq:
                    key_env: A
                  local:
                    base_url: "http://127.0.0.1:8080"
                    dialect: openai
                # end
                model: x

                """),
        Example(
            "models are written as a list",
            "model: x\n",
            .set(
                ["providers", "l", "models"],
                .list([
                    .map([
                        EditMember("id", .text("m")), EditMember("context", .number("8192")),
                        EditMember("capabilities", .list([.text("tools")])),
                    ])
                ])),
            after:
                "model: x\nproviders:\n  l:\n    models:\n      - id: m\n        context: 8192\n        capabilities: [tools]\n"
        ),
        Example(
            "an empty mapping is filled", "providers: {} # none yet\n",
            .set(["providers", "a", "disabled"], .flag(true)),
            after: "providers: # none yet\n  a:\n    disabled: true\n"),
        Example(
            "a name without a value is filled", "providers:\n  a:\n  b:\nmodel: x\n",
            .set(["providers", "a", "disabled"], .flag(true)),
            after: "providers:\n  a:\n    disabled: true\n  b:\nmodel: x\n"),
        Example(
            "a list right below its key is replaced as a whole", "fallback:\n- a\n- b\n# c\nmodel: x\n",
            .set(["fallback"], .list([.text("z")])), after: "fallback: [z]\n# c\nmodel: x\n"),
        Example(
            "a block of text is replaced as a whole", "system: |\n  one\n  # two\n\n  three\nmodel: x\n",
            .set(["system"], .text("new\nlines")), after: "system: \"new\\nlines\"\nmodel: x\n"),
        Example(
            "an only provider takes its parent along", "# a\nproviders:\n  groq:\n    key_env: A\n# b\nmodel: x\n",
            .remove(["providers", "groq"]), after: "# a\n# b\nmodel: x\n"),
        Example(
            "one of two is removed with its own lines",
            "providers:\n  groq:\n    key_env: A\n    # own\n  # next\n  xai:\n    key_env: B\n",
            .remove(["providers", "groq"]), after: "providers:\n  # next\n  xai:\n    key_env: B\n"),
        Example("nothing to remove", "model: x", .remove(["providers", "groq"]), after: "model: x"),
        Example("the last setting", "# top\nmodel: x\n", .remove(["model"]), after: "# top\n"),
        Example(
            "line ends of another system", "model: a\r\nquiet: true\r\n", .set(["model"], .text("b")),
            .set(["hedge"], .flag(true)), after: "model: b\r\nquiet: true\r\nhedge: true\r\n"),
        Example("an end mark", "model: x\n...\n", .set(["quiet"], .flag(true)), after: "model: x\nquiet: true\n...\n"),
        Example("no line end at the end", "model: a", .set(["quiet"], .flag(false)), after: "model: a\nquiet: false\n"),
        Example("the same value again", "model:  'a'\n", .set(["model"], .text("a")), after: "model:  'a'\n"),
        Example(
            "text that looks like something else", "quiet: true\n", .set(["model"], .text("null")),
            after: "quiet: true\nmodel: \"null\"\n"),
    ]

    @Test("An edit changes its own lines only", arguments: examples)
    func edit(example: Example) throws {
        let scratch = Scratch()
        let file = scratch.write(example.before, to: "config.yaml", mode: 0o640)
        try SettingsEditor(file: file).apply(example.edits)
        #expect(scratch.text("config.yaml") == example.after)
        #expect(scratch.mode("config.yaml") == 0o640)
    }

    @Test(
        "What cannot be changed safely is left, with the change for the user's own hand",
        arguments: [
            ("providers: {groq: {key_env: A}}\n", "add to it by hand: providers: {xai: {key_env: B}}"),
            ("{model: x}\n", "add to it by hand: providers: {xai: {key_env: B}}"),
            ("model: x\nsystem: \"a\nb\"\n", "add to it by hand: providers: {xai: {key_env: B}}"),
        ])
    func refusal(text: String, hint: String) {
        let scratch = Scratch()
        let file = scratch.write(text, to: "config.yaml")
        let edits: [SettingsEdit] = [.set(["model"], .text("x")), .set(["providers", "xai", "key_env"], .text("B"))]
        let error = failure { try SettingsEditor(file: file).apply(edits) }
        #expect(error?.code == .notEditable)
        #expect(error?.hint == hint)
        #expect(error?.kind == .configuration)
        #expect(scratch.text("config.yaml") == text)
    }

    @Test("A change that would be wrong, or a file that is wrong, is refused before anything is written")
    func validation() {
        let scratch = Scratch()
        let file = scratch.write("model: x\n", to: "config.yaml")
        let wrong = failure { try SettingsEditor(file: file).apply([.set(["objective"], .text("evil"))]) }
        #expect(wrong?.code == .badValue)
        #expect(scratch.text("config.yaml") == "model: x\n")
        scratch.write("model: x\nmodle: y\n", to: "config.yaml")
        let present = failure { try SettingsEditor(file: file).apply([.set(["quiet"], .flag(true))]) }
        #expect(present?.message == "\(file):2: unknown key modle")
    }

    @Test("A new file is private, and its folder too")
    func newFile() throws {
        let scratch = Scratch()
        try SettingsEditor(file: scratch.file("a/b/config.yaml")).apply([.set(["model"], .text("gpt"))])
        #expect(scratch.mode("a/b/config.yaml") == 0o600)
        #expect(scratch.mode("a/b") == 0o700)
    }

    @Test("Random edits of random files keep every comment and every other value", arguments: 1...60)
    func property(seed: UInt64) throws {
        var random = SeededRandom(state: seed)
        var text = try SettingsText(Array(randomFile(&random).utf8), file: "f")
        for _ in 0..<12 {
            let before = text.bytes
            let path = randomPath(&random)
            let edit: SettingsEdit = Bool.random(using: &random) ? .set(path, randomValue(&random)) : .remove(path)
            do {
                try text.apply(edit)
            } catch {
                #expect(error.code == .notEditable)
                #expect(text.bytes == before)
                continue
            }
            let old = try leaves(before)
            let new = try leaves(text.bytes)
            let joined = path.joined(separator: ".")
            let isOther = { (name: String) in name != joined && !name.hasPrefix(joined + ".") }
            #expect(old.filter { isOther($0.key) } == new.filter { isOther($0.key) })
            if case .set = edit {
                #expect(new.keys.contains { !isOther($0) })
            } else {
                #expect(new.keys.allSatisfy(isOther))
            }
            let kept = comments(before).filter { !$0.hasPrefix("# of \(joined)") }
            #expect(kept.allSatisfy(Set(comments(text.bytes)).contains))
        }
    }

    private let names = ["alpha", "beta", "gamma"]

    private func randomPath(_ random: inout SeededRandom) -> [String] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in names.randomElement(using: &random) ?? "alpha" }
    }

    private func randomValue(_ random: inout SeededRandom) -> EditValue {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .text("plain")
        case 1: .text("with # hash: and \"quotes\"\nlines")
        case 2: .flag(true)
        case 3: .list([.text("x"), .text("y z")])
        default: .map([EditMember("delta", .number("5"))])
        }
    }

    /// Comments that stand inside an entry, deeper than its key, are the entry's own: `# of PATH`.
    private func randomFile(_ random: inout SeededRandom) -> String {
        var lines = ["# top"]
        func level(_ path: [String], _ depth: Int) {
            let indent = String(repeating: " ", count: depth * 2)
            for name in names.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)) {
                let here = path + [name]
                let full = here.joined(separator: ".")
                if Bool.random(using: &random) {
                    lines.append("\(indent)# of \(path.joined(separator: ".")) before \(name)")
                }
                if Int.random(in: 0..<4, using: &random) == 0 { lines.append("") }
                switch Int.random(in: 0..<(depth < 2 ? 7 : 5), using: &random) {
                case 0: lines.append("\(indent)\(name): value # of \(full)")
                case 1: lines.append("\(indent)\(name): 'it''s' # of \(full)")
                case 2: lines += ["\(indent)\(name): |", "\(indent)  text", "\(indent)  # no comment"]
                case 3: lines += ["\(indent)\(name):", "\(indent)- one # of \(full)", "\(indent)- two"]
                case 4: lines.append("\(indent)\(name): {inner: [1, 2]}")
                default:
                    lines.append("\(indent)\(name):")
                    level(here, depth + 1)
                }
            }
        }
        level([], 0)
        return lines.joined(separator: "\n") + "\n# end\n"
    }

    private func comments(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard let hash = line.firstIndex(of: "#"), !line.hasSuffix("# no comment"), !line.contains("\\n") else {
                return nil
            }
            return String(line[hash...])
        }
    }

    /// Every scalar by its dotted path.
    private func leaves(_ bytes: [UInt8]) throws -> [String: String] {
        var found: [String: String] = [:]
        func walk(_ value: YAMLValue, _ path: [String]) {
            switch value.content {
            case .scalar(let text, _): found[path.joined(separator: ".")] = text
            case .list(let elements, _):
                for (index, element) in elements.enumerated() { walk(element, path + [String(index)]) }
            case .map(let entries, _):
                for entry in entries { walk(entry.value, path + [entry.key]) }
            }
        }
        if let root = try YAMLDocument.parse(bytes, file: "f") { walk(root, []) }
        return found
    }
}
