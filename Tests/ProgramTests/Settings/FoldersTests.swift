internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Where settings, keys and state lie, and which layer wins.
@Suite struct FoldersTests {
    @Test("AI1_HOME moves everything")
    func ownHome() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=30") { server in
                let user = user.with(["AI1_HOME": user.home.path("elsewhere")])
                let added = try await user.ai1(
                    "route", "add", "openai", "--base-url", server.baseURL(.openAIChat), "--no-check",
                    input: .bytes(Array("sk-key-0123456789".utf8)))
                #expect(added.status == 0, "\(added.told)")
                #expect(try await user.ai1("ask", "-m", "gpt", "--deadline", "2s", "hello").status == 75)
                let files = Set(user.files)
                #expect(
                    files.isSuperset(of: [
                        "elsewhere/config/config.yaml", "elsewhere/config/keys.yaml", "elsewhere/state/health.json",
                    ]), "\(files)")
                #expect(files.allSatisfy { $0.hasPrefix("elsewhere") }, "\(files)")
                for name in [
                    "elsewhere/config/keys.yaml", "elsewhere/state/health.json", "elsewhere/config/config.yaml",
                ] {
                    #expect(user.home.mode(name) == 0o600, "\(name)")
                }
                for name in ["elsewhere", "elsewhere/config", "elsewhere/state"] {
                    #expect(user.home.mode(name) == 0o700, "\(name)")
                }
            }
        }
    }

    @Test("The folders of the XDG variables are used, relative ones are not")
    func xdg() async throws {
        try await asUser { user in
            try await withFaultServer("429,retry-after=30") { server in
                try user.home.write("etc/ai1/config.yaml", servers([("lab", server)]))
                let user = user.with([
                    "XDG_CONFIG_HOME": user.home.path("etc"), "XDG_STATE_HOME": user.home.path("var"),
                    "XDG_DATA_HOME": user.home.path("lib"), "XDG_CACHE_HOME": "relative",
                ])
                #expect(try await user.ai1("ask", "-m", "lab/lab-1", "--deadline", "2s", "hello").status == 75)
                #expect(user.home.mode("var/ai1/health.json") == 0o600)
                #expect(user.home.mode("lib/ai1/ledger.db") == 0o600)
                #expect(!user.files.contains { $0.hasPrefix("relative") || $0.hasPrefix(".local") }, "\(user.files)")
            }
        }
    }

    @Test("A flag wins over a variable, a variable over the settings")
    func precedence() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(
                    "model: lab/lab-1\nsystem: from settings\n" + servers([("lab", server), ("spare", server)]))
                func asked(_ user: User, _ words: String...) async throws -> (model: String?, system: String?) {
                    let result = try await user.ai1(["ask"] + words + ["hello"])
                    #expect(result.status == 0, "\(result.told)")
                    let body = try #require(server.requests.last).json()
                    return (body["model"]?.string, body["messages"]?[0]?["content"]?.string)
                }
                #expect(try await asked(user) == ("lab-1", "from settings"))
                let variables = user.with(["AI1_MODEL": "spare/spare-1", "AI1_SYSTEM": "from a variable"])
                #expect(try await asked(variables) == ("spare-1", "from a variable"))
                #expect(try await asked(variables, "-m", "lab/lab-1", "-s", "from a flag") == ("lab-1", "from a flag"))
                #expect(try await asked(user.with(["AI1_MODEL": ""])) == ("lab-1", "from settings"))
            }
        }
    }
}
