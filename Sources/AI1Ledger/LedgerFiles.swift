/// Where the parts of a ledger are.
package struct LedgerFiles: Sendable, Hashable {
    /// The folder of the database, the requests under way and the kept answers.
    package let data: String
    /// The folder of the key that signs checkpoints: not the ledger's own.
    package let config: String
    /// The folder of what is noted about the ledger from outside.
    package let state: String

    package init(data: String, config: String, state: String) {
        self.data = data
        self.config = config
        self.state = state
    }

    package var database: String { data + "/ledger.db" }
    /// One locked file for each request under way.
    package var inflight: String { data + "/inflight" }
    /// Answers of idempotency keys.
    package var kept: String { data + "/kept" }
    /// The Ed25519 key that signs checkpoints.
    package var auditKey: String { config + "/audit.key" }
    /// The newest event, noted after every commit.
    package var auditHead: String { state + "/audit.head" }
    /// Signed checkpoints, one a line.
    package var auditCheckpoints: String { state + "/audit.checkpoint" }
}
