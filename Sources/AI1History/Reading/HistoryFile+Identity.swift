package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// Ids named by an error of code `ambiguous`.
    private static let most = 8

    /// The request that an id means, which may be shortened to its beginning or its end.
    /// - Throws: `HistoryError` of code `notFound` or `ambiguous`
    package func resolve(_ text: String) throws -> RequestID {
        if let id = RequestID(text) { return id }
        let digits = text.lowercased().filter { $0 != "-" }
        guard !digits.isEmpty, digits.utf8.count <= 32, digits.utf8.allSatisfy({ hexValue($0) != nil }) else {
            throw HistoryError(
                .notFound, message: "'\(TerminalCleaner.cleanLine(text, limit: 60))' is not the id of a request",
                hint: "ai1 route log shows the ids")
        }
        let found = try read { try $0.requests(endingIn: digits) + $0.requests(beginningWith: digits) }
        let ids = Set(found).sorted()
        guard ids.count < 2 else {
            let named = ids.suffix(Self.most).map(\.description).joined(separator: ", ")
            throw HistoryError(
                .ambiguous(ids),
                message: "\(ids.count) requests are called \(text): \(named)\(ids.count > Self.most ? ", …" : "")",
                hint: "give more of the id")
        }
        guard let id = ids.first else {
            throw HistoryError(
                .notFound, message: "no request \(text) is kept", hint: "ai1 route log lists what is kept")
        }
        return id
    }
}

extension Connection {
    /// Requests whose id ends in these hexadecimal digits, by a walk over the index of ids.
    fileprivate func requests(endingIn digits: String) throws -> [RequestID] {
        let low = String(digits.suffix(16))
        let high = String(digits.dropLast(16))
        let rows = try statement(
            "SELECT high, low FROM request WHERE low & ? = ? AND high & ? = ? ORDER BY seq DESC LIMIT 100")
        rows.bind(1, Self.mask(low.count))
        rows.bind(2, Self.number(low))
        rows.bind(3, Self.mask(high.count))
        rows.bind(4, Self.number(high))
        return try ids(rows)
    }

    fileprivate func requests(beginningWith digits: String) throws -> [RequestID] {
        let high = String(digits.prefix(16))
        let low = String(digits.dropFirst(16))
        let rows = try statement(
            "SELECT high, low FROM request WHERE high & ? = ? AND low & ? = ? ORDER BY seq DESC LIMIT 100")
        rows.bind(1, Self.mask(high.count) << (64 - 4 * Int64(high.count)))
        rows.bind(2, Self.number(high) << (64 - 4 * Int64(high.count)))
        rows.bind(3, low.isEmpty ? 0 : Self.mask(low.count) << (64 - 4 * Int64(low.count)))
        rows.bind(4, low.isEmpty ? 0 : Self.number(low) << (64 - 4 * Int64(low.count)))
        return try ids(rows)
    }

    private func ids(_ rows: Statement) throws -> [RequestID] {
        var ids: [RequestID] = []
        while try rows.step() {
            ids.append(
                RequestID(high: UInt64(bitPattern: rows.integer(0)), low: UInt64(bitPattern: rows.integer(1))))
        }
        return ids
    }

    /// As many low bits as so many digits have.
    private static func mask(_ digits: Int) -> Int64 { digits >= 16 ? -1 : (1 << (4 * Int64(digits))) - 1 }

    private static func number(_ digits: String) -> Int64 {
        Int64(bitPattern: digits.utf8.reduce(UInt64(0)) { $0 << 4 | UInt64(hexValue($1) ?? 0) })
    }
}
