internal import AI1Core
internal import AI1Storage

extension HistoryFilter {
    private enum Value {
        case integer(Int64)
        case text(String)
    }

    /// Runs a query over the requests that are meant, the newest first.
    /// - Parameters:
    ///   - columns: what is selected of `request`, `target` and `content`
    ///   - joins: further tables
    func query<Result>(
        _ connection: Connection, columns: String, joins: String = "", _ body: (Statement) throws -> Result
    ) throws -> Result {
        var conditions: [String] = []
        var values: [Value] = []
        if let search {
            conditions.append("words MATCH ?")
            values.append(.text(search.expression))
        }
        if let since {
            // Rows are nearly in the order of their time: the first one that is young enough spares the reading of most.
            conditions.append("request.seq >= (SELECT min(seq) FROM request WHERE time >= ?)")
            conditions.append("request.time >= ?")
            values += [.integer(since.millisecondsSinceEpoch), .integer(since.millisecondsSinceEpoch)]
        }
        if let before {
            conditions.append("request.time < ?")
            values.append(.integer(before.millisecondsSinceEpoch))
        }
        if let model {
            conditions.append(
                "request.target IN (SELECT id FROM target WHERE model = ? OR provider || '/' || model = ?)")
            values += [.text(model), .text(model)]
        }
        if let job {
            conditions.append("request.job = ?")
            values.append(.text(job))
        }
        if let chat {
            conditions.append("request.chat = ?")
            values.append(.text(chat))
        }
        if !states.isEmpty {
            conditions.append("request.state IN (\(states.map { _ in "?" }.joined(separator: ", ")))")
            values += states.map { .text($0.rawValue) }
        }
        values.append(.integer(limit.map { Int64($0) } ?? -1))
        // A cross join keeps the order of the tables: the index is read from its newest row on and left as soon as possible.
        let tables = search == nil ? "request" : "words CROSS JOIN request ON request.seq = words.rowid"
        let sql = """
            SELECT \(columns) FROM \(tables) \(joins)
            \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
            ORDER BY \(search == nil ? "request.seq" : "words.rowid") DESC LIMIT ?
            """
        return try connection.query(sql) { statement in
            for (index, value) in values.enumerated() {
                switch value {
                case .integer(let number): statement.bind(Int32(index + 1), number)
                case .text(let text): statement.bind(Int32(index + 1), text)
                }
            }
            return try body(statement)
        }
    }
}
