package import AI1Core
internal import AI1Storage

extension HistoryFile {
    private static let sourceNote = "source"

    /// Everything that was learned about targets.
    /// - Parameter id: the export's own, new for each
    /// - Throws: `HistoryError`
    package func exportLearning(id: RequestID, at now: Timestamp) throws -> LearningFile {
        // The file's own name is made once, when it is first needed.
        let source = try write { try $0.source() }
        return try read { connection in
            var entries: [LearningFile.Entry] = []
            try connection.summaries { target, task, summary in
                entries.append(LearningFile.Entry(target: target, task: task, summary: summary))
            }
            entries.sort { ($0.target.description, $0.task) < ($1.target.description, $1.task) }
            return LearningFile(id: id, source: source, time: now, entries: entries)
        }
    }

    /// Adds what another machine learned. A file that was imported before changes nothing. Two exports of one machine have most
    /// calls in common, which then count twice, within the caps.
    /// - Returns: how many summaries were added; nil when the file was imported before
    /// - Throws: `HistoryError` of code `invalid` for statistics of this very history
    @discardableResult
    package func importLearning(_ file: LearningFile, at now: Timestamp) throws -> Int? {
        try write { connection in
            guard try file.source != connection.source() else {
                throw HistoryError(
                    .invalid, message: "these statistics are this machine's own",
                    hint: "to go back to them, reset what is learned first")
            }
            let row = try connection.statement("INSERT INTO imported(id, time) VALUES(?, ?) ON CONFLICT DO NOTHING")
            row.bind(1, file.id.description)
            row.bind(2, now.millisecondsSinceEpoch)
            try row.run()
            guard connection.changes == 1 else { return nil }
            for entry in file.entries {
                var added = entry.summary
                added.believe(now)
                try connection.change(try connection.number(of: entry.target), entry.task) { summary in
                    summary.believe(now)
                    summary.merge(added)
                }
            }
            return file.entries.count
        }
    }

    /// Forgets what was learned about targets. Requests, and sums by day, stay.
    /// - Parameter target: nil for all
    /// - Returns: how many summaries there were
    /// - Throws: `HistoryError`
    @discardableResult
    package func resetLearning(_ target: TargetName? = nil) throws -> Int {
        try write { connection in
            guard let target else {
                try connection.execute("DELETE FROM summary")
                let count = connection.changes
                // From now on these are other statistics: an export of before may come back.
                try connection.execute("DELETE FROM imported; DELETE FROM note WHERE name = '\(Self.sourceNote)'")
                return Int(count)
            }
            guard let number = try connection.knownNumber(of: target) else { return 0 }
            let row = try connection.statement("DELETE FROM summary WHERE target = ?")
            row.bind(1, number)
            try row.run()
            return Int(connection.changes)
        }
    }
}

extension Connection {
    /// The name of these statistics among those of other machines.
    fileprivate func source() throws -> String {
        if let number = try note("source") { return hexadecimal(UInt64(bitPattern: number), width: 16) }
        let number = try integer("SELECT random()") ?? 0
        try setNote("source", number)
        return hexadecimal(UInt64(bitPattern: number), width: 16)
    }
}
