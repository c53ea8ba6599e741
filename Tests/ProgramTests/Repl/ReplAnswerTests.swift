internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Answers while they come: stopped, typed beside, resized.
@Suite struct ReplAnswerTests {
    /// An answer that takes a while: a word every now and then.
    private static let slow = "text=\"\((1...200).map { "word\($0)" }.joined(separator: " "))\",pace=40"

    @Test("Ctrl-C returns to the prompt with the part kept and paid, and no hold open", arguments: [80, 40])
    func stopped(columns: Int) async throws {
        try await withRepl(Self.slow, columns: columns) { repl in
            try await repl.enter("count")
            try await repl.screen.wait { rows in rows.contains { $0.contains("word9") } }
            try await repl.screen.send("C-c")
            try await repl.screen.wait { rows in rows.contains { $0.hasPrefix("stopped; the part that came") } }
            try await repl.waitForPrompt()
            let books = try await repl.user.ai1("credits", "--json").json()
            #expect(books["held"]?["nano_usd"]?.number?.int64 ?? 0 == 0, "\(books)")
            let folder = try await repl.user.shell("ls .local/share/ai1/inflight | wc -l")
            #expect(folder.outputText.trimmingPrefix { $0 == " " }.hasPrefix("0"), "\(folder.outputText)")
            let history = try await repl.user.ai1("credits", "history", "--json").json()
            let charge = history["rows"]?.array?.first?["amount"]?["nano_usd"]?.number?.int64 ?? 0
            #expect(charge > 0, "\(history.text)")
            let export = try await repl.user.ai1("route", "log", "export").outputText
            #expect(export.contains("word9") && export.contains("cut off"), "\(export)")
            // What came is part of the conversation.
            try await repl.enter("go on")
            try await repl.screen.wait { _ in repl.server.requests.count == 2 }
            let second = try #require(repl.server.requests.last)
            #expect(try repl.roles(second) == ["user", "assistant", "user"])
        }
    }

    @Test("Ctrl-C twice leaves, also in the middle of an answer, and the terminal is as before")
    func left() async throws {
        try await withRepl(Self.slow) { repl in
            try await repl.enter("count")
            try await repl.screen.wait { rows in rows.contains { $0.contains("word9") } }
            try await repl.screen.send("C-c")
            try await repl.screen.send("C-c")
            #expect(try await repl.screen.waitForExit() == 130)
            let check = try await repl.user.ai1("credits", "check", "--full")
            #expect(check.status == 0, "\(check.told)")
            let books = try await repl.user.ai1("credits", "--json").json()
            #expect(books["held"]?["nano_usd"]?.number?.int64 ?? 0 == 0, "\(books)")
        }
    }

    @Test("At the prompt Ctrl-C clears the line, and Ctrl-D leaves", arguments: [80, 40])
    func cleared(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.screen.type("never sent")
            try await repl.screen.send("C-c")
            try await repl.waitForPrompt()
            try await repl.say("sent")
            #expect(try repl.server.requests.map(repl.prompt) == ["sent"])
            try await repl.screen.send("C-d")
            #expect(try await repl.screen.waitForExit() == 0)
        }
    }

    @Test("What is typed while an answer comes is the next line, and disturbs nothing", arguments: [80, 40])
    func typedAhead(columns: Int) async throws {
        try await withRepl(Self.slow, columns: columns, rows: 40) { repl in
            try await repl.enter("count")
            try await repl.screen.wait { rows in rows.contains { $0.contains("word9") } }
            try await repl.screen.type("and 日本 next")
            try await repl.screen.wait { $0.last?.hasSuffix("and 日本 next") == true }
            try await repl.screen.wait { rows in rows.contains { $0.contains("word200") } }
            let rows = try await repl.screen.wait(scrollback: true) { $0.last?.hasSuffix("› and 日本 next") == true }
            let words = rows.joined(separator: " ").split(separator: " ").filter { $0.hasPrefix("word") }
            #expect(words.map(String.init) == (1...200).map { "word\($0)" })
            try await repl.screen.send("Enter")
            try await repl.screen.wait { _ in repl.server.requests.count == 2 }
            #expect(try repl.prompt(try #require(repl.server.requests.last)) == "and 日本 next")
        }
    }

    @Test("A line that is entered while an answer comes waits for its turn")
    func waits() async throws {
        try await withRepl("text=\"\((1...60).map { "word\($0)" }.joined(separator: " "))\",pace=30") { repl in
            try await repl.enter("first")
            try await repl.screen.wait { rows in rows.contains { $0.contains("word9") } }
            try await repl.enter("second")
            try await repl.screen.wait { _ in repl.server.requests.count == 2 }
            try await repl.waitForPrompt()
            #expect(try repl.server.requests.map(repl.prompt) == ["first", "second"])
            #expect(try repl.roles(try #require(repl.server.requests.last)) == ["user", "assistant", "user"])
        }
    }

    @Test("The window may change its size in the middle of an answer")
    func resized() async throws {
        try await withRepl(Self.slow, rows: 40) { repl in
            try await repl.enter("count")
            try await repl.screen.wait { rows in rows.contains { $0.contains("word30") } }
            try await repl.screen.resize(columns: 40, rows: 40)
            try await repl.screen.wait { rows in rows.contains { $0.contains("word90") } }
            try await repl.screen.resize(columns: 80, rows: 40)
            try await repl.screen.wait { rows in rows.contains { $0.contains("word200") } }
            try await repl.waitForPrompt()
            let rows = try await repl.screen.capture(scrollback: true)
            // What a narrower window has pushed out of the screen stays in the scrollback; the answer itself is whole.
            let words = rows.joined(separator: " ").split(separator: " ").filter { $0.hasPrefix("word") }
            let start = try #require(words.lastIndex(of: "word1"))
            #expect(words[start...].map(String.init) == (1...200).map { "word\($0)" })
            try await repl.say("after that")
        }
    }

    @Test("A failure is told, and the session goes on")
    func failed() async throws {
        try await withRepl("500,times=8") { repl in
            let rows = try await repl.say("hello")
            #expect(rows.contains { $0.hasPrefix("ai1: ") }, "\(rows)")
            #expect(rows.contains { $0.hasPrefix("hint: ") } || rows.count > 1, "\(rows)")
        }
    }

    @Test("Nothing of an answer reaches the terminal as a control sequence")
    func hostile() async throws {
        let text = "\\u001b[2J\\u001b]0;title\\u0007\\u009b31mred\\u202egnp.exe\\r\\u0008end"
        try await withRepl("text=\"\(text)\"") { repl in
            let rows = try await repl.say("show")
            #expect(rows.contains { $0.contains("redgnp.exe") && $0.contains("end") }, "\(rows)")
            #expect(rows.contains { $0.contains("big-1 · ") })
        }
    }
}
