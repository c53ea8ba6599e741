internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Wallet
internal import Synchronization

/// Sends what is agreed to, watches it, and tells what became of it, the hash whatever happens.
struct Delivery: Sendable {
    let chain: ChainDesk
    let wait: WaitOptions
    let json: Bool
    let sender: TransactionSender
    private let journal: TransactionJournal
    private let signed: SignedHash

    /// - Throws: `StorageError`, `SettingsError`
    init(chain: ChainDesk, wait: WaitOptions, json: Bool) throws {
        let journal = try chain.journal()
        let signed = SignedHash()
        let notices = SendingNotices(errors: chain.context.errors, style: chain.desk.errorStyle)
        try Directory.ensure(chain.desk.paths.state)
        self.chain = chain
        self.wait = wait
        self.json = json
        self.journal = journal
        self.signed = signed
        sender = TransactionSender(
            client: chain.client, journal: journal,
            lock: NonceLock(folder: chain.desk.paths.state, clock: chain.context.clock), clock: chain.context.clock,
            notify: { notice in
                if case .journalled(let hash) = notice { signed.set(hash) }
                notices.show(notice)
            })
    }

    /// - Parameters:
    ///   - facts: what the transaction does, for JSON
    ///   - send: has the sender send it
    /// - Throws: what `send` throws, and what the watching comes to; the hash is told before
    func run(facts: JSONObject, _ send: (TransactionSender) async throws -> SendingReport) async throws {
        var report: SendReport?
        do {
            let sent = try await send(sender)
            report = SendReport(hash: sent.entry.hash, status: Self.status(sent.entry.state), facts: facts)
            report?.isEarlier = sent.isEarlier
            // A reader of plain text has the hash before the wait begins.
            if !json { try chain.context.output.line(sent.entry.hash.hex) }
            if wait.confirmations > 0 { try await watch(&report) }
            if json, let report { try chain.context.output.line(report.json.text) }
            settle(report)
        } catch {
            settle(try await tell(error, report, facts))
            throw error
        }
    }

    /// The journal learns of the end when the user has been told: who is stopped before that is told of this transaction
    /// by the next command, which then signs no other. That it cannot be written changes nothing about the end.
    private func settle(_ report: SendReport?) {
        guard let report else { return }
        if let receipt = report.receipt {
            _ = try? watcher.settle(receipt)
        } else if report.error == nil {
            // Nothing was to be waited for.
            _ = try? journal.confirmTold(report.hash)
        }
    }

    private var watcher: ReceiptWatcher {
        let notices = SendingNotices(errors: chain.context.errors, style: chain.desk.errorStyle)
        return ReceiptWatcher(
            client: chain.client, journal: journal, clock: chain.context.clock, settles: false,
            notify: { notices.show($0) })
    }

    /// The same for a line of many, without a word of its own.
    /// - Returns: what became of it, an error among it
    /// - Throws: what happened before anything was written down
    func report(
        facts: JSONObject, _ send: (TransactionSender) async throws -> SendingReport
    ) async throws -> SendReport {
        var report: SendReport?
        do {
            let sent = try await send(sender)
            report = SendReport(hash: sent.entry.hash, status: Self.status(sent.entry.state), facts: facts)
            report?.isEarlier = sent.isEarlier
            if wait.confirmations > 0 { try await watch(&report) }
        } catch {
            report = await failed(error, report, facts)
            if report == nil { throw error }
        }
        guard let report else { throw CommandError(.answer(.internalError), message: "nothing was sent") }
        settle(report)
        return report
    }

    /// Waits for the transaction's block and those on it.
    private func watch(_ report: inout SendReport?) async throws {
        guard let hash = report?.hash else { return }
        let notices = SendingNotices(errors: chain.context.errors, style: chain.desk.errorStyle)
        let found = try await watcher.wait(
            for: hash, confirmations: wait.confirmations, milliseconds: wait.timeoutMilliseconds)
        report?.status = .confirmed
        report?.receipt = found.receipt
        report?.confirmations = found.confirmations
        notices.confirmed(found, on: chain.network)
    }

    /// Tells the hash of what was signed before something failed.
    /// - Returns: what became of it
    private func tell(_ error: any Error, _ report: SendReport?, _ facts: JSONObject) async throws -> SendReport? {
        guard let failed = await failed(error, report, facts) else { return nil }
        if json {
            try chain.context.output.line(failed.json.text)
        } else if report == nil {
            try chain.context.output.line(failed.hash.hex)
        }
        if error is CancellationError {
            // The terminal has shown ^C.
            let start = chain.desk.errorFacts.isTerminal ? "\n" : ""
            try? chain.context.errors.line(start + "ai1: interrupted; what was sent goes on")
            try? chain.context.errors.line("hint: what became of it: ai1 wallet tx receipt \(failed.hash.hex)")
        }
        return failed
    }

    /// What became of a transaction that was signed before something failed; nil when nothing was signed.
    private func failed(_ error: any Error, _ report: SendReport?, _ facts: JSONObject) async -> SendReport? {
        guard let hash = report?.hash ?? (error as? ChainError)?.transaction ?? signed.value else { return nil }
        var report = report ?? SendReport(hash: hash, facts: facts)
        if let entry = try? journal.entry(hash) { report.status = Self.status(entry.state) }
        report.error = Self.known(error)
        if let failure = error as? ChainError, failure.code == .reverted {
            report.status = .reverted
            report.receipt = try? await chain.client.receipt(hash)
        }
        return report
    }

    private static func known(_ error: any Error) -> any AI1Error {
        if let error = error as? any AI1Error { return error }
        if error is CancellationError { return CommandError(.interrupted, message: "interrupted") }
        return CommandError(.answer(.internalError), message: "\(error)")
    }

    private static func status(_ state: EntryState) -> SendReport.Status {
        switch state {
        case .journalled, .sending: .journalled
        case .sent: .sent
        case .mined: .confirmed
        case .replaced: .replaced
        case .released, .dropped: .released
        }
    }
}

/// The hash of what was signed, for whoever has to tell it after a failure.
final class SignedHash: Sendable {
    private let hash = Mutex<Hash32?>(nil)

    var value: Hash32? { hash.withLock { $0 } }

    func set(_ value: Hash32) { hash.withLock { $0 = value } }
}
