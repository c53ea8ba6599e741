import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Providers

@Suite("OpenAI usage")
struct OpenAIUsageTests {
    private func chat(_ text: String) throws -> TokenUsage? { OpenAIUsage.chat(try JSONParser.parse(text)).usage }

    @Test("cached and reasoning tokens are taken out of the totals they are in")
    func partition() throws {
        let usage = try #require(
            try chat(
                #"{"prompt_tokens":100,"completion_tokens":50,"prompt_tokens_details":{"cached_tokens":60,"audio_tokens":10},"completion_tokens_details":{"reasoning_tokens":30,"audio_tokens":5}}"#
            ))
        #expect(usage.uncachedInput == 30 && usage.cacheRead == 60 && usage.audioInput == 10)
        #expect(usage.visibleOutput == 15 && usage.reasoning == 30 && usage.audioOutput == 5)
        #expect(usage.input == 100 && usage.output == 50)
    }

    @Test("other brands' cache fields count once")
    func brands() throws {
        let deepSeek =
            #"{"prompt_tokens":100,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36,"completion_tokens":9,"prompt_tokens_details":{"cached_tokens":64}}"#
        #expect(try chat(deepSeek) == TokenUsage(uncachedInput: 36, cacheRead: 64, visibleOutput: 9))
        #expect(
            try chat(#"{"prompt_tokens":10,"completion_tokens":1,"cached_tokens":4}"#)
                == TokenUsage(uncachedInput: 6, cacheRead: 4, visibleOutput: 1))
        let router =
            #"{"prompt_tokens":10,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":2,"cache_write_tokens":3}}"#
        #expect(try chat(router) == TokenUsage(uncachedInput: 5, cacheRead: 2, cacheWrite5m: 3, visibleOutput: 1))
    }

    @Test("reasoning beside the completion is told by the total")
    func beside() throws {
        let beside =
            #"{"prompt_tokens":10,"completion_tokens":5,"total_tokens":115,"completion_tokens_details":{"reasoning_tokens":100}}"#
        #expect(try chat(beside) == TokenUsage(uncachedInput: 10, visibleOutput: 5, reasoning: 100))
        #expect(
            try chat(
                #"{"prompt_tokens":10,"completion_tokens":5,"completion_tokens_details":{"reasoning_tokens":100}}"#)
                == nil)
    }

    @Test("an explicit zero is zero, an absent count is no report")
    func zero() throws {
        #expect(try chat(#"{"prompt_tokens":0,"completion_tokens":0}"#) == TokenUsage())
        #expect(try chat(#"{"prompt_tokens":5}"#) == nil)
        #expect(try chat(#"{"prompt_tokens":null,"completion_tokens":3}"#) == nil)
        #expect(try chat("{}") == nil)
    }

    @Test(
        "counts that cannot be true are not believed",
        arguments: [
            #"{"prompt_tokens":-1,"completion_tokens":3}"#, #"{"prompt_tokens":1e10,"completion_tokens":3}"#,
            #"{"prompt_tokens":99999999999999999999999,"completion_tokens":3}"#,
            #"{"prompt_tokens":"12","completion_tokens":3}"#, #"{"prompt_tokens":-0.5,"completion_tokens":3}"#,
            #"{"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":11}}"#,
            #"{"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":-1}}"#,
            #"{"prompt_tokens":10,"completion_tokens":3,"completion_tokens_details":{"reasoning_tokens":true}}"#,
            #"{"prompt_tokens":1e400,"completion_tokens":3}"#,
        ])
    func unbelievable(report: String) throws {
        #expect(try chat(report) == nil)
    }

    @Test("fractions round up")
    func fractions() throws {
        #expect(
            try chat(#"{"prompt_tokens":2.25,"completion_tokens":1.0}"#)
                == TokenUsage(uncachedInput: 3, visibleOutput: 1))
    }

    @Test("random reports are a partition of their totals or are not believed")
    func random() throws {
        for seed in 0..<2_000 {
            var random = SeededRandom(seed: UInt64(seed))
            let input = Int64.random(in: 0...50, using: &random)
            let output = Int64.random(in: 0...50, using: &random)
            let cached = Int64.random(in: -2...60, using: &random)
            let reasoning = Int64.random(in: -2...60, using: &random)
            let report = """
                {"prompt_tokens":\(input),"completion_tokens":\(output),"prompt_tokens_details":{"cached_tokens":\(cached)},
                 "completion_tokens_details":{"reasoning_tokens":\(reasoning)}}
                """
            let isPossible = (0...input).contains(cached) && (0...output).contains(reasoning)
            let usage = try chat(report)
            #expect((usage != nil) == isPossible, "\(seed): \(report)")
            if let usage { #expect(usage.isValid && usage.input == input && usage.output == output) }
        }
    }
}
