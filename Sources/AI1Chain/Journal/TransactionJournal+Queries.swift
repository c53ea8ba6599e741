internal import AI1Core
internal import AI1Storage
package import AI1Wallet

extension TransactionJournal {
    /// Entries that one answer has at most.
    package static let mostEntries = 1_000

    /// The entry of a transaction; nil without one.
    /// - Throws: `StorageError`
    package func entry(_ hash: Hash32) throws -> JournalEntry? { try read { try $0.entry(hash) } }

    /// The entry that a key stands for; nil when the key is free.
    /// - Throws: `StorageError`
    package func entry(key: String, chain: UInt64, sender: Address) throws -> JournalEntry? {
        try read { connection in
            let condition =
                "chain_id = ? AND sender = ? AND idempotency_key = ? AND state NOT IN ('released', 'dropped')"
            return try connection.entries(condition) {
                $0.bind(1, Int64(clamping: chain))
                $0.bind(2, sender.bytes)
                $0.bind(3, key)
            }.first
        }
    }

    /// What may still come into a block, in the order of chain, account and nonce.
    /// - Parameters:
    ///   - chain: of one chain only
    ///   - sender: of one account only
    /// - Throws: `StorageError`
    package func pending(chain: UInt64? = nil, sender: Address? = nil) throws -> [JournalEntry] {
        try read { connection in
            let condition = """
                state IN ('journalled', 'sending', 'sent') AND (?1 IS NULL OR chain_id = ?1)
                AND (?2 IS NULL OR sender = ?2) ORDER BY chain_id, sender, nonce, id LIMIT \(Self.mostEntries)
                """
            return try connection.entries(condition) {
                $0.bind(1, chain.map { Int64(clamping: $0) })
                $0.bind(2, sender?.bytes)
            }
        }
    }

    /// The newest entries first.
    /// - Throws: `StorageError`
    package func history(limit: Int = 100, chain: UInt64? = nil, sender: Address? = nil) throws -> [JournalEntry] {
        try read { connection in
            let condition = """
                (?1 IS NULL OR chain_id = ?1) AND (?2 IS NULL OR sender = ?2) ORDER BY id DESC LIMIT ?3
                """
            return try connection.entries(condition) {
                $0.bind(1, chain.map { Int64(clamping: $0) })
                $0.bind(2, sender?.bytes)
                $0.bind(3, max(0, min(limit, Self.mostEntries)))
            }
        }
    }

    /// A transaction of an intent that is in a block, and whose end nobody was told: the command that sent it was stopped,
    /// or gave up waiting. nil without one.
    /// - Throws: `StorageError`
    func untold(_ intent: TransactionIntent) throws -> JournalEntry? {
        try read { connection in
            try connection.entries("intent = ? AND state = 'mined' AND told = 0 ORDER BY id DESC LIMIT 1") {
                $0.bind(1, intent.digest.bytes)
            }.first
        }
    }

    /// The newest transaction of an intent that was given up, when its nonce is below one that is free, and none of the
    /// journal's is known to have it; nil without one.
    /// - Throws: `StorageError`
    func givenUp(_ intent: TransactionIntent, below nonce: UInt64) throws -> JournalEntry? {
        try read { connection in
            let condition = """
                intent = ? AND state = 'released' AND nonce < ? AND NOT EXISTS(
                  SELECT 1 FROM entry AS other WHERE other.chain_id = entry.chain_id AND other.sender = entry.sender
                  AND other.nonce = entry.nonce AND other.state IN ('journalled', 'sending', 'sent', 'mined'))
                ORDER BY id DESC LIMIT 1
                """
            return try connection.entries(condition) {
                $0.bind(1, intent.digest.bytes)
                $0.bind(2, Int64(clamping: nonce))
            }.first
        }
    }

    /// All transactions that compete for an entry's nonce, itself among them, in the order of their writing.
    /// - Throws: `StorageError`
    package func family(of entry: JournalEntry) throws -> [JournalEntry] { try read { try $0.family(of: entry) } }

    /// Whether an account has sent to an address before, as recipient or as who benefits. False makes it a first use.
    /// - Throws: `StorageError`
    package func hasSent(from sender: Address, to address: Address, chain: UInt64) throws -> Bool {
        try read { connection in
            let question = """
                SELECT 1 FROM entry WHERE chain_id = ?1 AND sender = ?2 AND (recipient = ?3 OR beneficiary = ?3)
                AND state IN ('sent', 'mined') LIMIT 1
                """
            return try connection.query(question) {
                $0.bind(1, Int64(clamping: chain))
                $0.bind(2, sender.bytes)
                $0.bind(3, address.bytes)
                return try $0.step()
            }
        }
    }

    /// The number of the newest entry; 0 without one.
    /// - Throws: `StorageError`
    func newestID() throws -> Int64 { try read { try $0.integer("SELECT max(id) FROM entry") ?? 0 } }

    /// The transactions of an intent that may still come into a block, and all that were written after an entry, what
    /// was given up left out.
    /// - Throws: `StorageError`
    func recent(of intent: TransactionIntent, after id: Int64) throws -> [JournalEntry] {
        try read { connection in
            let condition = """
                intent = ? AND (id > ? OR state IN ('journalled', 'sending', 'sent'))
                AND state NOT IN ('released', 'dropped') LIMIT \(Self.mostEntries)
                """
            return try connection.entries(condition) {
                $0.bind(1, intent.digest.bytes)
                $0.bind(2, id)
            }
        }
    }

    /// Mined transactions that were seen in a block since a moment, those of the highest blocks first.
    /// - Throws: `StorageError`
    func mined(chain: UInt64, sender: Address?, since moment: Timestamp) throws -> [JournalEntry] {
        try read { connection in
            let condition = """
                chain_id = ?1 AND (?2 IS NULL OR sender = ?2) AND state = 'mined' AND settled >= ?3
                ORDER BY block DESC, id DESC LIMIT \(Self.mostEntries)
                """
            return try connection.entries(condition) {
                $0.bind(1, Int64(clamping: chain))
                $0.bind(2, sender?.bytes)
                $0.bind(3, moment.millisecondsSinceEpoch)
            }
        }
    }

    /// An account's mined transactions from a nonce on, in the order of their nonces.
    /// - Throws: `StorageError`
    func mined(chain: UInt64, sender: Address, from nonce: UInt64) throws -> [JournalEntry] {
        try read { connection in
            let condition = """
                chain_id = ? AND sender = ? AND nonce >= ? AND state = 'mined' ORDER BY nonce LIMIT \(Self.mostEntries)
                """
            return try connection.entries(condition) {
                $0.bind(1, Int64(clamping: chain))
                $0.bind(2, sender.bytes)
                $0.bind(3, Int64(clamping: nonce))
            }
        }
    }
}
