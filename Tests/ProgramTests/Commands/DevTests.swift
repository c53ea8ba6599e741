internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `ai1 dev`.
@Suite struct DevTests {
    @Test("The sandbox server serves every dialect until it is ended")
    func sandbox() async throws {
        try await asUser { user in
            let server = try user.start("dev", "sandbox")
            #expect(try await server.waits { $0.outputText.contains("AI1NET_BASE_URL=") })
            let words = server.partial.outputText.split(separator: "\n").filter { $0.hasPrefix("export ") }
            var variables = [
                "OPENAI_API_KEY": "k", "ANTHROPIC_API_KEY": "k", "GEMINI_API_KEY": "k", "AI1NET_API_KEY": "k",
            ]
            for word in words {
                let parts = word.dropFirst("export ".count).split(separator: "=", maxSplits: 1)
                variables[String(parts[0])] = String(parts[1])
            }
            #expect(variables.count == 9)
            for example in WireCase.all {
                let result = try await user.with(variables).ai1("ask", "-m", example.model, "hello")
                #expect(
                    result.status == 0 && result.outputText.contains("simulated"), "\(example.title): \(result.told)")
            }
            server.send(signal: 15)
            let result = await server.result()
            #expect(result.shellStatus == 143 && result.errorText.contains("6 requests, 6 completed"), "\(result.told)")
        }
    }

    @Test("The sandbox server plays faults and guards a key")
    func sandboxFaults() async throws {
        try await asUser { user in
            let server = try user.start(
                "dev", "sandbox", "--fault", "429,retry-after=30,times=1", "--require-key", "right")
            #expect(try await server.waits { $0.outputText.contains("AI1NET_BASE_URL=") })
            let base = server.partial.outputText.split(separator: "\n").first { $0.contains("OPENAI_BASE_URL=") }
            let url = try #require(base?.split(separator: "=").last)
            let asking = user.with(["OPENAI_BASE_URL": String(url), "OPENAI_API_KEY": "right"])
            let limited = try await asking.ai1("ask", "-m", "gpt", "--deadline", "3s", "hello")
            expectFailure(limited, 75, naming: ["429"])
            let wrong = try await asking.with(["OPENAI_API_KEY": "wrong"]).ai1("ask", "-m", "gpt", "hello")
            expectFailure(wrong, 77, naming: ["401"])
            server.send(signal: 2)
            #expect(await server.result().shellStatus == 130)
            expectFailure(try await user.ai1("dev", "sandbox", "--fault", "retry-aftr=3"), 64, naming: ["retry-aftr"])
        }
    }

    @Test("A port that is taken is said so")
    func takenPort() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.ai1("dev", "sandbox", "--port", "\(server.port)")
                #expect([69, 73, 74].contains(result.status), "\(result.told)")
                expectFailure(result, result.shellStatus, naming: ["\(server.port)"])
            }
        }
    }

    @Test("The doctor finds nothing wrong here, and says what it looked at")
    func doctor() async throws {
        try await asUser { user in
            let result = try await user.ai1("dev", "doctor")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            for word in ["libcurl", "certificates", "folder"] {
                #expect(result.outputText.contains(word), "\(word): \(result.told)")
            }
            let rows = try #require(try await user.ai1("dev", "doctor", "--json").json().array)
            #expect(rows.allSatisfy { $0["state"]?.string != "wrong" && $0["subject"]?.string != nil })
        }
    }

    @Test("The doctor tries keys when told to, and never shows one")
    func doctorOnline() async throws {
        try await asUser { user in
            try await withFaultServer(configure: { $0.requiredKey = "sk-right-0123456789" }) { server in
                let user = user.with(["OPENAI_BASE_URL": server.baseURL(.openAIChat)])
                let right = try await user.with(["OPENAI_API_KEY": "sk-right-0123456789"]).ai1(
                    "dev", "doctor", "--online")
                #expect(right.status == 0 && !right.outputText.contains("sk-right"), "\(right.told)")
                let offline = try await user.with(["OPENAI_API_KEY": "sk-wrong-0123456789"]).ai1("dev", "doctor")
                #expect(offline.status == 0, "\(offline.told)")
                let wrong = try await user.with(["OPENAI_API_KEY": "sk-wrong-0123456789"]).ai1(
                    "dev", "doctor", "--online")
                #expect(wrong.status == 78 && wrong.errorText.contains("openai"), "\(wrong.told)")
                #expect(!(wrong.outputText + wrong.errorText).contains("sk-wrong"), "\(wrong.told)")
            }
        }
    }

    @Test(
        "The doctor finds what is broken, and goes on looking",
        arguments: [
            ("config.yaml", "objective: cheap\n", UInt32(0o600), "config.yaml:1"),
            ("keys.yaml", "openai: sk-secret\n", 0o644, "chmod 600"),
            ("config.yaml", "model: [a\n", 0o600, "config.yaml"),
        ])
    func broken(_ name: String, _ content: String, _ mode: UInt32, _ word: String) async throws {
        try await asUser { user in
            try user.home.write(".config/ai1/\(name)", content, mode: mode)
            let result = try await user.ai1("dev", "doctor")
            #expect(result.status == 78, "\(result.told)")
            #expect((result.outputText + result.errorText).contains(word), "\(result.told)")
            #expect(
                result.outputText.contains("libcurl") && result.outputText.contains("certificates"), "\(result.told)")
            #expect(!(result.outputText + result.errorText).contains("sk-secret"))
        }
    }

    @Test("The doctor names a certificate file that is not there")
    func certificates() async throws {
        try await asUser { user in
            let result = try await user.with(["SSL_CERT_FILE": "/nowhere/ca.pem"]).ai1("dev", "doctor")
            #expect(result.status == 78 && result.outputText.contains("/nowhere/ca.pem"), "\(result.told)")
        }
    }
}
