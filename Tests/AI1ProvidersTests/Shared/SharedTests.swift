import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Providers

@Suite("What the dialects share")
struct SharedTests {
    @Test("HTTP dates are read, impossible ones refused")
    func dates() {
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(HTTPDate.seconds("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
        #expect(HTTPDate.seconds("Thu, 29 Feb 2024 12:00:00 GMT") == 1_709_208_000)
        #expect(HTTPDate.seconds("Fri, 01 Jan 2100 00:00:00 GMT") == 4_102_444_800)
        for text in [
            "", "Wed, 29 Feb 2023 12:00:00 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 00 Nov 1994 08:49:37 GMT",
        ] {
            #expect(HTTPDate.seconds(text) == nil, "\(text)")
        }
    }

    @Test("what looks like a key is hidden, names of models and requests are not")
    func masks() {
        for (text, shown) in [
            ("key sk-abc123def456 is wrong", "key [redacted] is wrong"), ("AIzaSyA1234567890", "[redacted]"),
            ("'gsk_0123456789abcdef'", "'[redacted]'"), ("sk-ab****************wxyz.", "[redacted]"),
            ("0123456789abcdef0123456789abcdef", "[redacted]"),
            ("claude-3-5-haiku-20241022 and gpt-5.1-codex-mini", "claude-3-5-haiku-20241022 and gpt-5.1-codex-mini"),
            ("a supercalifragilisticexpialidocious word", "a supercalifragilisticexpialidocious word"), ("sk-", "sk-"),
            ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ] {
            #expect(KeyMask.masked(text) == shown)
        }
    }

    @Test("the check of UTF-8 agrees with the standard library on random octets")
    func utf8() {
        var random = SeededRandom(seed: 5)
        let leads: [UInt8] = [0x41, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x80, 0x9F, 0xA0, 0x8F, 0x90, 0xBF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                leads.randomElement(using: &random) ?? 0
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(bytes.withUnsafeBufferPointer(UTF8Check.isValid) == expected, "\(bytes)")
        }
    }

    @Test("strict mode is for schemas that are closed and require all")
    func strict() throws {
        for (schema, isStrict) in [
            (
                #"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}"#,
                true
            ),
            (
                #"{"type":"object","properties":{"a":{"type":"string"}},"required":[],"additionalProperties":false}"#,
                false
            ),
            (#"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#, false),
            (
                #"{"type":"object","properties":{"a":{"type":"object"}},"required":["a"],"additionalProperties":false}"#,
                false
            ),
            (
                #"{"type":"object","properties":{"not":{"type":"string"}},"required":["not"],"additionalProperties":false}"#,
                true
            ),
            (#"{"type":"array","items":{"type":"string"}}"#, false), ("true", false),
            (
                #"{"type":"object","properties":{"a":{"oneOf":[]}},"required":["a"],"additionalProperties":false}"#,
                false
            ),
        ] {
            #expect(SchemaForm.isStrict(try JSONParser.parse(schema)) == isStrict, "\(schema)")
        }
    }

    @Test("an object of free members stays open for Anthropic")
    func openObject() throws {
        let schema = try JSONParser.parse(#"{"type":"object","additionalProperties":{"type":"integer","minimum":1}}"#)
        #expect(SchemaForm.closed(schema).text == #"{"type":"object","additionalProperties":{"type":"integer"}}"#)
    }

    @Test("fragments of calls are put together by number, and a new id begins a new call")
    func calls() throws {
        var calls = ToolCallAssembly()
        try calls.add(index: 0, id: "a", name: "f", arguments: "{")
        try calls.add(index: 0, id: "b", name: "g", arguments: ["x": 1])
        try calls.add(index: 0, id: "a", name: nil, arguments: "}")
        try calls.add(index: nil, id: nil, name: nil, arguments: "")
        try calls.add(index: 3, id: nil, name: "h", arguments: nil)
        try calls.add(index: 4, id: "nameless", name: nil, arguments: "1")
        #expect(
            calls.finish(Fixtures.id) == [
                ToolCall(id: "a", name: "f", arguments: "{}"), ToolCall(id: "b", name: "g", arguments: #"{"x":1}"#),
                ToolCall(id: "call_ai1_\(Fixtures.id.short)_2", name: "h", arguments: "{}"),
            ])
        #expect(throws: ProviderFault.self) {
            for index in Int64(0)..<2_000 { try calls.add(index: index, id: nil, name: "f", arguments: nil) }
        }
    }

    @Test("every dialect of the catalogue has its implementation")
    func dialects() {
        #expect(Dialects.named(.openAIChat) is OpenAIChatDialect)
        #expect(Dialects.named(.openAIResponses) is OpenAIResponsesDialect)
        #expect(Dialects.named(.anthropic) is AnthropicDialect)
        #expect(Dialects.named(.google) is GoogleDialect)
        #expect(Dialects.named(.ollama) is OllamaDialect)
        #expect(Dialects.named(.ai1net) is AI1NetDialect)
        #expect(Dialects.named(.sandbox) is SandboxDialect)
    }
}
