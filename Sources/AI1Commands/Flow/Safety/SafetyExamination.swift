internal import AI1Core
internal import AI1Engine
internal import AI1Safety

/// What was found in a request, and the request as it may leave.
struct SafetyExamination: Sendable {
    private(set) var findings: [SafetyFinding] = []
    /// The request with every secret replaced, when that is the action.
    private(set) var request: ChatRequest
    private(set) var placeholders = Placeholders()

    private let policy: SafetyPolicy
    private let scanner: SecretScanner
    private let marks = InjectionScanner()

    /// Looks at everything of a request that would leave the machine, but images.
    init(_ asked: AskedRequest, _ policy: SafetyPolicy, _ scanner: SecretScanner) {
        request = asked.request
        self.policy = policy
        self.scanner = scanner
        if let system = request.system { request.system = look(at: system, .system) }
        for index in request.messages.indices {
            for part in request.messages[index].parts.indices {
                let isSegmented = index == asked.segmentedMessage
                look(atPart: part, ofMessage: index, isSegmented ? asked.segments : [])
            }
        }
        request.options.stop = request.options.stop.map { look(at: $0, .options) }
        request.tools = request.tools.map { tool in
            Tool(
                name: tool.name, summary: look(at: tool.summary, .tool(tool.name), isForeign: true),
                parameters: look(at: tool.parameters, .tool(tool.name)))
        }
        request.schema = request.schema.map { OutputSchema(name: $0.name, schema: look(at: $0.schema, .schema)) }
    }

    /// The risk from 0 to 1.
    var risk: Double { RiskScore.risk(of: findings.map(\.kind)) }

    /// Of a request that does not leave the machine nothing is done.
    mutating func exempt() {
        for index in findings.indices { findings[index].action = .off }
    }

    private mutating func look(atPart part: Int, ofMessage index: Int, _ segments: [PromptSegment]) {
        let isConversation = request.messages.count > 1
        switch request.messages[index].parts[part] {
        case .text(let text):
            let source: SafetyFinding.Source = isConversation ? .turn(index + 1) : .prompt
            request.messages[index].parts[part] = .text(look(at: text, source, segments))
        case .toolResult(let result):
            let content = look(at: result.content, .toolResult(result.name), isForeign: true)
            request.messages[index].parts[part] = .toolResult(
                ToolResult(callID: result.callID, name: result.name, content: content, isError: result.isError))
        case .toolCall(let call):
            let arguments = look(at: call.arguments, .turn(index + 1))
            request.messages[index].parts[part] = .toolCall(
                ToolCall(id: call.id, name: call.name, arguments: arguments))
        case .image: break
        }
    }

    private mutating func look(at value: JSONValue, _ source: SafetyFinding.Source) -> JSONValue {
        switch value {
        case .string(let text): return .string(look(at: text, source))
        case .array(let elements): return .array(elements.map { look(at: $0, source) })
        case .object(let object):
            var result = JSONObject()
            for member in object.members { result.append(member.name, look(at: member.value, source)) }
            return .object(result)
        case .null, .bool, .number: return value
        }
    }

    /// - Parameter isForeign: whether somebody else may have written it
    /// - Returns: the text as it may leave
    private mutating func look(
        at text: String, _ source: SafetyFinding.Source, _ segments: [PromptSegment] = [], isForeign: Bool = false
    ) -> String {
        var octets = text
        let changed: String? = octets.withUTF8 { bytes in
            let places = TextPlaces(bytes, segments, otherwise: source)
            let secrets = policy.secrets == .off ? [] : scanner.secrets(in: bytes)
            var found = secrets.map { places.finding($0, policy.secrets) }
            if policy.injection != .off {
                let ranges = places.foreign(isForeign: isForeign, withPrompt: policy.checksPrompt)
                for range in ranges {
                    found += marks.marks(in: bytes, range: range).map { places.finding($0, policy.injection) }
                }
            }
            findings += found
            guard policy.secrets == .redact, !secrets.isEmpty else { return nil }
            return String(decoding: placeholders.redacted(bytes, secrets), as: UTF8.self)
        }
        return changed ?? text
    }
}

/// Tells which part of a text a place belongs to, and which line of that part it is on.
private struct TextPlaces {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let segments: [PromptSegment]
    private let source: SafetyFinding.Source
    private let firstLines: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ segments: [PromptSegment], otherwise source: SafetyFinding.Source) {
        self.bytes = bytes
        self.segments = segments
        self.source = source
        var line = 1
        var position = 0
        firstLines = segments.map { segment in
            while position < segment.contentStart {
                if bytes[position] == 0x0A { line += 1 }
                position += 1
            }
            return line
        }
    }

    func finding(_ finding: Finding, _ action: SafetyAction) -> SafetyFinding {
        guard let index = segments.lastIndex(where: { $0.start <= finding.range.lowerBound }) else {
            return SafetyFinding(kind: finding.kind, source: source, line: finding.line, action: action)
        }
        return SafetyFinding(
            kind: finding.kind, source: Self.source(segments[index].origin),
            line: max(1, finding.line - firstLines[index] + 1), action: action)
    }

    /// The parts in which marks of injected instructions are looked for.
    func foreign(isForeign: Bool, withPrompt: Bool) -> [Range<Int>] {
        if segments.isEmpty { return isForeign || (withPrompt && source == .prompt) ? [0..<bytes.count] : [] }
        return segments.indices.compactMap { index in
            guard withPrompt || segments[index].origin != .prompt else { return nil }
            let end = index + 1 < segments.count ? segments[index + 1].start : bytes.count
            return segments[index].start..<end
        }
    }

    private static func source(_ origin: PromptSegment.Origin) -> SafetyFinding.Source {
        switch origin {
        case .prompt: .prompt
        case .input: .input
        case .attachment(let name): .attachment(name)
        }
    }
}
