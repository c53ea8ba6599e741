import AI1Core
import Testing

@testable import AI1Settings

/// What a user reads when a settings file is wrong.
@Suite("Wrong settings files")
struct SettingsErrorTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let yaml: String
        let message: String
        let hint: String?

        init(_ yaml: String, _ message: String, hint: String? = nil) {
            self.yaml = yaml
            self.message = message
            self.hint = hint
        }

        var testDescription: String { message }
    }

    static let examples: [Example] = [
        Example(
            "# x\nobjective: bst\n", ":2: objective must be one of cheapest, fastest, best, balanced, not \"bst\"",
            hint: "did you mean best?"),
        Example("modle: gpt\n", ":1: unknown key modle", hint: "did you mean model?"),
        Example(
            "limits:\n  deadlne: 3s\n", ":2: unknown key deadlne in limits", hint: "did you mean deadline?"),
        Example(
            "limits:\n  deadline: 30\n", ":2: deadline must be a time such as 30s, 500ms or 2m, not \"30\"",
            hint: "for example: deadline: 2m"),
        Example(
            "limits:\n  max_cost: -1\n",
            ":2: max_cost must be an amount such as 5c (credits) or $0.05, not \"-1\"",
            hint: "for example: max_cost: 5c"),
        Example(
            "limits:\n  max_tokens: 0\n", ":2: max_tokens must be a whole number from 1 to 10000000, not \"0\"",
            hint: "for example: max_tokens: 4096"),
        Example(
            "temperature: 2.5\n", ":1: temperature must be a number from 0 to 2, not \"2.5\"",
            hint: "for example: temperature: 0.7"),
        Example("quiet: maybe\n", ":1: quiet must be true or false, not \"maybe\"", hint: "for example: quiet: true"),
        Example("model:\n", ":1: model has no value", hint: "give it one, or remove the line"),
        Example("model: [a, b]\n", ":1: model must be one line of text, not a list"),
        Example("model: {a: b}\n", ":1: model must be one line of text, not a mapping"),
        Example(
            "limits: 5\n",
            ":1: limits must hold some of deadline, max_cost, max_tokens, max_input, connect_timeout, stall_timeout"),
        Example("- a\n", ":1: expected \"key: value\" lines", hint: "for example: objective: cheapest"),
        Example(
            "model: a\nquiet: true\nmodel: b\n", ":3: model is given twice, first on line 1", hint: "remove one of them"
        ),
        Example("model: \"a\n", ":2: found unexpected end of stream", hint: yamlHint),
        Example("model: a\n\tquiet: true\n", ":2: found a tab character that violates indentation", hint: yamlHint),
        Example("model: a: b\n", ":1: mapping values are not allowed in this context", hint: yamlHint),
        Example("model: a\n---\nmodel: b\n", ":2: but found another document", hint: yamlHint),
        Example("model: *x\n", ":1: found undefined alias", hint: yamlHint),
        Example("? [a]\n: b\n", ":1: a key must be text"),
        Example(
            "api_key: sk-secret\n", ":1: unknown key api_key",
            hint: "keys are not kept in this file; run: ai1 route add NAME"),
        Example(
            "providers:\n  openai:\n    key_env: sk-secret-key\n",
            ":3: key_env must be the name of an environment variable",
            hint: "to store a key itself, run: ai1 route add NAME"),
        Example(
            "providers:\n  x:\n    base_url: ftp://u:secret@h\n",
            ":3: base_url must be an http or https URL without user name, query or fragment",
            hint: "for example: base_url: https://llm.example.com/v1"),
        Example(
            "providers:\n  a/b: {}\n", ":2: the name a/b may have letters, digits and . _ - only"),
        Example("providers:\n  x:\n    headers:\n      Host: a\n", ":4: the name Host is set by ai1 itself"),
        Example(
            "providers:\n  x:\n    models: 5\n", ":3: models must be a list", hint: "start each entry with \"- id: …\""),
        Example("providers:\n  x:\n    models:\n      - title: T\n", ":4: this entry of models has no id"),
        Example(
            "providers:\n  x:\n    models:\n      - id: m\n        contex: 5\n", ":5: unknown key contex in models",
            hint: "did you mean context?"),
        Example(
            "providers:\n  x:\n    models:\n      - id: m\n        capabilities: [tols]\n",
            ":5: capabilities must be a list of some of image, tools, schema, reasoning, no_temperature, no_seed, "
                + "no_stop, no_system, not \"tols\"", hint: "did you mean tools?"),
        Example(
            "providers:\n  x:\n    models:\n      - id: m\n        input_price: -2\n",
            ":5: input_price must be US dollars per million tokens, such as 0.25, not \"-2\"",
            hint: "for example: input_price: 0.25"),
        Example(
            "sandbox: true\n", ":1: unknown key sandbox",
            hint: "known here: " + SettingsSchema.names(in: []).joined(separator: ", ")),
        Example(
            "objective: \"be\\e[31mst\"\n",
            ":1: objective must be one of cheapest, fastest, best, balanced, not \"best\""),
    ]
    static let yamlHint = "YAML: spaces for indentation, \"key: value\", quotes around text with special characters"

    @Test("Each mistake names file, line and what was expected", arguments: examples)
    func message(example: Example) {
        let scratch = Scratch()
        let file = scratch.write(example.yaml, to: "home/config/config.yaml")
        let error = failure { try load(scratch) }
        #expect(error?.message == file + example.message)
        #expect(error?.hint == example.hint)
        #expect(error?.kind == .configuration)
        #expect(error.map { "\($0)".contains("secret") } == false)
    }

    @Test("Octets that are not UTF-8 are named by line")
    func notUTF8() {
        let scratch = Scratch()
        let file = scratch.write(Array("model: a\nsystem: ".utf8) + [0xFF, 0x0A], to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.message == "\(file):2: not UTF-8 text")
    }

    @Test("A control character is refused with its line")
    func controlCharacter() {
        let scratch = Scratch()
        let file = scratch.write("model: a\nsystem: b\u{1}\n", to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.message == "\(file):2: control characters are not allowed")
    }

    @Test("A file above 1 MiB is refused, one just below it is read")
    func size() throws {
        let scratch = Scratch()
        let comment = "# " + String(repeating: "x", count: 1_022) + "\n"
        scratch.write(String(repeating: comment, count: 1_020) + "model: a\n", to: "home/config/config.yaml")
        #expect(try load(scratch).model?.value == "a")
        let file = scratch.write(String(repeating: comment, count: 1_100), to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.message == "\(file) is larger than 1024 KiB")
    }

    @Test("Aliases, depth and numbers of values have bounds")
    func bombs() throws {
        let scratch = Scratch()
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let file = scratch.write(bomb + "? *a40\n: x\n", to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.message == "\(file): more than 16 aliases")
        scratch.write("system: " + String(repeating: "[", count: 5_000), to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.code == .malformed)
        scratch.write(
            "fallback: " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
            to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.message == "\(file):1: nested deeper than 24 levels")
        scratch.write("fallback: [" + String(repeating: "a,", count: 100_001) + "]", to: "home/config/config.yaml")
        #expect(failure { try load(scratch) }?.message == "\(file):1: more than 100000 values")
        scratch.write("fallback: &list [a, b]\naliases:\n  x: &x y\n  z: *x\n", to: "home/config/config.yaml")
        #expect(try load(scratch).aliases["z"]?.value == "y")
    }

    @Test("A settings file that others can write is refused with the command that mends it")
    func unsafeMode() {
        let scratch = Scratch()
        let file = scratch.write("model: a\n", to: "home/config/config.yaml", mode: 0o666)
        let error = failure { try load(scratch) }
        #expect(error?.message == "settings file \(file) can be written by others (mode 0666)")
        #expect(error?.hint == "chmod go-w \(file)")
    }

    @Test("A wrong variable is named")
    func variable() {
        let scratch = Scratch()
        let error = failure { try load(scratch, ["AI1_OBJECTIVE": "quick"]) }
        #expect(error?.message == "AI1_OBJECTIVE must be one of cheapest, fastest, best, balanced, not \"quick\"")
        let deadline = failure { try load(scratch, ["AI1_DEADLINE": "5"]) }
        #expect(deadline?.hint == "for example: AI1_DEADLINE=2m")
        #expect(deadline?.kind == .configuration)
    }

    private func load(_ scratch: Scratch, _ environment: [String: String] = [:]) throws -> Settings {
        let paths = scratch.paths
        return try SettingsLoader(
            paths: paths, environment: environment, workingFolder: scratch.path,
            trust: TrustStore(file: paths.trustFile)
        ).load()
    }
}
