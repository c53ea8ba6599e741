internal import AI1Core
internal import AI1Storage
package import AI1Wallet

/// The steps that a transaction takes. Each is one durable commit; one that was taken already changes nothing.
extension TransactionJournal {
    /// The sending begins: from now on a node may have it.
    /// - Throws: `ChainError` of code `notFound`, or `usage` when it is not pending; `StorageError`
    @discardableResult
    package func beginSending(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, _ in
            guard entry.state.isPending else { throw Self.misstep(entry, "be sent") }
            let isFirst = entry.state == .journalled
            try connection.change(isFirst ? "state = 'sending', attempts = 1" : "attempts = attempts + 1", entry)
        }
    }

    /// A node has it.
    /// - Throws: `ChainError` of code `notFound`, or `usage` when its sending was not begun; `StorageError`
    @discardableResult
    package func confirmSent(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, now in
            switch entry.state {
            case .sending: try connection.change("state = 'sent', sent = coalesce(sent, \(now))", entry)
            case .sent, .mined, .replaced: return
            case .journalled, .released, .dropped: throw Self.misstep(entry, "be with a node")
            }
        }
    }

    /// It is in a block, and so no other transaction of its nonce will ever be.
    /// - Throws: `ChainError` of code `notFound`; `StorageError`
    @discardableResult
    package func confirmMined(_ hash: Hash32, _ inclusion: Inclusion) throws -> JournalEntry {
        guard let block = Int64(exactly: inclusion.blockNumber) else {
            throw ChainError(.malformed, "block number \(inclusion.blockNumber) is beyond belief")
        }
        return try step(hash) { connection, entry, now in
            guard entry.inclusion != inclusion else { return }
            for rival in try connection.family(of: entry)
            where rival.hash != hash && (rival.state.isPending || rival.state == .mined) {
                try connection.change(Self.replacedChange(now), rival)
            }
            let change = """
                state = 'mined', settled = \(now), block = \(block), status = \(inclusion.succeeded ? 1 : 0),
                block_hash = ?
                """
            try connection.change(change, entry) { $0.bind(1, inclusion.blockHash.bytes) }
        }
    }

    /// The block that it was in is no longer part of the chain: it waits again, and so do those that it had replaced.
    /// - Throws: `ChainError` of code `notFound`; `StorageError`
    @discardableResult
    package func returnToSent(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, now in
            guard entry.state == .mined else { return }
            let change = """
                state = 'sent', sent = coalesce(sent, \(now)), settled = NULL, block = NULL, block_hash = NULL,
                status = NULL, attempts = max(attempts, 1)
                """
            try connection.change(change, entry)
            for rival in try connection.family(of: entry) where rival.hash != hash && rival.state == .replaced {
                let state = rival.sent != nil ? "sent" : rival.attempts > 0 ? "sending" : "journalled"
                try connection.change("state = '\(state)', settled = NULL", rival)
            }
        }
    }

    /// Another transaction of the account, not one of the journal, has its nonce.
    /// - Throws: `ChainError` of code `notFound`, or `usage` when it is not pending; `StorageError`
    @discardableResult
    package func confirmReplaced(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, now in
            guard entry.state != .replaced else { return }
            guard entry.state.isPending else { throw Self.misstep(entry, "be replaced") }
            try connection.change(Self.replacedChange(now), entry)
        }
    }

    /// Gives up a transaction that was never sent: its nonce is free again.
    /// - Throws: `ChainError` of code `notFound`, or `usage` when its sending was begun; `StorageError`
    @discardableResult
    package func release(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, now in
            guard entry.state != .released else { return }
            guard entry.state == .journalled else {
                throw ChainError(
                    .usage, "\(entry.hash.hex) is \(entry.state.rawValue): it cannot be taken back, only replaced",
                    hint: entry.state.isPending ? "ai1 wallet tx cancel \(entry.hash.hex)" : nil)
            }
            try connection.change("state = 'released', settled = \(now)", entry)
        }
    }

    /// An attempt at sending it surely reached no node, or the node refused it and keeps nothing. When no other attempt
    /// is in doubt, it counts as never sent again.
    /// - Throws: `ChainError` of code `notFound`; `StorageError`
    @discardableResult
    package func revokeAttempt(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, _ in
            guard entry.state == .sending else { return }
            let isLast = entry.attempts <= 1
            try connection.change(isLast ? "state = 'journalled', attempts = 0" : "attempts = attempts - 1", entry)
        }
    }

    /// Leaves behind what was on a chain that has begun anew.
    /// - Throws: `ChainError` of code `notFound`, or `usage` when it was never sent; `StorageError`
    @discardableResult
    package func drop(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, now in
            guard entry.state != .dropped else { return }
            guard entry.attempts > 0 else { throw Self.misstep(entry, "be left behind") }
            let change = "state = 'dropped', settled = \(now), block = NULL, block_hash = NULL, status = NULL"
            try connection.change(change, entry)
        }
    }

    /// The user knows what became of it: from now on the same intent is a new one.
    /// - Throws: `ChainError` of code `notFound`; `StorageError`
    @discardableResult
    package func confirmTold(_ hash: Hash32) throws -> JournalEntry {
        try step(hash) { connection, entry, _ in try connection.change("told = 1", entry) }
    }

    private func step(
        _ hash: Hash32, _ body: (Connection, JournalEntry, Int64) throws -> Void
    ) throws -> JournalEntry {
        let now = clock.now.millisecondsSinceEpoch
        return try write { connection in
            guard let entry = try connection.entry(hash) else { throw Self.missing(hash) }
            try body(connection, entry, now)
            guard let changed = try connection.entry(hash) else { throw Self.missing(hash) }
            return changed
        }
    }

    private static func replacedChange(_ now: Int64) -> String {
        "state = 'replaced', settled = \(now), block = NULL, block_hash = NULL, status = NULL"
    }

    static func missing(_ hash: Hash32) -> ChainError {
        ChainError(
            .notFound, "no transaction \(hash.hex) in the journal", hint: "ai1 wallet tx pending lists what is there")
    }

    private static func misstep(_ entry: JournalEntry, _ what: String) -> ChainError {
        ChainError(.usage, "\(entry.hash.hex) is \(entry.state.rawValue) and cannot \(what)")
    }
}

extension Connection {
    /// All transactions of an entry's account, chain and nonce, in the order of their writing.
    func family(of entry: JournalEntry) throws -> [JournalEntry] {
        try entries("chain_id = ? AND sender = ? AND nonce = ? ORDER BY id") {
            $0.bind(1, Int64(clamping: entry.chainID))
            $0.bind(2, entry.sender.bytes)
            $0.bind(3, Int64(clamping: entry.nonce))
        }
    }

    /// Changes one entry.
    /// - Parameter change: what follows SET; its parameters come first
    fileprivate func change(_ change: String, _ entry: JournalEntry, _ bind: (Statement) -> Void = { _ in }) throws {
        try query("UPDATE entry SET \(change) WHERE id = \(entry.id)") { statement in
            bind(statement)
            try statement.run()
        }
    }
}
