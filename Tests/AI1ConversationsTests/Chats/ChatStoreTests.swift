import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

@Suite("Chats")
struct ChatStoreTests {
    @Test("a chat comes back as it was, with tools, images, usage, charge and notes")
    func roundTrip() throws {
        let bench = try ChatBench()
        var chat = bench.store.draft(
            settings: ChatSettings(model: "gpt", role: "review", system: "s", objective: .best))
        #expect(bench.folder.names.isEmpty)
        var turn = Sample.toolTurn()
        turn.user.parts.append(.image(Sample.image))
        turn.imageNames = ["chart.png"]
        turn.state = .cut
        turn.trimmed = ["2 of 3 turns left out"]
        let kept = try bench.store.append(turn, to: &chat)
        try bench.store.append(bench.turn("and now?", "\"quoted\"\n```\n\u{1F600}"), to: &chat)
        #expect(kept.number == 1)
        let read = try bench.store.open()
        #expect(read.turns == chat.turns)
        #expect(read.turns.first == kept)
        #expect(read.settings == chat.settings)
        #expect(read.id == chat.id && read.created == chat.created)
        #expect(read.totalCharge == NanoUSD(2_000))
        #expect(bench.folder.mode("chats") == 0o700)
        #expect(bench.folder.mode(bench.file(chat)) == 0o600)
    }

    @Test("the one used last is opened without a name; names and ends of ids lead to the others")
    func opening() throws {
        let bench = try ChatBench()
        var first = try bench.store.create(name: "Release Notes")
        bench.clock.advance(milliseconds: 1_000)
        var second = bench.store.draft()
        try bench.store.append(bench.turn("b"), to: &second)
        #expect(try bench.store.open().id == second.id)
        try bench.store.append(bench.turn("a"), to: &first)
        #expect(try bench.store.open().id == first.id)
        #expect(try bench.store.open("release notes").id == first.id)
        #expect(try bench.store.open(second.id.description).id == second.id)
        #expect(try bench.store.open(second.id.short.uppercased()).id == second.id)
        let missing = failure { try bench.store.open("Release Note") }
        #expect(missing?.code == .notFound)
        #expect(missing?.hint == "did you mean Release Notes?")
    }

    @Test("without any chat there is nothing to open", arguments: [nil, "x"])
    func nothing(_ name: String?) throws {
        #expect(failure { try ChatBench().store.open(name) }?.code == .notFound)
    }

    @Test(
        "what could be a path, an option, an id or a trick on a terminal is no name",
        arguments: [
            "", "a/b", "..", "-x", " a", "a  b", "a\nb", "a\u{1B}[2Jb", "a\u{202E}b", "\\x",
            String(repeating: "x", count: 101),
            "01998c5a-0000-7000-8000-000000000001",
        ])
    func badNames(_ name: String) throws {
        let bench = try ChatBench()
        #expect(failure { try bench.store.create(name: name) }?.code == .badName)
        #expect(bench.store.list().isEmpty)
    }

    @Test("a name is one chat's at a time, whatever its case, and free again when that chat gives it up")
    func uniqueNames() throws {
        let bench = try ChatBench()
        var first = try bench.store.create(name: "Plan")
        #expect(failure { try bench.store.create(name: "pLAN") }?.code == .nameTaken)
        try bench.store.rename(&first, to: "PLAN")
        try bench.store.rename(&first, to: nil)
        let second = try bench.store.create(name: "plan")
        #expect(try bench.store.open("Plan").id == second.id)
        #expect(try bench.store.open(first.id.description).name == nil)
    }

    @Test("a list shows what is needed and reads no further than the ends of the files")
    func list() throws {
        let bench = try ChatBench()
        var chat = try bench.store.create(name: "big")
        try bench.store.append(
            bench.turn("first\u{1B}[31m line\nsecond", String(repeating: "x", count: 300_000)), to: &chat)
        try bench.store.append(bench.turn("more", charge: 5), to: &chat)
        let card = try #require(bench.store.list().first)
        #expect(card.name == "big" && card.turns == 2 && card.first == "first line second")
        #expect(card.target == Sample.target && card.charge == NanoUSD(1_005) && card.lastUsed == bench.clock.now)
        // The beginning is spoilt: a list that read it would say so.
        let path = bench.file(chat)
        var bytes = try #require(bench.folder.read(path))
        bytes[20] = 0
        try bench.folder.write(path, bytes)
        #expect(bench.store.list() == [card])
    }

    @Test("a turn that was taken back counts no longer, and its number is not used again")
    func undo() throws {
        let bench = try ChatBench()
        var chat = bench.store.draft()
        #expect(try bench.store.undo(&chat) == nil)
        for question in ["a", "b", "c"] { try bench.store.append(bench.turn(question), to: &chat) }
        #expect(try bench.store.undo(&chat)?.user.text == "c")
        #expect(try bench.store.undo(&chat)?.user.text == "b")
        let next = try bench.store.append(bench.turn("d"), to: &chat)
        #expect(next.number == 4 && next.parent == 1)
        #expect(try bench.store.open().turns.map(\.user.text) == ["a", "d"])
        #expect(try bench.store.open().totalCharge == NanoUSD(4_000))
        #expect(bench.store.list().first?.turns == 2)
    }

