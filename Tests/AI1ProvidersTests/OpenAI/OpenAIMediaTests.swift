import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("OpenAI's images, speech, transcripts and vectors")
struct OpenAIMediaTests {
    private let dialect = OpenAIChatDialect()

    private func request(_ output: OutputWish, _ texts: String..., system: String? = nil) -> ChatRequest {
        ChatRequest(
            id: Fixtures.id, system: system, messages: texts.map { .user($0) }, output: output, stream: false)
    }

    private func target(_ model: String, _ unit: PriceUnit = .tokens) -> Target {
        var target = Fixtures.target(.openAIChat, model: model, base: "https://api.openai.com/v1")
        target.row.prices.unit = unit
        return target
    }

    private func body(_ request: ChatRequest, _ target: Target) throws -> String {
        String(decoding: try dialect.encode(request, for: target).body, as: UTF8.self)
    }

    /// Decodes in pieces of every size, which must all say the same.
    private func decode(_ request: ChatRequest, _ body: [UInt8]) throws -> AnswerBatch {
        var first: AnswerBatch?
        for size in [1, 3, 7, body.count] {
            var decoder = dialect.decoder(for: request)
            var batch = AnswerBatch()
            for start in stride(from: 0, to: body.count, by: size) {
                try Array(body[start..<min(start + size, body.count)]).withUnsafeBytes {
                    try decoder.feed($0, into: &batch)
                }
            }
            try decoder.finish(into: &batch)
            if let first {
                #expect(first.media == batch.media && first.usage == batch.usage && first.text == batch.text)
            }
            first = first ?? batch
        }
        return try #require(first)
    }

