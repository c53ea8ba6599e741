internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// The REPL's commands, each as a person uses it.
@Suite struct ReplCommandTests {
    private static func model(_ request: RecordedRequest) throws -> String? { try request.json()["model"]?.string }

    @Test("The model is switched in the middle, and everything goes with it", arguments: [80, 40])
    func model(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.say("first")
            try await repl.say("/model mid-1")
            #expect(try await repl.screen.capture().last?.contains("mid-1") == true)
            try await repl.say("second")
            #expect(try repl.server.requests.map(Self.model) == ["big-1", "mid-1"])
            #expect(try repl.roles(repl.request(1)) == ["user", "assistant", "user"])
            let wrong = try await repl.say("/model nobody-at-all")
            #expect(wrong.contains { $0.contains("no model is called") }, "\(wrong)")
            try await repl.say("/model auto")
        }
    }

    @Test("Undo takes a turn back, retry asks again, fork leaves the old chat alone", arguments: [80, 40])
    func turns(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.say("/save plans")
            try await repl.say("first")
            try await repl.say("second")
            try await repl.say("/undo")
            try await repl.say("/retry mid-1")
            #expect(try repl.prompt(try #require(repl.server.requests.last)) == "first")
            #expect(try Self.model(try #require(repl.server.requests.last)) == "mid-1")
            try await repl.say("/fork other-plans")
            try await repl.say("third")
            let list = try await repl.user.ai1("route", "log", "chats", "--json").json()
            let chats = try #require(list["chats"]?.array)
            #expect(
                chats.map { "\($0["name"]?.string ?? "-") \($0["turns"]?.number?.text ?? "")" } == [
                    "other-plans 2", "plans 1",
                ])
            try await repl.say("/load plans")
            try await repl.say("fourth")
            #expect(try repl.roles(try #require(repl.server.requests.last)) == ["user", "assistant", "user"])
        }
    }

    @Test("A system prompt and a role go with the chat", arguments: [80, 40])
    func roles(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try await repl.say("/system Speak like a pirate.")
            try await repl.say("hello")
            #expect("\(try repl.request(0).json())".contains("Speak like a pirate."))
            try await repl.say("/role translate language=French")
            try await repl.say("good morning")
            #expect(try repl.request(1).bodyText.contains("French"))
            try await repl.say("/role off")
            let roles = try await repl.say("/role")
            #expect(roles.contains { $0.contains("commit") }, "\(roles)")
        }
    }

    @Test("A file goes with the next prompt and not with the one after it", arguments: [80, 40])
    func attach(columns: Int) async throws {
        try await withRepl(columns: columns) { repl in
            try repl.user.home.write("notes.txt", "the moon is full")
            try await repl.say("/attach notes.txt")
            #expect(try await repl.screen.capture().last?.contains("+1") == true)
            try await repl.say("what about it")
            #expect(try repl.request(0).bodyText.contains("the moon is full"))
            let missing = try await repl.say("/attach nowhere.txt")
            #expect(missing.contains { $0.contains("cannot read") || $0.contains("nowhere.txt") }, "\(missing)")
        }
    }

    @Test("Two models are compared, and the chat goes on with the one that is chosen", arguments: [80, 40])
    func compare(columns: Int) async throws {
        try await withRepl(
            columns: columns, rows: 40, plans: ["big-1": "text=\"from big\"", "mid-1": "text=\"from mid\""]
        ) { repl in
            try await repl.enter("/compare big-1,mid-1 which one")
            try await repl.screen.wait { rows in rows.contains { $0.hasPrefix("Go on with which answer?") } }
            let rows = try await repl.screen.capture()
            #expect(rows.contains { $0.contains("from big") } && rows.contains { $0.contains("from mid") }, "\(rows)")
            try await repl.enter("2")
            try await repl.waitForPrompt()
            try await repl.say("more")
            #expect(repl.server.requests.last?.bodyText.contains("from mid") == true)
            #expect(repl.server.requests.last?.bodyText.contains("from big") == false)
        }
    }

    @Test("Code of an answer is shown, written and run after a yes", arguments: [80, 40])
    func code(columns: Int) async throws {
        let text = "Do this:\\n\\n```sh\\necho made > made.txt; exit 7\\n```\\n\\nor\\n\\n```python\\nprint(1)\\n```\\n"
        try await withRepl("text=\"\(text)\"", columns: columns) { repl in
            try await repl.say("how")
            let shown = try await repl.say("/code 2")
            #expect(shown.contains("print(1)"), "\(shown)")
            try await repl.say("/code 2 out.py")
            #expect(repl.user.home.text("out.py") == "print(1)\n")
            try await repl.enter("/run")
            try await repl.screen.wait { $0.joined().contains("odify [no]:") }
            #expect(!repl.user.files.contains("made.txt"))
            try await repl.enter("n")
            try await repl.waitForPrompt()
            #expect(!repl.user.files.contains("made.txt"))
            try await repl.enter("/run 1")
            try await repl.screen.wait { $0.joined().occurrences(of: "odify [no]:") == 2 }
            try await repl.enter("y")
            try await repl.screen.wait { $0.contains("ended with exit code 7") }
            #expect(repl.user.home.text("made.txt") == "made\n")
        }
    }

    @Test("Why, cost, budget, rating, credits and log answer from the books")
    func books() async throws {
        try await withRepl(rows: 50) { repl in
            try await repl.say("hello")
            let why = try await repl.say("/why")
            #expect(why.contains { $0.contains("big/big-1") }, "\(why)")
            #expect(try await repl.say("/cost").contains { $0.hasPrefix("this chat") })
            try await repl.say("/budget set 50 --per day")
            #expect(try await repl.say("/budget").contains { $0.contains("50.00") })
            let rated = try await repl.say("/rate +1")
            #expect(rated.contains { $0.contains("rated") }, "\(rated)")
            #expect(try await repl.say("/credits").contains { $0.hasPrefix("balance") })
            #expect(try await repl.say("/log").contains { $0.contains("hello") })
            let route = try await repl.say("/route prove that 2 is even")
            #expect(route.contains { $0.contains("difficulty") }, "\(route)")
        }
    }

    @Test("What is copied reaches the terminal's clipboard", arguments: [80, 40])
    func copy(columns: Int) async throws {
        try await withRepl("text=\"a word to copy\"", columns: columns) { repl in
            try await repl.say("hello")
            try await repl.say("/copy")
            try await repl.screen.wait(forClipboard: "a word to copy")
        }
    }

    @Test("Help lists every command in the width there is, and tells about one", arguments: [80, 40])
    func help(columns: Int) async throws {
        try await withRepl(columns: columns, rows: 100) { repl in
            let rows = try await repl.say("/help")
            for name in ["/model", "/compare", "/budget", "/quit"] {
                #expect(rows.contains { $0.contains(name) }, "\(name): \(rows)")
            }
            #expect(try await repl.say("/help undo").contains { $0.contains("Take the last prompt") })
            let wrong = try await repl.say("/modle")
            #expect(wrong.contains { $0.contains("did you mean") && $0.contains("/model") }, "\(wrong)")
            #expect(repl.server.requests.isEmpty)
            try await repl.say("//usr is a folder")
            #expect(try repl.server.requests.map(repl.prompt) == ["/usr is a folder"])
            try await repl.enter("/quit")
            #expect(try await repl.screen.waitForExit() == 0)
        }
    }

    @Test("The chat is written as Markdown and as JSON", arguments: [80, 40])
    func export(columns: Int) async throws {
        try await withRepl("text=\"an **answer**\"", columns: columns) { repl in
            try await repl.say("a question")
            try await repl.say("/export talk.md")
            try await repl.say("/export talk.json")
            let text = repl.user.home.text("talk.md") ?? ""
            #expect(text.contains("a question") && text.contains("an **answer**"))
            let json = try JSONParser.parse(Array((repl.user.home.text("talk.json") ?? "").utf8))
            #expect(json["turns"]?.array?.count == 1)
        }
    }

    @Test("The oldest turns are put in a summary when that is wanted")
    func summary() async throws {
        let long = "text=\"\(String(repeating: "some words of it. ", count: 60))\""
        try await withRepl(
            long, windows: ["small": 3_000], plans: ["small-1": "text=\"a short summary\""]
        ) { repl in
            for number in 1...6 { try await repl.say("turn \(number)") }
            try await repl.say("/model small-1")
            let told = try await repl.say("/summary")
            #expect(told.contains { $0.contains("in a summary now") }, "\(told)")
            try await repl.say("and then")
            #expect(repl.server.requests.last?.bodyText.contains("a short summary") == true)
        }
    }
}

extension String {
    /// How often a text is in this one.
    fileprivate func occurrences(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
