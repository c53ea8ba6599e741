internal import AI1Core

/// OpenAI's two usage forms as a partition: cached tokens are part of the input, reasoning is part of the output.
enum OpenAIUsage {
    /// `usage` of chat completions, with what DeepSeek, Moonshot, OpenRouter and xAI do differently.
    static func chat(_ usage: JSONValue) -> TokenUsage? {
        var counts = TokenCounts()
        guard let input = counts.read(usage["prompt_tokens"]), let output = counts.read(usage["completion_tokens"])
        else {
            return nil
        }
        let inputDetails = usage["prompt_tokens_details"]
        let cached =
            counts.read(inputDetails?["cached_tokens"]) ?? counts.read(usage["prompt_cache_hit_tokens"])
            ?? counts.read(usage["cached_tokens"]) ?? 0
        let written = counts.read(inputDetails?["cache_write_tokens"]) ?? 0
        let audioInput = counts.read(inputDetails?["audio_tokens"]) ?? 0
        let outputDetails = usage["completion_tokens_details"]
        let reasoning =
            counts.read(outputDetails?["reasoning_tokens"]) ?? counts.read(usage["reasoning_tokens"]) ?? 0
        let audioOutput = counts.read(outputDetails?["audio_tokens"]) ?? 0
        // xAI counts reasoning beside the completion; its total says so.
        let isBeside = reasoning > 0 && counts.read(usage["total_tokens"]) == input + output + reasoning
        let whole = isBeside ? output + reasoning : output
        let usage = TokenUsage(
            uncachedInput: counts.rest(of: input, without: cached, written, audioInput), cacheRead: cached,
            cacheWrite5m: written, visibleOutput: counts.rest(of: whole, without: reasoning, audioOutput),
            reasoning: reasoning, audioInput: audioInput, audioOutput: audioOutput)
        return counts.believed(usage)
    }

    /// `usage` of the responses API.
    static func responses(_ usage: JSONValue) -> TokenUsage? {
        var counts = TokenCounts()
        guard let input = counts.read(usage["input_tokens"]), let output = counts.read(usage["output_tokens"]) else {
            return nil
        }
        let cached = counts.read(usage["input_tokens_details"]?["cached_tokens"]) ?? 0
        let reasoning = counts.read(usage["output_tokens_details"]?["reasoning_tokens"]) ?? 0
        let usage = TokenUsage(
            uncachedInput: counts.rest(of: input, without: cached), cacheRead: cached,
            visibleOutput: counts.rest(of: output, without: reasoning), reasoning: reasoning)
        return counts.believed(usage)
    }
}
