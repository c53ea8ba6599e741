internal import AI1Core

/// OpenAI's two usage forms as a partition: cached tokens are part of the input, reasoning is part of the output.
enum OpenAIUsage {
    /// `usage` of chat completions, with what DeepSeek, Moonshot, OpenRouter and xAI do differently.
    static func chat(_ report: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        guard let input = counts.read(report["prompt_tokens"]), let output = counts.read(report["completion_tokens"])
        else {
            return counts.report(nil, of: report)
        }
        let inputDetails = report["prompt_tokens_details"]
        let cached =
            counts.read(inputDetails?["cached_tokens"]) ?? counts.read(report["prompt_cache_hit_tokens"])
            ?? counts.read(report["cached_tokens"]) ?? 0
        let written = counts.read(inputDetails?["cache_write_tokens"]) ?? 0
        let audioInput = counts.read(inputDetails?["audio_tokens"]) ?? 0
        let outputDetails = report["completion_tokens_details"]
        let reasoning =
            counts.read(outputDetails?["reasoning_tokens"]) ?? counts.read(report["reasoning_tokens"]) ?? 0
        let audioOutput = counts.read(outputDetails?["audio_tokens"]) ?? 0
        // xAI counts reasoning beside the completion; its total says so.
        let isBeside = reasoning > 0 && counts.read(report["total_tokens"]) == input + output + reasoning
        let whole = isBeside ? output + reasoning : output
        let usage = TokenUsage(
            uncachedInput: counts.rest(of: input, without: cached, written, audioInput), cacheRead: cached,
            cacheWrite5m: written, visibleOutput: counts.rest(of: whole, without: reasoning, audioOutput),
            reasoning: reasoning, audioInput: audioInput, audioOutput: audioOutput)
        return counts.report(usage, of: report)
    }

    /// `usage` of the responses API.
    static func responses(_ report: JSONValue) -> UsageReport {
        var counts = TokenCounts()
        guard let input = counts.read(report["input_tokens"]), let output = counts.read(report["output_tokens"]) else {
            return counts.report(nil, of: report)
        }
        let cached = counts.read(report["input_tokens_details"]?["cached_tokens"]) ?? 0
        let reasoning = counts.read(report["output_tokens_details"]?["reasoning_tokens"]) ?? 0
        let usage = TokenUsage(
            uncachedInput: counts.rest(of: input, without: cached), cacheRead: cached,
            visibleOutput: counts.rest(of: output, without: reasoning), reasoning: reasoning)
        return counts.report(usage, of: report)
    }
}
