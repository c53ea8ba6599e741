package import AI1Core
package import AI1Wallet

/// Signs and sends: one intent, at most one transaction. Every signed transaction is in the journal, durably, before an
/// octet of it is sent; whatever happens then, the same octets are sent again and nothing is signed twice.
package struct TransactionSender: Sendable {
    /// Signs a transaction whose nonce is now known.
    package typealias Signing = (Transaction) throws -> SignedTransaction

    let client: ChainClient
    let journal: TransactionJournal
    private let lock: NonceLock
    let clock: any WallClock
    let limits: SendingLimits
    let probe: SendingProbe
    let notify: @Sendable (SendingNotice) -> Void
    /// The journal's newest entry when the command began.
    let newestBefore: Int64?

    var reconciler: JournalReconciler { JournalReconciler(client: client, journal: journal) }

    /// Made at the beginning of a command: the same intent that others send from then on is not sent once more by
    /// `send`.
    /// - Parameters:
    ///   - lock: keeps other senders of the same account waiting
    ///   - clock: deadlines and waits between attempts
    ///   - probe: told of every step, for tests
    ///   - notify: told what the user may want to see
    package init(
        client: ChainClient, journal: TransactionJournal, lock: NonceLock, clock: any WallClock,
        limits: SendingLimits = SendingLimits(), probe: SendingProbe = .none,
        notify: @escaping @Sendable (SendingNotice) -> Void = { _ in }
    ) {
        self.client = client
        self.journal = journal
        self.lock = lock
        self.clock = clock
        self.limits = limits
        self.probe = probe
        self.notify = notify
        // What cannot be read now cannot be read later either, and ends the sending then.
        newestBefore = try? journal.newestID()
    }

    /// What an order would do now: shown before the user is asked.
    package enum Preview: Sendable, Hashable {
        /// A transaction of this nonce would be signed, if nothing else is sent meanwhile.
        case free(nonce: UInt64)
        /// The key stands for this transaction: nothing would be signed.
        case known(JournalEntry)
    }

    /// What an order would do now. Nothing is locked, signed or sent; the journal learns what the chain says.
    /// - Throws: as `send`
    package func preview(_ order: SendingOrder) async throws -> Preview {
        let (entry, facts) = try await standing(of: order, tells: false)
        if let entry { return .known(entry) }
        return .free(nonce: try nonce(for: order, facts))
    }

    /// Signs and sends a transaction, or finds the one that the same key stands for.
    /// - Parameter sign: called at most once, with the nonce filled in, while the account is locked
    /// - Throws: `ChainError`: `unsettled` when the same intent, or an unsent transaction of the account, is under way;
    ///   `conflict` when the key is another transaction's; what the node refuses; `tryLater` when it is not known
    ///   whether a node has it; `replaced`. With `transaction` when it was signed before. `StorageError` when the
    ///   journal cannot be written: then nothing was sent. What `sign` throws; `CancellationError`
    package func send(_ order: SendingOrder, sign: Signing) async throws -> SendingReport {
        try check(chain: order.chainID)
        return try await locked(order.sender) {
            let (known, facts) = try await standing(of: order, tells: true)
            if let known { return try await goOn(with: known) }
            let transaction = try order.transaction.with(nonce: try nonce(for: order, facts))
            let signed = try sign(transaction)
            guard signed.transaction == transaction, signed.sender == order.sender else {
                throw ChainError(
                    .usage,
                    "the signature is not that of \(order.sender.short) under this transaction: nothing was sent")
            }
            return try await recordAndPush(
                signed, key: order.idempotencyKey, replaces: nil, beneficiary: order.beneficiary,
                summary: order.summary, maxFees: order.maxFees)
        }
    }

    /// Writes a signed transaction into the journal, and sends it. The account is locked.
    func recordAndPush(
        _ signed: SignedTransaction, key: String?, replaces: Hash32?, beneficiary: Address?, summary: String,
        maxFees: String
    ) async throws -> SendingReport {
        try await probe.reached(.signed, signed.hash)
        let transaction = signed.transaction
        let entry = try journal.record(
            NewEntry(
                chainID: transaction.chainID, sender: signed.sender, nonce: transaction.nonce, raw: signed.raw,
                intent: TransactionIntent(transaction, sender: signed.sender), idempotencyKey: key, replaces: replaces,
                recipient: transaction.to, beneficiary: beneficiary, summary: summary, maxFees: maxFees))
        // The very same is there already, or somebody who does not share our lock was faster.
        guard entry.hash == signed.hash, entry.state == .journalled else { return try await goOn(with: entry) }
        notify(.journalled(entry.hash))
        try await probe.reached(.journalled, entry.hash)
        return SendingReport(try await push(entry), isEarlier: false)
    }

    /// The transaction that a key stands for, sent if it was not yet.
    func goOn(with entry: JournalEntry) async throws -> SendingReport {
        switch entry.state {
        case .journalled, .sending: return SendingReport(try await push(entry), isEarlier: true)
        case .sent, .mined: return SendingReport(entry, isEarlier: true)
        case .replaced:
            let heir = try journal.family(of: entry).last { $0.intent == entry.intent && $0.state.isLive }
            guard let heir else {
                throw ChainError(
                    .replaced,
                    "the transaction of this key was replaced by another: \(entry.hash.hex), \(entry.summary)",
                    hint: "use another key to send it after all"
                ).about(entry.hash)
            }
            return SendingReport(heir, isEarlier: true)
        case .released, .dropped: throw TransactionJournal.missing(entry.hash)
        }
    }

    func locked<Value>(_ sender: Address, _ body: () async throws -> Value) async throws -> Value {
        try await lock.hold(
            chain: client.network.chainID, sender: sender, waiting: { notify(.waitsForSender(process: $0)) }, body)
    }

    func check(chain: UInt64) throws(ChainError) {
        guard chain == client.network.chainID else {
            throw ChainError(
                .wrongChain,
                "the transaction is for chain \(chain), and \(client.network.name) is chain "
                    + "\(client.network.chainID)", hint: "choose the network with --network")
        }
    }
}
