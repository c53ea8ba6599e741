internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What the command line allows, shows and keeps of media.
@Suite struct MediaFlagTests {
    @Test(
        "What makes no sense together is a usage error, before anything is asked",
        arguments: [
            ["--image", "--speech"], ["--embed", "--transcribe", "x.wav"], ["--count", "2"],
            ["--image", "--voice", "x"],
            ["--speech", "--size", "64x64"], ["--image", "--count", "11"], ["--image", "--count", "0"],
            ["--image", "--size", "large"], ["--image", "--format", "mp3"], ["--speech", "--format", "png"],
            ["--image", "--schema", "a"], ["--image", "--jsonl"], ["--speech", "-x"], ["--embed", "-t", "0.5"],
            ["--image", "-o", "x.mp3"], ["--speech", "-o", "x.png"], ["--embed", "-a", "f"], ["--dimensions", "3"],
            ["--image", "--compare", "a,b"], ["--embed", "--dimensions", "0"], ["--transcribe", ""],
            ["--image", "--count", "2"], ["--speech", "--max-tokens", "5"],
            ["--image", "--no-preview", "--record", "c"],
        ])
    func usage(_ flags: [String]) async throws {
        try await asUser { user in
            let result = try await user.ai1(["ask", "-m", "sandbox"] + flags + ["hello"])
            #expect(result.status == 64 && result.output.isEmpty, "\(flags): \(result.told)")
            #expect(result.errorLines.count <= 2, "\(result.told)")
        }
    }

    @Test("A terminal gets no octets: without -o nothing is asked")
    func terminal() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "--image", "-m", "sandbox", "x") { $0.useTerminal() }
            #expect(result.status == 64 && result.terminalText.contains("-o image.png"), "\(result.terminalText)")
            #expect(try await user.ai1("route", "log", "--json").json()["rows"]?.array?.isEmpty == true)
        }
    }

    @Test("A terminal that shows pictures shows the one that was saved, and no other terminal does")
    func preview() async throws {
        try await asUser { user in
            func shown(_ variables: [String: String], _ flags: String...) async throws -> String {
                let words = ["ask", "--image", "--size", "64x64", "-m", "sandbox", "-o", "x.png"] + flags + ["x"]
                let result = try await user.with(variables).ai1(words) { $0.useTerminal() }
                #expect(result.status == 0 && result.terminalText.contains("saved to x.png"), "\(result.terminalText)")
                return result.terminalText
            }
            let octets = { Base64.encode(user.home.read("x.png") ?? []) }
            let kitty = try await shown(["TERM": "xterm-kitty"])
            #expect(kitty.contains("\u{1B}_Ga=T,f=100,q=2,c=60,m=0;\(octets())\u{1B}\\"), "\(kitty)")
            let iTerm = try await shown(["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"])
            #expect(iTerm.contains("\u{1B}]1337;File=inline=1;"), "\(iTerm)")
            for (variables, flags) in [
                (["TERM": "xterm-256color"], []), (["TERM": "xterm-kitty", "TMUX": "/tmp/t,1,0"], []),
                (["TERM": "xterm-kitty"], ["--no-preview"]),
            ] as [([String: String], [String])] {
                let text = try await shown(variables, flags.first ?? "--why")
                #expect(!text.contains("\u{1B}_G") && !text.contains("1337"), "\(variables) \(flags)")
            }
        }
    }

    @Test("Text goes to no model for pictures, and a wish for a picture to no model for text")
    func apart() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                expectFailure(try await user.ai1("ask", "-m", "gpt-image-1", "hello"), 65, naming: ["makes no text"])
                expectFailure(
                    try await user.ai1("ask", "--image", "-m", "gpt", "-o", "x.png", "x"), 65,
                    naming: ["makes no image"])
                for (kind, task) in [
                    ("image", "image"), ("speech", "audio"), ("transcript", "audio"), ("embedding", "embedding"),
                    ("text", "chat"),
                ] {
                    let json = try await user.ai1("route", "explain", "--json", "--output", kind, "hello there").json()
                    #expect(json["task"]?.string == task && json["ranked"]?.array?.isEmpty == false, "\(json.text)")
                    let able = try await user.ai1("route", "models", "--json", "--output", kind).json()
                    let names = Set((able.array ?? []).compactMap { $0["target"]?.string })
                    for ranked in json["ranked"]?.array ?? [] {
                        #expect(names.contains(ranked["target"]?.string ?? ""), "\(kind): \(ranked.text)")
                    }
                }
                #expect(server.statistics.requests == 0)
                let routed = try await user.ai1("ask", "--embed", "--why", "hello")
                #expect(routed.status == 0 && routed.errorText.contains("embedding"), "\(routed.told)")
            }
        }
    }

    @Test("An estimate and a dry run tell the worst case and the request, and send nothing")
    func beforeSending() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                let words = ["ask", "--image", "-m", "imagen", "--count", "2", "a lighthouse"]
                let estimate = try await user.ai1(words + ["--estimate", "--json"]).json()
                #expect(estimate["unit"]?.string == "images" && estimate["output_limit"]?.number?.int64 == 2)
                #expect(estimate["worst"]?["nano_usd"]?.number?.int64 == 80_000_000, "\(estimate.text)")
                let dry = try await user.ai1(words + ["--dry-run", "--json"]).json()
                #expect(dry["body"]?["parameters"]?["sampleCount"]?.number?.int64 == 2, "\(dry.text)")
                #expect(server.statistics.requests == 0)
                let limit = try await user.ai1(words + ["--max-cost", "$0.05", "-o", "x.png"])
                expectFailure(limit, 102, naming: ["imagen"])
            }
        }
    }

    @Test("A repetition under its key gets the same octets for nothing, and text under that key is refused")
    func key() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                let words = ["ask", "--image", "-m", "gpt-image-1", "--job", "j", "--once-per", "week", "a lighthouse"]
                let first = try await user.ai1(words)
                let second = try await user.ai1(words)
                #expect(first.status == 0 && second.status == 0 && first.output == second.output, "\(second.told)")
                #expect(server.statistics.requests == 1)
                expectFailure(
                    try await user.ai1("ask", "-m", "gpt", "--job", "j", "--once-per", "week", "hello"), 65,
                    naming: ["something else"])
            }
        }
    }

    @Test("The history tells what was made and keeps none of its octets; statistics know the task")
    func history() async throws {
        try await asUser { user in
            let size = try await user.ai1("ask", "--image", "-m", "sandbox", "a lighthouse").output.count
            let log = try await user.ai1("route", "log", "--json").json()["rows"] ?? []
            #expect(log[0]?["task"]?.string == "image", "\(log.text)")
            let id = try #require(log[0]?["id"]?.string)
            let shown = try await user.ai1("route", "log", "show", id)
            #expect(shown.outputText.contains("image/png, \(grouped(Int64(size))) bytes"), "\(shown.told)")
            #expect(shown.outputText.contains("a lighthouse"), "\(shown.told)")
            for name in user.files where name.contains("ai1/") {
                let octets = user.home.read(name) ?? []
                #expect(!String(decoding: octets, as: UTF8.self).contains("IDAT"), "\(name)")
            }
            let stats = try await user.ai1("route", "stats", "--json")
            #expect(stats.outputText.contains("sandbox/image"), "\(stats.told)")
        }
    }
}
