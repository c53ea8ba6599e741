import AI1Core
import AI1Providers
import Testing

@Suite("The list of models")
struct ModelListingTests {
    @Test("is asked for where each provider keeps it")
    func requests() {
        let cases: [(DialectName, String, String?, String)] = [
            (.openAIChat, "https://h/v1", "https://h/v1/models", "Authorization"),
            (.openAIResponses, "https://h/v1/", "https://h/v1/models", "Authorization"),
            (.anthropic, "https://h", "https://h/v1/models?limit=1000", "x-api-key"),
            (.google, "https://h/v1beta", "https://h/v1beta/models?pageSize=1000", "x-goog-api-key"),
            (.ollama, "http://h:11434", "http://h:11434/api/tags", "Authorization"),
            (.ai1net, "https://h", nil, ""), (.sandbox, "sandbox:", nil, ""),
        ]
        for (dialect, base, url, header) in cases {
            let endpoint = Endpoint(
                provider: "p", baseURL: base, key: Fixtures.key, headers: [HTTPHeader("X-Team", "red")])
            let request = ModelListing.request(for: endpoint, dialect: dialect)
            #expect(request?.url == url, "\(dialect)")
            guard let request else { continue }
            #expect(request.method == .get && request.body.isEmpty)
            #expect(request.headers.first(where: \.isSecret)?.name == header)
            #expect(request.headers.last?.name == "X-Team")
            #expect(request.headers.contains { $0.name == "anthropic-version" } == (dialect == .anthropic))
        }
    }

    @Test("is read in each provider's form")
    func parsing() throws {
        let cases: [(DialectName, String, [ListedModel])] = [
            (
                .openAIChat,
                #"{"object":"list","data":[{"id":"gpt-x","object":"model"},{"id":"y","context_length":8192,"name":"Y"},{"no":1}]}"#,
                [ListedModel(id: "gpt-x"), ListedModel(id: "y", title: "Y", contextTokens: 8_192)]
            ),
            (.openAIChat, #"[{"id":"a","context_length":-3}]"#, [ListedModel(id: "a")]),
            (
                .anthropic,
                #"{"data":[{"type":"model","id":"claude-x","display_name":"Claude X","max_input_tokens":200000}],"has_more":false}"#,
                [ListedModel(id: "claude-x", title: "Claude X", contextTokens: 200_000)]
            ),
            (
                .google,
                #"{"models":[{"name":"models/gemini-x","displayName":"Gemini X","inputTokenLimit":1048576,"supportedGenerationMethods":["generateContent"]},{"name":"models/embed","supportedGenerationMethods":["embedContent"]}]}"#,
                [ListedModel(id: "gemini-x", title: "Gemini X", contextTokens: 1_048_576)]
            ),
            (
                .ollama, #"{"models":[{"name":"llama3.2:1b","model":"llama3.2:1b","size":1}]}"#,
                [ListedModel(id: "llama3.2:1b")]
            ),
            (.openAIChat, #"{"data":[]}"#, []),
        ]
        for (dialect, body, models) in cases {
            #expect(try ModelListing.parse(Array(body.utf8), dialect: dialect) == models, "\(body)")
        }
    }

    @Test("is refused when it is something else")
    func refused() {
        for (body, kind) in [
            ("<html>", FaultKind.malformed), ("{}", .malformed), ("3", .malformed),
            (#"{"error":{"message":"no","code":"invalid_api_key"}}"#, .keyRefused),
        ] {
            #expect("\(body)") {
                _ = try ModelListing.parse(Array(body.utf8), dialect: .openAIChat)
            } throws: { ($0 as? ProviderFault)?.kind == kind }
        }
    }
}
