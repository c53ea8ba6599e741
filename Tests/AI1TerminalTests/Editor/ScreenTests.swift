import AI1TestSupport
import Testing

@Suite("The screen around the prompt")
struct ScreenTests {
    private static let prompt = FixtureScreen.prompt

    @Test("what is typed while rows stream stays whole, as do the rows", arguments: [(80, 24), (40, 12)])
    func streaming(columns: Int, rows: Int) async throws {
        let screen = try await FixtureScreen.start(columns: columns, rows: rows)
        try await screen.send("stream 120 60", "Enter")
        try await screen.wait { $0.contains("row 3 of 120") }
        let text = "typed while an answer comes, more than a narrow screen has columns"
        for character in text {
            try await screen.type(String(character))
        }
        try await screen.send("Enter")
        let all = try await screen.wait(scrollback: true) { $0.contains("streamed 120") && $0.last == Self.prompt }
        let expected = (1...40).map { "row \($0 * 3) of 120" }
        #expect(all.filter { $0.hasPrefix("row ") } == expected)
        #expect(all.filter { $0.hasPrefix("line: ") }.joined().hasPrefix("line: \(text.count) characters, 1 lines"))
        #expect(!all.contains { $0.hasPrefix("now ") || $0.hasPrefix("~") })
    }

    @Test("Ctrl-C clears the line and keeps it in no history")
    func interrupt() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("kept", "Enter")
        try await screen.wait(forRow: "line: kept")
        try await screen.send("not kept", "M-Enter", "at all")
        try await screen.wait { $0.last == "at all" }
        try await screen.send("C-c")
        try await screen.wait { $0.suffix(3) == ["\(Self.prompt) not kept", "at all^C", Self.prompt] }
        try await screen.send("Up")
        try await screen.wait { $0.last == "\(Self.prompt) kept" }
    }

    @Test("Ctrl-D ends only on an empty line, and leaves the terminal as it was")
    func endOfInput() async throws {
        let screen = try await FixtureScreen.startInShell()
        try await screen.send("x", "C-d")
        try await screen.wait { $0.last == "\(Self.prompt) x" }
        try await screen.send("BSpace", "C-d")
        try await screen.wait { $0.suffix(2) == ["bye", "shell$"] }
        try await screen.type("stty -g | cmp - before && echo same\n")
        try await screen.wait(forRow: "same")
    }

    @Test("Ctrl-Z gives the terminal back, and fg brings the line again")
    func stop() async throws {
        let screen = try await FixtureScreen.startInShell()
        try await screen.send("half typed")
        try await screen.wait { $0.last == "\(Self.prompt) half typed" }
        try await screen.send("C-z")
        try await screen.wait { $0.last == "shell$" && $0.contains { $0.contains("Stopped") } }
        try await screen.type("clear; stty -g | cmp - before && echo same; fg\n")
        try await screen.wait { $0.first == "same" && $0.last == "\(Self.prompt) half typed" }
        try await screen.send(" and on", "Enter")
        try await screen.wait(forRow: "line: half typed and on")
        try await screen.send("C-d")
        try await screen.wait { $0.last == "shell$" }
    }

    @Test("a terminal that is resized back and forth shows every row once and the prompt below")
    func resize() async throws {
        let screen = try await FixtureScreen.start()
        let text = "a text that is longer than forty columns and is still under edit"
        try await screen.send("live", "Enter")
        try await screen.wait { $0.suffix(3) == ["live one", "live two", Self.prompt] }
        try await screen.type(text)
        try await screen.wait { $0.last == "\(Self.prompt) \(text)" }
        let above = ["\(Self.prompt) live", "settled"]
        let live = ["live one", "live two"]
        try await screen.resize(columns: 40, rows: 24)
        let narrow = ["\(Self.prompt) a text that is longer than forty c", "olumns and is still under edit"]
        // tmux scrolls a row away for every row that wrapping adds, though there is room below.
        try await screen.wait(scrollback: true) { $0 == above + ["size: 40x24"] + live + narrow }
        try await screen.resize(columns: 80, rows: 10)
        let sizes = ["size: 40x24", "size: 80x10"]
        try await screen.wait(scrollback: true) { $0 == above + sizes + live + ["\(Self.prompt) \(text)"] }
        try await screen.send("Home", "x", "Enter")
        try await screen.wait { $0.contains { $0.hasPrefix("line: 65 characters, 1 lines, xa text") } }
    }

    @Test("after a resize while rows stream the prompt stands whole below the last row")
    func resizeWhileStreaming() async throws {
        let screen = try await FixtureScreen.start()
        let text = "a text that is longer than forty columns and is still under edit"
        try await screen.send("stream 120 40", "Enter")
        try await screen.wait { $0.contains("row 3 of 120") }
        try await screen.type(text)
        for columns in [40, 80, 30, 60, 80] {
            try await screen.resize(columns: columns, rows: 24)
            try await screen.wait { $0.contains("size: \(columns)x24") }
        }
        try await screen.wait { $0.suffix(2) == ["streamed 120", "\(Self.prompt) \(text)"] }
    }

    @Test("a child has the terminal as it was, and the prompt comes back after it")
    func child() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("child", "Enter")
        try await screen.wait { $0.last == "icanon echo" }
        try await screen.send("word", "Enter")
        try await screen.wait { $0.suffix(2) == ["child read word", Self.prompt] }
        try await screen.send("after", "Enter")
        try await screen.wait(forRow: "line: after")
    }

    @Test("40 columns: a prompt and a text of several rows are edited in their middle")
    func narrow() async throws {
        let screen = try await FixtureScreen.start(columns: 40)
        let text = String(repeating: "漢字 abc ", count: 10) + "end"
        try await screen.type(text)
        try await screen.wait { $0.last?.hasSuffix("end") == true }
        try await screen.send("Home", "DC", "DC", "DC")
        try await screen.type("> ")
        try await screen.wait { $0.first?.hasPrefix("\(Self.prompt) > abc") == true }
        try await screen.send("End", "BSpace", "BSpace", "BSpace")
        try await screen.send("C-u", "gone", "Enter")
        try await screen.wait { $0.contains("line: gone") && $0.last == Self.prompt }
    }

    @Test("a dumb terminal gets settled rows only, no sequence of its own, and lines pasted at once do not run")
    func dumb() async throws {
        let screen = try await FixtureScreen.start(["TERM": "dumb"])
        try await screen.send("stream 30 60", "Enter")
        let rows = try await screen.wait { $0.contains("streamed 30") && $0.last == Self.prompt }
        #expect(rows.filter { $0.hasPrefix("row ") }.count == 10)
        #expect(!rows.contains { $0.contains("now ") || $0.contains("[") })
        try await screen.paste("one\ntwo\nthree\n")
        try await screen.wait { $0.last == "\(Self.prompt) one^Jtwo^Jthree" }
        try await screen.send("Enter")
        try await screen.wait(forRow: "line: one|two|three")
    }
}