    @Test("a picture is asked for as documented, and others than OpenAI's own are asked for base64")
    func image() throws {
        let plain = request(.image(.init()), "an otter")
        let http = try dialect.encode(plain, for: target("gpt-image-1"))
        #expect(http.url == "https://api.openai.com/v1/images/generations")
        #expect(try body(plain, target("gpt-image-1")) == #"{"model":"gpt-image-1","prompt":"an otter","n":1}"#)
        let full = request(
            .image(.init(size: "1536x1024", quality: "high", format: .webp, count: 2)), "an otter", system: "Oils.")
        #expect(
            try body(full, target("gpt-image-1"))
                == #"{"model":"gpt-image-1","prompt":"Oils.\n\nan otter","n":2,"size":"1536x1024","quality":"high","output_format":"webp"}"#
        )
        #expect(
            try body(plain, target("grok-imagine-image"))
                == #"{"model":"grok-imagine-image","prompt":"an otter","n":1,"response_format":"b64_json"}"#)
    }

    @Test("pictures come in base64 or by URL, with their tokens")
    func pictures() throws {
        let answer = """
            {"created":1713833628,"data":[{"b64_json":"iVBORw=="},{"url":"https://cdn.example.com/a.png"}],
             "usage":{"total_tokens":100,"input_tokens":50,"output_tokens":50,
             "input_tokens_details":{"text_tokens":10,"image_tokens":40}}}
            """
        let batch = try decode(request(.image(.init(count: 2)), "x"), Array(answer.utf8))
        #expect(batch.media == [MediaPart(mediaType: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47])])
        #expect(batch.mediaURLs == ["https://cdn.example.com/a.png"] && batch.finish == .stop)
        #expect(batch.usage == TokenUsage(uncachedInput: 50, visibleOutput: 50))
    }

    @Test("speech is asked for with a voice, and for events where they tell what was used")
    func speechRequest() throws {
        let http = try dialect.encode(request(.speech(.init()), "Hi."), for: target("tts-1", .characters))
        #expect(http.url.hasSuffix("/v1/audio/speech"))
        #expect(String(decoding: http.body, as: UTF8.self) == #"{"model":"tts-1","input":"Hi.","voice":"alloy"}"#)
        #expect(
            try body(
                request(.speech(.init(voice: "coral", format: .opus)), "Hi.", system: "Whisper."),
                target("gpt-4o-mini-tts"))
                == #"{"model":"gpt-4o-mini-tts","input":"Hi.","voice":"coral","response_format":"opus","instructions":"Whisper.","stream_format":"sse"}"#
        )
    }

    @Test("speech comes as its octets, or in events with what was used")
    func speech() throws {
        let octets = Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB]
        let plain = try decode(request(.speech(.init()), "x"), octets)
        #expect(plain.media.map(\.bytes) == [octets] && plain.usage == nil && plain.finish == .stop)
        let events = Fixtures.events(
            #"{"type":"speech.audio.delta","audio":"SUQz"}"#, #"{"type":"speech.audio.delta","audio":"Aw=="}"#,
            #"{"type":"speech.audio.done","usage":{"input_tokens":14,"output_tokens":101,"total_tokens":115}}"#)
        let batch = try decode(request(.speech(.init()), "x"), Array(events.utf8))
        #expect(batch.media.map(\.bytes) == [Array("ID3\u{3}".utf8)])
        #expect(batch.usage == TokenUsage(uncachedInput: 14, audioOutput: 101))
    }

    @Test("an error in the place of speech is that error, and a cut stream of events is cut")
    func speechFaults() {
        func fault(_ body: String) -> FaultKind? {
            DecodedAnswer.decoding(
                Array(body.utf8), with: dialect.decoder(for: request(.speech(.init()), "x"))
            ).fault?.kind
        }
        #expect(fault(#"{"error":{"message":"slow down","code":"rate_limit_exceeded"}}"#) == .rateLimited)
        #expect(fault(#"{"text":"what?"}"#) == .malformed)
        #expect(fault(Fixtures.events(#"{"type":"speech.audio.delta","audio":"SUQz"}"#)) == .cut)
        #expect(fault(Fixtures.events(#"{"type":"speech.audio.delta","audio":"?"}"#)) == .malformed)
        #expect(fault("") == .cut)
    }

    @Test("a recording is sent as a form, octet for octet")
    func form() throws {
        let audio = MediaPart(mediaType: "audio/mpeg", bytes: [0xFF, 0xFB, 0x0D, 0x0A, 0x2D, 0x2D, 0x00])
        let asked = request(.transcript(.init(audio: audio, language: "en")), "ZyntriQix")
        let http = try dialect.encode(asked, for: target("whisper-1", .seconds))
        #expect(http.url.hasSuffix("/v1/audio/transcriptions"))
        let boundary = "ai1-\(Fixtures.id)"
        #expect(
            http.headers.first { $0.name == "Content-Type" }?.value == "multipart/form-data; boundary=\(boundary)")
        func field(_ name: String, _ value: String) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let head =
            field("model", "whisper-1") + field("response_format", "json") + field("language", "en")
            + field("prompt", "ZyntriQix")
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"audio.mp3\"\r\n"
            + "Content-Type: audio/mpeg\r\n\r\n"
        #expect(http.body == Array(head.utf8) + audio.bytes + Array("\r\n--\(boundary)--\r\n".utf8))
    }

    @Test(
        "a transcript counts tokens or seconds",
        arguments: [
            (
                #"{"type":"tokens","input_tokens":14,"input_token_details":{"text_tokens":0,"audio_tokens":14},"output_tokens":45,"total_tokens":59}"#,
                TokenUsage(visibleOutput: 45, audioInput: 14)
            ),
            (#"{"type":"duration","seconds":12.3}"#, TokenUsage(audioInput: 13)),
        ])
    func transcript(_ report: String, _ usage: TokenUsage) throws {
        let audio = MediaPart(mediaType: "audio/mpeg", bytes: [1])
        let answer = #"{"text":"Imagine the wildest idea.","usage":\#(report)}"#
        let batch = try decode(request(.transcript(.init(audio: audio)), ""), Array(answer.utf8))
        #expect(batch.text == Array("Imagine the wildest idea.".utf8) && batch.usage == usage && batch.finish == .stop)
    }

    @Test("vectors come in the order of their texts, number for number")
    func vectors() throws {
        let asked = request(.embedding(.init(dimensions: 2)), "one", "two")
        let target = target("text-embedding-3-small")
        #expect(
            try body(asked, target) == #"{"model":"text-embedding-3-small","input":["one","two"],"dimensions":2}"#)
        let answer = """
            {"object":"list","data":[{"object":"embedding","index":1,"embedding":[0.25,-1e-7]},
             {"object":"embedding","index":0,"embedding":[-0.006929283495992422,1]}],
             "model":"text-embedding-3-small","usage":{"prompt_tokens":8,"total_tokens":8}}
            """
        let batch = try decode(asked, Array(answer.utf8))
        #expect(
            batch.media.map { String(decoding: $0.bytes, as: UTF8.self) }
                == ["[-0.006929283495992422,1]", "[0.25,-1e-7]"])
        #expect(batch.usage == TokenUsage(uncachedInput: 8) && batch.servedModel == "text-embedding-3-small")
    }

    @Test(
        "what is not what was asked for is malformed",
        arguments: [
            #"{"data":[]}"#, #"{"data":[{"index":0,"embedding":[]}]}"#, #"{"data":[{"index":0,"embedding":["x"]}]}"#,
            #"{"data":[{"embedding":[1]},{"embedding":[2]}]}"#, #"{}"#,
        ])
    func malformed(_ body: String) {
        let decoder = dialect.decoder(for: request(.embedding(.init()), "one"))
        #expect(DecodedAnswer.decoding(Array(body.utf8), with: decoder).fault?.kind == .malformed)
    }

    @Test("other protocols refuse before sending")
    func others() {
        for (dialect, name) in [
            (OpenAIResponsesDialect() as any Dialect, DialectName.openAIResponses), (AnthropicDialect(), .anthropic),
            (OllamaDialect(), .ollama),
        ] {
            let target = Fixtures.target(name, model: "m", base: "https://x.example.com")
            #expect(throws: ProviderFault.self) { try dialect.encode(request(.image(.init()), "x"), for: target) }
        }
    }
}
