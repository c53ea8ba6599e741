internal import AI1Core
internal import AI1Storage

/// Closes the holds of requests whose owners are gone.
package struct Sweeper: Sendable {
    private let ledger: SQLiteLedger
    private let inflight: InflightFolder

    package init(ledger: SQLiteLedger) {
        self.ledger = ledger
        inflight = InflightFolder(ledger.files.inflight)
    }

    /// What a sweep did.
    package struct Report: Sendable, Hashable {
        /// Holds that were released, because nothing had been sent.
        package var released = 0
        /// Holds that were charged for what had been used.
        package var charged = 0
        /// Holds whose owners live.
        package var alive = 0

        package var closed: Int { released + charged }
    }

    /// Looks at open holds, the oldest first. A hold is closed only under the lock of its file: a process that is merely
    /// stopped, or that runs in another container, keeps its own.
    /// - Parameter limit: how many holds at most; files without a hold are removed only when all are looked at
    /// - Throws: `LedgerError`
    @discardableResult
    package func sweep(limit: Int = .max) throws -> Report {
        var report = Report()
        var problem: (any Error)?
        for hold in try openHolds(limit) {
            // One that cannot be closed keeps no other open.
            do { try look(at: hold, &report) } catch { problem = problem ?? error }
        }
        if limit == .max { try inflight.removeLeftovers { try isOpen($0) } }
        if let problem { throw problem }
        return report
    }

    private func look(at hold: OpenHold, _ report: inout Report) throws {
        switch inflight.claim(hold.id) {
        case .alive: report.alive += 1
        case .orphan(let file):
            guard try isOpen(hold.id) else { return file.remove() }
            try close(hold, file.read(), &report)
            file.remove()
        case .missing:
            // Between the listing and now its owner may have closed it.
            guard try isOpen(hold.id) else { return }
            try close(hold, .lost, &report)
        }
    }

    private struct OpenHold {
        let id: LedgerID
        let target: TargetName
        let ifSent: Int64
        let created: Int64
    }

    private func close(_ hold: OpenHold, _ progress: InflightFile.Progress, _ report: inout Report) throws {
        var progress = progress
        // What a machine that lost its power had noted may be lost with it.
        if progress == .notSent, isOfEarlierBoot(hold) { progress = .lost }
        switch progress {
        case .notSent:
            try ledger.void(hold.id)
            report.released += 1
        case .sent(let attempts, let result):
            // An answer that was kept is the key's answer, though nobody lived to say so.
            _ = try ledger.post(PostOrder(hold: hold.id, attempts: attempts, manner: .expired, result: result))
            report.charged += 1
        case .lost:
            let (cost, overflow) = hold.ifSent.multipliedReportingOverflow(by: 1_000)
            let attempt = AttemptCharge(
                target: hold.target, usage: TokenUsage(source: .unknown), costPicoUSD: overflow ? .max : cost,
                prices: .unknown)
            _ = try ledger.post(PostOrder(hold: hold.id, attempts: [attempt], manner: .expired))
            report.charged += 1
        }
    }

    private func isOfEarlierBoot(_ hold: OpenHold) -> Bool {
        let start = ledger.clock.now.millisecondsSinceEpoch - ledger.clock.uptimeMilliseconds
        return hold.created / 1_000 < start
    }

    private func openHolds(_ limit: Int) throws -> [OpenHold] {
        try ledger.read { connection in
            let rows = try connection.statement(
                "SELECT id, target, if_sent, created FROM hold WHERE state = 0 ORDER BY seq LIMIT ?")
            rows.bind(1, Int64(limit))
            var holds: [OpenHold] = []
            while try rows.step() {
                guard let id = LedgerID(octets: rows.bytes(0)) else { continue }
                holds.append(
                    OpenHold(
                        id: id, target: TargetName(rows.text(1)), ifSent: rows.integer(2), created: rows.integer(3)))
            }
            return holds
        }
    }

    private func isOpen(_ id: LedgerID) throws -> Bool {
        try ledger.read { try ledger.holdRow(id, $0)?.state == 0 }
    }
}
