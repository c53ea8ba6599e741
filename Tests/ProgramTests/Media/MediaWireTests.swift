internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Pictures, speech, transcripts and vectors through every protocol: what is sent, what comes, what it costs.
@Suite struct MediaWireTests {
    private static let words = ["ask", "--image", "--json", "a lighthouse"]
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private func withBooks(_ body: (User, FaultServer) async throws -> Void) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let variables = ["AI1NET_API_KEY": "k", "AI1NET_BASE_URL": server.baseURL(.ai1net)]
                try await body(user.withAllProviders(at: server).with(variables), server)
                let check = try await user.ai1("credits", "check", "--full")
                #expect(check.status == 0 && check.outputText.contains(" 0 under way"), "\(check.told)")
            }
        }
    }

    @Test("The same picture comes octet for octet through OpenAI, Google, Imagen and AI1NET, each at its own price")
    func pictures() async throws {
        try await withBooks { user, server in
            // 7 tokens of text; a picture of 272. AI1NET names no price.
            let cases: [(String, String, [String], Int64?)] = [
                ("gpt-image-1", "/v1/images/generations", [], 7 * 5_000 + 272 * 40_000),
                (
                    "google/gemini-2.5-flash-image", "/v1beta/models/gemini-2.5-flash-image:generateContent", [],
                    7 * 300 + 272 * 30_000
                ),
                ("imagen-4.0-generate-001", "/v1beta/models/imagen-4.0-generate-001:predict", [], 40_000_000),
                ("ai1net/default", "/v1/generate", ["--size", "512x512"], nil),
            ]
            var first: [UInt8]?
            for (model, path, flags, cost) in cases {
                let result = try await user.ai1(Self.words + flags + ["-m", model, "-o", "a.png"])
                #expect(result.status == 0, "\(model): \(result.told)")
                let octets = try #require(user.home.read("a.png"))
                #expect(octets.starts(with: Self.signature), "\(model)")
                #expect(first == nil || first == octets, "\(model)")
                first = first ?? octets
                let json = try result.json()
                #expect(json["cost"]?["nano_usd"]?.number?.int64 == cost, "\(model): \(json.text)")
                #expect(json["media"]?[0]?["bytes"]?.number?.int64 == Int64(octets.count))
                #expect(
                    json["media"]?[0]?["file"]?.string == "a.png" && json["media"]?[0]?["width"]?.number?.int64 == 512)
                #expect(server.requests.last?.path == path, "\(model)")
            }
            // The embedded sandbox makes the same.
            let pipe = try await user.ai1("ask", "--image", "-m", "sandbox", "a lighthouse")
            #expect(pipe.status == 0 && pipe.output == first && pipe.errors.isEmpty, "\(pipe.told)")
            let books = try await Books.read(user)
            #expect(books.rows.filter { $0.kind == "ask" }.count == 5, "\(books)")
        }
    }

    @Test("Several pictures get numbers, and are charged each")
    func several() async throws {
        try await withBooks { user, server in
            let result = try await user.ai1(Self.words + ["-m", "gpt-image-1", "--count", "3", "-o", "out.d.png"])
            #expect(result.status == 0, "\(result.told)")
            let files = (1...3).compactMap { user.home.read("out.d-\($0).png") }
            #expect(Set(files).count == 3 && user.home.read("out.d.png") == nil, "\(user.files)")
            let json = try result.json()
            #expect(json["usage"]?["output"]?.number?.int64 == 816)
            #expect(try server.requests.last?.json()["n"]?.number?.int64 == 3)
            // One that makes one at a time is not asked.
            expectFailure(
                try await user.ai1(["ask", "--image", "-m", "nano-banana", "--count", "2", "-o", "x.png", "x"]), 65,
                naming: ["one image at a time"])
        }
    }

    @Test("Speech comes in the format of the file's name where there is a choice, and another format is told")
    func speech() async throws {
        try await withBooks { user, server in
            let mp3 = try await user.ai1("ask", "--speech", "-m", "tts-1", "-o", "s.mp3", "--json", "hello there")
            #expect(mp3.status == 0 && user.home.read("s.mp3")?.starts(with: "ID3".utf8) == true, "\(mp3.told)")
            // 11 characters at 15 µ$.
            #expect(try mp3.json()["cost"]?["nano_usd"]?.number?.int64 == 165_000)
            #expect(try mp3.json()["usage"]?["unit"]?.string == "characters")
            #expect(try server.requests.last?.json()["response_format"]?.string == "mp3")
            let events = try await user.ai1(
                "ask", "--speech", "-m", "openai/gpt-4o-mini-tts", "--voice", "coral", "-o", "e.wav", "--json",
                "hello there")
            #expect(events.status == 0 && user.home.read("e.wav")?.starts(with: "RIFF".utf8) == true, "\(events.told)")
            // 0.66 s at 25 tokens: 17; 7 tokens of text: 7 × 0.6 + 17 × 12 = 208.2 µ$
            #expect(try events.json()["usage"]?["audio_output"]?.number?.int64 == 17)
            #expect(try events.json()["cost"]?["nano_usd"]?.number?.int64 == 208_200)
            let google = try await user.ai1(
                "ask", "--speech", "-m", "google/gemini-2.5-flash-preview-tts", "-o", "g.mp3", "hello there")
            #expect(google.status == 0 && user.home.read("g.mp3")?.starts(with: "RIFF".utf8) == true, "\(google.told)")
            #expect(google.errorText.contains("g.mp3 holds audio/wav"), "\(google.told)")
            let net = try await user.ai1(
                "ask", "--speech", "-m", "ai1net/default", "--voice", "female_en", "-o", "n.mp3", "hello there")
            #expect(net.status == 0 && user.home.read("n.mp3") == user.home.read("s.mp3"), "\(net.told)")
        }
    }

    @Test("A recording becomes text on standard output, by the second or by the token")
    func transcripts() async throws {
        try await withBooks { user, server in
            _ = try await user.ai1("ask", "--speech", "-m", "sandbox", "-o", "s.wav", "hello there")
            let octets = try #require(user.home.read("s.wav"))
            let whisper = try await user.ai1(
                "ask", "--transcribe", "s.wav", "-m", "whisper", "--language", "en", "--json")
            #expect(whisper.status == 0, "\(whisper.told)")
            // 0.66 s are one second at 100 µ$.
            #expect(try whisper.json()["cost"]?["nano_usd"]?.number?.int64 == 100_000)
            let sent = try #require(server.requests.last)
            #expect(sent.path == "/v1/audio/transcriptions")
            #expect(String(decoding: sent.body, as: UTF8.self).contains("name=\"language\"\r\n\r\nen\r\n"))
            #expect(String(decoding: sent.body, as: UTF8.self).contains("filename=\"audio.wav\""))
            let tokens = try await user.ai1("ask", "--transcribe", "s.wav", "-m", "gpt-4o-transcribe")
            #expect(
                tokens.status == 0
                    && tokens.outputText.hasSuffix("audio/wav, \(grouped(Int64(octets.count))) bytes, 0.66 seconds.\n"),
                "\(tokens.told)")
            let google = try await user.ai1("ask", "--transcribe", "-", "-m", "gemini-2.5-flash", input: .bytes(octets))
            #expect(google.status == 0 && google.outputText.contains("simulated transcript"), "\(google.told)")
            expectFailure(
                try await user.ai1("ask", "--transcribe", ".config/ai1/none", "-m", "whisper"), 66, naming: ["none"])
            try user.home.write("note.txt", "not a recording")
            expectFailure(
                try await user.ai1("ask", "--transcribe", "note.txt", "-m", "whisper"), 65, naming: ["note.txt"])
        }
    }

    @Test("A text becomes a vector, and with --jsonl every line of it")
    func vectors() async throws {
        try await withBooks { user, server in
            let one = try await user.ai1(
                "ask", "--embed", "-m", "text-embedding-3-small", "--dimensions", "8", "hello world")
            let json = try one.json()
            #expect(json["v"]?.number?.int64 == 1 && json["model"]?.string == "openai/text-embedding-3-small")
            #expect(json["dimensions"]?.number?.int64 == 8 && json["embedding"]?.array?.count == 8, "\(one.told)")
            #expect(try server.requests.last?.json()["dimensions"]?.number?.int64 == 8)
            let lines = try await user.ai1(
                "ask", "--embed", "--jsonl", "-m", "google/gemini-embedding-001",
                input: .bytes(Array("one\n\ntwo words\n".utf8)))
            let vectors = try lines.jsonLines()
            #expect(vectors.map { $0["index"]?.number?.int64 } == [0, 1], "\(lines.told)")
            #expect(try server.requests.last?.json()["requests"]?.array?.count == 2)
            let whole = try await user.ai1("ask", "--embed", "--json", "-m", "text-embedding-3-large", "hello world")
            // 7 tokens at 0.13 µ$.
            #expect(try whole.json()["cost"]?["nano_usd"]?.number?.int64 == 910, "\(whole.told)")
            #expect(try whole.json()["embeddings"]?[0]?.array?.count == 64)
            let ollama = try await user.with(["OLLAMA_HOST": server.origin]).ai1(
                "ask", "--embed", "-m", "ollama/embeddinggemma", "hello world")
            #expect(ollama.status == 0 && server.requests.last?.path == "/api/embed", "\(ollama.told)")
        }
    }
}
