internal import AI1Core
internal import AI1Storage

/// Finds what a person names by an id or by its last digits.
package enum LedgerLookup {
    /// Fewer digits would find too much.
    package static let leastDigits = 6

    /// The names of a hold, its request or a transfer that end so; a request's stands for its newest hold.
    /// - Parameter text: an id, or at least six of its last hexadecimal digits
    /// - Returns: the id under which its event is found: of the hold or of the transfer
    /// - Throws: `LedgerError` of code `invalid` when the text is no id, `notFound` when nothing or more than one has it
    package static func find(_ text: String, in ledger: SQLiteLedger) throws -> LedgerID {
        let digits = text.lowercased().filter { $0 != "-" }
        guard (leastDigits...32).contains(digits.count), digits.utf8.allSatisfy({ hexValue($0) != nil }) else {
            throw LedgerError(
                .invalid, message: "'\(TerminalCleaner.cleanLine(text, limit: 60))' is no id",
                hint: "give an id, or at least \(leastDigits) of its last digits, from: ai1 credits history")
        }
        let found = try ledger.read { connection in
            digits.count == 32 ? try named(digits, connection) : try ending(digits, connection)
        }
        switch found.count {
        case 1: return found[0]
        case 0: throw LedgerError(.notFound, message: "nothing has the id '\(text)'", hint: "ai1 credits history --all")
        default:
            throw LedgerError(
                .notFound, message: "several ids end in '\(text)'",
                hint: "give more digits: " + found.prefix(3).map(\.description).joined(separator: ", "))
        }
    }

    /// Whether there is a transfer of that name.
    /// - Throws: `LedgerError`
    package static func hasTransfer(_ id: LedgerID, in ledger: SQLiteLedger) throws -> Bool {
        try ledger.read { connection in
            let row = try connection.statement("SELECT 1 FROM transfer WHERE id = ?")
            row.bind(1, id.octets)
            defer { row.reset() }
            return try row.step()
        }
    }

    private static func named(_ digits: String, _ connection: Connection) throws -> [LedgerID] {
        guard let octets = octets(digits) else { return [] }
        let row = try connection.statement(
            """
            SELECT id FROM hold WHERE id = ?1 UNION ALL SELECT id FROM transfer WHERE id = ?1
            """)
        row.bind(1, octets)
        defer { row.reset() }
        if try row.step() { return LedgerID(octets: row.bytes(0)).map { [$0] } ?? [] }
        let request = try connection.statement("SELECT id FROM hold WHERE request = ? ORDER BY seq DESC LIMIT 1")
        request.bind(1, octets)
        defer { request.reset() }
        return try request.step() ? LedgerID(octets: request.bytes(0)).map { [$0] } ?? [] : []
    }

    /// Every id is looked at: this is asked by a person, once.
    private static func ending(_ digits: String, _ connection: Connection) throws -> [LedgerID] {
        let rows = try connection.statement(
            """
            SELECT id FROM (
              SELECT id, request, seq FROM hold WHERE lower(hex(id)) LIKE '%' || ?1
              UNION SELECT id, request, max(seq) FROM hold WHERE lower(hex(request)) LIKE '%' || ?1 GROUP BY request)
            UNION SELECT id FROM transfer WHERE lower(hex(id)) LIKE '%' || ?1 LIMIT 4
            """)
        rows.bind(1, digits)
        var found: [LedgerID] = []
        while try rows.step() { if let id = LedgerID(octets: rows.bytes(0)) { found.append(id) } }
        return found
    }

    private static func octets(_ digits: String) -> [UInt8]? {
        let nibbles = digits.utf8.compactMap(hexValue)
        guard nibbles.count == 32 else { return nil }
        return stride(from: 0, to: 32, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }
}
