package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// Requests without their words are kept so long, or as long as words are, whichever is longer.
    package static let requestDays: Int64 = 400

    static let sweptNote = "swept"
    /// 1 when words were deleted that the index may still have.
    static let dirtyNote = "dirty"
    /// 1 while the index is being written anew without the words of deleted requests.
    static let erasingNote = "erasing"
    /// When that was begun last.
    static let erasedNote = "erased"
    /// Sweeps are so far apart, but for one that left something over.
    static let sweepMilliseconds: Int64 = 3_600_000
    private static let dayMilliseconds: Int64 = 86_400_000
    /// What one sweep deletes and writes at most, so that nobody waits long for it.
    private static let contentBatch = 64
    private static let requestBatch = 256
    private static let pages = 128

    /// Deletes some of what is older than it should be, and goes on erasing its words from the index. Bounded: what is left
    /// over makes the next sweep due at once.
    /// - Parameter contentDays: how long prompts and answers are kept; nil for ever
    /// - Throws: `HistoryError`
    package func sweep(contentDays: Int64?, at now: Timestamp) throws {
        try write { connection in
            var isDone = true
            if let contentDays {
                let edge = now.advanced(byMilliseconds: -contentDays * Self.dayMilliseconds)
                let deleted = try connection.deleteContent(before: edge, limit: Self.contentBatch)
                if deleted > 0 { try connection.setNote(Self.dirtyNote, 1) }
                isDone = deleted == 0
                let last = now.advanced(byMilliseconds: -max(contentDays, Self.requestDays) * Self.dayMilliseconds)
                isDone = try connection.deleteRequests(before: last, limit: Self.requestBatch) && isDone
            }
            // Not before everything is deleted, nor in one transaction with it: the index does not merge what it has not
            // written yet.
            if isDone { isDone = try eraseWords(connection, at: now) }
            let moment = now.millisecondsSinceEpoch
            try connection.setNote(Self.sweptNote, isDone ? moment : moment - Self.sweepMilliseconds)
        }
    }

    /// Deleted words stay in the index's older parts until these are merged. At most once a day a merge of all parts is begun,
    /// and then gone on with a little at a time.
    /// - Returns: whether nothing is left to do now
    private func eraseWords(_ connection: Connection, at now: Timestamp) throws -> Bool {
        let isUnderWay = try connection.note(Self.erasingNote) ?? 0 > 0
        if !isUnderWay {
            let last = try connection.note(Self.erasedNote) ?? 0
            guard try connection.note(Self.dirtyNote) ?? 0 > 0,
                !(0..<Self.dayMilliseconds).contains(now.millisecondsSinceEpoch - last)
            else { return true }
            try connection.setNote(Self.erasedNote, now.millisecondsSinceEpoch)
            try connection.setNote(Self.dirtyNote, 0)
            try connection.setNote(Self.erasingNote, 1)
        }
        let before = connection.totalChanges
        // A negative number begins the merge of everything, a positive one goes on.
        try connection.execute(
            "INSERT INTO words(words, rank) VALUES('merge', \(isUnderWay ? Self.pages : -Self.pages))")
        // FTS5's documentation: fewer than two changes mean that there was nothing to merge.
        let isErased = connection.totalChanges - before < 2
        if isErased { try connection.setNote(Self.erasingNote, 0) }
        return isErased
    }
}

extension Connection {
    /// Whether the time has come to look for what is too old.
    func isSweepDue(at now: Timestamp) throws -> Bool {
        guard let swept = try note(HistoryFile.sweptNote) else { return true }
        // A moment ahead of now is a clock that was wrong.
        return !(0..<HistoryFile.sweepMilliseconds).contains(now.millisecondsSinceEpoch - swept)
    }

    /// - Returns: how many were deleted
    fileprivate func deleteContent(before edge: Timestamp, limit: Int) throws -> Int {
        let find = try statement("SELECT request FROM content WHERE time < ? ORDER BY time LIMIT ?")
        find.bind(1, edge.millisecondsSinceEpoch)
        find.bind(2, limit)
        var requests: [Int64] = []
        while try find.step() { requests.append(find.integer(0)) }
        for request in requests { try deleteContent(request) }
        return requests.count
    }

    /// - Returns: whether none is left
    fileprivate func deleteRequests(before edge: Timestamp, limit: Int) throws -> Bool {
        let row = try statement(
            """
            DELETE FROM request WHERE seq IN (
              SELECT seq FROM request WHERE time < ? AND seq NOT IN (SELECT request FROM content)
              ORDER BY time LIMIT ?)
            """)
        row.bind(1, edge.millisecondsSinceEpoch)
        row.bind(2, limit)
        try row.run()
        return changes < limit
    }
}
