/// One step of a schema. Steps only go forward, and are never changed once they were released.
package struct Migration: Sendable {
    /// 1 for the first.
    package let version: Int64
    package let sql: String
    /// Rows that the schema begins with, after its statements.
    package let seed: @Sendable (Connection) throws -> Void

    package init(version: Int64, sql: String, seed: @escaping @Sendable (Connection) throws -> Void = { _ in }) {
        self.version = version
        self.sql = sql
        self.seed = seed
    }

    /// FNV-1a of the text, 64 bits: notices a step that was changed after its release. No protection against intent.
    package var checksum: Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in sql.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01B3
        }
        return Int64(bitPattern: hash)
    }
}

/// What a database file is, and how it is made.
package struct Schema: Sendable {
    /// SQLite's application_id, by which the file is known.
    package let applicationID: Int32
    /// In rising order of version, without gaps from 1.
    package let migrations: [Migration]

    package init(applicationID: Int32, migrations: [Migration]) {
        self.applicationID = applicationID
        self.migrations = migrations
    }

    /// The version that this program knows.
    package var version: Int64 { migrations.last?.version ?? 0 }
}
