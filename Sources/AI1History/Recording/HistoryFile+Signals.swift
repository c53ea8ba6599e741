package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// Adds a word about the quality of an answer to its target's statistics. A second word of the same source about the same
    /// request takes the place of the first.
    /// - Parameters:
    ///   - request: the request that it is about; nil when none is kept
    ///   - day: the present day in the user's zone, as a number such as 20261122
    /// - Throws: `HistoryError`
    package func add(_ signal: QualitySignal, request: RequestID? = nil, day: Int64) throws {
        try write { connection in
            if let request, let row = try connection.row(of: request) {
                try connection.put(signal, of: row, day: day)
            } else {
                try connection.add(signal, replacing: nil, day: day)
            }
        }
    }

    /// Rates the answer to a request; a second rating takes the place of the first.
    /// - Parameters:
    ///   - id: the request, in full; nil for the newest that was answered
    ///   - reward: from 0 (useless) to 1
    ///   - learns: whether the rating moves the statistics, or is only noted
    /// - Returns: the request and the target that was rated
    /// - Throws: `HistoryError` of code `notFound` when there is none, or nobody answered it
    @discardableResult
    package func rate(
        _ id: RequestID?, reward: Double, at time: Timestamp, day: Int64, learns: Bool = true
    ) throws -> (request: RequestID, target: TargetName) {
        guard (0...1).contains(reward) else {
            throw HistoryError(.invalid, message: "a rating is a number from 0 to 1")
        }
        return try write { connection in
            guard let found = try connection.answered(id) else {
                throw HistoryError(
                    .notFound,
                    message: id == nil ? "no answer is kept that could be rated" : "nobody answered that one",
                    hint: "ai1 route log lists what is kept")
            }
            let rating = try connection.statement("UPDATE request SET rating = ? WHERE seq = ?")
            rating.bind(1, reward)
            rating.bind(2, found.row)
            try rating.run()
            if learns {
                let signal = QualitySignal(
                    target: found.target, task: found.task, time: time, source: .rating, reward: reward, weight: 1)
                try connection.put(signal, of: found.row, day: day)
            }
            return (found.id, found.target)
        }
    }
}

extension Connection {
    /// The number of a request's row.
    func row(of id: RequestID) throws -> Int64? {
        let find = try statement("SELECT seq FROM request WHERE low = ? AND high = ?")
        find.bind(1, Int64(bitPattern: id.low))
        find.bind(2, Int64(bitPattern: id.high))
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    /// Notes a signal of a request, and adds it in the place of an earlier one of the same source.
    func put(_ signal: QualitySignal, of request: Int64, day: Int64) throws {
        let target = try number(of: signal.target)
        let find = try statement(HistorySQL.signal)
        find.bind(1, request)
        find.bind(2, signal.source.rawValue)
        find.bind(3, target)
        var old: QualitySignal?
        if try find.step() {
            old = signal
            old?.time = Timestamp(millisecondsSinceEpoch: find.integer(0))
            old?.reward = find.real(1)
            old?.weight = find.real(2)
        }
        find.reset()
        let row = try statement(HistorySQL.putSignal)
        row.bind(1, request)
        row.bind(2, signal.source.rawValue)
        row.bind(3, target)
        row.bind(4, signal.task.rawValue)
        row.bind(5, signal.time.millisecondsSinceEpoch)
        row.bind(6, signal.reward)
        row.bind(7, signal.weight)
        try row.run()
        try add(signal, replacing: old, day: day)
    }

    /// A request that somebody answered, or the newest of them.
    fileprivate func answered(
        _ id: RequestID?
    ) throws -> (row: Int64, id: RequestID, target: TargetName, task: TaskKind)? {
        let find: Statement
        if let id {
            find = try statement(
                """
                SELECT seq, high, low, provider, model, task FROM request JOIN target ON target.id = request.target
                WHERE low = ? AND high = ?
                """)
            find.bind(1, Int64(bitPattern: id.low))
            find.bind(2, Int64(bitPattern: id.high))
        } else {
            find = try statement(
                """
                SELECT seq, high, low, provider, model, task FROM request JOIN target ON target.id = request.target
                WHERE text_bytes > 0 ORDER BY seq DESC LIMIT 1
                """)
        }
        defer { find.reset() }
        guard try find.step() else { return nil }
        return (
            find.integer(0),
            RequestID(high: UInt64(bitPattern: find.integer(1)), low: UInt64(bitPattern: find.integer(2))),
            TargetName(provider: find.text(3), model: find.text(4)), TaskKind(rawValue: find.text(5)) ?? .chat
        )
    }
}
