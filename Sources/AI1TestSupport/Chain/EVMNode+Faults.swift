package import AI1Core

/// What goes wrong on demand, and what was asked.
extension EVMNode {
    /// A way to go wrong.
    package enum Fault: String, Sendable, CaseIterable {
        /// The connection ends before anything is done.
        case drop
        /// All is done, and the connection ends before it is told.
        case dropAfter
        /// Nothing comes for `value` seconds, before or after the work; then the connection ends.
        case hang, hangAfter
        /// The status 429, before or after the work, with `Retry-After` of `value` seconds.
        case tooMany = "429"
        case tooManyAfter = "429After"
        /// The status 503, before or after the work.
        case unavailable = "503"
        case unavailableAfter = "503After"
        /// An answer that ends in its middle, with a length that says so.
        case truncated
        /// An answer that is no JSON.
        case notJSON
        /// A batch is answered by a single error.
        case batchRefused
        /// Another hash than that of the transaction taken.
        case wrongHash
        /// The chain id `value`, or 1.
        case wrongChain
        /// All base fees times `value`, or times 10⁶.
        case baseFee
        /// The estimate of gas times `value`, or times 100.
        case gasEstimate
        /// `value` decimals, or 6.
        case decimals
        /// The symbol `value`, or one with escape and bidi characters.
        case symbol
        /// The transaction is taken, and "already known" is answered.
        case alreadyKnown
        /// The transaction is taken and never mined, until `release()`.
        case stuck
        /// The transaction is not taken.
        case underpriced, replacementUnderpriced, nonceTooLow, insufficientFunds
        /// The error object `value`.
        case error
    }

    /// Queues a fault.
    /// - Parameters:
    ///   - method: the method that it strikes; nil for any
    ///   - times: how often; -1 for always
    ///   - value: as the fault has it
    /// - Throws: as `rpc`
    package func fault(
        _ fault: Fault, method: String? = nil, times: Int = 1, value: JSONValue? = nil
    ) throws {
        var options: JSONObject = ["mode": .string(fault.rawValue), "times": .integer(times)]
        options["method"] = method.map { .string($0) }
        options["value"] = value
        try rpc("ai1_fault", [.object(options)])
    }

    /// Forgets all faults.
    /// - Throws: as `rpc`
    package func clearFaults() throws { try rpc("ai1_clearFaults") }

    /// How many strikes are still to come; -1 when one never ends.
    /// - Throws: as `rpc`
    package func faultsLeft() throws -> Int { Int(try rpc("ai1_faultsLeft").number?.int64 ?? 0) }

    /// Lets transactions go that `stuck` held.
    /// - Throws: as `rpc`
    package func release() throws { try rpc("ai1_release") }

    /// The methods that were asked, in their order, without those that steer.
    /// - Throws: as `rpc`
    package func log() throws -> [String] { try rpc("ai1_log").array?.compactMap(\.string) ?? [] }

    /// How often a method was asked, answered or not.
    /// - Throws: as `rpc`
    package func count(_ method: String) throws -> Int {
        Int(try rpc("ai1_count", [.string(method)]).number?.int64 ?? 0)
    }

    /// The raw transactions that came, in their order, as 0x-hex.
    /// - Throws: as `rpc`
    package func rawTransactions() throws -> [String] {
        try rpc("ai1_rawTransactions").array?.compactMap(\.string) ?? []
    }

    /// Forgets what was asked so far.
    /// - Throws: as `rpc`
    package func clearLog() throws { try rpc("ai1_clearLog") }

    /// The hashes of what waits in the pool.
    /// - Throws: as `rpc`
    package func pending() throws -> [String] { try rpc("ai1_pending").array?.compactMap(\.string) ?? [] }

    /// Forgets one waiting transaction, or all of them, as a node does that restarts.
    /// - Throws: as `rpc`
    package func dropPending(_ hash: String? = nil) throws {
        try rpc("ai1_dropPending", hash.map { [.string($0)] } ?? [])
    }
}
