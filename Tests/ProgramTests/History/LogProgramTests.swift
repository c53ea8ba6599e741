internal import AI1Core
internal import AI1History
internal import AI1TestSupport
internal import Testing

/// The history as a person meets it, with the built program.
@Suite struct LogProgramTests {
    private static let folder = ".local/share/ai1"
    private static let answer = "Ein Frame genügt.\n\n"

    /// Puts requests into the person's history: the first a week ago, the last just now.
    private static func fill(_ user: User, _ prompts: [String]) throws {
        try user.home.makeFolder(folder)
        let history = try HistoryFile.open(user.home.path(folder + "/" + HistoryFile.name))
        for (number, prompt) in prompts.enumerated() {
            let time = Timestamp(millisecondsSinceEpoch: 1_795_000_000_000 + Int64(number) * 1_000)
            let id = RequestID(time: time, random: (0, (0xABC0 + UInt64(number)) << 2))
            var record = RequestRecord(
                id: id, time: time, day: 20_261_118, task: .chat, state: number == 1 ? .failed : .complete,
                totalMilliseconds: 900)
            record.target = TargetName(provider: "lab", model: "lab-1")
            record.textBytes = answer.utf8.count
            var timing = StreamTiming()
            timing.add(bytes: 4, atMilliseconds: 2)
            timing.add(bytes: 40, atMilliseconds: 4)
            record.content = RequestRecord.Content(prompt: prompt, answer: Array(answer.utf8), timing: timing)
            record.attempts = [RequestRecord.Attempt(target: record.target!, totalMilliseconds: 900)]
            try history.record(record)
        }
    }

    private static let prompts = ["explain tail recursion", "日本語の文法", "\u{1B}]0;evil\u{7}third"]

    @Test("nothing yet is said on stderr, and is no error")
    func empty() async throws {
        try await asUser { user in
            for words in [["route", "log"], ["route", "stats"]] {
                let result = try await user.ai1(words)
                #expect(result.status == 0 && result.output.isEmpty, "\(result.told)")
                #expect(result.errorText == "nothing yet\n")
            }
            let json = try await user.ai1("route", "log", "--json").json()
            #expect(json["rows"]?.array?.isEmpty == true)
        }
    }

    @Test("requests are listed, searched, filtered and shown")
    func list() async throws {
        try await asUser { user in
            try Self.fill(user, Self.prompts)
            let all = try await user.ai1("route", "log", "--json").json()
            #expect(all["v"]?.number?.int64 == 1)
            #expect(all["rows"]?.array?.compactMap { $0["prompt"]?.string } == Self.prompts.reversed())
            let table = try await user.ai1("route", "log") { $0.useTerminal() }
            #expect(!table.terminalText.contains("\u{1B}]"), "\(table.terminalText)")
            #expect(table.terminalText.contains("0000abc2"), "\(table.terminalText)")
            let found = try await user.ai1("route", "log", "--search", "文法", "--json").json()
            #expect(found["rows"]?.array?.count == 1)
            let odd = try await user.ai1("route", "log", "--search", "\" AND (", "--json")
            #expect(odd.status == 0, "\(odd.told)")
            let failed = try await user.ai1("route", "log", "--state", "failed", "--json").json()
            #expect(failed["rows"]?[0]?["prompt"]?.string == "日本語の文法")
            expectFailure(try await user.ai1("route", "log", "--search", "?!"), 64, naming: ["no word"])
            let shown = try await user.ai1("route", "log", "show", "abc0", "--json").json()
            #expect(shown["answer"]?.string == Self.answer && shown["attempts"]?.array?.count == 1)
            let page = try await user.ai1("route", "log", "show", "abc0")
            #expect(page.status == 0 && page.outputText.contains("explain tail recursion"), "\(page.told)")
            expectFailure(try await user.ai1("route", "log", "show", "abc"), 66, naming: ["no request abc"])
            expectFailure(try await user.ai1("route", "log", "show", "0"), 64, naming: ["3 requests are called 0"])
        }
    }

    @Test("an answer comes again byte for byte, with one newline at its end as when it was asked for")
    func replay() async throws {
        try await asUser { user in
            try Self.fill(user, Self.prompts)
            for speed in ["0", "1", "1000"] {
                let result = try await user.ai1("route", "log", "replay", "abc2", "--speed", speed)
                #expect(result.status == 0 && result.outputText == "Ein Frame genügt.\n", "\(result.told)")
                #expect(result.errors.isEmpty)
            }
            expectFailure(try await user.ai1("route", "log", "replay", "--speed", "-1"), 64, naming: ["--speed"])
        }
    }

    @Test("nothing is deleted without a yes, and with it the words are gone from the disk")
    func delete() async throws {
        try await asUser { user in
            try Self.fill(user, Self.prompts)
            let asked = try await user.ai1("route", "log", "delete", "--all")
            #expect(asked.status != 0 && asked.errorText.contains("--yes"), "\(asked.told)")
            expectFailure(try await user.ai1("route", "log", "delete", "--yes"), 64, naming: ["--before"])
            #expect(try await user.ai1("route", "log", "delete", "abc0", "--yes").errorText == "deleted 1 request\n")
            for name in user.files where name.contains("history.db") {
                let text = String(decoding: user.home.read(name) ?? [], as: UTF8.self)
                #expect(!text.contains("recursion"), "\(name)")
            }
            #expect(try await user.ai1("route", "log", "delete", "--all", "-y").errorText == "deleted 2 requests\n")
            #expect(try await user.ai1("route", "log").errorText == "nothing yet\n")
            #expect(try await user.ai1("route", "log", "delete", "--all", "-y").errorText == "nothing to delete\n")
        }
    }

    @Test("a damaged history is an error with advice")
    func damaged() async throws {
        try await asUser { user in
            try user.home.write(Self.folder + "/" + HistoryFile.name, String(repeating: "no database ", count: 999))
            let result = try await user.ai1("route", "log")
            expectFailure(result, 65, naming: ["the history:"])
            #expect(result.errorText.contains("hint: move history.db away"), "\(result.told)")
        }
    }
}
