internal import AI1Core
internal import AI1Providers

/// The error form that both OpenAI APIs share, https://platform.openai.com/docs/guides/error-codes.
enum OpenAIError {
    static func body(_ failure: SandboxFailure) -> [UInt8] {
        let (type, code) = kind(failure)
        return
            ([
                "error": [
                    "message": .string(failure.givenMessage ?? words(failure)), "type": .string(type), "param": .null,
                    "code": code.map(JSONValue.string) ?? .null,
                ]
            ] as JSONValue).encoded()
    }

    static func words(_ failure: SandboxFailure) -> String {
        switch failure.code {
        case "context_length_exceeded":
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens."
        case "insufficient_quota":
            "You exceeded your current quota, please check your plan and billing details (simulated)."
        case "content_filter": "The response was filtered by the content management policy (simulated)."
        default: failure.message
        }
    }

    private static func kind(_ failure: SandboxFailure) -> (type: String, code: String?) {
        if failure.code == "insufficient_quota" { return ("insufficient_quota", "insufficient_quota") }
        let usual: (type: String, code: String?) =
            switch failure.status {
            case 401: ("invalid_request_error", "invalid_api_key")
            case 404: ("invalid_request_error", "model_not_found")
            case 429: ("requests", "rate_limit_exceeded")
            case 500...: ("server_error", nil)
            default: ("invalid_request_error", nil)
            }
        return (usual.type, failure.code ?? usual.code)
    }

    /// The list of `GET /v1/models`.
    static func models(_ names: [String]) -> JSONValue {
        [
            "object": "list",
            "data": .array(
                names.map {
                    [
                        "id": .string($0), "object": "model", "created": .integer(WireContext.created),
                        "owned_by": "ai1-sandbox",
                    ]
                }),
        ]
    }
}
