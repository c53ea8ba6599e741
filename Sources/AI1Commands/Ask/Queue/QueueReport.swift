internal import AI1Core
internal import AI1Engine
internal import AI1Terminal

/// What a flush did: told on standard error, as JSON on standard output, and as an exit code.
struct QueueReport {
    /// Requests that are named one by one.
    private static let most = 20

    /// Whether successes are told too.
    let isTold: Bool
    let json: Bool
    /// Requests of whose sending nobody knew before what came of it, and still nobody does.
    var unknown: [RequestID] = []
    /// Files that cannot be read.
    var damaged: [String] = []
    /// Requests that wait when the flush is over.
    var waiting = 0
    private var results: [QueueSender.Result] = []

    init(isTold: Bool, json: Bool) {
        self.isTold = isTold
        self.json = json
    }

    mutating func add(_ result: QueueSender.Result) { results.append(result) }

    private var sent: Int { results.count { if case .done = $0.fate { true } else { false } } }

    /// What is over without the answer that was wished.
    private var failed: [QueueSender.Result] { results.filter { $0.next == nil && $0.fate.error != nil } }

    private var putOff: [QueueSender.Result] { results.filter { $0.next != nil } }

    /// The exit code; nil when nothing failed and nothing was put off. Failures of one kind have its code, others that of
    /// `unavailable`.
    var code: Int32? {
        var kinds = Set(failed.compactMap(\.kind))
        if !damaged.isEmpty { kinds.insert(.badData) }
        if let kind = kinds.first { return ExitStatus(kinds.count == 1 ? kind : .unavailable).code }
        return putOff.isEmpty ? nil : ExitStatus(.tryLater).code
    }

    /// - Throws: as `OutputStream.write`
    func show(_ context: CommandContext) throws {
        if json { try context.output.line(object.text) }
        for line in lines { try context.errors.line(TerminalCleaner.cleanLine(line, limit: 500)) }
    }

    private var lines: [String] {
        var lines = damaged.prefix(Self.most).map { "ai1: \($0)" }
        if !damaged.isEmpty { lines.append("hint: remove it, and ask again; the other requests are not touched") }
        for result in failed.prefix(Self.most) {
            let isUnknown = result.fate.isUnknown
            lines.append(
                "ai1: request \(result.id.short) \(isUnknown ? "was sent, and nobody knows what came of it" : "failed"): "
                    + (result.fate.error?.message ?? ""))
        }
        if !failed.isEmpty { lines.append("hint: ai1 route log queue; to send one again: ai1 ask --flush --resend ID") }
        if !unknown.isEmpty {
            let names = unknown.prefix(Self.most).map(\.short).joined(separator: ", ")
            lines.append(
                "ai1: \(Self.requests(unknown.count)) sent before, and nobody knows what came of it: \(names): not sent again"
            )
            lines.append("hint: to send it again, and perhaps pay again: ai1 ask --flush --resend \(unknown[0].short)")
        }
        if let last = putOff.last, let error = last.fate.error {
            lines.append("ai1: \(Self.requests(putOff.count)) put off: \(error.message)")
            lines.append("hint: the next ai1 ask --flush tries again; ai1 route log queue shows when")
        }
        guard isTold else { return lines }
        lines += results.compactMap { result in
            guard case .done = result.fate, let outcome = result.outcome, let target = outcome.target else {
                return nil
            }
            let charge = outcome.settlement.map { " · \($0.charge.credits)" } ?? ""
            return "\(result.id.short) \(target)\(charge)\(outcome.isReplayed ? " (as it was answered before)" : "")"
        }
        lines.append("\(sent) sent, \(failed.count) failed, \(waiting) waiting")
        return lines
    }

    private static func requests(_ count: Int) -> String { count == 1 ? "1 request was" : "\(count) requests were" }

    /// Version 1.
    private var object: JSONValue {
        [
            "v": 1, "sent": .integer(sent), "failed": .integer(failed.count), "put_off": .integer(putOff.count),
            "waiting": .integer(waiting), "unknown": .array(unknown.map { .string($0.description) }),
            "damaged": .array(damaged.map { .string(TerminalCleaner.cleanLine($0, limit: 400)) }),
            "requests": .array(
                results.map { result in
                    [
                        "id": .string(result.id.description), "state": .string(Self.state(result)),
                        "target": result.outcome?.target.map { .string($0.description) } ?? .null,
                        "charge": OutcomeJSON.cost(result.outcome?.settlement?.charge),
                        "replayed": .bool(result.outcome?.isReplayed ?? false),
                        "next": result.next.map { .string($0.utcText) } ?? .null,
                        "error": result.fate.error.map(OutcomeJSON.error) ?? .null,
                    ]
                }),
        ]
    }

    private static func state(_ result: QueueSender.Result) -> String {
        switch result.fate {
        case .done: "done"
        case .unknown: "unknown"
        case .failed: "failed"
        case .again, .later, .back: result.next == nil ? "failed" : "pending"
        }
    }
}

extension QueueSender.Result {
    /// What sort of failure it is; nil for none. Trying later is no remedy for what nobody knows.
    fileprivate var kind: ErrorKind? { fate.isUnknown ? .protocolFailure : fate.error?.kind }
}
