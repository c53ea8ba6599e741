internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `--idempotency-key` and `--once-per`: what cron may repeat.
@Suite struct AskKeyTests {
    private static let once = ["ask", "-m", "lab/lab-1", "--job", "brief", "--once-per", "week"]

    @Test("The second run prints the same octets and costs nothing, also with other input and as JSON")
    func twice() async throws {
        try await asUser { user in
            try await withFaultServer("words=40") { server in
                try user.configure(servers([("lab", server)]))
                let first = try await user.ai1(Self.once + ["hello"])
                #expect(first.status == 0 && !first.output.isEmpty, "\(first.told)")
                let second = try await user.ai1(Self.once + ["hello"])
                #expect(second.status == 0 && second.output == first.output && second.errors.isEmpty, "\(second.told)")
                let other = try await user.ai1(Self.once + ["-s", "be brief", "other"], input: .bytes(Array("x".utf8)))
                #expect(other.status == 0 && other.output == first.output, "\(other.told)")
                let json = try await user.ai1(Self.once + ["--json", "hello"]).json()
                #expect(json["replayed"]?.bool == true && json["credits"]?.isNull == true, "\(json.text)")
                #expect(json["cost"]?["nano_usd"]?.number?.int64 == 0 && json["finish"]?.string == "stop")
                #expect((json["text"]?.string ?? "") + "\n" == first.outputText)
                #expect(server.statistics.requests == 1)
                #expect(try await Books.read(user).kinds == ["ask"])
                let job = try await user.ai1(
                    "ask", "-m", "lab/lab-1", "--job", "another", "--once-per", "week", "hello")
                #expect(job.status == 0 && server.statistics.requests == 2, "\(job.told)")
            }
        }
    }

    @Test("A stored answer needs no model and no server any more")
    func withoutModel() async throws {
        try await asUser { user in
            try await withFaultServer("words=40") { server in
                try user.configure(servers([("lab", server)]))
                let first = try await user.ai1(Self.once + ["hello"])
                server.stop()
                try user.configure("quiet: true\n")
                let second = try await user.ai1(Self.once + ["hello"])
                #expect(second.status == 0 && second.output == first.output, "\(second.told)")
            }
        }
    }

    @Test("A key takes the same request only")
    func conflict() async throws {
        try await asUser { user in
            try await withFaultServer("words=40") { server in
                try user.configure(servers([("lab", server)]))
                let ask = ["ask", "-m", "lab/lab-1", "--idempotency-key", "k"]
                let first = try await user.ai1(ask + ["hello"])
                #expect(try await user.ai1(ask + ["hello"]).output == first.output)
                for other in [["hullo"], ["-s", "be brief", "hello"], ["--max-tokens", "9", "hello"]] {
                    expectFailure(try await user.ai1(ask + other), 65, naming: ["key 'k'"])
                }
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test("Of two at once one asks, and the other waits for its answer")
    func twoAtOnce() async throws {
        try await asUser { user in
            try await withFaultServer("words=40,first=1500") { server in
                try user.configure(servers([("lab", server)]))
                let first = try user.start("ask", "-m", "lab/lab-1", "--job", "j", "--once-per", "day", "hello")
                #expect(try await server.waits { $0.requests == 1 })
                let second = try await user.ai1("ask", "-m", "lab/lab-1", "--job", "j", "--once-per", "day", "hello")
                #expect(second.errorText.contains("waiting for its answer"), "\(second.told)")
                let answer = await first.result()
                #expect(answer.status == 0 && second.status == 0 && second.output == answer.output, "\(second.told)")
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test("Of sixteen at once one asks")
    func sixteenAtOnce() async throws {
        try await asUser { user in
            try await withFaultServer("words=40,first=300") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.shell(
                    """
                    seq 16 | xargs -P 16 -I{} sh -c \
                      '"$AI1" ask -q -m lab/lab-1 --no-stdin --job j --once-per day "{}" > out.{}' && cat out.* | sort -u | wc -l
                    cat out.1 | sort -u | wc -l
                    """)
                let counts = result.outputText.split(separator: "\n").map(String.init)
                #expect(result.status == 0 && counts.count == 2 && counts[0] == counts[1], "\(result.told)")
                #expect(server.statistics.requests == 1)
                #expect(try await Books.read(user).kinds == ["ask"])
            }
        }
    }

    @Test("Killed between sending and answer its outcome is unknown, and only --resend sends again")
    func unknown() async throws {
        try await asUser { user in
            try await withFaultServer("delay=60000,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let first = try user.start("ask", "-m", "lab/lab-1", "--job", "brief", "--once-per", "week", "hello")
                #expect(try await server.waits { $0.requests == 1 })
                first.send(signal: SIGKILL)
                _ = await first.result()
                for _ in 0..<2 {
                    let result = try await user.ai1(Self.once + ["hello"])
                    expectFailure(result, 76, naming: ["nobody knows"])
                    #expect(result.errorText.contains("--resend"), "\(result.told)")
                }
                #expect(server.statistics.requests == 1)
                let again = try await user.ai1(Self.once + ["--resend", "hello"])
                #expect(again.status == 0 && server.statistics.requests == 2, "\(again.told)")
                // Now there is an answer: nothing is sent any more.
                let last = try await user.ai1(Self.once + ["--resend", "hello"])
                #expect(last.output == again.output && server.statistics.requests == 2, "\(last.told)")
            }
        }
    }

    @Test("What failed leaves its key free")
    func failedIsFree() async throws {
        try await asUser { user in
            try await withFaultServer("401,times=1") { server in
                try user.configure(servers([("lab", server)]))
                #expect(try await user.ai1(Self.once + ["hello"]).status == 77)
                let second = try await user.ai1(Self.once + ["hello"])
                #expect(second.status == 0 && server.statistics.requests == 2, "\(second.told)")
            }
        }
    }

    @Test("Flags that make no sense together are usage errors")
    func usage() async throws {
        try await asUser { user in
            for flags in [
                ["--once-per", "day"], ["--resend"], ["--job", ""], ["--job", "a\u{7}b"],
                ["--job", "j", "--once-per", "day", "--idempotency-key", "k"], ["--job", "j", "--once-per", "year"],
            ] {
                let result = try await user.ai1(["ask"] + flags + ["hello"])
                #expect(result.status == 64, "\(flags): \(result.told)")
            }
        }
    }
}
