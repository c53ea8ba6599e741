import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct CassetteTests {
    private static func entry(_ request: UInt8, asked: String? = nil, _ answer: [UInt8]) -> CassetteEntry {
        var timing = StreamTiming()
        timing.add(bytes: 1, atMilliseconds: 5)
        timing.add(bytes: answer.count - 1, atMilliseconds: 25)
        return CassetteEntry(
            request: [request, 0xFF], asked: asked, prompt: "hello \"you\"", target: Example.mini, servedModel: "m",
            finish: .stop, usage: TokenUsage(uncachedInput: 3, visibleOutput: 4), answer: answer, timing: timing)
    }

    @Test("an answer comes back as it was recorded", arguments: ["plain\n", "日本\u{0}語", "a\u{FEFF}"])
    func roundTrip(text: String) throws {
        let folder = try TemporaryFolder()
        let cassette = Cassette(path: folder.path("answers.jsonl"))
        let entry = Self.entry(1, asked: "gpt", Array(text.utf8))
        try cassette.append(entry)
        #expect(try cassette.answer(to: [1, 0xFF], asked: "gpt") == entry)
        let broken = Self.entry(2, [0x41, 0xC3])
        try cassette.append(broken)
        #expect(try cassette.answer(to: [2, 0xFF], asked: nil) == broken)
        #expect(folder.mode("answers.jsonl") == 0o600)
    }

    @Test("the last answer is played, of the model that is named if there is one")
    func choice() throws {
        let folder = try TemporaryFolder()
        let cassette = Cassette(path: folder.path("answers.jsonl"))
        for (asked, text) in [(nil, "one"), ("gpt", "two"), ("claude", "three"), ("gpt", "four"), (nil, "five")] {
            try cassette.append(Self.entry(1, asked: asked, Array(text.utf8)))
        }
        func answer(_ asked: String?) throws -> String {
            String(decoding: try cassette.answer(to: [1, 0xFF], asked: asked).answer, as: UTF8.self)
        }
        #expect(try answer(nil) == "five")
        #expect(try answer("gpt") == "four")
        #expect(try answer("claude") == "three")
        #expect(try answer("gemini") == "five")
    }

    @Test("what was never recorded is an error of its own")
    func noMatch() throws {
        let folder = try TemporaryFolder()
        let cassette = Cassette(path: folder.path("answers.jsonl"))
        try cassette.append(Self.entry(1, [65, 66]))
        let error = #expect(throws: HistoryError.self) { try cassette.answer(to: [3, 4], asked: nil) }
        #expect(error?.code == .noMatch && error?.kind == .unavailable)
        let missing = #expect(throws: HistoryError.self) {
            try Cassette(path: folder.path("none.jsonl")).answer(to: [3, 4], asked: nil)
        }
        #expect(missing?.code == .badFile)
    }

    @Test("a line that cannot be read is named; one that was written by hand needs only its words")
    func lines() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("answers.jsonl", "{\"request\":\"01FF\",\"text\":\"by hand\"}\n\n")
        #expect(try Cassette(path: path).answer(to: [1, 0xFF], asked: "x").answer == Array("by hand".utf8))
        try folder.write("bad.jsonl", "{\"request\":\"01ff\",\"text\":\"x\"}\n{\"text\":1}\n")
        let error = #expect(throws: HistoryError.self) {
            try Cassette(path: folder.path("bad.jsonl")).answer(to: [1, 0xFF], asked: nil)
        }
        #expect(error?.message.contains("bad.jsonl:2:") == true)
    }

    @Test("many that record at once write whole lines")
    func parallel() async throws {
        let folder = try TemporaryFolder()
        let cassette = Cassette(path: folder.path("answers.jsonl"))
        let answer = [UInt8](repeating: 65, count: 20_000)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in UInt8(0)..<32 {
                group.addTask { for _ in 0..<4 { try cassette.append(Self.entry(number, answer)) } }
            }
            try await group.waitForAll()
        }
        for number in UInt8(0)..<32 { #expect(try cassette.answer(to: [number, 0xFF], asked: nil).answer == answer) }
    }
}
