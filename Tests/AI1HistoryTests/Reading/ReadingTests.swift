import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct ReadingTests {
    @Test("everything that was recorded is shown")
    func show() throws {
        let fixture = try HistoryFixture()
        var record = Example.record(1)
        record.job = "brief"
        record.asked = "gpt"
        record.error = "something"
        record.exit = 65
        record.isExplored = true
        record.risk = 0.125
        record.attempts.insert(
            RequestRecord.Attempt(
                target: Example.sonnet, fault: .rateLimited, status: 429, message: "slow down", totalMilliseconds: 12.5),
            at: 0)
        record.content?.system = "be brief"
        // Not UTF-8 at its end, as an answer that was cut in a character.
        record.content?.answer = Array("Ein Käfer".utf8) + [0xC3]
        record.signals = [
            QualitySignal(
                target: Example.mini, task: .chat, time: Example.now, source: .mismatch, reward: 0, weight: 0.5)
        ]
        try fixture.history.record(record)
        let entry = try fixture.history.show(record.id)
        #expect(entry.row.job == "brief" && entry.row.asked == "gpt" && entry.row.exit == 65)
        #expect(entry.row.isExplored && entry.risk == 0.125 && entry.error == "something")
        #expect(entry.attempts == record.attempts)
        #expect(entry.signals == record.signals)
        #expect(entry.decision == record.decision)
        #expect(entry.content == record.content)
        #expect(entry.usage == record.usage)
        #expect(entry.row.opening == "what is a monad?")
    }

    @Test("filters take what they name")
    func filters() throws {
        let fixture = try HistoryFixture()
        for number in 0..<6 {
            var record = Example.record(
                UInt64(number), at: Example.now.advanced(byMilliseconds: Int64(number) * 1_000),
                target: number % 2 == 0 ? Example.mini : Example.sonnet)
            record.job = number < 3 ? "a" : "b"
            record.state = number == 5 ? .failed : .complete
            try fixture.history.record(record)
        }
        func numbers(_ filter: HistoryFilter) throws -> [Int64] {
            try fixture.history.list(filter).map { $0.time.milliseconds(since: Example.now) / 1_000 }
        }
        #expect(try numbers(HistoryFilter()) == [5, 4, 3, 2, 1, 0])
        #expect(try numbers(HistoryFilter(limit: 2)) == [5, 4])
        #expect(try numbers(HistoryFilter(model: "gpt-5-mini")) == [4, 2, 0])
        #expect(try numbers(HistoryFilter(model: "anthropic/claude-sonnet-5")) == [5, 3, 1])
        #expect(try numbers(HistoryFilter(model: "openai/claude-sonnet-5")).isEmpty)
        #expect(try numbers(HistoryFilter(job: "a")) == [2, 1, 0])
        #expect(try numbers(HistoryFilter(states: [.failed, .cut])) == [5])
        #expect(try numbers(HistoryFilter(since: Example.now.advanced(byMilliseconds: 4_000))) == [5, 4])
        #expect(try numbers(HistoryFilter(since: Example.now.advanced(byMilliseconds: 9_000))).isEmpty)
        #expect(try numbers(HistoryFilter(before: Example.now.advanced(byMilliseconds: 1_000))) == [0])
        #expect(try numbers(HistoryFilter(search: SearchQuery("monad"), job: "b", limit: 2)) == [5, 4])
    }

    @Test("an id may be shortened to its end or its beginning, as long as it is one request's")
    func ids() throws {
        let fixture = try HistoryFixture()
        let first = RequestID(high: 0x0199_AAAA_0000_7000, low: 0x8000_0000_1234_5678)
        let second = RequestID(high: 0x0199_BBBB_0000_7000, low: 0x8000_0000_9234_5678)
        for id in [first, second] {
            var record = Example.record(1)
            record.id = id
            try fixture.history.record(record)
        }
        #expect(try fixture.history.resolve(first.short) == first)
        #expect(try fixture.history.resolve(first.description.uppercased()) == first)
        #expect(try fixture.history.resolve("0199bbbb") == second)
        #expect(try fixture.history.resolve("0199-bbbb-0000-7000-8") == second)
        #expect(try fixture.history.resolve("0-0000-92345678") == second)
        let error = #expect(throws: HistoryError.self) { try fixture.history.resolve("345678") }
        #expect(error?.code == .ambiguous([first, second]))
        #expect(error?.message.contains(first.description) == true)
        for wrong in ["ffffffff", "xyz", "", "0199cccc-0000-7000-8000-000012345678-00"] {
            let error = #expect(throws: HistoryError.self) { try fixture.history.resolve(wrong) }
            #expect(error?.code == .notFound, "\(wrong)")
        }
    }

    @Test("what is deleted is gone from the file, byte for byte")
    func delete() throws {
        let fixture = try HistoryFixture()
        for number in 0..<60 {
            let isSecret = number % 3 == 0
            try fixture.history.record(
                Example.record(
                    UInt64(number), prompt: isSecret ? "zebrafinch song number \(number)" : "kingfisher \(number)",
                    answer: isSecret ? "warbling" : "whistling"))
        }
        let secret = try fixture.history.list(HistoryFilter(search: SearchQuery("zebrafinch")))
        #expect(secret.count == 20 && fixture.hasBytes("zebrafinch"))
        try fixture.history.delete(secret.map(\.id))
        for word in ["zebrafinch", "warbling"] { #expect(!fixture.hasBytes(word), "\(word)") }
        #expect(try fixture.history.count(HistoryFilter(search: SearchQuery("kingfisher"))) == 40)
        #expect(throws: HistoryError.self) { try fixture.history.delete([secret[0].id]) }
        #expect(try fixture.history.deleteAll() == 40)
        for word in ["kingfisher", "whistling", "gpt-5-mini-2026-01"] { #expect(!fixture.hasBytes(word), "\(word)") }
        #expect(try fixture.history.snapshot(at: Example.now).byTarget[Example.mini] != nil)
        try fixture.history.record(Example.record(1))
        #expect(try fixture.history.count(HistoryFilter(search: SearchQuery("monad"))) == 1)
    }
}
