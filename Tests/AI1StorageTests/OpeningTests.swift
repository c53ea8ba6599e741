import AI1TestSupport
import Testing

@testable import AI1Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Opening a database")
struct OpeningTests {
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = folder.path("note.db")
    }

    private func open(_ schema: Schema = NoteSchema.first) throws -> Store { try Store.open(database, schema: schema) }

    @Test(
        "The rules of the connection are as they should be",
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
            ("mmap_size", "0"), ("application_id", "\(NoteSchema.applicationID)"), ("user_version", "1"),
        ])
    func rules(pragma: String, value: String) throws {
        #expect(try open().pragma(pragma) == value)
        // The second opening finds the file made.
        #expect(try open().pragma(pragma) == value)
    }

    @Test("Every file has mode 0600, whatever the umask")
    func modes() throws {
        let old = umask(0)
        defer { umask(old) }
        let store = try open()
        try store.add(note: "a")
        for name in ["note.db", "note.db-wal", "note.db-shm", "note.db-gate"] {
            #expect(folder.mode(name) == 0o600, "\(name)")
        }
    }

    @Test("The last close leaves the log as it is")
    func lastClose() throws {
        var store: Store? = try open()
        try store?.add(note: "kept in the log")
        let database = folder.read("note.db")
        store = nil
        let log = try #require(folder.read("note.db-wal"))
        #expect(log.count > 4_096)
        #expect(folder.read("note.db") == database)
        #expect(try open().notes() == ["kept in the log"])
    }

    @Test("The log is written back beyond 1,000 frames, and not before")
    func checkpoint() throws {
        let store = try open()
        let size = try #require(folder.read("note.db")).count
        let text = String(repeating: "x", count: 40_000)
        for number in 0..<40 { try store.add(note: "\(number)\(text)") }
        #expect(folder.read("note.db")?.count == size)
        for number in 40..<120 { try store.add(note: "\(number)\(text)") }
        #expect((folder.read("note.db")?.count ?? 0) > 4_000_000)
        // Then the log is used again from its beginning.
        for number in 120..<300 { try store.add(note: "\(number)\(text)") }
        #expect((folder.read("note.db-wal")?.count ?? 0) < 9_000_000)
        #expect(try store.notes().count == 300)
    }

    @Test("A file of another program is refused and not touched")
    func foreign() throws {
        _ = try Store.open(
            database, schema: Schema(applicationID: 0x1234, migrations: [NoteSchema.step(1)]))
        let before = folder.read("note.db")
        let error = #expect(throws: StorageError.self) { try open() }
        #expect(error?.code == .corrupt)
        #expect(folder.read("note.db") == before)
    }

    @Test(
        "A file that is no database is refused and not touched",
        arguments: [1, 1_000])
    func garbage(count: Int) throws {
        let text = String(repeating: "no database at all\n", count: count)
        try folder.write("note.db", text)
        let error = #expect(throws: StorageError.self) { try open() }
        #expect(error?.code == .corrupt)
        #expect(folder.text("note.db") == text)
    }

    @Test("A database of SQLite's without a name of its own is refused, and an empty file is made one")
    func nameless() throws {
        _ = try Store.open(database, schema: Schema(applicationID: 0, migrations: [NoteSchema.step(1)]))
        #expect(throws: StorageError.self) { try open() }
        try folder.write("empty.db", "")
        let store = try Store.open(folder.path("empty.db"), schema: NoteSchema.first)
        #expect(try store.notes() == [])
    }

    @Test("A folder that is not there is told")
    func missingFolder() throws {
        let error = #expect(throws: StorageError.self) {
            try Store.open(folder.path("none/note.db"), schema: NoteSchema.first)
        }
        #expect(error?.code == .cannotCreate)
    }

    @Test("A database that is replaced while it is open is written no more")
    func replaced() throws {
        let store = try open()
        try store.add(note: "a")
        _ = try Store.open(folder.path("other.db"), schema: NoteSchema.first)
        #expect(rename(folder.path("other.db"), database) == 0)
        for _ in 0..<2 {
            let error = #expect(throws: StorageError.self) { try store.add(note: "b") }
            #expect(error?.code == .replaced)
        }
    }

    @Test("A database whose file was removed while it was open is written no more")
    func removed() throws {
        let store = try open()
        #expect(unlink(database) == 0)
        let error = #expect(throws: StorageError.self) { try store.add(note: "b") }
        #expect(error?.code == .replaced)
    }

    @Test("In a folder that may only be read, it can be read and writing is refused", arguments: [true, false])
    func readOnly(hasLog: Bool) async throws {
        var store: Store? = try open()
        try store?.add(note: "a")
        if !hasLog { try store?.write { try $0.execute("SELECT 1") } }
        store = nil
        if !hasLog {
            let emptied = try await Program.run(
                path: "/usr/bin/env", ["python3", "-c", Self.writeBack, database],
                options: ProgramOptions(environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"]))
            try #require(emptied.status == 0, "\(emptied.errorText)")
            #expect(folder.read("note.db-wal") == nil)
        }
        for name in folder.names {
            chown(folder.path(name), geteuid() == 0 ? 65_534 : geteuid(), 65_534)
            chmod(folder.path(name), 0o400)
        }
        chown(folder.path, geteuid() == 0 ? 65_534 : geteuid(), 65_534)
        chmod(folder.path, 0o500)
        defer { chmod(folder.path, 0o700) }
        let result = try await TortureProgram.run(["read-only", database])
        #expect(result.outputText == "notes a\nrefused readOnly\n", "\(result.errorText)")
    }

    private static let writeBack =
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode=DELETE'); c.close()"
}
