package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// Requests that one transaction deletes.
    private static let batch = 200

    /// Deletes requests with everything that is kept of them. What they taught about targets stays. Their words are gone from
    /// the file afterwards, not only hidden: that takes as long as writing the index anew.
    /// - Parameter progress: told after each batch how many are gone
    /// - Returns: how many were deleted
    /// - Throws: `HistoryError`
    @discardableResult
    package func delete(_ filter: HistoryFilter, progress: (Int) -> Void = { _ in }) throws -> Int {
        let rows = try read { try $0.rows(filter) }
        return try delete(rows, progress: progress)
    }

    /// Deletes one request.
    /// - Throws: `HistoryError` of code `notFound`
    package func delete(_ ids: [RequestID]) throws {
        let rows = try read { connection in
            try ids.map { id in
                guard let row = try connection.row(of: id) else {
                    throw HistoryError(.notFound, message: "no request \(id) is kept")
                }
                return row
            }
        }
        try delete(rows) { _ in }
    }

    /// Deletes all requests and makes the file small again.
    /// - Returns: how many there were
    /// - Throws: `HistoryError`
    @discardableResult
    package func deleteAll() throws -> Int {
        let count = try write { connection in
            let count = try connection.integer("SELECT count(*) FROM request") ?? 0
            try connection.execute("INSERT INTO words(words) VALUES('delete-all')")
            try connection.execute("DELETE FROM content; DELETE FROM request")
            return count
        }
        try Self.mapped { try store.compact() }
        return Int(count)
    }

    @discardableResult
    private func delete(_ rows: [Int64], progress: (Int) -> Void) throws -> Int {
        guard !rows.isEmpty else { return 0 }
        var done = 0
        while done < rows.count {
            let part = rows[done..<min(rows.count, done + Self.batch)]
            try write { connection in for row in part { try connection.deleteRequest(row) } }
            done += part.count
            progress(done)
        }
        try write { try $0.execute("INSERT INTO words(words) VALUES('optimize')") }
        // Another process that is just reading keeps the log: the next checkpoint writes over it.
        do { try store.flush() } catch let error as StorageError where error.code == .busy {}
        return rows.count
    }
}

extension Connection {
    fileprivate func rows(_ filter: HistoryFilter) throws -> [Int64] {
        try filter.query(self, columns: "request.seq") { statement in
            var rows: [Int64] = []
            while try statement.step() { rows.append(statement.integer(0)) }
            return rows
        }
    }

    fileprivate func deleteRequest(_ request: Int64) throws {
        try deleteContent(request)
        let row = try statement("DELETE FROM request WHERE seq = ?")
        row.bind(1, request)
        try row.run()
    }

    /// Deletes the words of a request, in the index too.
    func deleteContent(_ request: Int64) throws {
        let find = try statement("SELECT prompt, answer FROM content WHERE request = ?")
        find.bind(1, request)
        guard try find.step() else { return }
        let (prompt, answer) = (find.text(0), find.bytes(1))
        find.reset()
        try changeWords(
            "INSERT INTO words(words, rowid, prompt, answer) VALUES('delete', ?, ?, ?)", request, prompt, answer)
        let row = try statement("DELETE FROM content WHERE request = ?")
        row.bind(1, request)
        try row.run()
    }
}
