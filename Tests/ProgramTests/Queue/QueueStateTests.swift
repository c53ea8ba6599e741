internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What becomes of kept requests that are not simply answered, and how they are listed and removed.
@Suite struct QueueStateTests {
    @Test("A request is not sent before its time, nor from the end of its time on")
    func times() async throws {
        try await asUser { user in
            try await withFaultServer("words=4") { server in
                try user.configure(servers([("lab", server)]))
                let later = try await user.keep("later", "--not-before", "2h")
                try await user.keep("brief", "--expires", "1ms")
                let result = try await user.ai1("ask", "--flush")
                expectFailure(result, 69, naming: ["its time had passed"])
                #expect(server.statistics.requests == 0)
                #expect(try await user.queue().map { $0["state"]?.string } == ["pending", "failed"])
                #expect(try await user.ai1("ask", "--flush", later).status == 0)
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test("Where no history is kept the queue keeps the answer until it was shown")
    func withoutHistory() async throws {
        try await asUser { user in
            try await withFaultServer("words=40") { server in
                for mode in ["\"off\"", "metadata"] {
                    try user.configure("history:\n  mode: \(mode)\n" + servers([("lab", server)]))
                    let id = try await user.keep("hello")
                    #expect(try await user.ai1("ask", "--flush").status == 0)
                    #expect(try await user.queue().map { $0["state"]?.string } == ["done"])
                    let shown = try await user.ai1("route", "log", "show", id)
                    #expect(shown.status == 0 && shown.outputText.contains("\nanswer\n"), "\(shown.told)")
                    #expect(shown.outputText.contains("lab/lab-1"), "\(shown.told)")
                    #expect(try await user.queue().isEmpty)
                    let text = try #require(server.requests.last).bodyText
                    #expect(text.contains("hello"))
                    #expect(!user.files.contains { $0.contains("queue/") }, "\(user.files)")
                }
                #expect(server.statistics.requests == 2)
            }
        }
    }

    @Test("An answer that does not match its schema has failed, can be read, and --resend asks for another")
    func mismatch() async throws {
        try await asUser { user in
            try await withFaultServer("text=nothing") { server in
                try user.configure(servers([("lab", server)]))
                let id = try await user.keep("hello", "--schema", "name, age int")
                expectFailure(try await user.ai1("ask", "--flush"), 65, naming: [String(id.suffix(8)), "JSON"])
                #expect(try await user.queue().map { $0["state"]?.string } == ["failed"])
                let shown = try await user.ai1("route", "log", "show", id, "--json").json()
                #expect(shown["answer"]?.string == "nothing", "\(shown.text)")
                #expect(try await Books.read(user).kinds == ["ask"])
                #expect(try await user.ai1("ask", "--flush").status == 0)
                #expect(server.statistics.requests == 1)
                expectFailure(try await user.ai1("ask", "--flush", "--resend", id), 65, naming: ["JSON"])
                #expect(server.statistics.requests == 2)
            }
        }
    }

    @Test("What a budget refuses waits, does not count as a try, and is sent when there is money")
    func budget() async throws {
        try await asUser { user in
            try await withFaultServer("words=4") { server in
                try user.configure(servers([("lab", server)]))
                #expect(try await user.ai1("credits", "budget", "set", "0.01", "--per", "day").status == 0)
                let id = try await user.keep("hello")
                expectFailure(try await user.ai1("ask", "--flush"), 75, naming: ["put off", "a day"])
                let entry = try #require(try await user.queue().first)
                #expect(entry["state"]?.string == "pending" && entry["attempts"]?.number?.int64 == 0, "\(entry.text)")
                #expect(server.statistics.requests == 0)
                #expect(try await user.ai1("credits", "budget", "remove", "--per", "day").status == 0)
                #expect(try await user.ai1("ask", "--flush", id).status == 0)
                #expect(server.statistics.requests == 1)
                // The request's own limit will not change.
                try await user.keep("hello", "--max-cost", "0.0001", "--max-tokens", "1000")
                expectFailure(try await user.ai1("ask", "--flush"), 102, naming: ["failed"])
            }
        }
    }

    @Test("A file that cannot be read is told and keeps no other from being sent")
    func torn() async throws {
        try await asUser { user in
            try await withFaultServer("words=4") { server in
                try user.configure(servers([("lab", server)]))
                let torn = try await user.keep("torn")
                try await user.keep("whole")
                let file = ".local/share/ai1/queue/\(torn).json"
                let text = try #require(user.home.text(file))
                try user.home.write(file, String(text.prefix(text.count / 2)))
                let result = try await user.ai1("ask", "--flush")
                expectFailure(result, 65, naming: ["is damaged", torn])
                #expect(server.statistics.requests == 1)
                let listed = try await user.ai1("route", "log", "queue")
                #expect(listed.status == 0 && listed.errorText.contains("is damaged"), "\(listed.told)")
                #expect(try await user.ai1("route", "log", "queue", "--remove", torn).status == 0)
                let after = try await user.ai1("ask", "--flush")
                #expect(after.status == 0 && after.errors.isEmpty, "\(after.told)")
            }
        }
    }

    @Test("The listing shows what waits, without escape sequences of the prompt's, and what is removed is not sent")
    func listing() async throws {
        try await asUser { user in
            try await withFaultServer("words=4") { server in
                try user.configure(servers([("lab", server)]))
                #expect(try await user.ai1("route", "log", "queue").errorText.contains("nothing is kept"))
                let first = try await user.keep("one \u{1B}[31mred")
                let second = try await user.keep("two", "--not-before", "2031-02-03 04:05")
                let table = try await user.ai1("route", "log", "queue")
                #expect(
                    table.outputText.contains("2031-02-03 04:05") && table.outputText.contains("due"), "\(table.told)")
                #expect(table.outputText.contains("one red") && !table.output.contains(0x1B), "\(table.told)")
                #expect(try await user.queue().compactMap { $0["id"]?.string } == [first, second])
                #expect(try await user.ai1("route", "log", "queue", "--remove", String(first.suffix(8))).status == 0)
                expectFailure(
                    try await user.ai1("route", "log", "queue", "--remove", first), 66, naming: ["no request"])
                #expect(try await user.ai1("ask", "--flush").status == 0)
                #expect(server.statistics.requests == 0)
                #expect(try await user.queue().count == 1)
            }
        }
    }

    @Test("A request that waits for a key is not lost")
    func withoutKey() async throws {
        try await asUser { user in
            #expect(try await user.ai1("ask", "--queue", "-m", "openai/gpt-5.4-mini", "hello").status == 0)
            expectFailure(try await user.ai1("ask", "--flush"), 75, naming: ["no key for openai"])
            try await withFaultServer("words=4") { server in
                let rich = user.with([
                    "OPENAI_API_KEY": "sk-0123456789", "OPENAI_BASE_URL": server.baseURL(.openAIChat),
                ])
                let id = try #require(try await user.queue().first?["id"]?.string)
                let result = try await rich.ai1("ask", "--flush", id)
                #expect(result.status == 0 && server.statistics.requests == 1, "\(result.told)")
            }
        }
    }

    @Test("On a full disk a flush sends nothing and says why; with room again it sends")
    func fullDisk() async throws {
        try await asUser { user in
            try await withFaultServer("words=4") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.shell(
                    """
                    mkdir disk
                    unshare -m sh -c '
                      mount -t tmpfs -o size=2m tmpfs disk 2>/dev/null || exit 99
                      mkdir -p disk/.config/ai1 && cp .config/ai1/config.yaml disk/.config/ai1/
                      export HOME=$PWD/disk
                      "$AI1" credits >/dev/null
                      "$AI1" ask --queue -q -m lab/lab-1 hello >/dev/null; echo "queue $?"
                      cat /dev/zero > disk/filler 2>/dev/null
                      "$AI1" ask --flush; echo "full $?"
                      "$AI1" route log queue --json | grep -c pending
                      rm disk/filler
                      "$AI1" ask --flush; echo "again $?"
                    ' || echo "no mount $?"
                    """)
                if result.outputText.contains("no mount") {
                    // Only root may mount; without it there is no small disk to fill.
                    return print("skipped: a small file system cannot be mounted here")
                }
                let lines = result.outputText.split(separator: "\n").map { String($0).trimmedLine }
                #expect(lines == ["queue 0", "full 74", "1", "again 0"], "\(result.told)")
                #expect(result.errorText.contains("no space left"), "\(result.told)")
                #expect(server.statistics.requests == 1)
            }
        }
    }
}
