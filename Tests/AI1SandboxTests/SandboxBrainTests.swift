import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("The sandbox's brain")
struct SandboxBrainTests {
    private func prompt(_ text: String, model: String = "fast") -> SandboxPrompt {
        SandboxPrompt(model: model, turns: [.init(role: "user", text: text)])
    }

    private func text(_ prompt: SandboxPrompt, _ plan: String = "") throws -> String {
        String(decoding: SandboxBrain.answer(to: prompt, plan: try .parse(plan)).whole(), as: UTF8.self)
    }

    @Test("says in its first words that it is simulated, and by which model", arguments: SandboxModel.allCases)
    func simulated(model: SandboxModel) throws {
        let answer = try text(prompt("hello", model: model.rawValue))
        #expect(answer.hasPrefix("This is a simulated answer from ai1's sandbox (model sandbox/\(model.rawValue))."))
    }

    @Test("counts what it was given")
    func counts() throws {
        let answer = try text(prompt("one two\nthree\n", model: "strong"))
        #expect(answer.contains("2 lines, 3 words and 14 bytes"))
        #expect(answer.contains("“one two three”"))
        #expect(answer.contains("3 different words"))
    }

    @Test("is the same for the same prompt, and another for another model or seed")
    func deterministic() throws {
        #expect(try text(prompt("hello")) == text(prompt("hello")))
        #expect(try text(prompt("hello")) != text(prompt("hello", model: "strong")))
        var seeds: Set<String> = []
        for seed in 0..<20 {
            var prompt = prompt("hello")
            prompt.seed = Int64(seed)
            seeds.insert(try text(prompt))
        }
        #expect(seeds.count > 1)
    }

    @Test("gives a code block when asked about code")
    func code() throws {
        #expect(try text(prompt("write code")).contains("```sh\n"))
        #expect(try !text(prompt("write an encoder")).contains("```"))
    }

    @Test(
        "the pieces are the whole, whatever the size asked for",
        arguments: [
            ("", 0), ("bytes=1", 1), ("bytes=100000", 100_000), ("events=7,event-bytes=3", 21), ("words=5", 0),
            ("words=3000", 0),
            ("huge=5000", 0),
        ])
    func sizes(plan: String, bytes: Int) throws {
        let answer = SandboxBrain.answer(to: prompt("hello"), plan: try .parse(plan))
        var pieces = answer.pieces()
        var all: [UInt8] = []
        var count = 0
        while pieces.next(into: &all) { count += 1 }
        #expect(all == answer.whole())
        #expect(all.count == answer.byteCount)
        if bytes > 0 { #expect(all.count == bytes) }
        #expect(answer.usage.visibleOutput == TokenEstimate.tokens(bytes: all.count))
        if plan.hasPrefix("events") { #expect(count == 7) }
        #expect(String(validating: all, as: UTF8.self) != nil)
    }

    @Test("has exactly as many words as asked for", arguments: [1, 4, 12, 40, 5_000])
    func words(count: Int) throws {
        #expect(try text(prompt("hello"), "words=\(count)").split { $0 == " " || $0.isNewline }.count == count)
    }

    @Test("stops at the output limit, between characters")
    func limit() throws {
        var short = prompt("größe größe größe größe größe")
        for tokens in 1...60 {
            short.maxOutputTokens = tokens
            let answer = SandboxBrain.answer(to: short)
            #expect(answer.byteCount <= tokens * 4)
            #expect(String(validating: answer.whole(), as: UTF8.self) != nil)
            #expect(answer.finish == .length)
        }
    }

    @Test("ends before a stop sequence")
    func stop() throws {
        var prompt = prompt("hello")
        prompt.stop = ["sandbox", "simulated"]
        #expect(try text(prompt) == "This is a ")
    }

    @Test("takes its directives off the question, only from the first line")
    func directives() throws {
        var with = prompt("sandbox: fault=429\n\nhello")
        #expect(with.takeDirectives() == " fault=429")
        #expect(with.question == "hello")
        var without = prompt("hello\nsandbox: fault=429")
        #expect(without.takeDirectives() == nil)
    }

    @Test("counts a stop reason that was asked for")
    func finish() throws {
        #expect(SandboxBrain.answer(to: prompt("x"), plan: try .parse("length")).finish == .length)
        let blocked = SandboxBrain.answer(to: prompt("x"), plan: try .parse("blocked"))
        #expect(blocked.whole().isEmpty)
        #expect(blocked.finish == .contentFilter)
    }
}

@Suite("The schema sampler")
struct SchemaSamplerTests {
    private func sample(_ schema: String) throws -> JSONValue {
        let prompt = SandboxPrompt(
            model: "fast", turns: [.init(role: "user", text: "x")], schema: try JSONParser.parse(schema))
        return try JSONParser.parse(SandboxBrain.answer(to: prompt).whole())
    }

    @Test(
        "makes a value of every kind",
        arguments: [
            (#"{"type":"string"}"#, #""simulated value""#), (#"{"type":"integer"}"#, "1"),
            (#"{"type":"boolean"}"#, "true"),
            (#"{"type":"null"}"#, "null"), (#"{"enum":["b","a"]}"#, #""b""#), (#"{"const":7}"#, "7"),
            (#"{"type":["null","integer"],"minimum":5}"#, "5"), (#"{"type":"integer","exclusiveMinimum":9}"#, "10"),
            (#"{"type":"integer","maximum":-3}"#, "-3"), (#"{"type":"integer","multipleOf":4,"minimum":5}"#, "8"),
            (#"{"type":"number","exclusiveMaximum":1,"exclusiveMinimum":0}"#, "0.5"),
            (#"{"type":"array","items":{"type":"integer"},"minItems":3}"#, "[1,1,1]"),
            (#"{"type":"array","items":{"type":"integer"},"maxItems":0}"#, "[]"),
            (#"{"type":"string","format":"date"}"#, #""2026-01-01""#), (#"{"type":"string","maxLength":3}"#, #""sim""#),
            (#"{"type":"STRING","minLength":16}"#, #""simulated valuex""#),
            (#"{"anyOf":[{"type":"integer"},{"type":"string"}]}"#, "1"),
            (##"{"$defs":{"a":{"type":"boolean"}},"properties":{"x":{"$ref":"#/$defs/a"}}}"##, #"{"x":true}"#),
            (
                #"{"allOf":[{"properties":{"a":{"type":"integer"}}},{"properties":{"b":{"type":"integer"}}}]}"#,
                #"{"a":1,"b":1}"#
            ),
            (#"{"type":"object","required":["z"]}"#, #"{"z":"simulated"}"#),
        ])
    func kinds(schema: String, value: String) throws {
        #expect(try sample(schema).text == value)
    }

    @Test("fills every property of a nested object")
    func nested() throws {
        let value = try sample(
            #"{"type":"object","properties":{"name":{"type":"string"},"ages":{"type":"array","items":{"type":"number"}}}}"#
        )
        #expect(value.text == #"{"name":"simulated name","ages":[1]}"#)
    }

    @Test("a schema that refers to itself ends")
    func recursive() throws {
        let value = try sample(##"{"properties":{"next":{"$ref":"#"}},"required":["next"]}"##)
        #expect(value.object != nil)
        let wide = try sample(
            ##"{"properties":{"a":{"$ref":"#"},"b":{"$ref":"#"},"c":{"$ref":"#"}},"required":["a","b","c"]}"##)
        #expect(wide["a"]?["b"] != nil)
    }
}
