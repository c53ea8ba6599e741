internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What one process learns about a target, the next one knows.
@Suite struct CoolDownTests {
    @Test("After a 429 with Retry-After the next process goes straight to the fallback")
    func straightToFallback() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=30") { limited in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", limited), ("spare", spare)]))
                    let words = ["ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "hello"]
                    let first = try await user.ai1(words)
                    #expect(first.status == 0 && limited.statistics.requests == 1, "\(first.told)")
                    for count in 2...3 {
                        let next = try await user.ai1(words)
                        #expect(next.status == 0 && next.outputText.contains("model spare-1"), "\(next.told)")
                        #expect(limited.statistics.requests == 1 && spare.statistics.requests == count)
                    }
                    // Pinned without any help it is waited for within the deadline, else given up at once.
                    let pinned = try await user.ai1("ask", "-m", "lab/lab-1", "--deadline", "3s", "hello")
                    expectFailure(pinned, 75, naming: ["lab/lab-1", "cooling down"])
                    #expect(limited.statistics.requests == 1)
                }
            }
        }
    }

    @Test("A short Retry-After is waited for, and told")
    func waitedFor() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=1,times=1") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                #expect(result.status == 0 && server.statistics.requests == 2, "\(result.told)")
                #expect(result.errorLines.count == 1, "\(result.told)")
                let line = result.errorText
                #expect(line.contains("lab/lab-1") && line.contains("429") && line.contains("retrying in 1"), "\(line)")
                #expect(line.contains("(1/3)"), "\(line)")
            }
        }
    }

    @Test("Another key or address is another target")
    func keyed() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=30") { server in
                try await withFaultServer { other in
                    let base = ["OPENAI_API_KEY": "sk-one-1111111111", "OPENAI_BASE_URL": server.baseURL(.openAIChat)]
                    let words = ["ask", "-m", "gpt", "--deadline", "3s", "hello"]
                    let one = try await user.with(base).ai1(words)
                    #expect(one.status == 75 && server.statistics.requests == 1, "\(one.told)")
                    let again = try await user.with(base).ai1(words)
                    #expect(again.status == 75 && server.statistics.requests == 1, "\(again.told)")
                    let otherKey = try await user.with(base).with(["OPENAI_API_KEY": "sk-two-2222222222"]).ai1(words)
                    #expect(otherKey.status == 75 && server.statistics.requests == 2, "\(otherKey.told)")
                    let otherAddress = try await user.with(base)
                        .with(["OPENAI_BASE_URL": other.baseURL(.openAIChat)]).ai1(words)
                    #expect(otherAddress.status == 0 && other.statistics.requests == 1, "\(otherAddress.told)")
                    let model = try await user.with(base).ai1("ask", "-m", "gpt-4.1", "--deadline", "3s", "hello")
                    #expect(model.status == 75 && server.statistics.requests == 3, "\(model.told)")
                    // A fingerprint and no key is what is remembered.
                    for file in user.files where user.home.text(file)?.contains("sk-one") == true {
                        Issue.record("\(file) holds a key")
                    }
                }
            }
        }
    }

    @Test("A target that keeps failing is left alone for a while")
    func repeatedFailures() async throws {
        try await asUser { user in
            try await withFaultServer("503") { broken in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", broken), ("spare", spare)]))
                    for _ in 1...5 {
                        let result = try await user.ai1(
                            "ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "hello")
                        #expect(result.status == 0, "\(result.told)")
                    }
                    #expect(broken.statistics.requests == 3 && spare.statistics.requests == 5)
                }
            }
        }
    }

    @Test("A health file that was spoiled is no reason not to answer")
    func spoiledHealth() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                for content in ["", "{", "[1,2]", #"{"v":1,"targets":7}"#, "\u{0}\u{FF}"] {
                    try user.home.write(".local/state/ai1/health.json", content)
                    let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                    #expect(result.status == 0 && result.errors.isEmpty, "\(content): \(result.told)")
                }
            }
        }
    }

    @Test("With --hedge a second model is asked when the first is late, and the late one is let go")
    func hedge() async throws {
        try await asUser { user in
            try await withFaultServer("delay=100000") { slow in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", slow), ("spare", spare)]))
                    let result = try await user.ai1(
                        "ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "--hedge", "--json", "hello")
                    #expect(result.status == 0, "\(result.told)")
                    let outcome = try result.json()
                    #expect(outcome["target"]?.string == "spare/spare-1")
                    let attempts = outcome["attempts"]?.array?.compactMap { $0["target"]?.string }
                    #expect(Set(attempts ?? []) == ["lab/lab-1", "spare/spare-1"], "\(outcome.text)")
                    #expect(
                        result.errorText.contains("lab/lab-1") && result.errorText.contains("also asking spare/spare-1")
                    )
                    #expect(try await slow.waits { $0.aborted == 1 && $0.open == 0 })
                }
            }
        }
    }
}
