internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `ai1 ask --queue`: what is kept, what is refused, and what `--wait` does.
@Suite struct QueueKeepingTests {
    @Test("A request is kept without a network, sent when there is one, and found in the history under the same id")
    func offline() async throws {
        try await asUser { user in
            try user.configure(closedServer)
            let kept = try await user.ai1(
                "ask", "--queue", "-m", "lab/lab-1", "--job", "brief", "-s", "be brief", "hello")
            #expect(kept.status == 0 && kept.errors.isEmpty, "\(kept.told)")
            let id = kept.outputText.trimmedLine
            #expect(RequestID(id) != nil, "\(kept.told)")
            let offline = try await user.ai1("ask", "--flush")
            expectFailure(offline, 75, naming: ["1 request was put off", "cannot connect"])
            let entry = try #require(try await user.queue().first)
            #expect(entry["state"]?.string == "pending" && entry["attempts"]?.number?.int64 == 0, "\(entry.text)")
            try await withFaultServer("text=sunny") { server in
                try user.configure(servers([("lab", server)]))
                let flushed = try await user.ai1("ask", "--flush", id)
                #expect(flushed.status == 0 && flushed.output.isEmpty && flushed.errors.isEmpty, "\(flushed.told)")
                #expect(server.statistics.requests == 1)
                let body = try #require(server.requests.last).bodyText
                #expect(body.contains("be brief") && body.contains("hello"), "\(body)")
            }
            #expect(try await user.queue().isEmpty)
            let shown = try await user.ai1("route", "log", "show", String(id.suffix(8)), "--json").json()
            #expect(shown["id"]?.string == id && shown["job"]?.string == "brief", "\(shown.text)")
            #expect(shown["answer"]?.string == "sunny", "\(shown.text)")
            let usage = try await user.ai1("credits", "history", "--json", "--all").outputText
            #expect(usage.contains("\"brief\""), "\(usage)")
        }
    }

    @Test("Everything that shapes the request is kept: input, attachment, schema, options, provider")
    func whole() async throws {
        try await asUser { user in
            try await withFaultServer(#"text={"name":"x"}"#) { server in
                try user.configure(servers([("lab", server)]))
                try user.home.write("notes.txt", "some notes")
                let kept = try await user.ai1(
                    [
                        "ask", "--queue", "-m", "lab/lab-1", "--provider", "lab", "--max-tokens", "77", "-t", "0.5",
                        "-a", "notes.txt",
                        "--schema", "name", "--json", "sum up",
                    ], input: .bytes(Array("piped words".utf8)))
                #expect(kept.status == 0, "\(kept.told)")
                let object = try kept.json()
                #expect(object["state"]?.string == "pending" && object["v"]?.number?.int64 == 1, "\(object.text)")
                #expect(server.statistics.requests == 0)
                // The ledger is not even opened: nothing is held.
                #expect(!user.files.contains { $0.contains("ledger.db") })
                #expect(try await user.ai1("ask", "--flush").status == 0)
                let body = try #require(server.requests.last).json()
                let text = body.text
                for word in ["sum up", "piped words", "some notes", "0.5", "77", "name"] {
                    #expect(text.contains(word), "\(word): \(text)")
                }
            }
        }
    }

    @Test(
        "What makes no sense for a kept request is a usage error, and nothing is kept",
        arguments: [
            ["--queue", "-c", "x"], ["--queue", "--chat", "n", "x"], ["--queue", "--compare", "gpt,claude", "x"],
            ["--queue", "--shell", "x"], ["--queue", "--tools", "t", "x"], ["--queue", "--image", "x"],
            ["--queue", "--dry-run", "x"], ["--queue", "--estimate", "x"],
            ["--queue", "-o", "f", "x"], ["--queue", "--jsonl", "x"], ["--queue", "-x", "x"],
            ["--queue", "--idempotency-key", "k", "x"], ["--queue", "--hedge", "x"], ["--queue", "--flush"],
            ["--wait", "x"], ["--not-before", "2h", "x"], ["--queue", "--expires", "yesterday", "x"],
            ["--queue", "--expires", "2020-01-01", "x"], ["--queue", "--not-before", "3h", "--expires", "2h", "x"],
            ["--queue", "--wait", "--not-before", "3h", "x"], ["--queue", "-m", "no-such-model", "x"],
            ["--flush", "--resend"], ["--flush", "-m", "sandbox"], ["--flush", "--cheapest"], ["--resend", "x"],
        ])
    func refused(_ arguments: [String]) async throws {
        try await asUser { user in
            expectFailure(try await user.ai1(["ask"] + arguments), 64)
            #expect(try await user.queue().isEmpty)
        }
    }

