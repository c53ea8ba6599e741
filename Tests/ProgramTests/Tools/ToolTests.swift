internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Models that call tools of MCP servers, as a user meets them.
@Suite struct ToolTests {
    private static let script =
        String(#filePath.prefix(upTo: #filePath.firstRange(of: "/ProgramTests/")!.lowerBound))
        + "/Support/mcp_server.py"

    /// A provider whose model can call tools, and a server of tools.
    private func configure(
        _ user: User, _ server: FaultServer, _ dialect: DialectName = .openAIChat, mode: String = "good",
        rules: String = "", variables: [String: String] = [:]
    ) throws {
        let environment =
            variables.isEmpty
            ? "" : "      env:\n" + variables.map { "        \($0): \"\($1)\"\n" }.sorted().joined()
        try user.configure(
            servers([("lab", server)], dialect: dialect) + """
                        capabilities: [tools]
                tools:
                  servers:
                    test:
                      command: python3
                      args: [-B, \(Self.script), \(mode)]

                """ + environment + rules)
    }

    private static func plan(_ tool: String, _ arguments: String = "{}") -> String {
        #"calls=[{"name":"test__\#(tool)","arguments":\#(arguments)}]"#
    }

    private static let echo = plan("echo", #"{"text":"from the tool"}"#)

    @Test(
        "A call is made after a yes, and the answer is made from its result",
        arguments: [DialectName.openAIChat, .anthropic])
    func granted(dialect: DialectName) async throws {
        try await asUser { user in
            try await withFaultServer(Self.echo) { server in
                try configure(user, server, dialect)
                let running = try user.start("ask", "-m", "lab/lab-1", "--tools", "test", "go") { $0.useTerminal() }
                running.write("y\n")
                let result = await running.result()
                #expect(result.status == 0, "\(result.terminalText)")
                let shown = result.terminalText
                let question = #"Run test/echo {"text":"from the tool"}? [y]es, [n]o, [a]lways, [q]uit"#
                #expect(shown.contains(question), "\(shown)")
                #expect(shown.contains("The tools returned:") && shown.contains("13 bytes"), "\(shown)")
                #expect(server.requests.count == 2)
                #expect(server.requests[1].bodyText.contains("from the tool"))
                #expect(!TemporaryFolder.exists(user.home.path(".local/share/ai1/tools.json")))
            }
        }
    }

    @Test(
        "A denied call is told to the model, and the tool is not run", arguments: [DialectName.openAIChat, .anthropic])
    func denied(dialect: DialectName) async throws {
        try await asUser { user in
            try await withFaultServer(Self.echo) { server in
                try configure(user, server, dialect)
                let running = try user.start("ask", "-m", "lab/lab-1", "--tools", "test", "go") { $0.useTerminal() }
                running.write("n\n")
                let result = await running.result()
                #expect(result.status == 0 && result.terminalText.contains(": denied"), "\(result.terminalText)")
                let body = server.requests[1].bodyText
                #expect(body.contains("the user denied this call"))
                #expect(dialect == .openAIChat || body.contains(#""is_error":true"#), "\(body)")
            }
        }
    }

    @Test("Without a terminal nothing is asked: the call is denied, with what to do, and --json tells it")
    func nobody() async throws {
        try await asUser { user in
            try await withFaultServer(Self.echo) { server in
                try configure(user, server)
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--tools", "test", "--json", "go")
                #expect(result.status == 0, "\(result.told)")
                #expect(result.errorText.contains("ai1 dev tools allow test/echo"), "\(result.told)")
                let json = try result.json()
                let call = json["tool_calls"]?[0]
                #expect(call?["tool"] == "test/echo" && call?["name"] == "test__echo")
                #expect(call?["approved"] == false && call?["error"] == "the user denied this call")
                #expect(call?["arguments"] == #"{"text":"from the tool"}"#)
                #expect(json["attempts"]?.array?.count == 2)
                let never = try await user.ai1(
                    "ask", "-m", "lab/lab-1", "--tools", "test", "--tool-approve", "never", "--jsonl", "go")
                #expect(never.status == 0 && !never.errorText.contains("hint"), "\(never.told)")
                #expect(try never.jsonLines().contains { $0["type"] == "tool_call" && $0["approved"] == false })
            }
        }
    }

    @Test("An approved tool is called in scripts; each round is paid for, and their sum is told")
    func approved() async throws {
        try await asUser { user in
            try await withFaultServer(Self.echo) { server in
                try configure(user, server)
                let allowed = try await user.ai1("dev", "tools", "allow", "test/echo")
                #expect(allowed.status == 0 && allowed.errorText.contains("test/echo is approved"), "\(allowed.told)")
                #expect(user.home.mode(".local/share/ai1/tools.json") == 0o600)
                let result = try await user.ai1(
                    "ask", "-m", "lab/lab-1", "--tools", "test/echo", "--tool-approve", "never", "--json", "go")
                let json = try result.json()
                #expect(json["tool_calls"]?[0]?["approved"] == true && json["tool_calls"]?[0]?["error"]?.isNull == true)
                #expect(json["text"]?.string?.contains("from the tool") == true, "\(result.told)")
                let attempts = json["attempts"]?.array ?? []
                let parts = attempts.compactMap { $0["cost"]?["nano_usd"]?.number?.int64 }
                #expect(parts.count == 2 && json["cost"]?["nano_usd"]?.number?.int64 == parts.reduce(0, +))
                #expect(json["credits"]?["charged"]?["nano_usd"]?.number?.int64 == parts.reduce(0, +))
                let log = try await user.ai1("route", "log", "--json").json()
                #expect(log["rows"]?.array?.count == 2, "\(log.text)")
                let history = try await user.ai1("credits", "check", "--full")
                #expect(history.status == 0, "\(history.told)")
            }
        }
    }

    @Test("A tool that changed after it was approved is asked about again, and not called where nobody can be asked")
    func changed() async throws {
        try await asUser { user in
            try await withFaultServer(Self.echo) { server in
                try configure(user, server)
                #expect(try await user.ai1("dev", "tools", "allow", "test/echo").status == 0)
                try configure(user, server, mode: "changed")
                for words in [[], ["--tool-approve", "allow"]] {
                    let result = try await user.ai1(
                        ["ask", "-m", "lab/lab-1", "--tools", "test", "--json"] + words + ["go"])
                    let call = try result.json()["tool_calls"]?[0]
                    #expect(call?["approved"] == false, "\(result.told)")
                    #expect(result.errorText.contains("has changed since it was approved"), "\(result.told)")
                }
                let running = try user.start("ask", "-m", "lab/lab-1", "--tools", "test", "go") { $0.useTerminal() }
                running.write("always\n")
                let result = await running.result()
                #expect(result.terminalText.contains("test/echo has changed since it was approved."))
                let again = try await user.ai1("ask", "-m", "lab/lab-1", "--tools", "test", "--json", "go")
                #expect(try again.json()["tool_calls"]?[0]?["approved"] == true, "\(again.told)")
            }
        }
    }

    @Test("A result with instructions and escape sequences is shown harmless, and nothing it says is run")
    func evil() async throws {
        try await asUser { user in
            try await withFaultServer(Self.plan("evil")) { server in
                try configure(user, server)
                let result = try await user.ai1(
                    "ask", "-v", "-m", "lab/lab-1", "--tools", "test", "--tool-approve", "allow", "go"
                ) { $0.useTerminal() }
                #expect(result.status == 0 && result.terminalText.contains("now run rm -rf"), "\(result.terminalText)")
                #expect(!result.terminalText.contains("\u{1B}]0;") && !result.terminalText.contains("\u{202E}"))
                #expect(!result.terminalText.contains("\u{1B}[2J") && !result.terminalText.contains("\u{9B}"))
                #expect(server.requests.count == 2)
            }
        }
    }

    @Test("A call whose arguments hide characters shows them before the question")
    func hidden() async throws {
        try await asUser { user in
            try await withFaultServer(Self.plan("echo", #"{"text":"rm\u202e\u200bx"}"#)) { server in
                try configure(user, server)
                let running = try user.start("ask", "-m", "lab/lab-1", "--tools", "test", "go") { $0.useTerminal() }
                running.write("q\n")
                let result = await running.result()
                #expect(result.status == 103, "\(result.terminalText)")
                #expect(result.terminalText.contains(#"{"text":"rm\u202e\u200bx"}"#), "\(result.terminalText)")
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test(
        "A server that dies, hangs or floods in a call leaves an answer, and nothing running",
        arguments: ["die", "hang", "flood_line", "flood_notify", "garbage", "wrong_id"])
    func faults(tool: String) async throws {
        try await asUser { user in
            try await withFaultServer(Self.plan(tool)) { server in
                try configure(user, server, rules: "  timeout: 500ms\n")
                let result = try await user.ai1(
                    "ask", "-m", "lab/lab-1", "--tools", "test", "--tool-approve", "allow", "--json", "go")
                #expect(result.status == 0, "\(result.told)")
                let error = try result.json()["tool_calls"]?[0]?["error"]?.string ?? ""
                #expect(error.hasPrefix("tool server test: "), "\(result.told)")
                #expect(server.requests.count == 2)
            }
        }
    }

    @Test("However ai1 ends, it leaves no server behind", arguments: [2, 15, 9] as [Int32])
    func killed(number: Int32) async throws {
        try await asUser { user in
            try await withFaultServer("stall=0") { server in
                try configure(user, server, variables: ["MCP_PID": user.home.path("pid")])
                let running = try user.start("ask", "-m", "lab/lab-1", "--tools", "test", "go")
                #expect(try await server.waits { $0.open == 1 })
                let child = try #require(user.home.text("pid"))
                running.send(signal: number)
                let result = await running.result()
                #expect(result.shellStatus == 128 + number, "\(result.told)")
                // A process that nobody has reaped yet is none that runs.
                let gone = try await user.shell(
                    """
                    for look in $(seq 400); do
                      [ -e /proc/\(child)/status ] || exit 0
                      grep -q '^State:.Z' /proc/\(child)/status && exit 0
                      sleep 0.05
                    done
                    exit 1
                    """)
                #expect(gone.status == 0)
            }
        }
    }

    @Test("A project's file that nobody trusts starts no server")
    func project() async throws {
        try await asUser { user in
            let settings = "tools:\n  servers:\n    test:\n      command: [touch, \(user.home.path("run"))]\n"
            try user.home.write(".ai1.yaml", settings)
            let result = try await user.ai1("dev", "tools")
            #expect(result.errorText.contains("not applied"), "\(result.told)")
            #expect(result.errorText.contains("no tool server"), "\(result.told)")
            expectFailure(
                try await user.ai1("ask", "-q", "-m", "sandbox", "--tools", "test", "x"), 78,
                naming: ["no tool server"])
            #expect(!TemporaryFolder.exists(user.home.path("run")))
        }
    }

    @Test("The list tells how every tool stands; a name that is not there is an error that says what is")
    func list() async throws {
        try await asUser { user in
            try await withFaultServer("") { server in
                try configure(user, server, rules: "  policy:\n    test/echo: allow\n    test/die: deny\n")
                let listed = try await user.ai1("dev", "tools", "--json")
                let tools = try listed.json()["tools"]?.array ?? []
                let states = Dictionary(
                    uniqueKeysWithValues: tools.compactMap { tool in
                        tool["tool"]?.string.flatMap { name in tool["state"]?.string.map { (name, $0) } }
                    })
                #expect(states["echo"] == "unconfirmed" && states["die"] == "denied" && states["fail"] == "asks")
                #expect(try await user.ai1("dev", "tools").outputText.contains("test/echo"))
                expectFailure(try await user.ai1("dev", "tools", "allow", "test/none"), 78, naming: ["none"])
                expectFailure(try await user.ai1("dev", "tools", "allow", "test/die"), 78, naming: ["denies"])
                expectFailure(try await user.ai1("dev", "tools", "forget", "test/echo"), 66)
                expectFailure(
                    try await user.ai1("ask", "-m", "lab/lab-1", "--tools", "other", "x"), 78, naming: ["other"])
                expectFailure(
                    try await user.ai1("ask", "--tools", "test", "--once-per", "day", "x"), 64, naming: ["--once-per"])
            }
        }
    }

    @Test("A variable that a server wants and that is not set is an error that names it")
    func missingVariable() async throws {
        try await asUser { user in
            try await withFaultServer("") { server in
                try configure(user, server, variables: ["TOKEN": "${NOWHERE_SET}"])
                expectFailure(try await user.ai1("dev", "tools", "list", "test"), 78, naming: ["NOWHERE_SET"])
                let found = try await user.with(["NOWHERE_SET": "x"]).ai1("dev", "tools", "list", "test/echo")
                #expect(found.status == 0, "\(found.told)")
            }
        }
    }
}
