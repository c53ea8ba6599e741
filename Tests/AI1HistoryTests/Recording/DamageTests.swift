import AI1Core
import AI1History
import AI1Storage
import AI1TestSupport
import Testing

@Suite struct DamageTests {
    @Test("a file of something else is refused, and named")
    func foreign() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            HistoryFile.name, "this is no database, and never was one: " + String(repeating: "x", count: 4_096))
        let error = #expect(throws: HistoryError.self) { try HistoryFile.open(folder.path(HistoryFile.name)) }
        #expect(error?.code == .storage(.corrupt))
        #expect(error?.hint?.contains("move history.db away") == true)
    }

    @Test("a damaged file is an error, and never a crash", arguments: UInt64(1)...12)
    func damaged(seed: UInt64) throws {
        let fixture = try HistoryFixture()
        for number in UInt64(0)..<40 { try fixture.history.record(Example.record(number)) }
        let copy = try TemporaryFolder()
        var bytes = try #require(fixture.folder.read(HistoryFile.name))
        let random = SeededRandom(seed: seed)
        for _ in 0..<400 where bytes.count > 200 {
            bytes[100 + Int(random.next() % UInt64(bytes.count - 100))] = UInt8(truncatingIfNeeded: random.next())
        }
        try copy.write(HistoryFile.name, bytes)
        do {
            let history = try HistoryFile.open(copy.path(HistoryFile.name))
            _ = try history.snapshot(at: Example.now)
            _ = try history.list(HistoryFilter(search: SearchQuery("monad")))
            try history.record(Example.record(99))
        } catch {
            #expect(error is HistoryError, "seed \(seed): \(error)")
        }
    }

    @Test("a file of the first version gets what is new, and keeps its rows")
    func older() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        let store = try Store.open(
            fixture.path,
            schema: Schema(applicationID: 0x4149_3148, migrations: [1, 2].map { Migration(version: $0, sql: "") }))
        try store.write {
            try $0.execute(
                "DROP INDEX request_chat; ALTER TABLE request DROP COLUMN chat; DELETE FROM migration WHERE version=2; "
                    + "PRAGMA user_version=1")
        }
        let history = try HistoryFile.open(fixture.path)
        var record = Example.record(2)
        record.chat = "0190"
        try history.record(record)
        #expect(try history.list(HistoryFilter()).map(\.chat) == ["0190", nil])
        #expect(try history.list(HistoryFilter(chat: "0190")).count == 1)
    }

    @Test("a file of a newer version can be read, and is not written to")
    func newer() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        let store = try Store.open(
            fixture.path,
            schema: Schema(applicationID: 0x4149_3148, migrations: [1, 2].map { Migration(version: $0, sql: "") }))
        try store.write { try $0.execute("PRAGMA user_version=9") }
        let history = try HistoryFile.open(fixture.path)
        #expect(history.readOnlyReason?.code == .storage(.newer))
        #expect(try history.list(HistoryFilter()).count == 1)
        #expect(try history.snapshot(at: Example.now).byTarget.count == 1)
        let error = #expect(throws: HistoryError.self) { try history.record(Example.record(2)) }
        #expect(error?.code == .storage(.newer))
        #expect(error?.kind == .configuration)
    }

    @Test("a folder that is not there is an error")
    func missing() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: HistoryError.self) { try HistoryFile.open(folder.path("nowhere/history.db")) }
        #expect(error?.message.hasPrefix("the history: ") == true)
    }
}
