internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Whatever ends a request: no hold stays open, and what was streamed is charged.
@Suite struct AskEndingTests {
    private static let slow = "events=10000,event-bytes=10,pace=20"

    /// Whether the only request was charged for what was streamed, by our own count.
    private func expectEstimate(
        _ user: User, kind: String = "ask", _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let books = try await Books.read(user, location)
        #expect(books.kinds == [kind], "\(books)", sourceLocation: location)
        let row = try #require(books.rows.first, sourceLocation: location)
        #expect(row.source == "estimated" && row.nanoUSD > 0 && row.output > 0, "\(row)", sourceLocation: location)
        #expect(row.nanoUSD < 20_000_000, "\(row)", sourceLocation: location)
    }

    @Test("An answer that is cut at half is charged for its half")
    func cut() async throws {
        try await asUser { user in
            try await withFaultServer("events=20,event-bytes=8,cut=1500") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                #expect(result.status == 76 && !result.output.isEmpty, "\(result.told)")
                try await expectEstimate(user)
            }
        }
    }

    @Test(
        "An answer that Ctrl-C or a closed pipe ends is charged for what came", arguments: [SIGINT, SIGTERM, SIGPIPE])
    func ended(_ number: Int32) async throws {
        try await asUser { user in
            try await withFaultServer(Self.slow) { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "hello") {
                    if number == SIGPIPE { $0.output = .closedAfter(30) }
                }
                if number != SIGPIPE {
                    #expect(try await program.waits { $0.outputCount > 30 })
                    program.send(signal: number)
                }
                let result = await program.result()
                #expect(result.shellStatus == 128 + (number == SIGPIPE ? 13 : number), "\(result.told)")
                try await expectEstimate(user)
            }
        }
    }

    @Test("A request that is killed in mid-stream is charged by the next command for what was streamed")
    func killed() async throws {
        try await asUser { user in
            try await withFaultServer(Self.slow) { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "hello")
                #expect(try await program.waits { $0.outputCount > 30 })
                #expect(try await Books.read(user).kinds == ["open"])
                program.send(signal: SIGKILL)
                _ = await program.result()
                try await expectEstimate(user, kind: "abandoned")
                let files = user.files.filter { $0.contains("inflight/") }
                #expect(files.isEmpty, "\(files)")
            }
        }
    }

    @Test("A request that is stopped is left alone, and books when it goes on")
    func stopped() async throws {
        try await asUser { user in
            try await withFaultServer("events=40,event-bytes=10,pace=20") { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "hello")
                #expect(try await program.waits { $0.outputCount > 30 })
                program.send(signal: SIGSTOP)
                for _ in 0..<3 { #expect(try await Books.read(user).kinds == ["open"]) }
                program.send(signal: SIGCONT)
                let result = await program.result()
                #expect(result.status == 0, "\(result.told)")
                let books = try await Books.read(user)
                #expect(books.kinds == ["ask"] && books.rows.first?.source == "reported", "\(books)")
            }
        }
    }

    @Test("A request that is killed before it is answered is charged for its input")
    func killedBeforeAnswer() async throws {
        try await asUser { user in
            try await withFaultServer("delay=60000") { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "hello")
                #expect(try await server.waits { $0.requests == 1 })
                program.send(signal: SIGKILL)
                _ = await program.result()
                let books = try await Books.read(user)
                #expect(books.kinds == ["abandoned"], "\(books)")
                #expect((1...100_000).contains(books.rows.first?.nanoUSD ?? 0), "\(books)")
            }
        }
    }

    @Test("A request that every provider refused costs nothing, and its hold is released")
    func refused() async throws {
        try await asUser { user in
            try await withFaultServer("401") { server in
                try user.configure(servers([("lab", server)]))
                #expect(try await user.ai1("ask", "-m", "lab/lab-1", "hello").status == 77)
                #expect(try await Books.read(user).kinds == ["void"])
            }
        }
    }
}
