package import AI1Core
internal import AI1Storage

/// Requests, and credits that came, the newest first. Read by the order of their numbers, which is the order of time, so
/// that the first page costs the same in a ledger of any size.
package enum HistoryReport {
    package struct Filter: Sendable, Hashable {
        /// Microseconds since 1970.
        package var since: Int64
        package var limit: Int
        package var job: String?
        /// `provider/model`, or the model's name at every provider.
        package var model: String?
        /// Also what was released, and play credits.
        package var includesAll: Bool

        package init(
            since: Int64 = .min, limit: Int = 20, job: String? = nil, model: String? = nil, includesAll: Bool = false
        ) {
            self.since = since
            self.limit = limit
            self.job = job
            self.model = model
            self.includesAll = includesAll
        }
    }

    /// What a line of the history is about.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A request that was charged.
        case ask
        /// A request that is not done.
        case open
        /// A request that was released.
        case void
        /// A request whose program died, charged for what it had used.
        case abandoned
        /// Credits that were added.
        case grant
        /// Credits that were moved.
        case move
    }

    package struct Row: Sendable, Hashable {
        /// Microseconds since 1970.
        package var time: Int64
        /// The request's id, or the transfer's.
        package var id: LedgerID
        package var kind: Kind
        package var isPlay = false
        package var target: String?
        package var job: String?
        package var task: String?
        package var attempts: Int64 = 0
        package var input: Int64 = 0
        package var output: Int64 = 0
        /// What was paid; of an open request what is held, of a grant what came.
        package var amount: NanoUSD
        package var reward: NanoUSD = .zero
        package var disputed: NanoUSD = .zero
        package var isEstimated = false
        package var isUnknown = false
        package var memo = ""

        package init(time: Int64, id: LedgerID, kind: Kind, amount: NanoUSD) {
            self.time = time
            self.id = id
            self.kind = kind
            self.amount = amount
        }
    }

    /// - Throws: `LedgerError`
    package static func read(_ ledger: SQLiteLedger, _ filter: Filter) throws -> [Row] {
        try ledger.read { connection in
            let requests = try RequestRows(connection, filter)
            // Credits that came belong to no job and no model.
            let grants = filter.job == nil && filter.model == nil ? try GrantRows(connection, filter) : nil
            defer {
                requests.end()
                grants?.end()
            }
            var rows: [Row] = []
            var request = try requests.next()
            var grant = try grants?.next()
            while rows.count < filter.limit {
                if let row = request, row.time >= grant?.time ?? .min {
                    rows.append(row)
                    request = try requests.next()
                } else if let row = grant {
                    rows.append(row)
                    grant = try grants?.next()
                } else {
                    break
                }
            }
            return rows
        }
    }
}
