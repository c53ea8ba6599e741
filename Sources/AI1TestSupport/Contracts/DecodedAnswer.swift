package import AI1Core

/// Everything that a decoder said about one body, and how it ended.
package struct DecodedAnswer: Hashable, Sendable {
    package var text = ""
    package var reasoning = ""
    package var toolCalls: [ToolCall] = []
    package var usage: TokenUsage?
    package var unbelievedUsage: UnbelievedUsage?
    package var finish: FinishReason?
    package var servedModel: String?
    package var providerID: String?
    package var events = 0
    /// What `feed` or `finish` threw.
    package var fault: ProviderFault?
    /// How many times a finish reason was given: more than once breaks the port's contract.
    package var finishCount = 0

    package init() {}

    /// Feeds a body in pieces of the given sizes (the rest in one piece) and reads the batch after each, as the
    /// engine does.
    package static func decoding(_ body: [UInt8], sizes: [Int] = [], with decoder: any AnswerDecoder) -> DecodedAnswer {
        var decoder = decoder
        var answer = DecodedAnswer()
        var batch = AnswerBatch()
        var octets: (text: [UInt8], reasoning: [UInt8]) = ([], [])
        var start = 0
        var sizes = sizes[...]
        do {
            while start < body.count {
                let size = min(max(1, sizes.popFirst() ?? body.count), body.count - start)
                // A copy of exactly the piece: a decoder that keeps a pointer beyond the call reads freed memory.
                let piece = Array(body[start..<start + size])
                start += size
                defer { answer.take(&batch, &octets) }
                try piece.withUnsafeBytes { try decoder.feed($0, into: &batch) }
            }
            defer { answer.take(&batch, &octets) }
            try decoder.finish(into: &batch)
        } catch let fault as ProviderFault {
            answer.fault = fault
        } catch {
            answer.fault = ProviderFault(.malformed, message: "not a provider fault: \(error)")
        }
        answer.text = String(decoding: octets.text, as: UTF8.self)
        answer.reasoning = String(decoding: octets.reasoning, as: UTF8.self)
        return answer
    }

    private mutating func take(_ batch: inout AnswerBatch, _ octets: inout (text: [UInt8], reasoning: [UInt8])) {
        octets.text += batch.text
        octets.reasoning += batch.reasoning
        toolCalls += batch.toolCalls
        if batch.usage != nil || batch.unbelievedUsage != nil {
            usage = batch.usage
            unbelievedUsage = batch.unbelievedUsage
        }
        if let reason = batch.finish {
            finish = reason
            finishCount += 1
        }
        servedModel = batch.servedModel ?? servedModel
        providerID = batch.providerID ?? providerID
        events += batch.events
        batch.removeContent()
    }
}
