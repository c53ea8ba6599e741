import AI1Core
import AI1Providers
import AI1Sandbox
import AI1TestSupport
import Testing

@Suite("Faults on a real socket")
struct ServerFaultTests {
    static let dialects = DialectShapeTests.calls.map(\.dialect)
    static let streaming = dialects.filter { $0 != .ai1net }

    @Test("a refusal has its status, Retry-After and the dialect's error form", arguments: dialects)
    func refusal(dialect: DialectName) async throws {
        try await withFaultServer("429,retry-after=30") { server in
            let response = try DialectShapeTests.ask(server.port, dialect)
            #expect(response.status == 429)
            #expect(response["retry-after"] == "30")
            let error = try JSONParser.parse(response.body)["error"]
            let words: JSONValue? =
                switch dialect {
                case .openAIChat, .openAIResponses: error?["code"]
                case .anthropic: error?["type"]
                case .google: error?["status"]
                case .ai1net: error?["code"]
                case .ollama, .sandbox: error
                }
            let wanted =
                switch dialect {
                case .openAIChat, .openAIResponses: "rate_limit_exceeded"
                case .anthropic: "rate_limit_error"
                case .google: "RESOURCE_EXHAUSTED"
                case .ai1net: "status_429"
                case .ollama, .sandbox: "Too many requests (simulated)."
                }
            #expect(words?.string == wanted)
        }
    }

    @Test(
        "context and quota errors are in the words that the provider uses",
        arguments: [
            (DialectName.openAIChat, "400 code=context_length_exceeded", "context_length_exceeded"),
            (.anthropic, "400 code=context_length_exceeded", "prompt is too long"),
            (.google, "400 code=context_length_exceeded", "exceeds the maximum number of tokens"),
            (.ollama, "400 code=context_length_exceeded", "exceeded max context length"),
            (.openAIChat, "429 code=insufficient_quota", "insufficient_quota"),
            (.anthropic, "400 code=insufficient_quota", "credit balance is too low"),
            (.google, "429 code=insufficient_quota", "exceeded your current quota"),
            (.anthropic, "529", "overloaded_error"), (.openAIChat, "502 html", "<h1>502</h1>"),
            (.openAIChat, "400 message=\"a, b\"", "\"message\":\"a, b\""),
        ])
    func words(dialect: DialectName, plan: String, words: String) async throws {
        try await withFaultServer(plan) { server in
            let response = try DialectShapeTests.ask(server.port, dialect)
            #expect(response.text.contains(words), "\(response.text)")
        }
    }

    @Test("a cut leaves exactly so many octets of body and no end", arguments: [0, 1, 57, 200, 400])
    func cut(bytes: Int) async throws {
        try await withFaultServer { server in
            let whole = try DialectShapeTests.ask(server.port, .openAIChat)
            let cut = try DialectShapeTests.ask(server.port, .openAIChat, prompt: "sandbox: cut=\(bytes)\nhello")
            #expect(cut.status == 200)
            #expect(cut.end == .closed)
            #expect(cut.body == Array(whole.body.prefix(bytes)))
        }
    }

    @Test("a cut answer that is not streamed is shorter than its length says")
    func cutWhole() async throws {
        try await withFaultServer("cut=50") { server in
            let response = try DialectShapeTests.ask(server.port, .anthropic, stream: false)
            #expect(response.end == .closed)
            #expect(response.body.count == 50)
            #expect(Int(response["content-length"] ?? "") ?? 0 > 50)
        }
    }

