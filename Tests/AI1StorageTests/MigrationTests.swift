import AI1TestSupport
import Testing

@testable import AI1Storage

@Suite("Versions of a database")
struct MigrationTests {
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = folder.path("note.db")
    }

    private func open(_ schema: Schema) throws -> Store { try Store.open(database, schema: schema) }

    @Test("An older file is brought forward and keeps its rows")
    func forward() throws {
        try open(NoteSchema.first).add(note: "a")
        let store = try open(NoteSchema.second)
        #expect(try store.notes() == ["a"])
        #expect(try store.read { try $0.integer("SELECT mark2 FROM note") } == 7)
        #expect(try store.pragma("user_version") == "2")
        #expect(store.readOnlyReason == nil)
    }

    @Test("A newer file is only read, and says so")
    func newer() throws {
        try open(NoteSchema.second).add(note: "a")
        let store = try open(NoteSchema.first)
        #expect(try store.notes() == ["a"])
        #expect(store.readOnlyReason?.code == .newer)
        let error = #expect(throws: StorageError.self) { try store.add(note: "b") }
        #expect(error?.code == .newer)
        #expect(try open(NoteSchema.second).notes() == ["a"])
    }

    @Test("A step that is not the one that was released is refused")
    func changedStep() throws {
        try open(NoteSchema.first).add(note: "a")
        let changed = Migration(version: 1, sql: NoteSchema.step(1).sql + " ")
        let error = #expect(throws: StorageError.self) {
            try open(Schema(applicationID: NoteSchema.applicationID, migrations: [changed, NoteSchema.step(2)]))
        }
        #expect(error?.code == .corrupt)
        #expect(try open(NoteSchema.first).pragma("user_version") == "1")
    }

    @Test("A step that fails changes nothing")
    func failingStep() throws {
        try open(NoteSchema.first).add(note: "a")
        let failing = Migration(version: 2, sql: "CREATE TABLE half(id INTEGER); INSERT INTO nowhere VALUES(1);")
        #expect(throws: StorageError.self) {
            try open(Schema(applicationID: NoteSchema.applicationID, migrations: [NoteSchema.step(1), failing]))
        }
        let store = try open(NoteSchema.first)
        #expect(try store.notes() == ["a"])
        #expect(try store.read { try $0.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") } == 0)
    }

    @Test("16 processes that make the same database at once make one")
    func together() async throws {
        var processes: [RunningProgram] = []
        for number in 0..<16 {
            processes.append(try TortureProgram.start(["gate-count", database, folder.path("counter\(number)"), "1"]))
        }
        for process in processes {
            let result = await process.result()
            #expect(result.status == 0, "\(result.errorText)")
        }
        #expect(try open(NoteSchema.first).read { try $0.integer("SELECT count(*) FROM migration") } == 1)
    }
}
