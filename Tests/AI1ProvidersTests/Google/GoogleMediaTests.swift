import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("Google's images, speech, transcripts and vectors")
struct GoogleMediaTests {
    private let dialect = GoogleDialect()
    private static let base = "https://generativelanguage.googleapis.com/v1beta"

    private func request(_ output: OutputWish, _ texts: String...) -> ChatRequest {
        ChatRequest(id: Fixtures.id, messages: texts.map { .user($0) }, output: output, stream: false)
    }

    private func sent(_ output: OutputWish, _ texts: String..., model: String) throws -> (url: String, body: String) {
        let request = ChatRequest(id: Fixtures.id, messages: texts.map { .user($0) }, output: output, stream: false)
        let http = try dialect.encode(request, for: Fixtures.target(.google, model: model, base: Self.base))
        #expect(http.headers.contains { $0.name == "x-goog-api-key" && $0.isSecret })
        return (String(http.url.dropFirst(Self.base.count)), String(decoding: http.body, as: UTF8.self))
    }

    private func decode(_ output: OutputWish, _ body: String) -> (batch: AnswerBatch, fault: ProviderFault?) {
        var decoder = dialect.decoder(for: request(output, "x"))
        var batch = AnswerBatch()
        do {
            try Array(body.utf8).withUnsafeBytes { try decoder.feed($0, into: &batch) }
            try decoder.finish(into: &batch)
        } catch {
            return (batch, error as? ProviderFault)
        }
        return (batch, nil)
    }

    @Test("a picture is asked for by its modality, with the shape that is nearest")
    func image() throws {
        let plain = try sent(.image(.init()), "an otter", model: "gemini-2.5-flash-image")
        #expect(plain.url == "/models/gemini-2.5-flash-image:generateContent")
        #expect(
            plain.body
                == #"{"contents":[{"role":"user","parts":[{"text":"an otter"}]}],"generationConfig":{"responseModalities":["IMAGE"]}}"#
        )
        let wide = try sent(.image(.init(size: "1792x1024")), "x", model: "gemini-2.5-flash-image")
        #expect(wide.body.contains(#""imageConfig":{"aspectRatio":"16:9"}"#))
        let large = try sent(.image(.init(size: "3840x2160")), "x", model: "gemini-3-pro-image-preview")
        #expect(large.body.contains(#""imageConfig":{"aspectRatio":"16:9","imageSize":"4K"}"#))
    }

    @Test("a picture comes as a part of the candidate; drafts and words beside it are none")
    func picture() throws {
        let body = """
            {"candidates":[{"content":{"role":"model","parts":[{"thought":true,"inlineData":{"mimeType":"image/png","data":"AAAA"}},
             {"text":"Here it is."},{"inlineData":{"mimeType":"image/png","data":"iVBORw=="}}]},"finishReason":"STOP"}],
             "usageMetadata":{"promptTokenCount":8,"candidatesTokenCount":1290,"totalTokenCount":1298,
             "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1290}]},"modelVersion":"gemini-2.5-flash-image"}
            """
        let (batch, fault) = decode(.image(.init()), body)
        #expect(fault == nil && batch.finish == .stop)
        #expect(batch.media == [MediaPart(mediaType: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47])])
        #expect(batch.usage == TokenUsage(uncachedInput: 8, visibleOutput: 1_290))
    }

    @Test("a picture that the filter keeps back is refused by the filter")
    func filtered() {
        let (batch, _) = decode(.image(.init()), #"{"candidates":[{"content":{},"finishReason":"IMAGE_SAFETY"}]}"#)
        #expect(batch.finish == .contentFilter && batch.media.isEmpty)
        let (imagen, fault) = decode(.image(.init()), "{}")
        #expect(imagen.finish == .contentFilter && fault == nil)
    }

    @Test("Imagen is asked by predict")
    func imagen() throws {
        let http = try sent(.image(.init(size: "1024x1792", count: 2)), "an otter", model: "imagen-4.0-generate-001")
        #expect(http.url == "/models/imagen-4.0-generate-001:predict")
        #expect(
            http.body
                == #"{"instances":[{"prompt":"an otter"}],"parameters":{"sampleCount":2,"aspectRatio":"9:16"}}"#)
        let answer =
            #"{"predictions":[{"mimeType":"image/png","bytesBase64Encoded":"iVBORw=="},{"mimeType":"image/png","bytesBase64Encoded":"iVBORw=="}]}"#
        #expect(decode(.image(.init(count: 2)), answer).batch.media.count == 2)
    }

    @Test("speech comes as bare samples and becomes a WAVE file")
    func speech() throws {
        let http = try sent(.speech(.init(voice: "Puck")), "Hi.", model: "gemini-2.5-flash-preview-tts")
        #expect(
            http.body.contains(
                #""generationConfig":{"responseModalities":["AUDIO"],"speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Puck"}}}}"#
            ))
        let samples: [UInt8] = [1, 2, 3, 4]
        let body = """
            {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/L16;codec=pcm;rate=24000","data":"\(Base64.encode(samples))"}}]},
             "finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":32,"totalTokenCount":36,
             "candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":32}]}}
            """
        let (batch, fault) = decode(.speech(.init()), body)
        #expect(fault == nil)
        #expect(
            batch.media == [MediaPart(mediaType: "audio/wav", bytes: WaveFile.make(samples: samples, rate: 24_000))])
        #expect(batch.usage == TokenUsage(uncachedInput: 4, audioOutput: 32))
    }

    @Test("a recording stands before the words that ask for its transcript, and its tokens are counted apart")
    func transcript() throws {
        let audio = MediaPart(mediaType: "audio/wav", bytes: [1, 2, 3])
        let http = try sent(.transcript(.init(audio: audio)), "", model: "gemini-2.5-flash")
        #expect(
            http.body.hasPrefix(
                #"{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"audio/wav","data":"AQID"}},{"text":"Write down"#
            ))
        let body = """
            {"candidates":[{"content":{"parts":[{"text":"Hello."}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":90,
             "candidatesTokenCount":2,"totalTokenCount":92,"promptTokensDetails":[{"modality":"TEXT","tokenCount":26},
             {"modality":"AUDIO","tokenCount":64}]}}
            """
        let (batch, _) = decode(.transcript(.init(audio: audio)), body)
        #expect(batch.text == Array("Hello.".utf8))
        #expect(batch.usage == TokenUsage(uncachedInput: 26, visibleOutput: 2, audioInput: 64))
    }

    @Test("vectors are asked for in a batch; one alone is read as well")
    func vectors() throws {
        let http = try sent(.embedding(.init(dimensions: 2)), "one", "two", model: "gemini-embedding-001")
        #expect(http.url == "/models/gemini-embedding-001:batchEmbedContents")
        let entry = { (text: String) in
            #"{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"\#(text)"}]},"outputDimensionality":2}"#
        }
        #expect(http.body == #"{"requests":[\#(entry("one")),\#(entry("two"))]}"#)
        let batch = decode(.embedding(.init()), #"{"embeddings":[{"values":[0.5,-0.5]}]}"#).batch
        #expect(batch.media == [MediaPart(mediaType: MediaPart.vectorType, bytes: Array("[0.5,-0.5]".utf8))])
        #expect(decode(.embedding(.init()), #"{"embedding":{"values":[1]}}"#).batch.media.count == 1)
        #expect(decode(.embedding(.init()), #"{"embeddings":[]}"#).fault?.kind == .malformed)
    }
}
