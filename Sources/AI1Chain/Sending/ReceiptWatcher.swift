package import AI1Core
package import AI1Wallet

/// Waits until a transaction is in a block and the block is deep enough.
package struct ReceiptWatcher: Sendable {
    /// How often to look, in milliseconds: a chain for tests, and others, where the interval grows.
    private static let localInterval: Int64 = 250
    private static let firstInterval: Int64 = 1_000
    private static let longestInterval: Int64 = 4_000
    /// Endpoints behind one address may not all have heard of a transaction yet.
    private static let missesUntilDropped = 3
    /// More confirmations than this are a mistake.
    package static let mostConfirmations: UInt64 = 100_000

    let client: ChainClient
    let journal: TransactionJournal
    let clock: any WallClock
    private let settles: Bool
    let notify: @Sendable (SendingNotice) -> Void

    /// - Parameters:
    ///   - clock: the deadline and the waits between two looks
    ///   - settles: whether the journal learns of the end at once; false where the caller tells the user first and then
    ///     calls `settle`: whoever is stopped between is told of the same transaction, and does not sign another
    ///   - notify: told what the user may want to see
    package init(
        client: ChainClient, journal: TransactionJournal, clock: any WallClock, settles: Bool = true,
        notify: @escaping @Sendable (SendingNotice) -> Void = { _ in }
    ) {
        self.client = client
        self.journal = journal
        self.clock = clock
        self.settles = settles
        self.notify = notify
    }

    /// Writes down that a transaction of the journal is in a block, and that the user was told.
    /// - Throws: `StorageError`
    @discardableResult
    package func settle(_ receipt: Receipt) throws -> JournalEntry? {
        let hash = receipt.transactionHash
        guard try journal.entry(hash) != nil else { return nil }
        try journal.confirmMined(hash, receipt.inclusion)
        return try journal.confirmTold(hash)
    }

    /// What is remembered from one look to the next.
    struct Watch {
        let hash: Hash32
        let confirmations: UInt64
        var looks = 0
        /// Looks one after the other that found it nowhere.
        var misses = 0
        var last: Receipt?
        var told: Set<SendingNotice> = []
    }

    /// Waits for a transaction.
    /// - Parameters:
    ///   - hash: of one in the journal, or of any other
    ///   - confirmations: blocks from its own to the latest one; at least 1
    ///   - milliseconds: how long to wait
    /// - Throws: `ChainError` with `transaction`: `reverted` with the contract's reason, `replaced` when another
    ///   transaction took the nonce, `tryLater` when the time is over, `usage` for too many confirmations;
    ///   `StorageError`; `CancellationError`
    package func wait(
        for hash: Hash32, confirmations: UInt64 = 1, milliseconds: Int64
    ) async throws -> ReceiptReport {
        guard confirmations <= Self.mostConfirmations else {
            throw ChainError(.usage, "at most \(Self.mostConfirmations) confirmations can be waited for").about(hash)
        }
        let end = clock.monotonicNanoseconds + milliseconds * 1_000_000
        var watch = Watch(hash: hash, confirmations: max(1, confirmations))
        while true {
            do {
                if let report = try await look(&watch) {
                    guard report.receipt.succeeded else { throw try await reverted(report) }
                    return report
                }
            } catch let error as ChainError where error.code == .tryLater || error.code == .unreachable {
                tell(.waitsForEndpoint(reason: error.message), &watch)
            } catch let error as ChainError {
                throw error.about(hash)
            }
            watch.looks += 1
            let interval = interval(watch.looks)
            guard clock.monotonicNanoseconds + interval * 1_000_000 <= end else { throw late(watch) }
            try await clock.sleep(milliseconds: interval)
        }
    }

    /// Looks once; nil when there is more to wait for.
    private func look(_ watch: inout Watch) async throws -> ReceiptReport? {
        guard let receipt = try await client.receipt(watch.hash) else {
            try await lookWithoutReceipt(&watch)
            return nil
        }
        if let last = watch.last, last.blockHash != receipt.blockHash {
            notify(.reorganised(watch.hash, block: last.blockNumber))
        }
        watch.last = receipt
        let head = try await client.blockNumber()
        // A head below the receipt's own block is that of a node which lags behind; one beyond all numbers counts as none.
        let depth = head >= receipt.blockNumber ? head - receipt.blockNumber &+ 1 : 0
        guard depth >= watch.confirmations else {
            let notice = SendingNotice.mined(
                watch.hash, block: receipt.blockNumber, confirmations: depth, of: watch.confirmations)
            tell(notice, &watch)
            return nil
        }
        guard try await client.block(.number(receipt.blockNumber))?.hash == receipt.blockHash else {
            try turned(&watch)
            return nil
        }
        // Not before: until it is as deep as was asked for, the same intent is under way and is not signed for again.
        var entry = try journal.entry(watch.hash)
        if entry != nil, settles { entry = try settle(receipt) }
        return ReceiptReport(receipt: receipt, confirmations: depth, entry: entry)
    }

    /// The block is no longer part of the chain.
    private func turned(_ watch: inout Watch) throws {
        guard let last = watch.last else { return }
        watch.last = nil
        notify(.reorganised(watch.hash, block: last.blockNumber))
        if try journal.entry(watch.hash) != nil { try journal.returnToSent(watch.hash) }
    }

    private func lookWithoutReceipt(_ watch: inout Watch) async throws {
        try turned(&watch)
        guard try await client.transaction(watch.hash) == nil else {
            watch.misses = 0
            return
        }
        watch.misses += 1
        guard let entry = try journal.entry(watch.hash) else { return }
        let reconciler = JournalReconciler(client: client, journal: journal)
        try await reconciler.refreshFamily(of: entry)
        if let winner = try reconciler.winner(over: entry), winner != watch.hash { throw Self.replaced(entry, winner) }
        guard try await client.nonce(of: entry.sender, at: .latest) > entry.nonce else {
            if watch.misses >= Self.missesUntilDropped { tell(.dropped(watch.hash), &watch) }
            return
        }
        guard try journal.entry(watch.hash)?.state == .replaced else { return }
        throw Self.replaced(entry, nil)
    }

    private static func replaced(_ entry: JournalEntry, _ winner: Hash32?) -> ChainError {
        let name = winner.map { "the transaction \($0.hex)" } ?? "another transaction"
        return ChainError(
            .replaced, "\(name) has taken nonce \(entry.nonce): \(entry.hash.hex) will never be in a block",
            hint: winner.map { "ai1 wallet tx receipt \($0.hex)" })
    }

    private func late(_ watch: Watch) -> ChainError {
        let hash = watch.hash.hex
        let isOurs = (try? journal.entry(watch.hash)).flatMap { $0 } != nil
        guard let last = watch.last else {
            return ChainError(
                .tryLater, "\(hash) is in no block yet",
                hint: isOurs
                    ? "ai1 wallet tx pending says why; with higher fees: ai1 wallet tx speed-up \(hash)"
                    : "compare the hash and the network; it was not sent from this machine"
            ).about(watch.hash)
        }
        return ChainError(
            .tryLater, "\(hash) is in block \(last.blockNumber), and has not \(watch.confirmations) confirmations yet",
            hint: "to wait again: ai1 wallet tx receipt \(hash)"
        ).about(watch.hash)
    }

    /// Says a thing once.
    private func tell(_ notice: SendingNotice, _ watch: inout Watch) {
        if watch.told.insert(notice).inserted { notify(notice) }
    }

    private func interval(_ looks: Int) -> Int64 {
        guard client.network.chainID != SendingLimits.localChainID else { return Self.localInterval }
        return min(Self.longestInterval, Self.firstInterval + Int64(looks / 4) * 500)
    }
}
