internal import AI1Core

/// Speech comes as the octets of the recording, or as events that carry them; the first octet tells which.
struct OpenAISpeechDecoder: AnswerDecoder {
    private enum Mode { case undecided, octets, events }

    private var mode = Mode.undecided
    private var octets: [UInt8] = []
    private var events = BodyDecoder(.serverSentEvents, OpenAISpeechEvents())

    mutating func feed(_ bytes: UnsafeRawBufferPointer, into batch: inout AnswerBatch) throws {
        guard let first = bytes.first else { return }
        if mode == .undecided {
            // No recording begins with a brace, or as a field of an event stream or a page does.
            let text: [UInt8] = [UInt8(ascii: "{"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: ":")]
            mode = text.contains(first) ? .events : .octets
        }
        if mode == .events { return try events.feed(bytes, into: &batch) }
        guard octets.count + bytes.count <= MediaPart.answerLimitBytes else {
            throw ProviderFault(
                .malformed, message: "the answer is larger than \(MediaPart.answerLimitBytes >> 20) MiB")
        }
        octets.append(contentsOf: bytes)
    }

    mutating func finish(into batch: inout AnswerBatch) throws {
        if mode == .events { return try events.finish(into: &batch) }
        guard !octets.isEmpty else { throw ProviderFault(.cut, message: "the answer is empty") }
        batch.events += 1
        batch.media.append(MediaPart(mediaType: "", bytes: octets))
        octets = []
        batch.finish = .stop
    }
}

/// The events of speech, `speech.audio.delta` and `speech.audio.done`.
struct OpenAISpeechEvents: AnswerEvents {
    private var octets: [UInt8] = []
    private(set) var isComplete = false

    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        if isComplete { return }
        switch value["type"]?.string {
        case "speech.audio.delta":
            guard let data = value["audio"]?.string, let piece = Base64.decode(data) else {
                throw ProviderFault(.malformed, message: "the speech in an event is not base64")
            }
            guard octets.count + piece.count <= MediaPart.answerLimitBytes else {
                throw ProviderFault(
                    .malformed, message: "the answer is larger than \(MediaPart.answerLimitBytes >> 20) MiB")
            }
            octets += piece
        case "speech.audio.done":
            if let report = value["usage"], report.object != nil { Self.usage(report).replace(in: &batch) }
            batch.media.append(MediaPart(mediaType: "", bytes: octets))
            octets = []
            batch.finish = .stop
            isComplete = true
        default: return
        }
    }

    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws {
        if let fault = FaultTable.inBand(value) { throw fault }
        throw ProviderFault(
            .malformed, message: "the answer is no recording", underlying: FaultText.underlying(value.encoded()))
    }

    private static func usage(_ report: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        guard let input = counts.read(report["input_tokens"]), let output = counts.read(report["output_tokens"]) else {
            return counts.report(nil, of: report)
        }
        return counts.report(TokenUsage(uncachedInput: input, audioOutput: output), of: report)
    }
}