    @Test("a reset is a reset: before the headers, and in the middle")
    func reset() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            DialectShapeTests.send(client, .openAIChat, prompt: "sandbox: reset")
            let before = client.readToEnd()
            #expect(before.end == .reset && before.bytes.isEmpty)
            let after = try DialectShapeTests.ask(server.port, .openAIChat, prompt: "sandbox: reset=100")
            #expect(after.end == .reset)
        }
    }

    @Test("a stall keeps the connection open and silent until the client leaves")
    func stall() async throws {
        try await withFaultServer("stall=100") { server in
            do {
                let client = try RawClient(port: server.port, timeoutSeconds: 1)
                DialectShapeTests.send(client, .openAIChat)
                let response = client.readResponse()
                #expect(response.end == .timedOut)
                #expect(response.body.count == 100)
                #expect(server.statistics.open == 1)
            }
            #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 && $0.connections == 0 })
        }
    }

    @Test("a malformed event comes before or after the first text", arguments: streaming)
    func malformed(dialect: DialectName) async throws {
        try await withFaultServer { server in
            for place in ["before", "after"] {
                let response = try DialectShapeTests.ask(server.port, dialect, prompt: "sandbox: malformed=\(place)")
                #expect(response.status == 200 && response.end == nil)
                #expect(throws: JSONParser.Failure.self) { _ = try DialectShapeTests.events(response) }
                let simulated = response.text.split(separator: "This", maxSplits: 1).first?.utf8.count ?? 0
                #expect(
                    (Self.offsetOfMalformed(response.body) < simulated) == (place == "before"), "\(dialect) \(place)")
            }
        }
    }

    /// Where the first line lies that is no JSON.
    private static func offsetOfMalformed(_ body: [UInt8]) -> Int {
        var offset = 0
        for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var data = String(decoding: line, as: UTF8.self).filter { !$0.isNewline }
            if data.hasPrefix("data: ") { data.removeFirst(6) }
            let known = data.isEmpty || data.hasPrefix("event: ") || data == "[DONE]"
            if !known, (try? JSONParser.parse(data)) == nil { return offset }
            offset += line.count + 1
        }
        return offset
    }

    @Test("an error event comes before or after the first text and ends the stream", arguments: streaming)
    func inBandError(dialect: DialectName) async throws {
        try await withFaultServer { server in
            let before = try DialectShapeTests.ask(server.port, dialect, prompt: "sandbox: error=before")
            #expect(!before.text.contains("This"))
            #expect(before.text.contains("error") && before.end == nil)
            let after = try DialectShapeTests.ask(server.port, dialect, prompt: "sandbox: error=after code=overloaded")
            #expect(after.text.contains("This") && after.text.contains("error"))
            #expect(!after.text.contains("[DONE]") && !after.text.contains("simulated answer"))
        }
    }

    @Test(
        "a missing end leaves out finish reason and end mark, and closes as if nothing were wrong", arguments: streaming
    )
    func missingEnd(dialect: DialectName) async throws {
        try await withFaultServer("no-end") { server in
            let response = try DialectShapeTests.ask(server.port, dialect)
            #expect(response.end == nil)
            for word in ["[DONE]", "response.completed", "message_stop", "finishReason", "\"done\":true", "\"stop\""] {
                #expect(!response.text.contains(word), "\(dialect) \(word)")
            }
        }
    }

    @Test(
        "length and filter are told in the dialect's words",
        arguments: [
            (DialectName.openAIChat, #""finish_reason":"length""#, #""finish_reason":"content_filter""#),
            (.openAIResponses, #""reason":"max_output_tokens""#, #""reason":"content_filter""#),
            (.anthropic, #""stop_reason":"max_tokens""#, #""stop_reason":"refusal""#),
            (.google, #""finishReason":"MAX_TOKENS""#, #""finishReason":"SAFETY""#),
            (.ollama, #""done_reason":"length""#, "filtered"),
        ])
    func finishes(dialect: DialectName, length: String, filter: String) async throws {
        try await withFaultServer { server in
            for stream in [true, false] {
                let cut = try DialectShapeTests.ask(server.port, dialect, prompt: "sandbox: length", stream: stream)
                #expect(cut.text.contains(length), "\(cut.text)")
                let filtered = try DialectShapeTests.ask(
                    server.port, dialect, prompt: "sandbox: filter message=filtered", stream: stream)
                #expect(dialect == .ollama ? filtered.status == 400 : filtered.text.contains(filter))
            }
        }
    }

    @Test("Google tells a blocked prompt by its feedback")
    func blocked() async throws {
        try await withFaultServer("blocked") { server in
            for stream in [true, false] {
                let response = try DialectShapeTests.ask(server.port, .google, stream: stream)
                #expect(response.text.contains("blockReason") && !response.text.contains("\"candidates\""))
            }
        }
    }

    @Test("a redirect has its Location and no body")
    func redirect() async throws {
        try await withFaultServer("redirect=http://127.0.0.1:1/x") { server in
            let response = try DialectShapeTests.ask(server.port, .openAIChat)
            #expect(response.status == 302 && response["location"] == "http://127.0.0.1:1/x" && response.body.isEmpty)
        }
    }

    @Test("usage is left out, or is the text that was asked for, to the letter", arguments: dialects)
    func usage(dialect: DialectName) async throws {
        try await withFaultServer { server in
            for stream in [true, false] {
                let absent = try DialectShapeTests.ask(
                    server.port, dialect, prompt: "sandbox: usage=absent", stream: stream)
                for word in ["usage", "usageMetadata", "eval_count"] { #expect(!absent.text.contains("\"\(word)\"")) }
                let literal = #""a":12.7,"b":-1,"c":1000000000000"#
                let given = try DialectShapeTests.ask(
                    server.port, dialect, prompt: "sandbox: usage={\(literal)}", stream: stream)
                #expect(given.text.contains(literal))
                _ = try DialectShapeTests.events(given)
            }
        }
    }

    @Test("a huge event is one event")
    func huge() async throws {
        try await withFaultServer("huge=300000") { server in
            let response = try DialectShapeTests.ask(server.port, .anthropic)
            let largest = try DialectShapeTests.events(response).compactMap {
                $0["delta"]?["text"]?.string.map(\.utf8.count)
            }.max()
            #expect(largest == 300_000)
        }
    }

    @Test("a drip sends the body in chunks of that size")
    func drip() async throws {
        try await withFaultServer { server in
            let whole = try DialectShapeTests.ask(server.port, .google)
            let drip = try DialectShapeTests.ask(server.port, .google, prompt: "sandbox: drip=7\nhello")
            #expect(drip.body == whole.body)
            #expect(drip.chunks.dropLast().allSatisfy { $0 <= 7 } && drip.chunks.count > whole.body.count / 8)
        }
    }

    @Test("garbage is not HTTP, and a large header field is large")
    func framing() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            DialectShapeTests.send(client, .openAIChat, prompt: "sandbox: garbage")
            #expect(!String(decoding: client.readToEnd().bytes, as: UTF8.self).hasPrefix("HTTP/"))
            let padded = try DialectShapeTests.ask(server.port, .openAIChat, prompt: "sandbox: header-bytes=70000")
            #expect(padded["x-padding"]?.utf8.count == 70_000)
        }
    }

    @Test("delays and paces are waited for: the first octet does not come earlier")
    func delays() async throws {
        try await withFaultServer { server in
            let clock = ContinuousClock()
            for plan in ["delay=120", "first=120", "events=13 pace=10"] {
                let taken = try clock.measure {
                    let response = try DialectShapeTests.ask(server.port, .ollama, prompt: "sandbox: \(plan)\nx")
                    #expect(response.status == 200 && response.end == nil)
                }
                #expect(taken >= .milliseconds(120), "\(plan)")
            }
        }
    }

    @Test("a wrong key gets the dialect's 401, the right one an answer", arguments: dialects)
    func keys(dialect: DialectName) async throws {
        try await withFaultServer(configure: { $0.requiredKey = "right" }) { server in
            let field =
                switch dialect {
                case .anthropic: "x-api-key: "
                case .google: "x-goog-api-key: "
                default: "Authorization: Bearer "
                }
            let statuses = try [[], [field + "wrong"], [field + "right"]].map {
                try DialectShapeTests.ask(server.port, dialect, headers: $0).status
            }
            #expect(statuses == [401, 401, 200])
        }
    }

    @Test("a model that is not there gets 404 when the server is strict")
    func models() async throws {
        try await withFaultServer(configure: {
            $0.acceptsAnyModel = false
            $0.models = ["other"]
        }) { server in
            let response = try DialectShapeTests.ask(server.port, .ollama)
            #expect(response.status == 404)
            #expect(try DialectShapeTests.ask(server.port, .openAIChat).text.contains("model_not_found"))
        }
    }

    @Test("the first requests fail, then all is well")
    func firstRequests() async throws {
        try await withFaultServer("503 times=2") { server in
            let statuses = try (0..<4).map { _ in try DialectShapeTests.ask(server.port, .openAIChat).status }
            #expect(statuses == [503, 503, 200, 200])
        }
    }

    @Test("a share of the requests fails, the same ones in every run")
    func percent() async throws {
        func run() async throws -> [Int] {
            try await withFaultServer("500 percent=30") { server in
                try (0..<60).map { _ in try DialectShapeTests.ask(server.port, .openAIChat).status }
            }
        }
        let first = try await run()
        let second = try await run()
        #expect(first == second)
        let failures = first.count { $0 == 500 }
        #expect(failures > 6 && failures < 32)
    }

    @Test("plans by path, model and dialect come before the general one, in this order")
    func precedence() async throws {
        try await withFaultServer(
            "500",
            configure: { settings in
                settings.plansByPath["/v1/mess"] = try? .parse("401")
                settings.plansByPath["/v1/messages"] = try? .parse("402")
                settings.plansByModel["fast"] = try? .parse("403")
                settings.plansByDialect[.ai1net] = try? .parse("409")
            }
        ) { server in
            #expect(try DialectShapeTests.ask(server.port, .anthropic).status == 402)
            #expect(try DialectShapeTests.ask(server.port, .ollama).status == 403)
            #expect(try DialectShapeTests.ask(server.port, .ai1net).status == 409)
            let client = try RawClient(port: server.port)
            client.get("/v1/models")
            #expect(client.readResponse().status == 500)
            server.server.replacePlan(FaultPlan())
            client.get("/v1/models")
            #expect(client.readResponse().status == 200)
        }
    }
}
