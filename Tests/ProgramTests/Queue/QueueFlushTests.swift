internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `ai1 ask --flush`: each request once, and never again without a word.
@Suite struct QueueFlushTests {
    @Test("Two flushes at the same time send once and charge once, and both end well")
    func twice() async throws {
        try await asUser { user in
            try user.configure(closedServer)
            try await user.keep("hello")
            try await withFaultServer("words=40,first=300") { server in
                try user.configure(servers([("lab", server)]))
                let first = try user.start("ask", "--flush")
                let second = try user.start("ask", "--flush")
                let results = [await first.result(), await second.result()]
                for result in results { #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)") }
                #expect(server.statistics.requests == 1)
                #expect(try await Books.read(user).kinds == ["ask"])
                let check = try await user.ai1("credits", "check", "--full")
                #expect(check.status == 0, "\(check.told)")
                #expect(try await user.ai1("ask", "--flush").status == 0)
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test("Eight flushes of twenty requests send each once")
    func many() async throws {
        try await asUser { user in
            try await withFaultServer("words=5,delay=20") { server in
                try user.configure(servers([("lab", server)]))
                for number in 1...20 { try await user.keep("number \(number)") }
                let result = try await user.shell("seq 8 | xargs -P 8 -I{} \"$AI1\" ask --flush")
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                #expect(server.statistics.requests == 20 && Set(server.requests.map(\.bodyText)).count == 20)
                #expect(try await user.queue().isEmpty)
                #expect(try await Books.read(user).kinds == Array(repeating: "ask", count: 20))
            }
        }
    }

    @Test("A flush that was killed after sending leaves the outcome unknown: it is said, and only --resend sends again")
    func killed() async throws {
        try await asUser { user in
            try await withFaultServer("delay=60000,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let id = try await user.keep("hello")
                let flush = try user.start("ask", "--flush")
                #expect(try await server.waits { $0.requests == 1 })
                flush.send(signal: SIGKILL)
                _ = await flush.result()
                for _ in 0..<2 {
                    let next = try await user.ai1("ask", "--flush")
                    #expect(next.status == 0, "\(next.told)")
                    #expect(next.errorText.contains("nobody knows"), "\(next.told)")
                    #expect(next.errorText.contains("ai1 ask --flush --resend \(id.suffix(8))"), "\(next.told)")
                }
                expectFailure(try await user.ai1("ask", "--flush", id), 64, naming: ["nobody knows"])
                #expect(server.statistics.requests == 1)
                let again = try await user.ai1("ask", "--flush", "--resend", String(id.suffix(8)))
                #expect(again.status == 0 && server.statistics.requests == 2, "\(again.told)")
                #expect(try await user.ai1("route", "log", "show", id).status == 0)
                #expect(try await Books.read(user).kinds == ["ask", "abandoned"])
                #expect(try await user.ai1("credits", "check", "--full").status == 0)
            }
        }
    }

    @Test("A flush that was killed after it had booked the answer lets the next put it away at no charge")
    func killedAfterBooking() async throws {
        try await asUser { user in
            try await withFaultServer("text=sunny") { server in
                try user.configure("history:\n  mode: \"off\"\n" + servers([("lab", server)]))
                let id = try await user.keep("hello")
                let file = ".local/share/ai1/queue/\(id).json"
                #expect(try await user.ai1("ask", "--flush").status == 0)
                // As it stands on the disk while it is being sent.
                var entry = try JSONParser.parse(Array(try #require(user.home.text(file)).utf8)).object ?? JSONObject()
                entry["state"] = "sending"
                entry["outcome"] = nil
                try user.home.write(file, JSONValue.object(entry).text + "\n")
                let next = try await user.ai1("ask", "--flush", "--json")
                #expect(next.status == 0 && next.errors.isEmpty, "\(next.told)")
                #expect(try next.json()["sent"]?.number?.int64 == 1, "\(next.told)")
                #expect(server.statistics.requests == 1)
                let shown = try await user.ai1("route", "log", "show", id, "--json").json()
                #expect(shown["answer"]?.string == "sunny", "\(shown.text)")
                #expect(try await Books.read(user).kinds == ["ask"])
            }
        }
    }

    @Test("Ctrl-C before the answer comes is said, and it is not sent again")
    func interrupted() async throws {
        try await asUser { user in
            try await withFaultServer("delay=60000,times=1") { server in
                try user.configure(servers([("lab", server)]))
                try await user.keep("hello")
                let flush = try user.start("ask", "--flush")
                #expect(try await server.waits { $0.requests == 1 })
                flush.send(signal: SIGINT)
                let result = await flush.result()
                #expect(result.shellStatus == 130, "\(result.told)")
                #expect(try await user.queue().map { $0["state"]?.string } == ["unknown"])
                #expect(try await user.ai1("ask", "--flush").status == 0)
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test(
        "What nobody can know is not sent again, to the same or to another: a reset, a time-out of a gateway, a cut",
        arguments: ["reset", "504", "garbage"])
    func open(_ plan: String) async throws {
        try await asUser { user in
            try await withFaultServer(plan) { server in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", server), ("spare", spare)]))
                    try await user.keep("hello", "--fallback", "spare/spare-1")
                    let result = try await user.ai1("ask", "--flush")
                    #expect(result.status == 76, "\(result.told)")
                    #expect(result.errorText.contains("nobody knows"), "\(result.told)")
                    #expect(try await user.queue().map { $0["state"]?.string } == ["unknown"])
                    #expect(try await user.ai1("ask", "--flush").status == 0)
                    #expect(server.statistics.requests == 1 && spare.statistics.requests == 0)
                }
            }
        }
    }

    @Test("A server that says no is asked again later, not before its time, and the tries are counted")
    func backOff() async throws {
        try await asUser { user in
            try await withFaultServer("503,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let id = try await user.keep("hello")
                let first = try await user.ai1("ask", "--flush")
                expectFailure(first, 75, naming: ["put off", "503"])
                let entry = try #require(try await user.queue().first)
                #expect(entry["state"]?.string == "pending" && entry["attempts"]?.number?.int64 == 1, "\(entry.text)")
                #expect(entry["not_before"]?.string != nil && entry["error"]?.string?.contains("503") == true)
                let early = try await user.ai1("ask", "--flush")
                #expect(early.status == 0 && early.errors.isEmpty && server.statistics.requests == 1, "\(early.told)")
                let named = try await user.ai1("ask", "--flush", id)
                #expect(named.status == 0 && server.statistics.requests == 2, "\(named.told)")
                #expect(try await Books.read(user).kinds.sorted() == ["ask", "void"])
                #expect(try await user.ai1("route", "log", "show", id).status == 0)
            }
        }
    }

    @Test("A request that is refused for good fails with the reason, the others are sent, and --resend tries again")
    func refused() async throws {
        try await asUser { user in
            try await withFaultServer("400,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let id = try await user.keep("first")
                let failed = try await user.ai1("ask", "--flush")
                expectFailure(failed, 65, naming: [String(id.suffix(8)), "400"])
                try await user.keep("second")
                #expect(try await user.ai1("ask", "--flush").status == 0)
                #expect(server.statistics.requests == 2)
                #expect(try await user.queue().map { $0["state"]?.string } == ["failed"])
                expectFailure(try await user.ai1("ask", "--flush", id), 64, naming: ["400"])
                #expect(try await user.ai1("ask", "--flush", "--resend", id).status == 0)
                #expect(try await user.queue().isEmpty && server.statistics.requests == 3)
                let shown = try await user.ai1("route", "log", "show", id, "--json").json()
                #expect(shown["state"]?.string == "complete", "\(shown.text)")
            }
        }
    }

    @Test("On a terminal a flush says what it did")
    func terminal() async throws {
        try await asUser { user in
            try await withFaultServer("words=4") { server in
                try user.configure(servers([("lab", server)]))
                let id = try await user.keep("hello")
                try await user.keep("later", "--not-before", "2h")
                let result = try await user.ai1("ask", "--flush") { $0.useTerminal() }
                #expect(result.terminalText.contains("\(id.suffix(8)) lab/lab-1"), "\(result.terminalText)")
                #expect(result.terminalText.contains("1 sent, 0 failed, 1 waiting"), "\(result.terminalText)")
            }
        }
    }
}
