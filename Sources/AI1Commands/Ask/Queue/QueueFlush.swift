internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// `ai1 ask --flush`: sends what is kept and due.
struct QueueFlush: Sendable {
    /// Requests that are under way at once.
    private static let atOnce = 4

    let command: AskCommand
    let live: Composition
    let context: CommandContext
    private let store: QueueStore

    init(command: AskCommand, live: Composition, context: CommandContext) {
        self.command = command
        self.live = live
        self.context = context
        store = QueueDesk(live).store
    }

    /// Whether more is told than what went wrong: to a person, or when that is asked for.
    private var isTold: Bool {
        command.output.verbose || context.errors.isTerminal && !command.output.quiet && !live.settings.quiet.value
    }

    private var notices: NoticeWriter {
        NoticeWriter(
            errors: context.errors, style: Style(hasColor: live.errorFacts.hasColor), isQuiet: !isTold,
            isVerbose: command.output.verbose, spinner: nil)
    }

    /// - Throws: `ProgramEnd` with the code of what went wrong; what kept anything from being sent
    func run() async throws {
        var report = QueueReport(isTold: isTold, json: command.output.json)
        let ids = try named()
        store.sweep()
        let listing = store.list()
        let now = live.context.clock.now
        let work = ids ?? listing.entries.filter { $0.isDue(at: now) || $0.state == .pending && isOver($0) }.map(\.id)
        let lost = ids == nil ? listing.entries.filter { $0.state == .unknown } : []
        if ids == nil { report.damaged = listing.damaged }
        if !work.isEmpty || !lost.isEmpty {
            let sender = try sender()
            for entry in lost {
                if let result = try await sender.recover(entry.id) { report.add(result) }
                if try store.find(entry.id)?.state == .unknown { report.unknown.append(entry.id) }
            }
            await send(work, sender, isNamed: ids != nil) { report.add($0) }
        }
        report.waiting = store.list().entries.count { $0.state == .pending }
        try report.show(context)
        try Task.checkCancellation()
        if let code = report.code { throw ProgramEnd(code: code) }
    }

    private func isOver(_ entry: QueueEntry) -> Bool { entry.isExpired(at: live.context.clock.now) }

    /// The requests that the user named, each in a state in which it can be sent; nil for none named.
    /// - Throws: `CommandError`, `ConversationError`, `SettingsError`
    private func named() throws -> [RequestID]? {
        guard !command.input.prompt.isEmpty else { return nil }
        let desk = QueueDesk(live)
        var ids: [RequestID] = []
        for text in command.input.prompt {
            let id = try desk.resolve(text)
            guard !ids.contains(id) else { continue }
            if let entry = try store.find(id) { try require(entry) }
            ids.append(id)
        }
        if command.money.resend { for id in ids where try store.find(id)?.state != .pending { try store.retry(id) } }
        return ids
    }

    private func require(_ entry: QueueEntry) throws {
        let name = "request \(entry.id.short)"
        switch entry.state {
        case .pending: return
        case .sending:
            throw CommandError(
                .answer(.tryLater), message: "\(name) is being sent by another ai1", hint: "wait until it is done")
        case .done:
            throw CommandError(
                .usage, message: "\(name) is answered", hint: "ai1 route log show \(entry.id.short)")
        case .failed, .unknown:
            guard !command.money.resend else { return }
            let what = entry.state == .failed ? "failed" : "was sent, and nobody knows what came of it"
            throw CommandError(
                .usage, message: "\(name) \(what)" + (entry.lastError.map { ": \($0)" } ?? ""),
                hint: "to send it again, and perhaps pay again: ai1 ask --flush --resend \(entry.id.short)")
        }
    }

    private func sender() throws -> QueueSender {
        var policy = AskPolicy()
        let limits = live.settings.limits
        policy.deadlineMilliseconds =
            command.bounds.deadline?.milliseconds ?? limits.deadlineMilliseconds?.value ?? policy.deadlineMilliseconds
        policy.connectTimeoutMilliseconds = limits.connectTimeoutMilliseconds.value
        policy.stallTimeoutMilliseconds = limits.stallTimeoutMilliseconds.value
        // The queue does the waiting and the trying again.
        policy.longestWaitMilliseconds = 0
        policy.retries = 0
        return QueueSender(
            live: live, store: store, notices: notices, ledger: try QueueSender.openLedger(live), policy: policy,
            sendsAgain: command.money.resend)
    }

    /// Sends the requests, a few at once, the oldest first. Whatever another process has taken meanwhile is left to it.
    private func send(
        _ ids: [RequestID], _ sender: QueueSender, isNamed: Bool, _ add: (QueueSender.Result) -> Void
    ) async {
        await withTaskGroup(of: QueueSender.Result?.self) { group in
            var waiting = ids[...]
            var running = 0
            while true {
                while running < Self.atOnce, !Task.isCancelled, let id = waiting.popFirst() {
                    running += 1
                    group.addTask { await send(id, sender, isNamed: isNamed) }
                }
                guard running > 0, let result = await group.next() else { return }
                running -= 1
                if let result { add(result) }
            }
        }
    }

    /// - Returns: nil when somebody else has it
    private func send(_ id: RequestID, _ sender: QueueSender, isNamed: Bool) async -> QueueSender.Result? {
        do {
            guard let claim = try store.claim(id, early: isNamed) else {
                guard let entry = try store.find(id), entry.state == .failed, isOver(entry) else { return nil }
                let message = entry.lastError ?? "its time had passed"
                return QueueSender.Result(id: id, fate: .failed(CommandError(.unavailable, message: message)))
            }
            return await sender.send(claim) { try await QueueSender.collect($0, sender.notices) }
        } catch {
            let told = (error as? any AI1Error) ?? CommandError(.writeFailed, message: "\(error)")
            return QueueSender.Result(id: id, fate: .failed(told))
        }
    }
}

extension QueueSender {
    /// The ledger that pays for kept requests; they are never sent without it, since it knows their keys.
    /// - Throws: `LedgerError`, `SettingsError`, `CommandError`
    static func openLedger(_ live: Composition) throws -> SQLiteLedger {
        live.prepareState()
        return try live.openLedger()
    }
}