    @Test("a fork has the turns up to one, and goes its own way")
    func fork() throws {
        let bench = try ChatBench()
        var chat = try bench.store.create(name: "one", settings: ChatSettings(model: "m"))
        for question in ["a", "b", "c", "d"] { try bench.store.append(bench.turn(question), to: &chat) }
        try bench.store.undo(&chat)
        try bench.store.add(ChatSummary(text: "s", upTo: 2, time: bench.clock.now, charge: NanoUSD(9)), to: &chat)
        var fork = try bench.store.fork(chat, at: 2, name: "two")
        try bench.store.append(bench.turn("e"), to: &fork)
        let read = try bench.store.open("two")
        #expect(read.turns.map(\.user.text) == ["a", "b", "e"])
        #expect(read.turns.map(\.number) == [1, 2, 3])
        #expect(read.origin == Chat.Origin(chat: chat.id, turn: 2))
        #expect(read.settings.model == "m" && read.summary?.upTo == 2)
        #expect(read.totalCharge == NanoUSD(1_000))
        #expect(try bench.store.open("one").turns.count == 3)
        #expect(try bench.store.fork(chat).turns.count == 3)
        #expect(try bench.store.fork(chat, at: 0).turns.isEmpty)
        #expect(failure { try bench.store.fork(chat, at: 4) }?.code == .notFound)
        #expect(failure { try bench.store.fork(chat, name: "TWO") }?.code == .nameTaken)
    }

    @Test("a summary counts until a turn that it covers is taken back")
    func summary() throws {
        let bench = try ChatBench()
        var chat = bench.store.draft()
        for question in ["a", "b"] { try bench.store.append(bench.turn(question), to: &chat) }
        try bench.store.add(ChatSummary(text: "one", upTo: 1, time: bench.clock.now), to: &chat)
        try bench.store.add(ChatSummary(text: "two", upTo: 2, time: bench.clock.now), to: &chat)
        #expect(try bench.store.open().summary?.text == "two")
        try bench.store.undo(&chat)
        #expect(try bench.store.open().summary?.text == "one")
        try bench.store.add(ChatSummary(text: "late", upTo: 2, time: bench.clock.now), to: &chat)
        #expect(try bench.store.open().summary?.text == "one")
    }

    @Test("settings of a chat are kept, and the last ones count")
    func settings() throws {
        let bench = try ChatBench()
        var chat = bench.store.draft()
        try bench.store.set(ChatSettings(model: "a"), of: &chat)
        try bench.store.append(bench.turn("x"), to: &chat)
        try bench.store.set(ChatSettings(model: "b", objective: .cheapest), of: &chat)
        #expect(try bench.store.open().settings == ChatSettings(model: "b", objective: .cheapest))
    }

    @Test("a chat that was removed is gone for those who still have it")
    func delete() throws {
        let bench = try ChatBench()
        var chat = try bench.store.create(name: "x")
        try bench.store.delete(chat.id)
        #expect(failure { try bench.store.append(bench.turn("a"), to: &chat) }?.code == .gone)
        #expect(failure { try bench.store.refresh(&chat) }?.code == .gone)
        #expect(failure { try bench.store.delete(chat.id) }?.code == .gone)
        #expect(bench.store.list().isEmpty)
    }

    @Test("images beyond the limit are kept as a line, the others stay")
    func attachmentLimit() throws {
        var limits = ChatLimits()
        limits.attachmentBytes = 40_000
        let bench = try ChatBench(limits: limits)
        var chat = bench.store.draft()
        var turn = bench.turn("look")
        turn.user.parts += [.image(Sample.image), .image(Sample.image)]
        turn.imageNames = ["a.png", "b.png"]
        let kept = try bench.store.append(turn, to: &chat)
        #expect(kept.user.parts[1] == .image(Sample.image) && kept.imageNames == ["a.png"])
        #expect(kept.user.parts[2] == .text("[image: b.png, 34 KB, too large to be kept]"))
        #expect(try bench.store.open().turns == [kept])
    }

    @Test("a turn or a file that is too large is refused, and the chat stays as it was")
    func limits() throws {
        var limits = ChatLimits()
        limits.turnBytes = 2_000
        limits.fileBytes = 4_000
        let bench = try ChatBench(limits: limits)
        var chat = bench.store.draft()
        #expect(
            failure { try bench.store.append(bench.turn(String(repeating: "x", count: 2_000)), to: &chat) }?.code
                == .tooLarge)
        #expect(!chat.isSaved && chat.turns.isEmpty)
        var error: ConversationError?
        while error == nil, chat.turns.count < 100 {
            error = failure { try bench.store.append(bench.turn(String(repeating: "y", count: 500)), to: &chat) }
        }
        #expect(error?.code == .tooLarge)
        #expect((2..<6).contains(chat.turns.count))
        #expect(try bench.store.open().turns == chat.turns)
    }
}
