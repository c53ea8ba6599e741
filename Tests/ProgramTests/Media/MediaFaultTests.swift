internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What goes wrong with pictures and recordings: nothing half is left, nothing is charged that did not come.
@Suite struct MediaFaultTests {
    /// Servers of the user's own whose models make pictures at two cents each.
    private static func painters(_ servers: [(String, FaultServer)]) -> String {
        "limits: {stall_timeout: 1s}\nproviders:\n"
            + servers.map { name, server in
                """
                  \(name):
                    base_url: \(server.baseURL(.openAIChat))
                    dialect: openai
                    models: [{id: \(name)-1, makes: image, input_price: 0, output_price: 20000, price_unit: images}]

                """
            }.joined()
    }

    @Test(
        "A faulty target ends with its code and one line, leaves no file and no hold, and costs nothing",
        arguments: [
            ("401", 77, "401"), ("402", 75, "402"), ("404", 69, "404"), ("400,message=nope", 65, "nope"),
            ("400,code=moderation_blocked", 101, "refused"), ("500,times=4", 69, "500"),
            ("cut=100,times=4", 76, "closed"), ("malformed,times=4", 76, "complete"),
            ("error,times=4", 76, "server had an error"), ("no-end,times=4", 76, "no image"),
            ("text=hello,times=4", 76, "no image"), ("reset=100,times=4", 76, "reset"), ("stall=100", 75, "5 s"),
        ] as [(String, Int32, String)])
    func alone(_ plan: String, _ status: Int32, _ reason: String) async throws {
        try await asUser { user in
            try await withFaultServer(plan) { server in
                try user.configure(Self.painters([("lab", server)]))
                let flags = plan.hasPrefix("stall") ? ["--deadline", "5s"] : []
                let result = try await user.ai1(
                    ["ask", "--image", "-m", "lab/lab-1", "-o", "x.png"] + flags + ["a lighthouse"])
                #expect(result.status == status, "\(plan): \(result.told)")
                let line = result.errorLines.last { $0.hasPrefix("ai1: ") } ?? ""
                #expect(line.contains("lab/lab-1"), "\(plan): \(result.told)")
                #expect(!user.files.contains { $0.hasPrefix("x.png") }, "\(user.files)")
                let books = try await Books.read(user)
                #expect(books.rows.allSatisfy { $0.nanoUSD == 0 }, "\(books)")
                #expect(try await user.ai1("credits", "--json").json()["held"]?["nano_usd"]?.number?.int64 == 0)
            }
        }
    }

