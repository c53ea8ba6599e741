import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Providers

/// The hand scanners against the full decode: for every event, an event that the scanner takes means what the full
/// decode makes of it.
@Suite("The hand scanners")
struct ScannerTests {
    private func compare(_ event: [UInt8], _ make: () -> any AnswerEvents, first: String?) throws -> Bool {
        var fast = make()
        var full = make()
        var fastBatch = AnswerBatch()
        var fullBatch = AnswerBatch()
        if let first {
            try fast.event(JSONParser.parse(first), into: &fastBatch)
            try full.event(JSONParser.parse(first), into: &fullBatch)
            fastBatch.removeContent()
            fullBatch.removeContent()
        }
        fastBatch.text = Array("before".utf8)
        let isTaken = event.withUnsafeBytes { fast.fast($0, into: &fastBatch) }
        guard isTaken else {
            #expect(fastBatch.text == Array("before".utf8))
            return false
        }
        try full.event(JSONParser.parse(event), into: &fullBatch)
        let shown = String(decoding: event, as: UTF8.self)
        #expect(fastBatch.text.dropFirst(6).elementsEqual(fullBatch.text), "\(shown)")
        let isTextOnly =
            fullBatch.reasoning.isEmpty && fullBatch.toolCalls.isEmpty && fullBatch.finish == nil
            && fullBatch.usage == nil
            && fullBatch.servedModel == nil && fullBatch.providerID == nil
        #expect(isTextOnly, "\(shown)")
        return true
    }

    @Test("OpenAI chat: 20,000 random events mean the same, and the ordinary ones are taken")
    func openAI() throws {
        let first = #"{"id":"c","model":"m","choices":[]}"#
        var taken = 0
        for seed in 0..<20_000 {
            var maker = EventMaker(seed: UInt64(seed))
            let event = maker.chatChunk()
            if try compare(event, { OpenAIChatEvents(request: Fixtures.id) }, first: first) { taken += 1 }
        }
        #expect(taken > 2_000 && taken < 18_000, "\(taken)")
        let ordinary =
            #"{"id":"chatcmpl-123","object":"chat.completion.chunk","created":1694268190,"model":"gpt-4o","system_fingerprint":null,"service_tier":"default","choices":[{"index":0,"delta":{"content":" word"},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"Xy1"}"#
        #expect(try compare(Array(ordinary.utf8), { OpenAIChatEvents(request: Fixtures.id) }, first: first))
        #expect(try !compare(Array(ordinary.utf8), { OpenAIChatEvents(request: Fixtures.id) }, first: nil))
    }

    @Test("Anthropic: 10,000 random events mean the same, and the ordinary ones are taken")
    func anthropic() throws {
        var taken = 0
        for seed in 0..<10_000 {
            var maker = EventMaker(seed: UInt64(seed))
            let event = maker.blockDelta()
            if try compare(event, { AnthropicEvents(request: Fixtures.id) }, first: nil) { taken += 1 }
        }
        #expect(taken > 1_000 && taken < 9_000, "\(taken)")
        let ordinary = #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}"#
        #expect(try compare(Array(ordinary.utf8), { AnthropicEvents(request: Fixtures.id) }, first: nil))
    }

    @Test("OpenAI responses: 10,000 random events mean the same, and the ordinary ones are taken")
    func responses() throws {
        var taken = 0
        for seed in 0..<10_000 {
            var maker = EventMaker(seed: UInt64(seed))
            let event = maker.textDelta()
            if try compare(event, { OpenAIResponsesEvents(request: Fixtures.id) }, first: nil) { taken += 1 }
        }
        #expect(taken > 1_000 && taken < 9_000, "\(taken)")
        let ordinary =
            #"{"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"Hi","logprobs":[],"obfuscation":"a"}"#
        #expect(try compare(Array(ordinary.utf8), { OpenAIResponsesEvents(request: Fixtures.id) }, first: nil))
    }

    @Test("damaged events are never taken when the full decode refuses them")
    func damage() throws {
        let ordinary = Array(
            #"{"id":"c","object":"chat.completion.chunk","created":16,"choices":[{"index":0,"delta":{"content":"aé\n"},"finish_reason":null}]}"#
                .utf8)
        for place in ordinary.indices {
            for byte in [0x00, 0x22, 0x30, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xFF, 0x0A, 0x2C] as [UInt8] {
                var event = ordinary
                event[place] = byte
                _ = try compare(event, { OpenAIChatEvents(request: Fixtures.id) }, first: #"{"id":"c"}"#)
                event = ordinary
                event.insert(byte, at: place)
                _ = try compare(event, { OpenAIChatEvents(request: Fixtures.id) }, first: #"{"id":"c"}"#)
            }
            _ = try compare(
                Array(ordinary[..<place]), { OpenAIChatEvents(request: Fixtures.id) }, first: #"{"id":"c"}"#)
        }
    }

    @Test("an event of megabytes and one of no text are taken whole")
    func extremes() throws {
        for text in ["", String(repeating: "漢", count: 700_000), String(repeating: #"\""#, count: 1_000_000)] {
            let event = Array(#"{"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"#.utf8)
            #expect(try compare(event, { OpenAIChatEvents(request: Fixtures.id) }, first: #"{"id":"c"}"#))
        }
    }
}
