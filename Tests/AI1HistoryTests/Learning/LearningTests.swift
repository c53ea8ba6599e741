import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct LearningTests {
    @Test("what another machine learned is added once")
    func importing() throws {
        let (here, there) = (try HistoryFixture(), try HistoryFixture())
        try here.history.record(Example.record(1))
        for number in UInt64(2)..<6 { try there.history.record(Example.record(number, target: Example.sonnet)) }
        try there.history.record(Example.record(7))
        let file = try LearningFile(
            try JSONParser.parse(
                try there.history.exportLearning(id: Example.id(90), at: Example.now).json.encoded()))
        #expect(try here.history.importLearning(file, at: Example.now) == 4)
        #expect(try here.history.importLearning(file, at: Example.now) == nil)
        let snapshot = try here.history.snapshot(at: Example.now)
        #expect(snapshot.byTarget[Example.mini]?.successes == 2)
        #expect(snapshot.byTask[.init(target: Example.sonnet, task: .chat)]?.successes == 4)
        #expect(snapshot.byTarget[Example.sonnet]?.total?.weight == 4)
        #expect(try here.history.count(HistoryFilter()) == 1)
    }

    @Test("what was learned here is not added to itself, and comes back after a reset")
    func own() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        let file = try fixture.history.exportLearning(id: Example.id(90), at: Example.now)
        let error = #expect(throws: HistoryError.self) { try fixture.history.importLearning(file, at: Example.now) }
        #expect(error?.code == .invalid)
        #expect(try fixture.history.resetLearning() == 2)
        #expect(try fixture.history.snapshot(at: Example.now).byTarget.isEmpty)
        #expect(try fixture.history.importLearning(file, at: Example.now) == 2)
        #expect(try fixture.history.snapshot(at: Example.now).byTarget[Example.mini]?.successes == 1)
        #expect(try fixture.history.resetLearning(Example.sonnet) == 0)
        #expect(try fixture.history.resetLearning(Example.mini) == 2)
    }

    @Test("a file of another kind, of a newer version or with a hole in it is refused")
    func badFiles() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        let good = try fixture.history.exportLearning(id: Example.id(90), at: Example.now).json
        guard case .object(let whole) = good else { return }
        for (name, value) in [
            ("type", "other"), ("v", 2), ("id", "x"), ("targets", [["provider": "a"]]), ("targets", .null),
        ] as [(String, JSONValue)] {
            var object = whole
            object[name] = value
            let error = #expect(throws: HistoryError.self) { try LearningFile(.object(object)) }
            #expect(error?.code == .badFile, "\(name)")
        }
    }

    @Test("a file from a machine whose clock is far ahead counts as of now")
    func future() throws {
        let (here, there) = (try HistoryFixture(), try HistoryFixture())
        let ahead = Example.now.advanced(byMilliseconds: 400 * 86_400_000)
        try there.history.record(Example.record(1, at: ahead))
        let file = try there.history.exportLearning(id: Example.id(90), at: ahead)
        try here.history.importLearning(file, at: Example.now)
        try here.history.record(Example.record(2))
        #expect((try here.history.snapshot(at: Example.now).byTarget[Example.mini]?.successes ?? 0) > 1.99)
    }
}
