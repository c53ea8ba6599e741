import AI1TestSupport
import Testing

@testable import AI1Storage

@Suite("Transactions")
struct TransactionTests {
    private struct Stopped: Error {}

    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store.open(folder.path("note.db"), schema: NoteSchema.first)
    }

    @Test("A transaction that throws leaves nothing, and the next one works")
    func rollback() throws {
        #expect(throws: Stopped.self) {
            try store.write { connection in
                try connection.execute("INSERT INTO note(text) VALUES('lost')")
                throw Stopped()
            }
        }
        try store.add(note: "kept")
        #expect(try store.notes() == ["kept"])
    }

    @Test("A row that the schema refuses is a refusal, and nothing of its transaction stays")
    func refused() throws {
        try store.add(note: "a")
        let error = #expect(throws: StorageError.self) {
            try store.write { connection in
                try connection.execute("INSERT INTO note(text) VALUES('b')")
                try connection.execute("INSERT INTO note(text) VALUES('a')")
            }
        }
        #expect(error?.code == .refused)
        #expect(try store.notes() == ["a"])
    }

    @Test("A reading sees one state, whatever others write meanwhile")
    func snapshot() throws {
        try store.add(note: "a")
        let other = try Store.open(folder.path("note.db"), schema: NoteSchema.first)
        let counts = try store.read { connection in
            let before = try connection.integer("SELECT count(*) FROM note")
            try other.add(note: "b")
            return [before, try connection.integer("SELECT count(*) FROM note")]
        }
        #expect(counts == [1, 1])
        #expect(try store.notes() == ["a", "b"])
    }

    @Test("Values come back as they were bound")
    func values() throws {
        try store.write { try $0.execute("CREATE TABLE value(a INTEGER, b TEXT, c BLOB, d ANY) STRICT") }
        let text = "Grüße\u{0}und mehr 🙂"
        try store.write { connection in
            let insert = try connection.statement("INSERT INTO value VALUES(?, ?, ?, ?)")
            insert.bind(1, Int64.min)
            insert.bind(2, text)
            insert.bind(3, [UInt8]())
            insert.bind(4, nil as Int64?)
            try insert.run()
        }
        try store.read { connection in
            let row = try connection.statement("SELECT a, b, c, d FROM value")
            #expect(try row.step())
            #expect(row.integer(0) == .min)
            #expect(row.text(1) == text)
            #expect(row.optionalBytes(2) == [])
            #expect(row.optionalInteger(3) == nil)
            #expect(try !row.step())
        }
    }
}
