internal import AI1Core

/// The answer of an AI1NET provider: one document. Text is a string; media is an object with a URL, which is fetched when
/// media was asked for, else becomes the text; any other object is given as JSON. Media has no usage.
struct AI1NetEvents: AnswerEvents {
    private let wantsMedia: Bool
    private(set) var isComplete = false

    init(wantsMedia: Bool) { self.wantsMedia = wantsMedia }

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        try document(value, into: &batch)
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        guard let output = value["output"], let text = Self.url(output) ?? Self.text(output) else {
            throw ProviderFault(
                .malformed, message: "the answer has no output", underlying: FaultText.underlying(value.encoded()))
        }
        batch.events += 1
        if wantsMedia, let url = Self.url(output) {
            batch.mediaURLs.append(url)
        } else {
            batch.text.append(contentsOf: text.utf8)
        }
        if let usage = value["usage"] { Self.usage(usage).replace(in: &batch) }
        batch.finish = .stop
        isComplete = true
    }

    private static func text(_ output: JSONValue) -> String? {
        if let text = output.string { return text }
        return output.object == nil ? nil : output.text
    }

    private static func url(_ output: JSONValue) -> String? {
        output["image_url"]?.string ?? output["audio_url"]?.string
    }

    private static func usage(_ report: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        guard let input = counts.read(report["input_tokens"]), let output = counts.read(report["output_tokens"]) else {
            return counts.report(nil, of: report)
        }
        return counts.report(TokenUsage(uncachedInput: input, visibleOutput: output), of: report)
    }
}
