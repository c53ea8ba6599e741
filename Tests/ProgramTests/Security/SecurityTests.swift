internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Where keys and requests must not go.
@Suite struct SecurityTests {
    private static let key = "sk-test-verysecret-0123456789"

    @Test(
        "A provider that answers with a redirect gets no second request, nor does the other host",
        arguments: [
            DialectName.openAIChat, .anthropic, .google, .ollama, .ai1net,
        ])
    func redirect(_ dialect: DialectName) async throws {
        try await asUser { user in
            try await withFaultServer { other in
                try await withFaultServer("redirect=\(other.origin)/v1/chat/completions") { server in
                    try user.configure(servers([("lab", server)], dialect: dialect))
                    let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                    expectFailure(result, 76, naming: ["lab/lab-1", "redirect"])
                    #expect(server.statistics.requests == 1 && other.statistics.acceptedConnections == 0)
                }
            }
        }
    }

    @Test("A URL that leads to a private address is never fetched")
    func privateAddresses() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let port = server.port
                for host in [
                    "127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "0.0.0.0",
                ] {
                    let result = try await user.ai1(
                        "ask", "-m", "sandbox", "-a", "http://\(host):\(port)/picture.png", "what?")
                    expectFailure(result, 65, naming: ["http://\(host)"])
                }
                for host in ["169.254.169.254", "10.0.0.1", "192.168.1.1", "[fd00::1]", "100.64.0.1"] {
                    let result = try await user.ai1(
                        "ask", "-m", "sandbox", "-a", "http://\(host)/latest/meta-data", "what?")
                    expectFailure(result, 65, naming: [host])
                }
                #expect(server.statistics.acceptedConnections == 0)
            }
        }
    }

    @Test("A key goes over plain http to this machine only")
    func plainHTTP() async throws {
        try await asUser { user in
            for host in ["203.0.113.1", "example.com", "127.0.0.1.example.com"] {
                let result = try await user.with([
                    "OPENAI_API_KEY": Self.key, "OPENAI_BASE_URL": "http://\(host)/v1",
                ]).ai1("ask", "-m", "gpt", "hello")
                expectFailure(result, 78, naming: ["openai/gpt-5.5", "http"])
                #expect(!result.errorText.contains(Self.key), "\(result.told)")
            }
        }
    }

    @Test(
        "A key is in no output, whatever goes wrong and however much is shown",
        arguments: [
            "", "401,message=\"bad key \(key) was sent\"", "500,html", "reset", "cut=0", "garbage",
            "redirect=http://127.0.0.1:1/",
        ])
    func keyStaysSecret(_ plan: String) async throws {
        try await asUser { user in
            try await withFaultServer(plan) { server in
                for example in WireCase.all where example.dialect != .ollama {
                    let user = user.with(example.variables(server).mapValues { $0 == WireCase.key ? Self.key : $0 })
                    for words in [["-v"], ["-v", "--json"], ["--dry-run"], ["--dry-run", "--json"], ["--why", "-v"]] {
                        let result = try await user.ai1(
                            ["ask", "-m", example.model, "--deadline", "1s"] + words + ["hello"])
                        let all = result.outputText + result.errorText
                        #expect(!all.contains("verysecret"), "\(example.title) \(words): \(result.told)")
                        if plan.isEmpty, !words.contains("-v") { #expect(all.contains("[redacted]"), "\(all)") }
                    }
                }
                for file in user.files where user.home.text(file)?.contains("verysecret") == true {
                    Issue.record("\(file) holds a key")
                }
            }
        }
    }

    @Test("A key store or key file that others can read is refused with the command that mends it")
    func openKeyFiles() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.with(["OPENAI_BASE_URL": server.baseURL(.openAIChat)])
                try user.home.write(".config/ai1/keys.yaml", "openai: \(Self.key)\n", mode: 0o644)
                let store = try await user.ai1("ask", "-m", "gpt", "hello")
                #expect([77, 78].contains(store.status), "\(store.told)")
                expectFailure(store, store.shellStatus, naming: ["keys.yaml"])
                #expect(store.errorText.contains("chmod 600") && !store.errorText.contains(Self.key), "\(store.told)")
                try user.home.write(".config/ai1/keys.yaml", "openai: \(Self.key)\n", mode: 0o600)
                #expect(try await user.ai1("ask", "-m", "gpt", "hello").status == 0)
                try user.home.write("openai.key", Self.key, mode: 0o640)
                try user.configure("providers: {openai: {key_file: ~/openai.key}}")
                let file = try await user.ai1("ask", "-m", "gpt", "hello")
                #expect([77, 78].contains(file.status), "\(file.told)")
                expectFailure(file, file.shellStatus, naming: ["openai.key"])
                #expect(file.errorText.contains("chmod 600"), "\(file.told)")
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test("A key that cannot stand in a header is refused, and not shown")
    func oddKeys() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                for key in ["verysecret\r\nX-Evil: 1", "verysecret\u{7F}", "schlüsselverysecret"] {
                    let result = try await user.with([
                        "OPENAI_API_KEY": key, "OPENAI_BASE_URL": server.baseURL(.openAIChat),
                    ]).ai1("ask", "-m", "gpt", "hello")
                    #expect(result.status != 0 && !result.errorText.contains("secret"), "\(result.told)")
                }
                #expect(server.statistics.requests == 0)
            }
        }
    }
}
