internal import AI1Core
internal import AI1Providers

/// A request of some dialect, read.
struct WireCall: Sendable {
    var prompt: SandboxPrompt
    var stream: Bool
    /// Whether usage in the stream was asked for, where a dialect wants to be asked.
    var includeUsage = true
    /// Google's stream without `alt=sse` is one JSON array.
    var asArray = false
    /// Speech as events that carry its octets.
    var isEventStream = false
    /// One vector and no list.
    var isSingle = false
    /// Whether Google's call is that for text, asked for other modalities.
    var isGenerated = false
}

/// What all wires need to know of their exchange.
struct WireContext: Sendable {
    /// Sixteen hexadecimal digits, the same for the same request.
    let id: String
    let model: String
    let usage: FaultPlan.UsageReport
    let includeUsage: Bool
    let asArray: Bool
    let isEventStream: Bool
    let isSingle: Bool
    let isGenerated: Bool
    /// What else than text is to be made.
    let wish: SandboxWish?
    /// Seconds since the epoch that answers are dated with: fixed, so that answers are the same in every run.
    static let created = 1_767_225_600

    init(call: WireCall, usage: FaultPlan.UsageReport) {
        var digest = SandboxDigest()
        digest.add(call.prompt.model)
        for turn in call.prompt.turns { digest.add(turn.text) }
        id = hexadecimal(digest.value, width: 16)
        model = call.prompt.model
        self.usage = usage
        includeUsage = call.includeUsage
        asArray = call.asArray
        isEventStream = call.isEventStream
        isSingle = call.isSingle
        isGenerated = call.isGenerated
        wish = call.prompt.wish
    }

    /// The usage object as it goes on the wire; nil when it is to be left out.
    func usageText(_ counted: @autoclosure () -> JSONValue) -> String? {
        switch usage {
        case .counted: counted().text
        case .absent: nil
        case .literal(let text): text
        }
    }
}

/// A JSON object as text, so that literal JSON of a plan can stand in it unchanged.
struct ObjectText {
    private var text = "{"

    /// Adds a member; nil leaves it out.
    mutating func add(_ name: String, raw: String?) {
        guard let raw else { return }
        if text.utf8.count > 1 { text += "," }
        text += JSONValue.string(name).text + ":" + raw
    }

    mutating func add(_ name: String, _ value: JSONValue) { add(name, raw: value.text) }

    /// Adds the members of a JSON object given as text.
    mutating func splice(_ object: String?) {
        guard let object else { return }
        var inner = object.utf8[...]
        while let first = inner.first, first != UInt8(ascii: "{") { inner = inner.dropFirst() }
        while let last = inner.last, last != UInt8(ascii: "}") { inner = inner.dropLast() }
        let members = String(decoding: inner.dropFirst().dropLast(), as: UTF8.self)
        guard members.utf8.contains(UInt8(ascii: ":")) else { return }
        if text.utf8.count > 1 { text += "," }
        text += members
    }

    var closed: String { text + "}" }
}

extension [UInt8] {
    /// Appends text.
    mutating func add(_ text: String) { append(contentsOf: text.utf8) }

    /// Appends an event of an SSE stream.
    mutating func addEvent(_ type: String? = nil, _ data: String) {
        if let type { add("event: \(type)\n") }
        add("data: \(data)\n\n")
    }
}
