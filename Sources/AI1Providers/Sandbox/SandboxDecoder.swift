internal import AI1Core

/// Reads the NDJSON lines of the sandbox.
struct SandboxDecoder: AnswerDecoder {
    private static let lineLimitBytes = 64 * 1024 * 1024

    private var lines = LineSplitter(limit: SandboxDecoder.lineLimitBytes, loneCR: false)
    private var finished = false

    mutating func feed(_ bytes: UnsafeRawBufferPointer, into batch: inout AnswerBatch) throws {
        var ended = finished
        do {
            try lines.feed(bytes) { line in try Self.take(line, &batch, &ended) }
        } catch is LineSplitter.Failure {
            throw ProviderFault(.malformed, message: "an event is larger than \(Self.lineLimitBytes / 1_048_576) MiB")
        }
        finished = ended
    }

    mutating func finish(into batch: inout AnswerBatch) throws {
        var ended = finished
        if !ended { try lines.finish { line in try Self.take(line, &batch, &ended) } }
        guard ended else { throw ProviderFault(.cut, message: "the stream ended before the answer was complete") }
        finished = true
    }

    private static func take(_ line: UnsafeRawBufferPointer, _ batch: inout AnswerBatch, _ ended: inout Bool) throws {
        guard !line.isEmpty else { return }
        let event: JSONValue
        do {
            event = try JSONParser.parse(line)
        } catch {
            throw ProviderFault(.malformed, message: "a malformed event in the stream")
        }
        batch.events += 1
        switch event["type"]?.string {
        case "start":
            batch.providerID = event["id"]?.string
            batch.servedModel = event["model"]?.string
        case "text": batch.text.append(contentsOf: (event["text"]?.string ?? "").utf8)
        case "reasoning": batch.reasoning.append(contentsOf: (event["text"]?.string ?? "").utf8)
        case "media":
            batch.media.append(
                try InlineMedia.part(event["data"]?.string ?? "", mediaType: event["media_type"]?.string ?? ""))
        case "usage": usage(event).replace(in: &batch)
        case "error":
            throw ProviderFault(
                .inBandError, status: event["status"]?.number?.int64.map(Int.init(clamping:)),
                message: TerminalCleaner.cleanLine(event["message"]?.string ?? "an error event in the stream"))
        case "end":
            guard let reason = event["reason"]?.string.flatMap(FinishReason.init) else {
                throw ProviderFault(.malformed, message: "an unknown reason at the end of the stream")
            }
            batch.finish = reason
            ended = true
        default: throw ProviderFault(.malformed, message: "an unknown event in the stream")
        }
    }

    private static func usage(_ event: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        let input = counts.read(event["input_tokens"])
        let output = counts.read(event["output_tokens"])
        let reasoning = counts.read(event["reasoning_tokens"]) ?? 0
        let heard = counts.read(event["audio_input_tokens"]) ?? 0
        let spoken = counts.read(event["audio_output_tokens"]) ?? 0
        guard let input, let output else { return counts.report(nil, of: event) }
        let visible = counts.rest(of: output, without: reasoning, spoken)
        let read = counts.rest(of: input, without: heard)
        return counts.report(
            TokenUsage(
                uncachedInput: read, visibleOutput: visible, reasoning: reasoning, audioInput: heard,
                audioOutput: spoken), of: event)
    }
}
