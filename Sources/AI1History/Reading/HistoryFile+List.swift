internal import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// Characters of a prompt that are in a list.
    private static let openingCharacters = 200

    /// Requests, the newest first.
    /// - Throws: `HistoryError`
    package func list(_ filter: HistoryFilter) throws -> [HistoryRow] {
        try read { connection in
            var rows: [HistoryRow] = []
            let columns =
                HistoryRow.columns + ", substr(content.prompt, 1, \(Self.openingCharacters))"
            let joins = """
                LEFT JOIN target ON target.id = request.target LEFT JOIN content ON content.request = request.seq
                """
            try filter.query(connection, columns: columns, joins: joins) { statement in
                while try statement.step() {
                    rows.append(HistoryRow(statement, opening: statement.optionalText(HistoryRow.columnCount)))
                }
            }
            return rows
        }
    }

    /// How many requests are meant.
    /// - Throws: `HistoryError`
    package func count(_ filter: HistoryFilter) throws -> Int {
        try read { connection in
            try filter.query(connection, columns: "request.seq") { statement in
                var count = 0
                while try statement.step() { count += 1 }
                return count
            }
        }
    }
}

extension HistoryRow {
    static let columns = """
        request.high, request.low, request.time, request.job, request.task, request.asked, target.provider, target.model,
        request.state, request.exit, request.input, request.output, request.cost, request.charge, request.first_token,
        request.total, request.explored, request.rating, request.chat
        """
    static let columnCount: Int32 = 19

    /// Reads the columns from the first on.
    init(_ row: Statement, opening: String?) {
        let model = row.optionalText(7)
        self.init(
            id: RequestID(high: UInt64(bitPattern: row.integer(0)), low: UInt64(bitPattern: row.integer(1))),
            time: Timestamp(millisecondsSinceEpoch: row.integer(2)), job: row.optionalText(3),
            chat: row.optionalText(18), task: row.text(4),
            asked: row.optionalText(5), target: model.map { TargetName(provider: row.text(6), model: $0) },
            state: RequestState(rawValue: row.text(8)) ?? .failed, exit: Int32(truncatingIfNeeded: row.integer(9)),
            inputTokens: row.integer(10), outputTokens: row.integer(11),
            cost: row.optionalInteger(12).map { NanoUSD($0) }, charge: row.optionalInteger(13).map { NanoUSD($0) },
            firstTokenMilliseconds: row.optionalReal(14), totalMilliseconds: row.real(15),
            isExplored: row.integer(16) != 0, rating: row.optionalReal(17), opening: opening)
    }
}
