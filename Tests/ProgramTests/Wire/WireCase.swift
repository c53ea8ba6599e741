internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// One provider as its documentation says: the request that must be on the wire, and what an answer costs.
struct WireCase: Sendable, CustomTestStringConvertible {
    let title: String
    /// After `-m`.
    let model: String
    let dialect: DialectName
    /// The variables that give the key and the address, as in the provider's own tools.
    let variables: @Sendable (FaultServer) -> [String: String]
    /// The same by settings.
    let settings: @Sendable (FaultServer) -> String
    /// Paths and queries of the streamed request and of the one that asks for the answer in one piece.
    let path: String
    var wholePath: String?
    var query = ""
    let headers: [String: String]
    /// The body of the streamed request.
    let body: String
    /// The provider's own report of usage.
    let usage: String
    /// The same as a partition, as `--json` prints it; parts that are not named are zero.
    let parts: [String: Int64]
    /// Worked out by hand in the table below; nil when no price is known.
    let costNanoUSD: Int64?

    var testDescription: String { title }
}

extension WireCase {
    static let key = "sk-test-0123456789abcdef"
    static let prompt = "How many?"

    /// Prices in US dollars per million tokens: micro-dollars per token, 1,000 nano-dollars each.
    static let all: [WireCase] = [
        WireCase(
            title: "OpenAI chat completions", model: "gpt", dialect: .openAIChat,
            variables: { ["OPENAI_API_KEY": key, "OPENAI_BASE_URL": $0.baseURL(.openAIChat)] },
            settings: { "providers: {openai: {base_url: \"\($0.baseURL(.openAIChat))\", key_file: key}}" },
            path: "/v1/chat/completions", headers: ["authorization": "Bearer \(key)", "accept": "text/event-stream"],
            body: """
                {"model":"gpt-5.5","messages":[{"role":"system","content":"Be brief."},
                 {"role":"user","content":"How many?"}],"max_completion_tokens":900,"stream":true,
                 "stream_options":{"include_usage":true}}
                """,
            // Cached tokens are a part of prompt_tokens, reasoning a part of completion_tokens.
            usage: """
                {"prompt_tokens":1000,"completion_tokens":200,"total_tokens":1200,
                 "prompt_tokens_details":{"cached_tokens":600},"completion_tokens_details":{"reasoning_tokens":80}}
                """,
            parts: [
                "input": 1000, "uncached_input": 400, "cache_read": 600, "output": 200, "visible_output": 120,
                "reasoning": 80,
            ],
            // gpt-5.5: 5 in, 0.5 cached, 30 out: 400 × 5 + 600 × 0.5 + 200 × 30 = 2,000 + 300 + 6,000 = 8,300 µ$
            costNanoUSD: 8_300_000),
        WireCase(
            title: "OpenAI responses", model: "gpt-5.3-codex", dialect: .openAIResponses,
            variables: { ["OPENAI_API_KEY": key, "OPENAI_BASE_URL": $0.baseURL(.openAIResponses)] },
            settings: { "providers: {openai: {base_url: \"\($0.baseURL(.openAIResponses))\", key_file: key}}" },
            path: "/v1/responses", headers: ["authorization": "Bearer \(key)", "accept": "text/event-stream"],
            body: """
                {"model":"gpt-5.3-codex","instructions":"Be brief.",
                 "input":[{"role":"user","content":[{"type":"input_text","text":"How many?"}]}],
                 "max_output_tokens":900,"store":false,"stream":true}
                """,
            usage: """
                {"input_tokens":1000,"input_tokens_details":{"cached_tokens":600},"output_tokens":200,
                 "output_tokens_details":{"reasoning_tokens":50},"total_tokens":1200}
                """,
            parts: [
                "input": 1000, "uncached_input": 400, "cache_read": 600, "output": 200, "visible_output": 150,
                "reasoning": 50,
            ],
            // 1.75 in, 0.175 cached, 14 out: 400 × 1.75 + 600 × 0.175 + 200 × 14 = 700 + 105 + 2,800 = 3,605 µ$
            costNanoUSD: 3_605_000),
        WireCase(
            title: "Anthropic messages", model: "claude", dialect: .anthropic,
            variables: { ["ANTHROPIC_API_KEY": key, "ANTHROPIC_BASE_URL": $0.baseURL(.anthropic)] },
            settings: { "providers: {anthropic: {base_url: \"\($0.baseURL(.anthropic))\", key_file: key}}" },
            path: "/v1/messages",
            headers: ["x-api-key": key, "anthropic-version": "2023-06-01", "accept": "text/event-stream"],
            body: """
                {"model":"claude-sonnet-5","max_tokens":900,"system":"Be brief.",
                 "messages":[{"role":"user","content":"How many?"}],"stream":true}
                """,
            // What was cached stands beside input_tokens.
            usage: """
                {"input_tokens":400,"cache_read_input_tokens":600,"cache_creation_input_tokens":300,
                 "cache_creation":{"ephemeral_5m_input_tokens":200,"ephemeral_1h_input_tokens":100},"output_tokens":200}
                """,
            parts: [
                "input": 1300, "uncached_input": 400, "cache_read": 600, "cache_write_5m": 200, "cache_write_1h": 100,
                "output": 200, "visible_output": 200,
            ],
            // 2 in, 0.2 read, 2.5 and 4 written, 10 out: 800 + 120 + 500 + 400 + 2,000 = 3,820 µ$
            costNanoUSD: 3_820_000),
        WireCase(
            title: "Google generateContent", model: "gemini", dialect: .google,
            variables: { ["GEMINI_API_KEY": key, "GOOGLE_GEMINI_BASE_URL": $0.origin] },
            settings: { "providers: {google: {base_url: \"\($0.baseURL(.google))\", key_file: key}}" },
            path: "/v1beta/models/gemini-3.5-flash:streamGenerateContent",
            wholePath: "/v1beta/models/gemini-3.5-flash:generateContent", query: "alt=sse",
            headers: ["x-goog-api-key": key, "accept": "text/event-stream"],
            body: """
                {"systemInstruction":{"parts":[{"text":"Be brief."}]},
                 "contents":[{"role":"user","parts":[{"text":"How many?"}]}],"generationConfig":{"maxOutputTokens":900}}
                """,
            // Cached tokens are a part of the prompt's, thoughts stand beside the candidates'.
            usage: """
                {"promptTokenCount":1000,"cachedContentTokenCount":600,"candidatesTokenCount":150,
                 "thoughtsTokenCount":50,"totalTokenCount":1200}
                """,
            parts: [
                "input": 1000, "uncached_input": 400, "cache_read": 600, "output": 200, "visible_output": 150,
                "reasoning": 50,
            ],
            // 1.5 in, 0.15 cached, 9 out: 400 × 1.5 + 600 × 0.15 + 200 × 9 = 600 + 90 + 1,800 = 2,490 µ$
            costNanoUSD: 2_490_000),
        WireCase(
            title: "Ollama chat", model: "ollama/llama3.2", dialect: .ollama,
            variables: { ["OLLAMA_HOST": "127.0.0.1:\($0.port)"] },
            settings: { "providers: {ollama: {base_url: \"\($0.baseURL(.ollama))\"}}" },
            path: "/api/chat", headers: ["accept": "application/x-ndjson"],
            body: """
                {"model":"llama3.2","messages":[{"role":"system","content":"Be brief."},
                 {"role":"user","content":"How many?"}],"stream":true,"options":{"num_predict":900}}
                """,
            usage: #"{"prompt_eval_count":26,"eval_count":298}"#,
            parts: ["input": 26, "uncached_input": 26, "output": 298, "visible_output": 298],
            costNanoUSD: 0),
        WireCase(
            title: "AI1NET generate", model: "ai1net/node-7", dialect: .ai1net,
            variables: { ["AI1NET_API_KEY": key, "AI1NET_BASE_URL": $0.baseURL(.ai1net)] },
            settings: {
                """
                providers:
                  ai1net:
                    base_url: \($0.baseURL(.ai1net))
                    key_file: key
                """
            },
            path: "/v1/generate", headers: ["authorization": "Bearer \(key)", "accept": "application/json"],
            body: #"{"input":"Be brief.\n\nHow many?","parameters":{"max_tokens":900}}"#,
            usage: #"{"input_tokens":8,"output_tokens":120}"#,
            parts: ["input": 8, "uncached_input": 8, "output": 120, "visible_output": 120],
            costNanoUSD: nil),
    ]
}
