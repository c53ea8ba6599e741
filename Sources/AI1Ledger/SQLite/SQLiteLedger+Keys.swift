internal import AI1Core
internal import AI1Storage

extension SQLiteLedger {
    /// What a key stands for now.
    enum KeyUse {
        /// It may be used, as this attempt.
        case free(attempt: Int64)
        case taken(HoldOutcome)
    }

    /// What is known under a key; nil when it may be used.
    /// - Throws: `LedgerError` of code `keyConflict` or `unknownOutcome`
    package func key(_ claim: KeyClaim) throws -> HoldOutcome? {
        let now = clock.now.millisecondsSinceEpoch * 1_000
        switch try read({ try keyState(claim, $0, now: now) }).get() {
        case .free: return nil
        case .taken(let outcome): return outcome
        }
    }

    /// The hold that the next use of a key makes.
    /// - Throws: `LedgerError`
    package func nextKeyedHold(_ claim: KeyClaim) throws -> LedgerID {
        let attempt = try read { try ($0.key(claim.scope, claim.key)?.attempt ?? 0) + 1 }
        return claim.holdID(attempt: attempt)
    }

    func keyState(_ claim: KeyClaim, _ connection: Connection, now: Int64) throws -> Result<KeyUse, LedgerError> {
        guard let row = try connection.key(claim.scope, claim.key) else { return .success(.free(attempt: 1)) }
        let isOver = row.expires <= now && row.state != .underWay
        if isOver { return .success(.free(attempt: row.attempt + 1)) }
        if let wanted = claim.requestHash, let known = row.requestHash, wanted != known {
            return .failure(
                LedgerError(
                    .keyConflict, message: "the idempotency key '\(claim.key)' was used for another request",
                    hint: "use another key for another request"))
        }
        switch row.state {
        case .failed: return .success(.free(attempt: row.attempt + 1))
        case .answered:
            guard let result = row.result else { return .success(.free(attempt: row.attempt + 1)) }
            return .success(.taken(.answered(result: result)))
        case .underWay: return .success(.taken(.underWay(claim.holdID(attempt: row.attempt))))
        case .unknown:
            return .failure(
                LedgerError(
                    .unknownOutcome,
                    message: "this was asked before, and the program ended before the answer was complete: "
                        + "nobody knows what the provider did",
                    hint: "to ask again, and perhaps pay again: --resend"))
        }
    }

    /// The key that a hold was made under, as it is from now on.
    func keys(
        of row: HoldRow, becoming state: KeyPart.State, _ result: [UInt8]?, _ appender: EventAppender
    ) throws -> [KeyPart] {
        let query = try appender.connection.statement(LedgerSQL.keyOfHold)
        query.bind(1, row.sequence)
        defer { query.reset() }
        guard try query.step() else { return [] }
        return [
            KeyPart(
                scope: query.text(0), key: query.text(1), attempt: query.integer(2),
                requestHash: query.optionalBytes(3),
                hold: row.sequence, state: state, result: result, expires: query.integer(4))
        ]
    }
}

extension Connection {
    /// The row of an idempotency key.
    func key(_ scope: String, _ key: String) throws -> KeyPart? {
        let row = try statement(
            "SELECT attempt, request_hash, hold, state, result, expires FROM idempotency WHERE scope = ? AND key = ?")
        row.bind(1, scope)
        row.bind(2, key)
        defer { row.reset() }
        guard try row.step(), let state = KeyPart.State(rawValue: row.integer(3)) else { return nil }
        return KeyPart(
            scope: scope, key: key, attempt: row.integer(0), requestHash: row.optionalBytes(1), hold: row.integer(2),
            state: state, result: row.optionalBytes(4), expires: row.integer(5))
    }
}
