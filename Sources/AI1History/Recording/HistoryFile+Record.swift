package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// How long the hash of a request is kept.
    static let recentMilliseconds: Int64 = 3_600_000
    /// Octets of a prompt, and of an answer, that are kept.
    package static let contentLimitBytes = 524_288
    /// Octets of each that can be searched.
    static let searchedBytes = 65_536

    /// Records a request that is over, and what it teaches about its targets: one transaction, durable when this returns. A
    /// request that is recorded already is left as it is and teaches nothing a second time.
    /// - Parameters:
    ///   - mode: `off` keeps no row of the request, `metadata` no word of it
    ///   - learns: whether statistics are kept
    /// - Returns: whether old rows wait to be swept
    /// - Throws: `HistoryError`
    @discardableResult
    package func record(_ record: RequestRecord, mode: HistoryMode = .full, learns: Bool = true) throws -> Bool {
        guard mode != .off || learns else { return false }
        return try write { connection in
            if mode != .off {
                guard let row = try connection.insert(record) else { return false }
                if mode == .full, let content = record.content { try connection.insert(content, of: record, row) }
                try connection.remember(record, row)
                for signal in record.signals where learns { try connection.put(signal, of: row, day: record.day) }
            } else {
                for signal in record.signals { try connection.add(signal, replacing: nil, day: record.day) }
            }
            if learns {
                for observation in record.observations { try connection.add(observation, day: record.day) }
            }
            return try connection.isSweepDue(at: record.time)
        }
    }
}

extension Connection {
    /// Writes the row of a request, its attempts and its decision.
    /// - Returns: the row's number; nil when the request is there already
    fileprivate func insert(_ record: RequestRecord) throws -> Int64? {
        let target = try record.target.map { try number(of: $0) }
        let row = try statement(HistorySQL.insertRequest)
        row.bind(1, Int64(bitPattern: record.id.high))
        row.bind(2, Int64(bitPattern: record.id.low))
        row.bind(3, record.time.millisecondsSinceEpoch)
        row.bind(4, record.job)
        row.bind(5, record.task.rawValue)
        row.bind(6, record.difficulty)
        row.bind(7, record.asked)
        row.bind(8, record.objective?.rawValue)
        row.bind(9, target)
        row.bind(10, record.servedModel)
        row.bind(11, record.state.rawValue)
        row.bind(12, record.finish?.rawValue)
        row.bind(13, Int64(record.exit))
        row.bind(14, record.error)
        row.bind(15, record.usage.input)
        row.bind(16, record.usage.output)
        row.bind(17, record.usage.columnText)
        row.bind(18, record.cost?.amount)
        row.bind(19, record.charge?.amount)
        row.bind(20, record.firstTokenMilliseconds)
        row.bind(21, record.totalMilliseconds)
        row.bind(22, record.isExplored ? 1 : 0)
        row.bind(23, record.risk)
        row.bind(24, record.textBytes)
        row.bind(25, record.chat)
        try row.run()
        guard changes == 1 else { return nil }
        let request = lastRowID
        for (index, attempt) in record.attempts.enumerated() { try insert(attempt, index + 1, of: request) }
        if let decision = record.decision {
            let row = try statement(HistorySQL.insertDecision)
            row.bind(1, request)
            row.bind(2, decision.text)
            try row.run()
        }
        return request
    }

    private func insert(_ attempt: RequestRecord.Attempt, _ index: Int, of request: Int64) throws {
        let target = try number(of: attempt.target)
        let row = try statement(HistorySQL.insertAttempt)
        row.bind(1, request)
        row.bind(2, index)
        row.bind(3, target)
        row.bind(4, attempt.fault?.rawValue)
        row.bind(5, attempt.status.map { Int64($0) })
        row.bind(6, attempt.message)
        row.bind(7, attempt.usage?.columnText)
        row.bind(8, attempt.cost?.amount)
        row.bind(9, attempt.firstTokenMilliseconds)
        row.bind(10, attempt.totalMilliseconds)
        try row.run()
    }

    /// Keeps the words of a request and makes them searchable.
    fileprivate func insert(_ content: RequestRecord.Content, of record: RequestRecord, _ request: Int64) throws {
        let prompt = content.prompt.cut(toBytes: HistoryFile.contentLimitBytes)
        let answer = content.answer.flatMap { $0.count <= HistoryFile.contentLimitBytes ? $0 : nil }
        let row = try statement(HistorySQL.insertContent)
        row.bind(1, request)
        row.bind(2, record.time.millisecondsSinceEpoch)
        row.bind(3, content.system?.cut(toBytes: HistoryFile.contentLimitBytes))
        row.bind(4, prompt)
        row.bind(5, content.prompt.utf8.count)
        row.bind(6, answer)
        row.bind(7, answer == nil ? nil : content.timing.encoded)
        try row.run()
        try changeWords(HistorySQL.insertWords, request, prompt, answer ?? [])
    }

    /// Runs a statement on the index with the words of a request as they stand in it.
    func changeWords(_ sql: StaticString, _ request: Int64, _ prompt: String, _ answer: [UInt8]) throws {
        let row = try statement(sql)
        row.bind(1, request)
        row.bind(2, SearchText.indexed(prompt))
        row.bind(3, SearchText.indexed(String(decoding: answer.prefix(HistoryFile.searchedBytes), as: UTF8.self)))
        try row.run()
    }

    /// Keeps the hash of a request for a while, and forgets older ones.
    fileprivate func remember(_ record: RequestRecord, _ request: Int64) throws {
        guard let digest = record.digest else { return }
        let forget = try statement(HistorySQL.forgetRecent)
        forget.bind(1, record.time.advanced(byMilliseconds: -HistoryFile.recentMilliseconds).millisecondsSinceEpoch)
        try forget.run()
        let row = try statement(HistorySQL.insertRecent)
        row.bind(1, record.time.millisecondsSinceEpoch)
        row.bind(2, request)
        row.bind(3, digest)
        try row.run()
    }
}

extension String {
    /// The beginning, at most so many octets long, without half a character at its end.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: limit)
        while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
