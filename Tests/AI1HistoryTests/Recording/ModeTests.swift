import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct ModeTests {
    @Test("metadata keeps what a request was, and no word of it")
    func metadata() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1, prompt: "zebrafinch song"), mode: .metadata)
        let entry = try fixture.history.show(nil)
        #expect(entry.row.target == Example.mini)
        #expect(entry.content == nil)
        #expect(try fixture.history.list(HistoryFilter(search: SearchQuery("zebrafinch"))).isEmpty)
        #expect(!fixture.hasBytes("zebrafinch") && !fixture.hasBytes("endofunctors"))
        #expect(try fixture.history.snapshot(at: Example.now).byTarget[Example.mini]?.successes == 1)
    }

    @Test("off keeps no request, and still learns")
    func off() throws {
        let fixture = try HistoryFixture()
        var record = Example.record(1, prompt: "zebrafinch song")
        record.signals = [
            QualitySignal(
                target: Example.mini, task: .chat, time: Example.now, source: .match, reward: 1, weight: 0.2)
        ]
        try fixture.history.record(record, mode: .off)
        #expect(try fixture.history.list(HistoryFilter()).isEmpty)
        #expect(!fixture.hasBytes("zebrafinch"))
        let statistics = try #require(try fixture.history.snapshot(at: Example.now).byTarget[Example.mini])
        #expect(statistics.successes == 1)
        #expect(abs(statistics.good - 0.2) < 1e-12)
    }

    @Test("without statistics a request is kept and teaches nothing")
    func withoutStatistics() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1), learns: false)
        #expect(try fixture.history.count(HistoryFilter()) == 1)
        #expect(try fixture.history.snapshot(at: Example.now).byTarget.isEmpty)
        #expect(try fixture.history.report(by: .day, days: [Example.day], at: Example.now).rows.isEmpty)
    }

    @Test("the file is the user's alone")
    func mode() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        for name in fixture.folder.names { #expect(fixture.folder.mode(name) == 0o600, "\(name)") }
    }
}

extension HistoryFixture {
    /// Whether a text stands anywhere in the files of the history.
    func hasBytes(_ text: String) -> Bool {
        folder.names.contains { name in
            guard let bytes = folder.read(name) else { return false }
            return String(decoding: bytes, as: UTF8.self).contains(text)
        }
    }
}
