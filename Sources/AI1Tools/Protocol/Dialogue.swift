internal import AI1Core

/// What has been asked of one server and what it has answered: numbers requests, pairs answers with them, answers the server's
/// own requests, and bounds what comes unasked. A state machine: octets in, effects out; it waits for nothing.
struct Dialogue: Sendable {
    /// What a piece of a server's output leads to.
    enum Effect: Sendable, Hashable {
        /// Send this.
        case send([UInt8])
        /// A request has its answer.
        case answered(id: Int64, Outcome)
        /// The list of tools is no longer what it was.
        case toolsChanged
    }

    /// A server's answer.
    enum Outcome: Sendable, Hashable {
        case result(JSONValue)
        case failure(code: Int64, message: String)
    }

    private let limits: ToolLimits
    private var reader: MessageReader
    private var nextID: Int64 = 1
    private var pending: Set<Int64> = []
    private var unasked = 0

    init(_ limits: ToolLimits) {
        self.limits = limits
        reader = MessageReader(limits)
    }

    /// A request to be sent.
    mutating func request(_ method: String, _ params: JSONValue? = nil) -> (id: Int64, line: [UInt8]) {
        let id = nextID
        nextID += 1
        pending.insert(id)
        unasked = 0
        return (id, RPCMessage.request(id: id, method: method, params: params))
    }

    /// Gives a request up: a late answer is left out.
    /// - Returns: what tells the server so; nil when it has been answered
    mutating func abandon(_ id: Int64, reason: String) -> [UInt8]? {
        guard pending.remove(id) != nil else { return nil }
        return RPCMessage.notification(
            method: "notifications/cancelled", params: ["requestId": .integer(id), "reason": .string(reason)])
    }

    /// Takes what the server printed.
    /// - Throws: `ToolError` of code `protocolBroken`
    mutating func receive(_ bytes: [UInt8]) throws -> [Effect] {
        var messages: [RPCMessage] = []
        try reader.feed(bytes) { messages.append($0) }
        return try messages.compactMap { try take($0) }
    }

    private mutating func take(_ message: RPCMessage) throws -> Effect? {
        switch message {
        case .result(let id, let value): return try answer(id, .result(value))
        case .failure(let id, let code, let text): return try answer(id, .failure(code: code, message: text))
        case .request(let id, let method):
            try count()
            // Nothing was said to be offered: neither roots nor sampling nor questions to the user.
            return .send(
                method == "ping" ? RPCMessage.answer(id: id, [:]) : RPCMessage.refusal(id: id, method: method))
        case .notification(let method):
            try count()
            return method == "notifications/tools/list_changed" ? .toolsChanged : nil
        }
    }

    private mutating func answer(_ id: JSONValue, _ outcome: Outcome) throws -> Effect? {
        if let number = id.number?.int64, pending.remove(number) != nil {
            unasked = 0
            return .answered(id: number, outcome)
        }
        if case .failure(_, let message) = outcome, id.isNull {
            throw ToolError(.protocolBroken, "it could not read a request: \(message)")
        }
        guard let number = id.number?.int64, number > 0, number < nextID else {
            throw ToolError(
                .protocolBroken,
                "it answered a request that was never made (id \(TerminalCleaner.cleanLine(id.text, limit: 40)))")
        }
        // Late, or for the second time.
        try count()
        return nil
    }

    private mutating func count() throws {
        unasked += 1
        guard unasked <= limits.unaskedMessages else {
            throw ToolError(
                .protocolBroken, "it sent more than \(limits.unaskedMessages) messages that nobody asked for")
        }
    }
}
