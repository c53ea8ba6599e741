internal import AI1Core

/// Anthropic's usage as a partition: `input_tokens` leaves out what was read from and written to the cache. Reports
/// come in several events; a later count replaces an earlier one.
struct AnthropicUsage {
    private var latest = JSONObject()
    /// Octets of visible output and tool calls so far.
    var outputBytes = 0
    /// Octets of shown reasoning so far.
    var reasoningBytes = 0

    mutating func merge(_ report: JSONValue?) {
        for (name, value) in report?.object?.members ?? [] where !value.isNull { latest[name] = value }
    }

    /// What the provider reported.
    var reported: UsageReport {
        var counts = TokenCounts()
        guard var usage = input(&counts), let output = counts.read(latest["output_tokens"]) else {
            return counts.report(nil, of: .object(latest))
        }
        usage.reasoning = counts.read(latest["output_tokens_details"]?["thinking_tokens"]) ?? 0
        usage.visibleOutput = counts.rest(of: output, without: usage.reasoning)
        return counts.report(usage, of: .object(latest))
    }

    /// The reported input with an estimate of the output so far.
    var running: UsageReport {
        var counts = TokenCounts()
        guard var usage = input(&counts) else { return counts.report(nil, of: .object(latest)) }
        usage.visibleOutput = TokenEstimate.tokens(bytes: outputBytes)
        usage.reasoning = TokenEstimate.tokens(bytes: reasoningBytes)
        usage.source = .estimated
        return counts.report(usage, of: .object(latest))
    }

    private func input(_ counts: inout TokenCounts) -> TokenUsage? {
        guard let uncached = counts.read(latest["input_tokens"]) else { return nil }
        let hour = counts.read(latest["cache_creation"]?["ephemeral_1h_input_tokens"]) ?? 0
        let minutes = counts.read(latest["cache_creation"]?["ephemeral_5m_input_tokens"]) ?? 0
        // The total is cumulative, its breakdown is told once: what the breakdown does not know was written for 5
        // minutes.
        let written = counts.read(latest["cache_creation_input_tokens"]) ?? (hour + minutes)
        let unknown = counts.rest(of: written, without: hour, minutes)
        return TokenUsage(
            uncachedInput: uncached, cacheRead: counts.read(latest["cache_read_input_tokens"]) ?? 0,
            cacheWrite5m: minutes + unknown, cacheWrite1h: hour)
    }
}
