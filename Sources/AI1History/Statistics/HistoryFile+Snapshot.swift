package import AI1Core
internal import AI1Storage

extension HistoryFile {
    /// What is known about all targets at a moment.
    /// - Throws: `HistoryError`
    package func snapshot(at now: Timestamp) throws -> StatisticsSnapshot {
        try read { connection in
            var snapshot = StatisticsSnapshot()
            try connection.summaries { target, task, summary in
                let statistics = summary.statistics(at: now)
                guard statistics.saysSomething else { return }
                if task == Connection.allTasks {
                    snapshot.byTarget[target] = statistics
                } else if let task = TaskKind(rawValue: task) {
                    snapshot.byTask[.init(target: target, task: task)] = statistics
                }
            }
            return snapshot
        }
    }

    /// The newest request with this hash that was asked within some time before now: the same is being asked again.
    /// - Throws: `HistoryError`
    package func lastRequest(
        matching digest: [UInt8], within milliseconds: Int64, at now: Timestamp
    ) throws -> RecentRequest? {
        try read { connection in
            let find = try connection.statement(
                """
                SELECT high, low, recent.time, provider, model, task, state
                FROM recent JOIN request ON request.seq = recent.request JOIN target ON target.id = request.target
                WHERE recent.time BETWEEN ? AND ? AND digest = ? ORDER BY recent.time DESC LIMIT 1
                """)
            find.bind(1, now.advanced(byMilliseconds: -milliseconds).millisecondsSinceEpoch)
            find.bind(2, now.millisecondsSinceEpoch)
            find.bind(3, digest)
            defer { find.reset() }
            guard try find.step(), let state = RequestState(rawValue: find.text(6)) else { return nil }
            return RecentRequest(
                id: RequestID(high: UInt64(bitPattern: find.integer(0)), low: UInt64(bitPattern: find.integer(1))),
                time: Timestamp(millisecondsSinceEpoch: find.integer(2)),
                target: TargetName(provider: find.text(3), model: find.text(4)),
                task: TaskKind(rawValue: find.text(5)) ?? .chat, state: state)
        }
    }
}

/// A request that was asked a moment ago.
package struct RecentRequest: Sendable, Hashable {
    package let id: RequestID
    package let time: Timestamp
    package let target: TargetName
    package let task: TaskKind
    package let state: RequestState
}
