import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Chats of many processes")
struct ChatProcessTests {
    /// What a child process does: it adds turns to the only chat, from the state that it read at its start.
    private static func addTurns(_ folder: String, _ mark: String, count: Int) throws {
        let store = ChatStore(folder: folder, clock: TestClock(), random: SeededRandom(seed: 1))
        var chat = try store.open()
        for number in 0..<count { try store.append(Sample.turn("\(mark) \(number)"), to: &chat) }
    }

    /// Ends this very process, without a chance to tidy up, as soon as the chat has so many turns.
    @concurrent private static func killSelf(whenThereAre turns: Int, in folder: String) async {
        let store = ChatStore(folder: folder, clock: TestClock(), random: SeededRandom(seed: 1))
        while (try? store.open().turns.count) ?? 0 < turns {}
        kill(getpid(), SIGKILL)
    }

    @Test("four processes that add to one chat at once lose nothing, and each keeps its order")
    func appending() async throws {
        let bench = try ChatBench()
        _ = try bench.store.create(name: "shared")
        let folder = bench.folder.path("chats")
        await withTaskGroup { group in
            for mark in ["p", "q", "r", "s"] {
                group.addTask {
                    await #expect(processExitsWith: .success) { [folder = folder as String, mark = mark as String] in
                        try Self.addTurns(folder, mark, count: 25)
                    }
                }
            }
        }
        let chat = try bench.store.open("shared")
        #expect(chat.turns.map(\.number) == Array(1...100))
        for mark in ["p", "q", "r", "s"] {
            #expect(chat.turns.map(\.user.text).filter { $0.hasPrefix(mark) } == (0..<25).map { "\(mark) \($0)" })
        }
        #expect(bench.store.list().first?.turns == 100)
    }

    @Test("a turn whose parent is no longer the last is kept behind the others, which it names as unseen")
    func parents() throws {
        let bench = try ChatBench()
        var mine = try bench.store.create(name: "x")
        try bench.store.append(bench.turn("a"), to: &mine)
        var theirs = try bench.other.open("x")
        try bench.store.append(bench.turn("b"), to: &mine)
        let late = try bench.other.append(bench.turn("c"), to: &theirs)
        #expect(late.number == 3 && late.parent == 1)
        #expect(theirs.turns.map(\.user.text) == ["a", "b", "c"])
        #expect(theirs.unseen(by: late) == [2])
    }

    #if os(Linux)
        @Test("a turn that waits for the lock while the chat is removed is not written into nowhere")
        func removedMeanwhile() async throws {
            let bench = try ChatBench()
            let chat = try bench.store.create(name: "x")
            let path = bench.folder.path(bench.file(chat))
            let holder = open(path, O_RDWR | O_CLOEXEC)
            try #require(flock(holder, LOCK_EX) == 0)
            let turn = bench.turn("a")
            let store = bench.other
            async let code = Self.appendCode(turn, chat, store)
            // It waits as soon as it has the file open beside us.
            #expect(try await Eventually.holds(seconds: 60) { Self.descriptors(of: path) >= 2 })
            unlink(path)
            close(holder)
            #expect(await code == .gone)
        }

        @concurrent private static func appendCode(
            _ turn: ChatTurn, _ chat: Chat, _ store: ChatStore
        ) async -> ConversationError.Code? {
            var chat = chat
            return failure { try store.append(turn, to: &chat) }?.code
        }

        /// How many descriptors of this process lead to a file.
        private static func descriptors(of path: String) -> Int {
            (0..<256).count { descriptor in
                var target = [CChar](repeating: 0, count: 512)
                let length = readlink("/proc/self/fd/\(descriptor)", &target, target.count)
                return length > 0
                    && String(decoding: target[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self) == path
            }
        }
    #endif

    @Test("two who take back the same turn take back one")
    func undoTwice() throws {
        let bench = try ChatBench()
        var mine = try bench.store.create(name: "x")
        for question in ["a", "b"] { try bench.store.append(bench.turn(question), to: &mine) }
        var theirs = try bench.other.open("x")
        #expect(try bench.store.undo(&mine)?.user.text == "b")
        #expect(try bench.other.undo(&theirs) == nil)
        #expect(theirs.turns.map(\.user.text) == ["a"])
    }

    @Test("a process that is killed while it adds leaves whole turns only")
    func killed() async throws {
        let bench = try ChatBench()
        _ = try bench.store.create(name: "shared")
        let folder = bench.folder.path("chats")
        for round in 0..<3 {
            await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String, round = round as Int] in
                async let killer: Void = Self.killSelf(whenThereAre: (round + 1) * 20, in: folder)
                try Self.addTurns(folder, String(repeating: "k", count: 20_000), count: 10_000)
                await killer
            }
            var chat = try bench.store.open("shared")
            #expect(chat.turns.count >= 20)
            #expect(chat.turns.map(\.number) == Array(1...chat.turns.count))
            try bench.store.append(bench.turn("after"), to: &chat)
        }
    }

    @Test("a full disk is an error, and the chat stays as it was")
    func fullDisk() async throws {
        let bench = try ChatBench()
        var chat = try bench.store.create(name: "shared")
        try bench.store.append(bench.turn("a"), to: &chat)
        let folder = bench.folder.path("chats")
        await #expect(processExitsWith: .success) { [folder = folder as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
            guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(3) }
            let store = ChatStore(folder: folder, clock: TestClock(), random: SeededRandom(seed: 1))
            var chat = try store.open()
            do {
                try store.append(Sample.turn(String(repeating: "x", count: 100_000)), to: &chat)
                exit(4)
            } catch let error as any AI1Error {
                guard error.kind == .inputOutput, chat.turns.count == 1 else { exit(5) }
            }
            try store.append(Sample.turn("b"), to: &chat)
        }
        #expect(try bench.store.open().turns.map(\.user.text) == ["a", "b"])
    }
}
