package import AI1Storage

/// A small database for tests of the file store.
package enum NoteSchema {
    /// "NOTE"
    package static let applicationID: Int32 = 0x4E4F_5445

    /// The first version: one table.
    package static let first = Schema(applicationID: applicationID, migrations: [step(1)])
    /// The second version: one more column.
    package static let second = Schema(applicationID: applicationID, migrations: [step(1), step(2)])

    /// A step as it was released.
    package static func step(_ version: Int64) -> Migration {
        switch version {
        case 1:
            Migration(version: 1, sql: "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;")
        default:
            Migration(version: version, sql: "ALTER TABLE note ADD COLUMN mark\(version) INTEGER NOT NULL DEFAULT 7;")
        }
    }
}

extension Store {
    /// Adds a note.
    package func add(note text: String) throws {
        try write { connection in
            let insert = try connection.statement("INSERT INTO note(text) VALUES(?)")
            insert.bind(1, text)
            try insert.run()
        }
    }

    /// All notes in the order in which they were added.
    package func notes() throws -> [String] {
        try read { connection in
            let rows = try connection.statement("SELECT text FROM note ORDER BY id")
            var notes: [String] = []
            while try rows.step() { notes.append(rows.text(0)) }
            return notes
        }
    }

    /// What a pragma says.
    package func pragma(_ name: String) throws -> String {
        try read { try $0.query("PRAGMA \(name)") { try $0.step() ? $0.text(0) : "" } }
    }
}