    @Test("With --wait the answer is printed as ask prints it, and the queue is empty")
    func wait() async throws {
        try await asUser { user in
            try await withFaultServer("words=40") { server in
                try user.configure(servers([("lab", server)]))
                let asked = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                let waited = try await user.ai1("ask", "--queue", "--wait", "-m", "lab/lab-1", "hello")
                #expect(waited.status == 0 && waited.errors.isEmpty, "\(waited.told)")
                #expect(waited.output == asked.output && server.statistics.requests == 2, "\(waited.told)")
                #expect(try await user.queue().isEmpty)
                let json = try await user.ai1("ask", "--queue", "--wait", "-m", "lab/lab-1", "--json", "hello").json()
                #expect(
                    json["text"]?.string == String(asked.outputText.dropLast()) && (json.credits("charged") ?? 0) > 0)
            }
        }
    }

    @Test("With --wait a request that cannot be sent stays, with exit code 75 and the way on")
    func waitOffline() async throws {
        try await asUser { user in
            try user.configure(closedServer)
            let result = try await user.ai1("ask", "--queue", "--wait", "-m", "lab/lab-1", "hello")
            expectFailure(result, 75, naming: ["cannot connect"])
            #expect(result.errorText.contains("ai1 ask --flush"), "\(result.told)")
            #expect(try await user.queue().map { $0["state"]?.string } == ["pending"])
            try await withFaultServer("503") { server in
                try user.configure(servers([("lab", server)]))
                let busy = try await user.ai1(
                    "ask", "--queue", "--wait", "--deadline", "1s", "-m", "lab/lab-1", "hello again")
                #expect(busy.status == 75 && server.statistics.requests >= 1, "\(busy.told)")
                #expect(try await user.queue().count == 2)
            }
        }
    }

    @Test("Sixty-four at once are all kept, and one flush sends each once")
    func manyAtOnce() async throws {
        try await asUser { user in
            try await withFaultServer("words=3") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.shell(
                    "seq 64 | xargs -P 64 -I{} \"$AI1\" ask --queue --no-stdin -m lab/lab-1 'number {} please' > ids; "
                        + "sort -u ids | wc -l")
                #expect(result.status == 0 && result.outputText.trimmedLine == "64", "\(result.told)")
                #expect(try await user.queue().count == 64)
                let flushed = try await user.ai1("ask", "--flush", "--json")
                #expect(try flushed.json()["sent"]?.number?.int64 == 64, "\(flushed.told)")
                #expect(server.statistics.requests == 64)
                let bodies = Set(server.requests.map(\.bodyText))
                #expect(bodies.count == 64)
                let books = try await user.ai1("credits", "history", "--json", "--limit", "100").json()
                #expect(
                    books["rows"]?.array?.compactMap { $0["kind"]?.string }.count { $0 == "ask" } == 64, "\(books.text)"
                )
            }
        }
    }

    @Test("On a full disk nothing is kept and it is said")
    func fullDisk() async throws {
        try await asUser { user in
            let result = try await user.shell(
                """
                mkdir disk
                unshare -m sh -c '
                  mount -t tmpfs -o size=64k tmpfs disk 2>/dev/null || exit 99
                  mkdir -p disk/.local/share/ai1/queue; chmod 700 disk/.local/share/ai1/queue
                  cat /dev/zero > disk/filler 2>/dev/null
                  export HOME=$PWD/disk
                  "$AI1" ask --queue -m sandbox hello; echo "queue $?"
                  ls disk/.local/share/ai1/queue | wc -l
                ' || echo "no mount $?"
                """)
            if result.outputText.contains("no mount") {
                // Only root may mount; without it there is no small disk to fill.
                return print("skipped: a small file system cannot be mounted here")
            }
            let lines = result.outputText.split(separator: "\n").map { String($0).trimmedLine }
            #expect(lines == ["queue 74", "0"], "\(result.told)")
            #expect(result.errorText.contains("no space left"), "\(result.told)")
        }
    }
}
