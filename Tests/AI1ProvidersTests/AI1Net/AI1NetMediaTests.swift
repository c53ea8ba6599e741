import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("AI1NET's and Ollama's media")
struct AI1NetMediaTests {
    private func request(_ output: OutputWish, _ text: String = "an otter") -> ChatRequest {
        ChatRequest(id: Fixtures.id, messages: [.user(text)], output: output, stream: false)
    }

    private func sent(_ output: OutputWish) throws -> String {
        let target = Fixtures.target(.ai1net, model: "any", base: "https://node.example.com")
        return String(decoding: try AI1NetDialect().encode(request(output), for: target).body, as: UTF8.self)
    }

    @Test("pictures and speech are asked for with the published parameters")
    func parameters() throws {
        #expect(try sent(.image(.init())) == #"{"input":"an otter","parameters":{"size":"1024x1024"}}"#)
        #expect(
            try sent(.speech(.init(voice: "female_en", format: .wav)))
                == #"{"input":"an otter","parameters":{"format":"wav","voice":"female_en"}}"#)
        #expect(throws: ProviderFault.self) { try sent(.image(.init(count: 2))) }
        #expect(throws: ProviderFault.self) { try sent(.embedding(.init())) }
    }

    @Test("the address of what was made is taken, and an answer without one is words")
    func address() throws {
        var decoder = AI1NetDialect().decoder(for: request(.image(.init())))
        var batch = AnswerBatch()
        let body = Array(#"{"output":{"image_url":"https://cdn.example.com/a.png"},"latency_ms":2100}"#.utf8)
        try body.withUnsafeBytes { try decoder.feed($0, into: &batch) }
        try decoder.finish(into: &batch)
        #expect(batch.mediaURLs == ["https://cdn.example.com/a.png"] && batch.text.isEmpty && batch.usage == nil)
    }

    @Test("Ollama makes vectors, and refuses a text that is too long instead of cutting it")
    func ollama() throws {
        let target = Fixtures.target(.ollama, model: "embeddinggemma", base: "http://127.0.0.1:11434")
        let http = try OllamaDialect().encode(request(.embedding(.init()), "Why?"), for: target)
        #expect(http.url == "http://127.0.0.1:11434/api/embed")
        #expect(
            String(decoding: http.body, as: UTF8.self)
                == #"{"model":"embeddinggemma","input":["Why?"],"truncate":false}"#)
        var decoder = OllamaDialect().decoder(for: request(.embedding(.init())))
        var batch = AnswerBatch()
        let body = Array(
            #"{"model":"embeddinggemma","embeddings":[[0.010071029,-0.0017594862]],"total_duration":14143917,"prompt_eval_count":8}"#
                .utf8)
        try body.withUnsafeBytes { try decoder.feed($0, into: &batch) }
        try decoder.finish(into: &batch)
        #expect(batch.media.map(\.bytes) == [Array("[0.010071029,-0.0017594862]".utf8)])
        #expect(batch.usage == TokenUsage(uncachedInput: 8))
    }
}
