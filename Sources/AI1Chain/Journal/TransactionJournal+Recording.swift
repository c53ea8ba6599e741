internal import AI1Core
internal import AI1Storage
package import AI1Wallet

extension TransactionJournal {
    /// What the journal knows of an intent before a transaction is signed for it.
    package enum Standing: Sendable, Hashable {
        /// Nothing: a transaction may be signed.
        case free
        /// The key was used for this intent: its transaction, which is the one to go on with.
        case known(JournalEntry)
    }

    /// Whether a transaction may be signed for an intent.
    /// - Parameters:
    ///   - key: what the caller named the intent by; without one, the same intent must not be under way
    /// - Throws: `ChainError` of code `conflict` when the key was used for another intent, of code `unsettled` when the
    ///   same intent is under way; `StorageError`
    package func standing(
        of intent: TransactionIntent, key: String?, chain: UInt64, sender: Address
    ) throws -> Standing {
        if let key { try NewEntry.check(key: key) }
        return try read { try Self.standing($0, intent, key, chain, sender) }
    }

    /// Writes a signed transaction down, durably. What was given up or was on a chain that is gone may be written
    /// again.
    /// - Returns: the new entry, or the one that the key or the very same transaction has already
    /// - Throws: `ChainError` of code `conflict` when the key was used for another intent or the nonce is another
    ///   transaction's, of code `unsettled` when the same intent is under way, of code `notFound` or `usage` when what
    ///   it is to replace is not there or not pending; `StorageError`: nothing was written
    package func record(_ new: NewEntry) throws -> JournalEntry {
        let hash = Keccak256.hash(new.raw)
        let now = clock.now.millisecondsSinceEpoch
        return try write { connection in
            let same = try connection.entry(hash)
            if let same, same.state != .released, same.state != .dropped { return same }
            if new.replaces == nil || new.idempotencyKey != nil {
                let standing = try Self.standing(
                    connection, new.intent, new.idempotencyKey, new.chainID, new.sender)
                if case .known(let entry) = standing { return entry }
            }
            try Self.checkPlace(connection, new)
            if same == nil {
                try Self.insert(connection, new, hash, now)
            } else {
                try Self.revive(connection, new, hash, now)
            }
            guard let entry = try connection.entry(hash) else {
                throw StorageError(.inputOutput, message: "an entry is not there after it was written")
            }
            return entry
        }
    }

    private static func standing(
        _ connection: Connection, _ intent: TransactionIntent, _ key: String?, _ chain: UInt64, _ sender: Address
    ) throws -> Standing {
        if let key {
            let condition =
                "chain_id = ? AND sender = ? AND idempotency_key = ? AND state NOT IN ('released', 'dropped')"
            let entry = try connection.entries(condition) {
                $0.bind(1, Int64(clamping: chain))
                $0.bind(2, sender.bytes)
                $0.bind(3, key)
            }.first
            guard let entry else { return .free }
            guard entry.intent == intent else {
                throw ChainError(
                    .conflict,
                    "the idempotency key was used for another transaction (\(entry.hash.hex)): \(entry.summary)",
                    hint: "use another key for another transaction")
            }
            return .known(entry)
        }
        let same = try connection.entries("intent = ? AND state IN ('journalled', 'sending', 'sent') LIMIT 1") {
            $0.bind(1, intent.digest.bytes)
        }.first
        if let same { throw Self.unsettled(same) }
        return .free
    }

    /// The same intent is under way.
    static func unsettled(_ entry: JournalEntry) -> ChainError {
        let state =
            switch entry.state {
            case .journalled: "signed and not sent yet"
            case .sending: "perhaps sent"
            default: "sent and not in a block yet"
            }
        return ChainError(
            .unsettled, "the same transaction is \(state): \(entry.hash.hex) (nonce \(entry.nonce)), \(entry.summary)",
            hint: "to send the very same again: ai1 wallet tx rebroadcast \(entry.hash.hex); "
                + "to do it once more on purpose: --idempotency-key with a new key")
    }

    /// Whether the nonce is free, or the transaction to be replaced is there and pending.
    private static func checkPlace(_ connection: Connection, _ new: NewEntry) throws {
        let family = try connection.entries("chain_id = ? AND sender = ? AND nonce = ?") {
            $0.bind(1, Int64(clamping: new.chainID))
            $0.bind(2, new.sender.bytes)
            $0.bind(3, Int64(clamping: new.nonce))
        }
        guard let replaced = new.replaces else {
            guard let holder = family.first(where: \.state.isLive) else { return }
            throw ChainError(
                .conflict, "nonce \(new.nonce) is that of another transaction: \(holder.hash.hex), \(holder.summary)",
                hint: "ai1 wallet tx pending")
        }
        guard let old = family.first(where: { $0.hash == replaced }) else {
            throw ChainError(.notFound, "the transaction to be replaced is not in the journal: \(replaced.hex)")
        }
        guard old.state == .sending || old.state == .sent else {
            throw ChainError(.usage, "\(replaced.hex) is \(old.state.rawValue): there is nothing to replace")
        }
        let isTaken = family.contains {
            $0.replaces == replaced && $0.state != .released && $0.state != .dropped
        }
        guard !isTaken else {
            throw ChainError(
                .conflict, "\(replaced.hex) is being replaced already", hint: "ai1 wallet tx pending shows by which")
        }
    }

    private static func insert(_ connection: Connection, _ new: NewEntry, _ hash: Hash32, _ now: Int64) throws {
        let statement = try connection.statement(
            """
            INSERT INTO entry(idempotency_key, replaces, recipient, beneficiary, summary, max_fees, created, hash,
              chain_id, sender, nonce, raw, intent, state)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'journalled')
            """)
        bind(statement, new, hash, now)
        statement.bind(9, Int64(clamping: new.chainID))
        statement.bind(10, new.sender.bytes)
        statement.bind(11, Int64(clamping: new.nonce))
        statement.bind(12, new.raw)
        statement.bind(13, new.intent.digest.bytes)
        try statement.run()
    }

    private static func revive(_ connection: Connection, _ new: NewEntry, _ hash: Hash32, _ now: Int64) throws {
        let statement = try connection.statement(
            """
            UPDATE entry SET id = (SELECT max(id) + 1 FROM entry), idempotency_key = ?,
              replaces = ?, recipient = ?, beneficiary = ?, summary = ?,
              max_fees = ?, created = ?, state = 'journalled', sent = NULL, settled = NULL, attempts = 0, told = 0
            WHERE hash = ?
            """)
        bind(statement, new, hash, now)
        try statement.run()
    }

    private static func bind(_ statement: Statement, _ new: NewEntry, _ hash: Hash32, _ now: Int64) {
        statement.bind(1, new.idempotencyKey)
        statement.bind(2, new.replaces?.bytes)
        statement.bind(3, new.recipient?.bytes)
        statement.bind(4, new.beneficiary?.bytes)
        statement.bind(5, new.summary)
        statement.bind(6, new.maxFees)
        statement.bind(7, now)
        statement.bind(8, hash.bytes)
    }
}
