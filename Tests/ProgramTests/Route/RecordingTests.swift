internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// What an ask leaves behind.
@Suite struct RecordingTests {
    @Test("Sixty-four asks at once are all recorded, can be found, and add up")
    func parallel() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let asked = try await user.shell(
                    #"seq 64 | xargs -P 64 -I{} sh -c '"$AI1" ask -m lab/lab-1 "number {} wombat{}" >/dev/null || echo {}'"#
                )
                #expect(asked.status == 0 && asked.outputText.isEmpty, "\(asked.told)")
                let log = try await user.ai1("route", "log", "--limit", "100", "--json").json()
                #expect(log["rows"]?.array?.count == 64)
                for number in [1, 33, 64] {
                    let found = try await user.ai1("route", "log", "--search", "wombat\(number)", "--json").json()
                    #expect(found["rows"]?.array?.count == 1)
                }
                let stats = try await user.ai1("route", "stats", "--json").json()
                let rows = (stats["rows"]?.array ?? []).filter { $0["target"]?.string == "lab/lab-1" }
                #expect(rows.compactMap { $0["attempts"]?.number?.int64 }.reduce(0, +) == 64, "\(stats.text)")
            }
        }
    }

    @Test("Why and what became of it are in the log, and in the JSON when they are asked for")
    func explained() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let asked = try await user.ai1("ask", "--why", "--json", "tell me of a town")
                let answer = try asked.json()
                #expect(answer["decision"]?["ranked"]?[0]?["target"]?.string == "lab/lab-1", "\(answer.text)")
                #expect(asked.errorText.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(asked.errorText)")
                let shown = try await user.ai1("route", "log", "show", "--json").json()
                #expect(shown["decision"]?["ranked"]?[0]?["target"]?.string == "lab/lab-1", "\(shown.text)")
                let attempt = shown["attempts"]?[0]
                let predicted = answer["decision"]?["ranked"]?[0]
                #expect(attempt?["predicted"]?["total_ms"] == predicted?["total_ms"], "\(shown.text)")
                #expect(attempt?["predicted"]?["cost"] == predicted?["cost"] && predicted?["cost"] != nil)
                #expect(attempt?["total_ms"]?.number != nil && attempt?["cost"]?["nano_usd"]?.number != nil)
            }
        }
    }

    @Test("A failure, a cut answer and a schema that does not fit are recorded as what they are")
    func endings() async throws {
        try await asUser { user in
            try await withFaultServer("500") { broken in
                try await withFaultServer("events=50,cut=3000") { cut in
                    try user.configure(servers([("broken", broken), ("cut", cut)]))
                    _ = try await user.ai1("ask", "-m", "broken/broken-1", "--deadline", "1s", "one")
                    _ = try await user.ai1("ask", "-m", "cut/cut-1", "two")
                    let log = try await user.ai1("route", "log", "--json").json()
                    let states = log["rows"]?.array?.compactMap { $0["state"]?.string }
                    #expect(states == ["cut", "failed"], "\(log.text)")
                }
            }
        }
    }

    /// The signals of the newest request, by their source.
    private func signals(_ user: User) async throws -> [String] {
        let shown = try await user.ai1("route", "log", "show", "--json").json()
        return shown["signals"]?.array?.compactMap { $0["source"]?.string } ?? []
    }

    @Test("An answer that does not fit its schema speaks against its model; a full disk does not")
    func schema() async throws {
        try await asUser { user in
            try await withFaultServer(#"text={"age":1}"#) { server in
                try user.configure(servers([("lab", server)]))
                let ask = ["ask", "-m", "lab/lab-1", "invent a person"]
                #expect(try await user.ai1(ask + ["--schema", "age int"]).status == 0)
                #expect(try await signals(user) == ["match"])
                #expect(try await user.ai1(ask + ["--schema", "name"]).status == 65)
                #expect(try await signals(user) == ["mismatch"])
                let full = try await user.shell(#""$AI1" ask -m lab/lab-1 --schema 'age int' person >/dev/full"#)
                #expect(full.status == 74, "\(full.told)")
                #expect(try await signals(user).filter { $0 == "mismatch" }.isEmpty)
            }
        }
    }

    @Test("A history that cannot be written to costs no answer")
    func broken() async throws {
        try await asUser { user in
            try user.home.write(".local/share/ai1/history.db", "this is no database")
            let result = try await user.ai1("ask", "-m", "sandbox", "hello")
            #expect(result.status == 0 && result.errorText.isEmpty, "\(result.told)")
            let told = try await user.ai1("ask", "-m", "sandbox", "--verbose", "hello")
            #expect(told.errorText.contains("not recorded"), "\(told.told)")
        }
    }

    @Test("A cassette gives the same answer again without a server")
    func cassette() async throws {
        try await asUser { user in
            let tape = user.home.path + "/tape"
            let first = try await user.ai1("ask", "-m", "sandbox", "--record", tape, "hello")
            let again = try await user.with(["AI1_HISTORY": "off"]).ai1(
                "ask", "-m", "sandbox", "--replay", tape, "hello")
            #expect(first.status == 0 && again.status == 0, "\(again.told)")
            #expect(first.output == again.output)
            let other = try await user.ai1("ask", "-m", "sandbox", "--replay", tape, "something else")
            #expect(other.status != 0 && other.outputText.isEmpty, "\(other.told)")
        }
    }

    @Test("Compared answers come in the order asked for, each paid and recorded")
    func compare() async throws {
        try await asUser { user in
            try await withFaultServer("delay=300") { late in
                try await withFaultServer { quick in
                    try user.configure(servers([("late", late), ("quick", quick)]))
                    let result = try await user.ai1("ask", "--compare", "late/late-1,quick/quick-1", "--json", "hello")
                    let answers = try result.json()["answers"]
                    #expect(answers?.array?.compactMap { $0["target"]?.string } == ["late/late-1", "quick/quick-1"])
                    let text = try await user.ai1("ask", "--compare", "late/late-1,quick/quick-1", "hello").outputText
                    #expect(text.hasPrefix("1 late/late-1 · ") && text.contains("\n2 quick/quick-1 · "), "\(text)")
                    let log = try await user.ai1("route", "log", "--json").json()
                    #expect(log["rows"]?.array?.count == 4)
                    #expect(try await Books.read(user).kinds.count == 4)
                }
            }
        }
    }

    @Test("One of the compared models that fails is told, and the program says so in its end")
    func compareFails() async throws {
        try await asUser { user in
            try await withFaultServer("500") { broken in
                try await withFaultServer { quick in
                    try user.configure(servers([("broken", broken), ("quick", quick)]))
                    let result = try await user.ai1(
                        "ask", "--compare", "broken/broken-1,quick/quick-1", "--deadline", "2s", "hello")
                    #expect(result.status == 69 || result.status == 75, "\(result.told)")
                    #expect(result.outputText.contains("2 quick/quick-1 · "), "\(result.told)")
                    #expect(result.errorText.contains("broken/broken-1"), "\(result.told)")
                }
            }
        }
    }
}
