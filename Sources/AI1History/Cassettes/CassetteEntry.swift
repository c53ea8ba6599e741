package import AI1Core

/// One recorded answer: a line of a cassette.
package struct CassetteEntry: Sendable, Hashable {
    /// Characters of the prompt that are written beside it, for a reader.
    private static let promptCharacters = 120

    /// The hash of what was asked, in hexadecimal digits.
    package var request: String
    /// The model that the user named; nil when ai1 chose.
    package var asked: String?
    /// The beginning of the prompt.
    package var prompt: String
    package var target: TargetName
    package var servedModel: String?
    package var finish: FinishReason?
    package var usage: TokenUsage
    package var answer: [UInt8]
    package var timing: StreamTiming

    package init(
        request: [UInt8], asked: String?, prompt: String, target: TargetName, servedModel: String?,
        finish: FinishReason?, usage: TokenUsage, answer: [UInt8], timing: StreamTiming
    ) {
        self.request = Self.hex(request)
        self.asked = asked
        self.prompt = String(prompt.prefix(Self.promptCharacters))
        self.target = target
        self.servedModel = servedModel
        self.finish = finish
        self.usage = usage
        self.answer = answer
        self.timing = timing
    }

    static func hex(_ octets: [UInt8]) -> String { octets.map { hexadecimal(UInt64($0), width: 2) }.joined() }
}

extension CassetteEntry {
    /// The line's JSON, version 1.
    package var json: JSONValue {
        let text = String(decoding: answer, as: UTF8.self)
        var object: JSONObject = ["v": 1, "request": .string(request)]
        object["asked"] = asked.map { .string($0) }
        object["prompt"] = .string(prompt)
        object["provider"] = .string(target.provider)
        object["model"] = .string(target.model)
        object["served_model"] = servedModel.map { .string($0) }
        object["finish"] = finish.map { .string($0.rawValue) }
        object["usage"] = .string(usage.columnText)
        if text.utf8.elementsEqual(answer) {
            object["text"] = .string(text)
        } else {
            object["base64"] = .string(Base64.encode(answer))
        }
        object["timing"] = .array(timing.pieces.map { [.integer($0.bytes), .integer($0.waitMilliseconds)] })
        return .object(object)
    }

    /// Nil when something is missing or of another form. Lines may be written by hand: only `request` and `text` must be there.
    init?(_ value: JSONValue) {
        guard value["v"]?.number?.int64 ?? 1 == 1, let request = value["request"]?.string else { return nil }
        let answer: [UInt8]
        if let text = value["text"]?.string {
            answer = Array(text.utf8)
        } else if let bytes = value["base64"]?.string.flatMap({ Base64.decode($0) }) {
            answer = bytes
        } else {
            return nil
        }
        var timing = StreamTiming()
        var moment: Int64 = 0
        for piece in value["timing"]?.array ?? [] {
            guard let bytes = piece[0]?.number?.int64.flatMap({ Int(exactly: $0) }), bytes >= 0,
                let wait = piece[1]?.number?.int64, (0...86_400_000).contains(wait)
            else { return nil }
            moment += wait
            timing.add(bytes: bytes, atMilliseconds: moment)
        }
        self.request = request.lowercased()
        asked = value["asked"]?.string
        prompt = value["prompt"]?.string ?? ""
        target = TargetName(
            provider: value["provider"]?.string ?? "cassette", model: value["model"]?.string ?? "cassette")
        servedModel = value["served_model"]?.string
        finish = value["finish"]?.string.map { FinishReason(rawValue: $0) ?? .stop } ?? .stop
        usage = value["usage"]?.string.flatMap { TokenUsage(columnText: $0) } ?? TokenUsage(source: .estimated)
        self.answer = answer
        self.timing = timing
    }
}
