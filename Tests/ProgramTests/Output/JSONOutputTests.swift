internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `--json` and `--jsonl`.
@Suite struct JSONOutputTests {
    @Test("--json prints one object with the documented members")
    func object() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "sandbox", "--json", "hello")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            #expect(result.output.split(separator: 0x0A).count == 1 && result.output.last == 0x0A)
            let outcome = try result.json()
            #expect(
                outcome.object?.names == [
                    "v", "id", "target", "provider", "model", "text", "served_model", "finish", "usage", "cost",
                    "credits", "job", "replayed", "timings", "safety", "attempts", "error",
                ], "\(outcome.text)")
            #expect(outcome["v"]?.number?.int64 == 1 && outcome["error"]?.isNull == true)
            #expect(RequestID(outcome["id"]?.string ?? "") != nil)
            #expect(outcome["provider"]?.string == "sandbox" && outcome["finish"]?.string == "stop")
            #expect(outcome["text"]?.string?.hasSuffix("\n") == false)
            #expect(outcome["timings"]?["total_ms"]?.number != nil)
            let sum = ["uncached_input", "cache_read", "cache_write_5m", "cache_write_1h"]
                .compactMap { outcome["usage"]?[$0]?.number?.int64 }.reduce(0, +)
            #expect(outcome["usage"]?["input"]?.number?.int64 == sum)
        }
    }

    @Test("A failure is an object too, with the exit code inside")
    func failure() async throws {
        try await asUser { user in
            for (plan, status) in [
                ("401", Int32(77)), ("events=20,event-bytes=8,cut=1500", 76), ("words=90,length", 100),
            ] {
                try await withFaultServer(plan) { server in
                    try user.configure(servers([("lab", server)]))
                    let result = try await user.ai1("ask", "-m", "lab/lab-1", "--json", "hello")
                    #expect(result.status == status, "\(result.told)")
                    let outcome = try result.json()
                    #expect(outcome["error"]?["exit"]?.number?.int64 == Int64(status), "\(outcome.text)")
                    #expect(outcome["error"]?["message"]?.string?.contains("lab/lab-1") == true)
                    #expect(outcome["text"]?.string?.isEmpty == (status == 77))
                    #expect(outcome["attempts"]?.array?.count == 1)
                    if status != 77 {
                        #expect((outcome["cost"]?["nano_usd"]?.number?.int64 ?? 0) > 0, "\(outcome.text)")
                    }
                }
            }
        }
    }

    @Test("--jsonl prints one event a line, from the start to the end")
    func events() async throws {
        try await asUser { user in
            // Umlauts that no event's end may tear; paced, so that a busy machine does not get all of it at once.
            try await withFaultServer("drip=5,pace=2") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--jsonl", "äöü €")
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                let events = try result.jsonLines()
                #expect(events.allSatisfy { $0["v"]?.number?.int64 == 1 })
                let types = events.compactMap { $0["type"]?.string }
                #expect(types.first == "start" && types.last == "end" && types.filter { $0 == "text" }.count > 1)
                #expect(Set(types) == ["start", "text", "end"])
                let text = events.compactMap { $0["type"]?.string == "text" ? $0["text"]?.string : nil }.joined()
                #expect(text.contains("äöü €") && !text.contains("\u{FFFD}"), "\(text)")
                #expect(
                    events.last?["usage"]?["source"]?.string == "reported" && events.last?["finish"]?.string == "stop")
                #expect(events.first?["id"] == events.last?["id"])
            }
        }
    }

    @Test("Events of an answer that fell back and was cut tell all of it")
    func eventsOfFaults() async throws {
        try await asUser { user in
            try await withFaultServer("503") { first in
                try await withFaultServer("events=20,event-bytes=8,cut=1500") { second in
                    try user.configure(servers([("lab", first), ("spare", second)]))
                    let result = try await user.ai1(
                        "ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "--jsonl", "hello")
                    #expect(result.status == 76, "\(result.told)")
                    let events = try result.jsonLines()
                    let starts = events.filter { $0["type"]?.string == "start" }.compactMap { $0["target"]?.string }
                    #expect(starts == ["lab/lab-1", "spare/spare-1"])
                    let end = events.last
                    #expect(end?["error"]?["exit"]?.number?.int64 == 76 && end?["target"]?.string == "spare/spare-1")
                    #expect(
                        end?["attempts"]?.array?.compactMap { $0["fault"]?.string } == ["serverError", "cut"],
                        "\(result.told)")
                }
            }
        }
    }

    @Test(
        "Estimates, dry runs and listings have a JSON form",
        arguments: [
            ["ask", "-m", "gpt", "--estimate", "--json", "hello"],
            ["ask", "-m", "gpt", "--dry-run", "--json", "hello"],
            ["route", "explain", "--json", "hello"], ["route", "models", "--json"], ["route", "providers", "--json"],
            ["dev", "doctor", "--json"],
        ])
    func listings(_ words: [String]) async throws {
        try await asUser { user in
            let result = try await user.with(["OPENAI_API_KEY": "k"]).ai1(words)
            _ = try result.json()
            #expect(result.output.split(separator: 0x0A).count == 1, "\(result.told)")
        }
    }
}
