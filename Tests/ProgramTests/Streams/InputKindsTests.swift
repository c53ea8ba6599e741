internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What is piped in: too much of it, text that is none, images.
@Suite struct InputKindsTests {
    @Test("100 MB on standard input are refused, never cut")
    func tooLarge() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.shell(
                    "head -c 100000000 /dev/zero | tr '\\0' a | \"$AI1\" ask -m lab/lab-1 sum")
                expectFailure(result, 65, naming: ["standard input", "64 MiB"])
                #expect(server.statistics.requests == 0)
                #expect(result.peakKiB < 400_000)
            }
        }
    }

    @Test("Text that is not UTF-8 is refused with what to do")
    func notUTF8() async throws {
        try await asUser { user in
            let result = try await user.ai1(
                "ask", "-m", "sandbox", "explain", input: .bytes(Array("na\u{EF}ve ".utf8) + [0xE9, 0x74, 0xE9, 0x0A]))
            expectFailure(result, 65, naming: ["UTF-8"])
            #expect(result.errorText.contains("hint: "), "\(result.told)")
        }
    }

    @Test("An argument that is not UTF-8 is refused, not mended")
    func argumentNotUTF8() async throws {
        try await asUser { user in
            let result = try await user.shell("\"$AI1\" ask -m sandbox \"$(printf 'na\\351ve')\"")
            expectFailure(result, 65, naming: ["argument 4", "UTF-8"])
        }
    }

    @Test("A picture on standard input becomes a part of the message", arguments: [[String](), ["-a", "-"]])
    func picture(_ words: [String]) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.with([
                    "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.baseURL(.openAIChat),
                ])
                .ai1(["ask", "-m", "gpt"] + words + ["what is this?"], input: .bytes(Self.pixel))
                #expect(result.status == 0, "\(result.told)")
                let content = try #require(server.requests.first).json()["messages"]?[0]?["content"]
                let text = content?.array?.first { $0["type"]?.string == "text" }
                #expect(text?["text"]?.string?.contains("what is this?") == true, "\(content?.text ?? "")")
                let image = try #require(content?.array?.first { $0["type"]?.string == "image_url" })
                #expect(image["image_url"]?["url"]?.string?.hasPrefix("data:image/png;base64,iVBORw0KGgo") == true)
            }
        }
    }

    @Test("Files are attached by what is in them, with their names")
    func files() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.home.write("notes.txt", "remember the milk\n")
                try user.home.write("picture.dat", Self.pixel)
                let result = try await user.with([
                    "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.baseURL(.openAIChat),
                ])
                .ai1("ask", "-m", "gpt", "-a", "notes.txt", "-a", "picture.dat", "and?")
                #expect(result.status == 0, "\(result.told)")
                let body = try #require(server.requests.first).bodyText
                #expect(body.contains("remember the milk") && body.contains("notes.txt"))
                #expect(body.contains("data:image/png;base64,"))
            }
        }
    }

    @Test("Other binary input is refused")
    func binary() async throws {
        try await asUser { user in
            let result = try await user.ai1(
                "ask", "-m", "sandbox", "explain",
                input: .bytes(Array("\u{7F}ELF".utf8) + [2, 1, 1, 0, 0, 0, 0xFF, 0xFE]))
            expectFailure(result, 65)
        }
    }

    @Test("An empty prompt is a usage error, whatever is missing", arguments: [[String](), [""], ["   "], ["-"]])
    func empty(_ words: [String]) async throws {
        try await asUser { user in
            let result = try await user.ai1(["ask", "-m", "sandbox"] + words, input: .bytes([]))
            #expect(result.status == 64 || result.status == 66, "\(result.told)")
            expectFailure(result, result.shellStatus, naming: ["prompt"])
        }
    }

    /// A PNG of one pixel.
    static let pixel: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 2, 0,
        0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 0x0C, 0x49, 0x44, 0x41, 0x54, 8, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3,
        1, 1, 0,
        0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
}
