internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Faults after the first text: the part that came is kept, nothing is spliced, and the answer can be gone on with.
@Suite struct CutAnswerTests {
    /// The plan, the exit code, and what the line must say.
    private static let rows: [(plan: String, status: Int32, reason: String)] = [
        ("events=50,event-bytes=8,cut=2500", 76, "cut"),
        ("events=50,event-bytes=8,reset=2500", 76, "cut"),
        ("events=50,event-bytes=8,stall=2500", 76, "cut"),
        ("events=50,event-bytes=8,malformed", 76, "cut"),
        ("events=50,event-bytes=8,error", 76, "cut"),
        ("events=50,event-bytes=8,no-end", 76, "cut"),
        ("events=50,event-bytes=8,length", 100, "length"),
        ("events=50,event-bytes=8,filter", 101, "filter"),
    ]

    @Test("After the first text nothing takes over: the part stays, with the code of its end", arguments: rows)
    func partial(_ row: (plan: String, status: Int32, reason: String)) async throws {
        try await asUser { user in
            try await withFaultServer(row.plan) { server in
                try await withFaultServer { spare in
                    try user.configure(
                        "limits: {stall_timeout: 1s}\n" + servers([("lab", server), ("spare", spare)]))
                    let result = try await user.ai1("ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "hello")
                    let part = result.outputText
                    expectFailure(result, row.status, naming: ["lab/lab-1", row.reason], output: part)
                    #expect(part.count > 1 && part.hasSuffix("\n"), "\(result.told)")
                    #expect(server.statistics.requests == 1 && spare.statistics.requests == 0)
                    if row.status != 101 { #expect(result.errorText.contains("ai1 ask --resume"), "\(result.told)") }
                }
            }
        }
    }

    @Test("A deadline in the middle of an answer keeps the part that came")
    func deadline() async throws {
        try await asUser { user in
            try await withFaultServer("events=4000,event-bytes=8,pace=20") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--deadline", "1s", "hello")
                expectFailure(result, 75, naming: ["lab/lab-1", "cut"], output: result.outputText)
                #expect(result.outputCount > 10 && result.errorText.contains("ai1 ask --resume"), "\(result.told)")
                #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 })
                // What is kept is for this person alone, and holds no key.
                let kept = user.files.filter { $0.hasPrefix(".local/state/ai1/answers/") }
                #expect(kept.count == 1 && kept.allSatisfy { user.home.mode($0) == 0o600 }, "\(kept)")
            }
        }
    }

    @Test("Cut after any number of octets it is never a complete answer", arguments: DialectName.networked)
    func everyCut(_ dialect: DialectName) async throws {
        try await asUser { user in
            let whole = try await Self.whole(user, dialect)
            // AI1NET's answer is one document, so that nothing of it can be shown before its end.
            for cut in [1, 17, 100, 230, 333, 512, 700, 1_100] {
                try await withFaultServer("words=60,cut=\(cut),times=1") { server in
                    try user.configure(servers([("lab", server)], dialect: dialect))
                    let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                    if result.status == 76 {
                        #expect(server.statistics.requests == 1)
                        #expect(result.outputCount > 1 && whole.hasPrefix(result.outputText.dropLast()), "\(cut)")
                    } else {
                        // Cut before the first text: asked again; or cut after the end of the answer.
                        #expect(result.status == 0 && result.outputText == whole, "\(cut): \(result.told)")
                        #expect(server.statistics.requests <= 2)
                    }
                }
            }
        }
    }

    private static func whole(_ user: User, _ dialect: DialectName) async throws -> String {
        try await withFaultServer("words=60") { server in
            try user.configure(servers([("lab", server)], dialect: dialect))
            let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
            #expect(result.status == 0, "\(result.told)")
            return result.outputText
        }
    }

    @Test("A cut answer goes on at the same model, which sees the part that came")
    func resume() async throws {
        try await asUser { user in
            try await withFaultServer("events=50,event-bytes=8,cut=2500,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let first = try await user.ai1("ask", "-m", "lab/lab-1", "-s", "Be kind.", "-t", "0.5", "tell me")
                #expect(first.status == 76, "\(first.told)")
                let part = String(first.outputText.dropLast())
                let second = try await user.ai1("ask", "--resume")
                #expect(second.status == 0 && second.outputCount > 0, "\(second.told)")
                let body = try #require(server.requests.last).json()
                let messages = try #require(body["messages"]?.array)
                #expect(messages.map { $0["role"]?.string } == ["system", "user", "assistant", "user"], "\(body.text)")
                #expect(messages[0]["content"]?.string == "Be kind." && messages[1]["content"]?.string == "tell me")
                #expect(messages[2]["content"]?.string == part, "\(body.text)")
                #expect(body["temperature"]?.number?.text == "0.5")
                #expect(server.statistics.requests == 2)
                let third = try await user.ai1("ask", "--resume")
                expectFailure(third, 66, naming: ["cut answer"])
            }
        }
    }

    @Test("An answer that a signal cut can be gone on with, by its id")
    func resumeAfterSignal() async throws {
        try await asUser { user in
            try await withFaultServer("events=400,event-bytes=10,pace=20,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "--jsonl", "tell me")
                #expect(try await program.waits { $0.outputCount > 400 })
                program.send(signal: 2)
                let first = await program.result()
                #expect(first.shellStatus == 130, "\(first.told)")
                let id = try #require(try first.jsonLines().first?["id"]?.string)
                let second = try await user.ai1("ask", "--resume", String(id.suffix(8)), "--max-tokens", "9")
                #expect(second.status == 0 || second.status == 100, "\(second.told)")
                let body = try #require(server.requests.last).json()
                #expect(body["messages"]?[1]?["role"]?.string == "assistant", "\(body.text)")
            }
        }
    }

    @Test("Nothing to go on with is said so")
    func nothingToResume() async throws {
        try await asUser { user in
            expectFailure(try await user.ai1("ask", "--resume"), 66, naming: ["cut answer"])
            expectFailure(try await user.ai1("ask", "--resume", "00000000"), 66, naming: ["00000000"])
            expectFailure(try await user.ai1("ask", "--resume", "last", "and", "words"), 64)
        }
    }
}

extension DialectName {
    /// The protocols that go over a network.
    static let networked = allCases.filter { $0 != .sandbox }
}