    @Test(
        "With a fallback the next candidate makes the picture, and the reason is told",
        arguments: ["401", "429", "503", "cut=100", "malformed", "no-end", "text=hello", "reset"])
    func fallback(_ plan: String) async throws {
        try await asUser { user in
            try await withFaultServer(plan) { server in
                try await withFaultServer { spare in
                    try user.configure(Self.painters([("lab", server), ("spare", spare)]))
                    let result = try await user.ai1(
                        "ask", "--image", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "-o", "x.png", "--json",
                        "a lighthouse")
                    #expect(result.status == 0 && result.errorLines.count == 1, "\(result.told)")
                    #expect(user.home.read("x.png")?.starts(with: MediaWireTests.signature) == true)
                    let json = try result.json()
                    #expect(
                        json["target"]?.string == "spare/spare-1" && json.credits("charged") == 20_000_000,
                        "\(json.text)")
                    #expect(server.statistics.requests == 1 && spare.statistics.requests == 1)
                }
            }
        }
    }

    @Test("An address in an answer that leads to this machine is never fetched")
    func privateAddress() async throws {
        try await asUser { user in
            try await withFaultServer { inner in
                try await withFaultServer("text=\"\(inner.origin)/x.png\"") { server in
                    let user = user.with(["AI1NET_API_KEY": "k", "AI1NET_BASE_URL": server.baseURL(.ai1net)])
                    let result = try await user.ai1("ask", "--image", "-m", "ai1net/default", "-o", "x.png", "x")
                    expectFailure(
                        result, 76, naming: ["could not be fetched", "127.0.0.1"], after: Self.retries(result))
                    #expect(inner.statistics.requests == 0)
                }
            }
        }
    }

    /// The lines of retries before the last line.
    private static func retries(_ result: ProgramResult) -> [String] {
        result.errorLines.filter { $0.hasPrefix("ai1: ") }.dropLast().map { _ in "" }
    }

    @Test("A picture that is larger than anything is not taken, and the memory stays bounded")
    func oversized() async throws {
        try await asUser { user in
            // A process of its own: octets that this one holds would count as every program's peak.
            let server = try user.start("dev", "sandbox")
            #expect(try await server.waits { $0.outputText.contains("OPENAI_BASE_URL=") })
            let word = try #require(
                server.partial.outputText.split(separator: "\n").first { $0.contains("OPENAI_BASE_URL=") })
            let base = String(word.split(separator: "=", maxSplits: 1)[1])
            let painter = user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": base])
            func ask(_ size: Int) async throws -> ProgramResult {
                try await painter.ai1(
                    "ask", "--image", "-m", "openai/gpt-image-1", "--deadline", "60s", "-o", "x.png",
                    "sandbox: bytes=\(size)\na lighthouse")
            }
            let small = try await ask(20_000_000)
            #expect(small.status == 0, "\(small.told)")
            #expect(try await user.shell("wc -c < x.png").outputText.hasSuffix("20000000\n"))
            let large = try await ask(60_000_000)
            #expect(large.status == 76 && large.errorText.contains("64 MiB"), "\(large.told)")
            #expect(try await user.shell("wc -c < x.png").outputText.hasSuffix("20000000\n"))
            #expect(large.peakKiB < 400_000, "\(large.peakKiB)")
            server.send(signal: SIGTERM)
            _ = await server.result()
        }
    }

    @Test("A full disk is an error of its own; what was there stays")
    func fullDisk() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(Self.painters([("lab", server)]))
                let words = ["ask", "--image", "-m", "lab/lab-1", "a lighthouse"]
                expectFailure(try await user.ai1(words + ["-o", "/dev/full"]), 74, naming: ["no space left"])
                let pipe = try await user.ai1(words) { $0.output = .file("/dev/full") }
                #expect(pipe.status == 74, "\(pipe.told)")
                expectFailure(try await user.ai1(words + ["-o", "none/x.png"]), 73, naming: ["none/x.png"])
                // Nothing was asked for what has no place.
                #expect(server.statistics.requests == 2)
                try user.home.write("kept.png", "old")
                let limited = try await user.shell(
                    "ulimit -f 8; trap '' XFSZ; \"$AI1\" ask --image -m lab/lab-1 -o kept.png x")
                #expect(limited.status == 74 && user.home.read("kept.png") == Array("old".utf8), "\(limited.told)")
                #expect(!user.files.contains { $0.hasSuffix(".part") }, "\(user.files)")
            }
        }
    }

    @Test("Ctrl-C and a kill leave no file and no hold", arguments: [SIGINT, SIGKILL])
    func ended(_ number: Int32) async throws {
        try await asUser { user in
            try await withFaultServer("stall=100") { server in
                try user.configure(Self.painters([("lab", server)]).split(separator: "1s").joined(separator: "60s"))
                let program = try user.start("ask", "--image", "-m", "lab/lab-1", "-o", "x.png", "a lighthouse")
                #expect(try await server.waits { $0.bytes > 100 })
                program.send(signal: number)
                let result = await program.result()
                #expect(result.shellStatus == 128 + number, "\(result.told)")
                let check = try await user.ai1("credits", "check", "--full")
                #expect(check.status == 0 && check.outputText.contains(" 0 under way"), "\(check.told)")
                #expect(user.home.read("x.png") == nil)
            }
        }
    }
}
