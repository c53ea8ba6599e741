internal import AI1Core

/// Google's `usageMetadata` as a partition: cached tokens are part of the prompt; thoughts and the prompt of tools
/// stand beside. Counts of zero are left out by the protocol.
enum GoogleUsage {
    static func reported(_ report: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        guard var usage = input(report, &counts) else { return counts.report(nil, of: report) }
        let visible = counts.read(report["candidatesTokenCount"])
        usage.reasoning = counts.read(report["thoughtsTokenCount"]) ?? 0
        if let visible {
            usage.audioOutput = min(audio(report["candidatesTokensDetails"], &counts), visible)
            usage.visibleOutput = visible - usage.audioOutput
        } else if let total = counts.read(report["totalTokenCount"]), total != usage.input + usage.reasoning {
            // More than zero was left out: the report does not say what it was.
            return counts.report(nil, of: report)
        }
        return counts.report(usage, of: report)
    }

    /// The reported input with an estimate of the output so far, or the reported output where that is larger.
    static func running(_ report: JSONValue, textBytes: Int, reasoningBytes: Int) -> UsageReport {
        var counts = TokenCounts()
        guard var usage = input(report, &counts) else { return counts.report(nil, of: report) }
        let visible = counts.read(report["candidatesTokenCount"]) ?? 0
        let reasoning = counts.read(report["thoughtsTokenCount"]) ?? 0
        usage.visibleOutput = max(visible, TokenEstimate.tokens(bytes: textBytes))
        usage.reasoning = max(reasoning, TokenEstimate.tokens(bytes: reasoningBytes))
        usage.source = .estimated
        return counts.report(usage, of: report)
    }

    private static func input(_ report: JSONValue, _ counts: inout TokenCounts) -> TokenUsage? {
        guard let prompt = counts.read(report["promptTokenCount"]) else { return nil }
        let cached = counts.read(report["cachedContentTokenCount"]) ?? 0
        let tools = counts.read(report["toolUsePromptTokenCount"]) ?? 0
        let rest = counts.rest(of: prompt, without: cached)
        let heard = min(audio(report["promptTokensDetails"], &counts), rest)
        return TokenUsage(uncachedInput: rest - heard + tools, cacheRead: cached, audioInput: heard)
    }

    /// The tokens of sound among those that a list of modalities counts.
    private static func audio(_ details: JSONValue?, _ counts: inout TokenCounts) -> Int64 {
        var sum: Int64 = 0
        for entry in details?.array ?? [] where entry["modality"]?.string == "AUDIO" {
            sum += counts.read(entry["tokenCount"]) ?? 0
        }
        return sum
    }
}
