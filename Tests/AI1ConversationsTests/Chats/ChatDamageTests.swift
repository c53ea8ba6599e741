import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

@Suite("Damaged chats")
struct ChatDamageTests {
    private func threeTurns() throws -> (ChatBench, Chat) {
        let bench = try ChatBench()
        var chat = bench.store.draft()
        for question in ["a", "b", "c"] { try bench.store.append(bench.turn(question), to: &chat) }
        return (bench, chat)
    }

    @Test("a file that was cut anywhere in its last turn is read without it and mended by the next one")
    func torn() throws {
        let (bench, chat) = try threeTurns()
        let whole = try #require(bench.folder.read(bench.file(chat)))
        let ends = whole.indices.filter { whole[$0] == 0x0A }
        // Before the last turn, behind it, and behind the card at the end.
        let (start, end) = (ends[ends.count - 3] + 1, whole.count)
        for length in stride(from: start, through: end, by: 7) {
            try bench.folder.write(bench.file(chat), Array(whole[..<length]))
            var read = try bench.store.open()
            let complete = read.turns.count == 3
            #expect(complete == (length >= ends[ends.count - 2]))
            #expect(bench.store.list().first?.turns == read.turns.count)
            let next = try bench.store.append(bench.turn("d"), to: &read)
            #expect(next.number == (complete ? 4 : 3))
            let texts = try bench.store.open().turns.map(\.user.text)
            #expect(texts == (complete ? ["a", "b", "c", "d"] : ["a", "b", "d"]))
        }
    }

    @Test("zeros at the end, as a power cut leaves them, are overwritten")
    func zeros() throws {
        let (bench, chat) = try threeTurns()
        let whole = try #require(bench.folder.read(bench.file(chat)))
        try bench.folder.write(bench.file(chat), whole + [UInt8](repeating: 0, count: 50_000))
        var read = try bench.store.open()
        try bench.store.append(bench.turn("d"), to: &read)
        #expect(try bench.store.open().turns.count == 4)
        #expect(bench.folder.read(bench.file(chat))?.contains(0) == false)
    }

    @Test("damage elsewhere is an error with file and line; the other chats and the list are not touched by it")
    func damage() throws {
        let (bench, chat) = try threeTurns()
        var other = try bench.store.create(name: "other")
        try bench.store.append(bench.turn("x"), to: &other)
        let lines = try #require(bench.folder.text(bench.file(chat))).split(separator: "\n")
        for (line, content) in [(1, "{"), (2, "{\"v\":1,\"type\":\"turn\"}"), (4, "\u{0}\u{0}"), (2, "{\"v\":1}")] {
            var spoilt = lines
            spoilt[line - 1] = Substring(content)
            try bench.folder.write(bench.file(chat), spoilt.joined(separator: "\n") + "\n")
            let error = failure { try bench.store.open(chat.id.description) }
            #expect(error?.code == .damaged)
            #expect(error?.message.contains("\(chat.id).jsonl:\(line): ") == true)
            #expect(error?.hint?.contains("sed -i \(line)d") == true)
            #expect(try bench.store.open("other").turns.count == 1)
        }
        #expect(bench.store.list().count == 2)
    }

    @Test("a line of a later version is told apart from damage")
    func newer() throws {
        let (bench, chat) = try threeTurns()
        let text = try #require(bench.folder.text(bench.file(chat)))
        try bench.folder.write(bench.file(chat), text + "{\"v\":2,\"type\":\"video\"}\n")
        #expect(failure { try bench.store.open() }?.code == .newerFormat)
        #expect(bench.store.list().first?.damage?.contains("later version") == true)
    }

    @Test("an editor may leave blank lines and take the last line feed away")
    func edited() throws {
        let (bench, chat) = try threeTurns()
        let text = try #require(bench.folder.text(bench.file(chat)))
        try bench.folder.write(bench.file(chat), text.split(separator: "\n").joined(separator: "\n\n"))
        var read = try bench.store.open()
        #expect(read.turns.count == 3)
        try bench.store.append(bench.turn("d"), to: &read)
        var again = read
        try bench.store.append(bench.turn("e"), to: &again)
        try bench.store.refresh(&read)
        #expect(read.turns.map(\.user.text) == ["a", "b", "c", "d", "e"])
        #expect(try bench.store.open().turns == read.turns)
    }

    @Test("a file in a chat's place that is a link or a folder is no chat")
    func notAFile() throws {
        let bench = try ChatBench()
        let chat = bench.store.draft()
        try bench.folder.makeFolder(bench.file(chat))
        #expect(throws: (any Error).self) { try bench.store.open(chat.id.description) }
        #expect(bench.store.list().first?.damage != nil)
    }
}
