internal import AI1Core
internal import AI1Engine

/// What a request is expected to count as input, part by part, before it is sent.
struct InputEstimate: Sendable {
    /// Tokens of attachments from which on a person is told how many they are.
    static let toldFromTokens: Int64 = 2_000
    /// The parts that an error or a line names.
    private static let namedParts = 5

    /// The largest first.
    private(set) var parts: [InputPart]
    /// The whole request, with what frames its parts.
    let tokens: Int64

    init(_ request: ChatRequest, _ parts: [InputPart]) {
        var parts = parts
        if let system = request.system {
            parts.append(
                InputPart(.system, name: "system prompt", tokens: TokenEstimate.tokens(bytes: system.utf8.count)))
        }
        self.init(sorting: parts, tokens: TokenEstimate.input(of: request))
    }

    private init(sorting parts: [InputPart], tokens: Int64) {
        self.parts = parts.enumerated()
            .sorted { ($1.element.tokens, $0.offset) < ($0.element.tokens, $1.offset) }
            .map(\.element)
        self.tokens = tokens
    }

    /// The same with the earlier turns of a chat that the request has got since.
    func growing(to request: ChatRequest) -> InputEstimate {
        let more = TokenEstimate.input(of: request) - tokens
        guard more > 0 else { return self }
        return InputEstimate(
            sorting: parts + [InputPart(.turns, name: "earlier turns", tokens: more)], tokens: tokens + more)
    }

    /// - Parameter limit: the most tokens that may be sent; nil for no limit
    /// - Throws: `CommandError` of code `badInput` when it is more
    func check(limit: Int?) throws(CommandError) {
        guard let limit, tokens > Int64(limit) else { return }
        let named = parts.prefix(Self.namedParts).map { part in
            "\(TerminalCleaner.cleanLine(part.name, limit: 60)) ~\(grouped(part.tokens))"
        }
        let left = parts.count - named.count
        let more =
            left > 0 ? ", \(left) more ~\(grouped(parts.dropFirst(named.count).reduce(0) { $0 + $1.tokens }))" : ""
        throw CommandError(
            .badInput,
            message: "the input is ~\(grouped(tokens)) tokens, at most \(grouped(Int64(limit))) are allowed: "
                + named.joined(separator: ", ") + more,
            hint: parts.count > 1
                ? "leave out the largest, or raise --max-input (limits.max_input)"
                : "send a part of it, or raise --max-input (limits.max_input)")
    }

    /// `input ~12,400 tokens (3 files, 2 images)`; nil when attachments are few and small.
    var line: String? {
        let attached = parts.filter { $0.kind == .file || $0.kind == .image }
        guard attached.reduce(0, { $0 + $1.tokens }) >= Self.toldFromTokens else { return nil }
        let counts = [("file", InputPart.Kind.file), ("image", .image)].compactMap { name, kind -> String? in
            let count = attached.count { $0.kind == kind }
            return count == 0 ? nil : "\(grouped(Int64(count))) \(name)\(count == 1 ? "" : "s")"
        }
        return "input ~\(grouped(tokens)) tokens (\(counts.joined(separator: ", ")))"
    }
}
