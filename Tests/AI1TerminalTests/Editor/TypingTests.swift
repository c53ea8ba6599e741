import AI1TestSupport
import Testing

@Suite("Typing at the prompt")
struct TypingTests {
    private static let prompt = FixtureScreen.prompt

    @Test(
        "a paste of 200 lines with blank ones stands in the line as words and becomes one line of many, not before Enter"
    )
    func longPaste() async throws {
        let screen = try await FixtureScreen.start()
        let text = (1...200).map { $0 % 5 == 0 ? "" : "line \($0)" }.joined(separator: "\n") + "\nthe end"
        try await screen.type("see ")
        try await screen.paste(text)
        try await screen.wait(forRow: "\(Self.prompt) see [paste 1: 201 lines]")
        try await screen.send("Enter")
        let rows = try await screen.wait { $0.contains { $0.hasPrefix("line: ") } && $0.last == Self.prompt }
        #expect(
            rows.filter { $0.hasPrefix("line: ") } == [
                "line: \(text.count + 4) characters, 201 lines, see line 1 to the end"
            ])
    }

    @Test("a short paste keeps its lines and tabs, and no key in it is pressed")
    func shortPaste() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.paste("one\r\n\r\ntwo\tx\u{1B}[31mred\u{4}\u{12}")
        try await screen.wait { $0.count == 3 && $0[0] == "\(Self.prompt) one" && $0[2].hasSuffix("xred") }
        try await screen.send("Enter")
        try await screen.wait { $0.contains { $0.hasPrefix("line: one||two") } && $0.last == Self.prompt }
    }

    @Test("a long paste from the history comes back in full")
    func recalled() async throws {
        let folder = try TemporaryFolder()
        let history = ["FIXTURE_HISTORY": folder.path("history")]
        let text = (1...40).map { "line \($0)" }.joined(separator: "\n")
        do {
            let screen = try await FixtureScreen.start(history)
            try await screen.paste(text)
            try await screen.wait { $0.last?.hasSuffix("[paste 1: 40 lines]") == true }
            try await screen.send("Enter")
            try await screen.wait { $0.contains { $0.hasPrefix("line: ") } }
        }
        #expect(folder.mode("history") == 0o600)
        let screen = try await FixtureScreen.start(history)
        try await screen.send("Up")
        try await screen.wait { $0.last == "\(Self.prompt) [text 1: 40 lines]" }
        try await screen.send("Enter")
        try await screen.wait { $0.contains("line: \(text.count) characters, 40 lines, line 1 to line 40") }
    }

    @Test("Alt-Enter adds a line", arguments: ["M-Enter", "M-C-j"])
    func altEnter(key: String) async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("one", key, "two")
        try await screen.wait { $0 == ["\(Self.prompt) one", "two"] }
        try await screen.send("Enter")
        try await screen.wait(forRow: "line: one|two")
    }

    @Test("three quotation marks begin a text that Enter does not send until there are three more")
    func quotedBlock() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("\"\"\"one", "Enter", "Enter", "two", "Enter", "\"\"\"")
        try await screen.wait { $0.count == 4 && $0.last == "\"\"\"" }
        try await screen.send("Enter")
        try await screen.wait(forRow: "line: one||two")
    }

    @Test("wide characters, emoji and combining marks are erased one by one, and the cursor stands where they end")
    func widths() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.type("漢字e\u{301}ü🙂x")
        try await screen.wait { $0.last?.hasSuffix("x") == true }
        #expect(try await screen.cursor().column == 6 + 2 + 2 + 1 + 1 + 2 + 1)
        try await screen.send("BSpace", "BSpace", "BSpace")
        try await screen.wait {
            $0.last?.unicodeScalars.elementsEqual("\(Self.prompt) 漢字e\u{301}".unicodeScalars) == true
        }
        #expect(try await screen.cursor().column == 11)
        try await screen.send("Home", "DC", "End", "BSpace", "z", "Enter")
        try await screen.wait(forRow: "line: 字z")
    }

    @Test("in the locale C input is UTF-8 too")
    func localeC() async throws {
        let screen = try await FixtureScreen.start(["LANG": "C", "LC_ALL": "C"])
        try await screen.type("漢ü")
        try await screen.wait { $0.last == "\(Self.prompt) 漢ü" }
        try await screen.send("BSpace", "x", "Enter")
        try await screen.wait(forRow: "line: 漢x")
        try await screen.type("é漢")
        try await screen.send("BSpace", "y", "Enter")
        try await screen.wait(forRow: "line: éy")
    }

    @Test("Ctrl-R finds a line of several rows")
    func search() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("first thing", "M-Enter", "more", "Enter")
        try await screen.wait(forRow: "line: first thing|more")
        try await screen.send("second", "Enter")
        try await screen.wait(forRow: "line: second")
        try await screen.send("C-r", "thi")
        try await screen.wait { $0.contains { $0.contains("`thi': first thing") } }
        try await screen.send("Enter")
        try await screen.wait { $0.filter { $0 == "line: first thing|more" }.count == 2 && $0.last == Self.prompt }
    }

    @Test("Tab completes, and shows what is possible above the prompt")
    func completion() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("/m", "Tab")
        try await screen.wait { $0 == ["/mode   /model", "\(Self.prompt) /mode"] }
        try await screen.send("l", "Tab", "gr", "Tab", "s", "Tab")
        try await screen.wait { $0.last == "\(Self.prompt) /model größe src/" }
        try await screen.send("x", "Enter")
        try await screen.wait(forRow: "line: /model größe src/x")
    }

    @Test("Ctrl-O hands the line to an editor, which brings another back")
    func editor() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("text", "C-o")
        try await screen.wait { $0 == ["editor: text", "\(Self.prompt) edited text"] }
    }

    @Test("a question puts the line aside, and Ctrl-C answers it with nothing")
    func question() async throws {
        let screen = try await FixtureScreen.start()
        try await screen.send("ask", "Enter")
        try await screen.wait { $0.last == "Sure?" }
        try await screen.send("yes", "Enter")
        try await screen.wait(forRow: "answer: yes")
        try await screen.send("ask", "Enter")
        try await screen.wait { $0.last == "Sure?" }
        try await screen.send("C-c")
        try await screen.wait { $0.contains("answer: none") && $0.last == Self.prompt }
        try await screen.send("later 2", "Enter", "half ty")
        try await screen.wait { $0.last == "Sure?" }
        try await screen.send("no", "Enter")
        try await screen.wait { $0.contains("answer: no") && $0.last == "\(Self.prompt) half ty" }
        try await screen.send("ped", "Enter")
        try await screen.wait(forRow: "line: half typed")
    }

    @Test("the user's inputrc counts: vi's keys, conditions on the name, and bindings of our keys")
    func inputrc() async throws {
        let folder = try TemporaryFolder()
        let settings = """
            set editing-mode vi
            $if ai1
            "\\C-o": "from the inputrc"
            $endif

            """
        try folder.write("inputrc", settings)
        let screen = try await FixtureScreen.start(["INPUTRC": folder.path("inputrc")])
        try await screen.send("C-o")
        try await screen.wait { $0.last == "\(Self.prompt) from the inputrc" }
        try await screen.send("Escape")
        // Escape counts alone only when nothing follows it at once.
        try await Task.sleep(for: .milliseconds(200))
        try await screen.send("d", "d", "i", "typed")
        try await screen.wait { $0.last == "\(Self.prompt) typed" }
        try await screen.send("M-Enter", "two", "Enter")
        try await screen.wait(forRow: "line: typed|two")
    }
}
