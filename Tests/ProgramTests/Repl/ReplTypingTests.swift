internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// What is typed at the REPL: one line, several, pasted, taken from an editor.
@Suite struct ReplTypingTests {
    @Test("The prompt names who answers and what is left, and an answer costs", arguments: [80, 40])
    func prompt(columns: Int) async throws {
        let text = "**bold** words" + String(repeating: " and so on", count: 500)
        try await withRepl("text=\"\(text)\"", columns: columns) { repl in
            let first = try await repl.screen.capture().last ?? ""
            #expect(first.contains("big-1") && first.contains("500.00 ¢"), "\(first)")
            let rows = try await repl.say("hello")
            #expect(rows.contains { $0.hasPrefix("bold words and so on") }, "\(rows)")
            #expect(rows.contains { $0.contains("big-1 · ") && $0.contains(" tok · ") }, "\(rows)")
            let left = rows.last ?? ""
            #expect(left.contains("499.") && left.contains(" ¢"), "\(left)")
        }
    }

    @Test("A pasted text of 200 lines with blank lines is one prompt that waits for Enter", arguments: [80, 40])
    func paste(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            let text = (1...200).map { $0 % 7 == 0 ? "" : "line \($0): äöü 日本" }.joined(separator: "\n")
            try await repl.screen.paste(text)
            try await repl.screen.wait { $0.last?.contains("200 lines") == true }
            #expect(repl.server.requests.isEmpty)
            try await repl.screen.send("Enter")
            try await repl.screen.wait { $0.contains("fine") }
            #expect(repl.server.requests.count == 1)
            #expect(try repl.prompt(try #require(repl.server.requests.first)) == text)
        }
    }

    @Test("Alt-Enter begins a new line, and three quotation marks a block", arguments: [80, 40])
    func lines(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.screen.type("one")
            try await repl.screen.send("M-Enter")
            try await repl.say("two")
            try await repl.screen.type("\"\"\"")
            try await repl.screen.send("Enter")
            try await repl.screen.type("alpha")
            try await repl.screen.send("Enter", "Enter")
            try await repl.say("omega\"\"\"")
            let prompts = try repl.server.requests.map(repl.prompt)
            #expect(prompts == ["one\ntwo", "alpha\n\nomega"])
        }
    }

    @Test("The editor gets the line, and what it leaves is the line", arguments: ["C-o", "/edit some words"])
    func editor(key: String) async throws {
        try await asUser { maker in
            try maker.home.write(
                "editor", "#!/bin/sh\nread -r line <\"$1\"\nprintf '%s\\nand more\\n' \"$line\" >\"$1\"\n", mode: 0o755)
            try await withRepl(environment: ["EDITOR": maker.home.path("editor")]) { repl in
                if key == "C-o" {
                    try await repl.screen.type("some words")
                    try await repl.screen.send("C-o")
                } else {
                    try await repl.enter(key)
                }
                try await repl.screen.wait { $0.last?.hasSuffix("and more") == true }
                #expect(repl.server.requests.isEmpty)
                try await repl.screen.send("Enter")
                try await repl.screen.wait { $0.contains("fine") }
                #expect(try repl.server.requests.map(repl.prompt) == ["some words\nand more"])
                #expect(!repl.user.files.contains { $0.contains("edit-") })
            }
        }
    }

    @Test(
        "An earlier line is found again, also by the next session, and nobody else can read the file",
        arguments: [80, 40])
    func history(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.say("where is the aardvark")
            try await repl.say("something else")
            try await repl.screen.send("C-r")
            try await repl.screen.type("aard")
            try await repl.screen.send("Enter")
            try await repl.screen.wait { _ in repl.server.requests.count == 3 }
            #expect(try repl.prompt(try #require(repl.server.requests.last)) == "where is the aardvark")
            try await repl.waitForPrompt()
            try await repl.screen.send("C-d")
            #expect(try await repl.screen.waitForExit() == 0)
            #expect(repl.user.home.mode(".local/state/ai1/repl_history") == 0o600)
            let next = try await TmuxScreen(
                [try Program.binary()], environment: ["HOME": repl.user.home.path], folder: repl.user.home.path)
            try await next.wait { $0.last?.hasSuffix("›") == true }
            try await next.send("Up", "Up")
            try await next.wait { $0.last?.hasSuffix("something else") == true }
        }
    }

    @Test("Tab completes commands, models and files", arguments: [80, 40])
    func completion(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try repl.user.home.write("a file.txt", "x")
            try repl.user.home.write("notes-may.txt", "x")
            try await repl.screen.type("/mod")
            try await repl.screen.send("Tab")
            try await repl.screen.wait { $0.last?.contains("/model") == true }
            try await repl.screen.send("C-u")
            try await repl.screen.type("/model mi")
            try await repl.screen.type("d/")
            try await repl.screen.send("Tab")
            try await repl.screen.wait { $0.last?.hasSuffix("/model mid/mid-1") == true }
            try await repl.screen.send("C-u")
            try await repl.screen.type("/attach notes")
            try await repl.screen.send("Tab")
            try await repl.screen.wait { $0.last?.hasSuffix("/attach notes-may.txt") == true }
        }
    }

    @Test("Wide characters, emoji and marks are deleted whole", arguments: [80, 40])
    func widths(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.screen.type("a日本e\u{301}x")
            try await repl.screen.send("BSpace", "BSpace", "BSpace")
            try await repl.say("z")
            #expect(try repl.server.requests.map(repl.prompt) == ["a日z"])
        }
    }

    @Test("A terminal that can do nothing is served too")
    func dumb() async throws {
        try await withRepl("text=\"**plain** enough\"", environment: ["TERM": "dumb"]) { repl in
            try await repl.enter("hello")
            try await repl.screen.wait { rows in
                rows.contains { $0.contains("plain enough") || $0.contains("**plain** enough") }
            }
            try await repl.waitForPrompt()
            try await repl.enter("/quit")
            #expect(try await repl.screen.waitForExit() == 0)
        }
    }
}
