package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// Everything that is kept of a request.
    /// - Parameter id: nil for the newest
    /// - Throws: `HistoryError` of code `notFound`
    package func show(_ id: RequestID?) throws -> HistoryEntry {
        try read { connection in
            let found: Int64? =
                if let id {
                    try connection.row(of: id)
                } else {
                    try connection.integer("SELECT max(seq) FROM request")
                }
            guard let number = found, let entry = try connection.entry(number) else {
                throw HistoryError(
                    .notFound, message: id.map { "no request \($0) is kept" } ?? "the history is empty",
                    hint: id == nil ? nil : "ai1 route log lists what is kept")
            }
            return entry
        }
    }
}

extension Connection {
    fileprivate func entry(_ number: Int64) throws -> HistoryEntry? {
        let sql = """
            SELECT \(HistoryRow.columns), request.difficulty, request.objective, request.served, request.finish,
              request.error, request.usage, request.risk, request.text_bytes
            FROM request LEFT JOIN target ON target.id = request.target WHERE request.seq = ?
            """
        let (content, promptBytes) = try content(number) ?? (nil, nil)
        return try query(sql) { row -> HistoryEntry? in
            row.bind(1, number)
            guard try row.step() else { return nil }
            let first = HistoryRow.columnCount
            return HistoryEntry(
                row: HistoryRow(row, opening: content.map { String($0.prompt.prefix(200)) }),
                difficulty: row.optionalReal(first), objective: row.optionalText(first + 1),
                servedModel: row.optionalText(first + 2), finish: row.optionalText(first + 3),
                error: row.optionalText(first + 4),
                usage: TokenUsage(columnText: row.text(first + 5)) ?? TokenUsage(source: .unknown),
                risk: row.optionalReal(first + 6), textBytes: Int(row.integer(first + 7)),
                attempts: try attempts(number), signals: try signals(number), decision: try decision(number),
                content: content, promptBytes: promptBytes)
        }
    }

    private func attempts(_ number: Int64) throws -> [RequestRecord.Attempt] {
        let rows = try statement(
            """
            SELECT provider, model, fault, status, message, usage, cost, first_token, total
            FROM attempt JOIN target ON target.id = attempt.target WHERE request = ? ORDER BY number
            """)
        rows.bind(1, number)
        var attempts: [RequestRecord.Attempt] = []
        while try rows.step() {
            attempts.append(
                RequestRecord.Attempt(
                    target: TargetName(provider: rows.text(0), model: rows.text(1)),
                    fault: rows.optionalText(2).flatMap { FaultKind(rawValue: $0) },
                    status: rows.optionalInteger(3).map { Int($0) }, message: rows.optionalText(4),
                    usage: rows.optionalText(5).flatMap { TokenUsage(columnText: $0) },
                    cost: rows.optionalInteger(6).map { NanoUSD($0) }, firstTokenMilliseconds: rows.optionalReal(7),
                    totalMilliseconds: rows.real(8)))
        }
        return attempts
    }

    private func signals(_ number: Int64) throws -> [QualitySignal] {
        let rows = try statement(
            """
            SELECT provider, model, task, time, source, reward, weight
            FROM signal JOIN target ON target.id = signal.target WHERE request = ? ORDER BY time
            """)
        rows.bind(1, number)
        var signals: [QualitySignal] = []
        while try rows.step() {
            guard let source = QualitySignal.Source(rawValue: rows.text(4)) else { continue }
            signals.append(
                QualitySignal(
                    target: TargetName(provider: rows.text(0), model: rows.text(1)),
                    task: TaskKind(rawValue: rows.text(2)) ?? .chat,
                    time: Timestamp(millisecondsSinceEpoch: rows.integer(3)), source: source, reward: rows.real(5),
                    weight: rows.real(6)))
        }
        return signals
    }

    private func decision(_ number: Int64) throws -> JSONValue? {
        let row = try statement("SELECT body FROM decision WHERE request = ?")
        row.bind(1, number)
        defer { row.reset() }
        return try row.step() ? try? JSONParser.parse(Array(row.text(0).utf8)) : nil
    }

    private func content(_ number: Int64) throws -> (RequestRecord.Content?, Int?)? {
        let row = try statement("SELECT system, prompt, prompt_bytes, answer, timing FROM content WHERE request = ?")
        row.bind(1, number)
        defer { row.reset() }
        guard try row.step() else { return nil }
        let content = RequestRecord.Content(
            system: row.optionalText(0), prompt: row.text(1), answer: row.optionalBytes(3),
            timing: row.optionalBytes(4).flatMap { StreamTiming(encoded: $0) } ?? StreamTiming())
        return (content, Int(row.integer(2)))
    }
}
