import AI1Core
import AI1Providers

/// The pieces that the examples of all dialects share.
enum Fixtures {
    static let id = RequestID(time: Timestamp(millisecondsSinceEpoch: 1_790_000_000_000), random: (1, 2))
    static let key = Secret("test-key-not-real", fingerprint: "f1")

    static func target(
        _ dialect: DialectName, model: String, base: String, quirks: ProviderQuirks = ProviderQuirks(),
        capabilities: Capabilities = Capabilities(imageInput: true, tools: true, schema: true, reasoning: true),
        contextTokens: Int = 200_000, maxOutputTokens: Int = 64_000, hasKey: Bool = true, headers: [HTTPHeader] = []
    ) -> Target {
        let name = TargetName(provider: "example", model: model)
        let row = ModelRow(
            name: name, title: model, family: model, dialect: dialect, contextTokens: contextTokens,
            maxOutputTokens: maxOutputTokens, prices: PriceTable(base: TokenPrices(input: .free, output: .free)),
            capabilities: capabilities)
        return Target(
            row: row,
            endpoint: Endpoint(
                provider: "example", baseURL: base, key: hasKey ? key : nil, headers: headers, quirks: quirks))
    }

    static func ask(_ text: String = "Say hello.", stream: Bool = true) -> ChatRequest {
        ChatRequest(id: id, messages: [.user(text)], stream: stream)
    }

    /// A request with everything that a request can have, but for what the caller takes away.
    static func everything(
        seed: Int64? = 7, stop: [String] = ["END"], effort: ReasoningEffort? = .low, temperature: String? = "0.70"
    ) -> ChatRequest {
        let call = ToolCall(id: "call_1", name: "weather", arguments: #"{"city":"Oslo"}"#)
        return ChatRequest(
            id: id, system: "Be brief.",
            messages: [
                Message(
                    role: .user,
                    parts: [
                        .text("What is this?"), .image(ImagePart(mediaType: "image/png", bytes: [0x89, 0x50, 0x4E])),
                    ]),
                Message(role: .assistant, parts: [.text("Let me look."), .toolCall(call)]),
                Message(
                    role: .tool,
                    parts: [.toolResult(ToolResult(callID: "call_1", name: "weather", content: "4 degrees"))]),
                .user("And now?"),
            ],
            options: ChatOptions(
                temperature: temperature.flatMap { JSONNumber($0) }, maxOutputTokens: 4_096, seed: seed, stop: stop,
                reasoning: effort),
            schema: OutputSchema(name: "weather", schema: schema), tools: [tool])
    }

    static let tool = Tool(
        name: "weather", summary: "The weather of a city.",
        parameters: [
            "type": "object", "properties": ["city": ["type": "string"]], "required": ["city"],
        ])

    static let schema: JSONValue = [
        "type": "object", "properties": ["degrees": ["type": "integer"]], "required": ["degrees"],
        "additionalProperties": false,
    ]

    /// Server-sent events of the given data, each with its blank line.
    static func events(_ data: String...) -> String { data.map { "data: \($0)\n\n" }.joined() }

    static func head(_ status: Int, _ headers: [(name: String, value: String)] = []) -> HTTPHead {
        HTTPHead(status: status, headers: headers)
    }

    static func json(_ request: HTTPRequest) throws -> JSONValue { try JSONParser.parse(request.body) }
}
