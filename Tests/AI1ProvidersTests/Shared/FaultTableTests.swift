import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("The fault table")
struct FaultTableTests {
    static let networked: [DialectName] = [.openAIChat, .openAIResponses, .anthropic, .google, .ollama, .ai1net]

    @Test("statuses mean the same in every dialect, whatever the body", arguments: networked)
    func common(name: DialectName) {
        DialectContract.commonFaults(of: Dialects.named(name))
    }

    @Test("OpenAI's and its imitators' codes")
    func openAI() {
        func body(_ message: String, code: String = "null", type: String = "\"invalid_request_error\"") -> String {
            #"{"error":{"message":"\#(message)","type":\#(type),"param":null,"code":\#(code)}}"#
        }
        for example in [
            FaultExample(
                400, body: body("Too long.", code: "\"context_length_exceeded\""), kind: .contextTooLong,
                message: "Too long."),
            FaultExample(
                429, body: body("No money.", code: "\"insufficient_quota\"", type: "\"insufficient_quota\""),
                kind: .quotaExhausted, message: "No money."),
            FaultExample(
                429, headers: [("retry-after-ms", "250"), ("retry-after", "9")],
                body: body("Slow.", code: "\"rate_limit_exceeded\"", type: "\"tokens\""), kind: .rateLimited,
                message: "Slow.", retryAfterMilliseconds: 250),
            FaultExample(
                404, body: body("No such model.", code: "\"model_not_found\""), kind: .modelNotFound,
                message: "No such model."),
            FaultExample(
                400, body: body("No such model.", code: "\"model_not_found\""), kind: .modelNotFound,
                message: "No such model."),
            FaultExample(
                400, body: body("Filtered.", code: "\"content_filter\""), kind: .contentFiltered, message: "Filtered."),
            FaultExample(
                401, body: body("Wrong key.", code: "\"invalid_api_key\""), kind: .keyRefused, message: "Wrong key."),
            FaultExample(
                503, body: body("Busy.", code: "\"rate_limit_exceeded\""), kind: .serverError, message: "Busy."),
            FaultExample(
                400, body: #"{"error":{"code":400,"message":"n_ctx","type":"exceed_context_size_error","n_ctx":4096}}"#,
                kind: .contextTooLong, message: "n_ctx"),
            FaultExample(
                403,
                body: #"{"error":{"code":403,"message":"Flagged","metadata":{"reasons":["x"],"flagged_input":"y"}}}"#,
                kind: .contentFiltered, message: "Flagged"),
            FaultExample(
                402, body: #"{"error":{"code":402,"message":"Insufficient credits"}}"#, kind: .quotaExhausted,
                message: "Insufficient credits"),
            FaultExample(
                422, body: #"{"detail":[{"loc":["body"],"msg":"field required"}]}"#, kind: .badRequest,
                message: "field required"),
            FaultExample(401, body: #"{"detail":"Unauthorized"}"#, kind: .keyRefused, message: "Unauthorized"),
            FaultExample(500, body: "<html>", kind: .serverError, message: "the provider answered with status 500"),
        ] {
            DialectContract.fault(example, of: OpenAIChatDialect())
            DialectContract.fault(example, of: OpenAIResponsesDialect())
        }
    }

    @Test("Anthropic's types")
    func anthropic() {
        func body(_ type: String) -> String {
            #"{"type":"error","error":{"type":"\#(type)","message":"Words."},"request_id":"req_1"}"#
        }
        for (status, type, kind) in [
            (400, "invalid_request_error", FaultKind.badRequest), (401, "authentication_error", .keyRefused),
            (402, "billing_error", .quotaExhausted), (403, "permission_error", .keyRefused),
            (404, "not_found_error", .modelNotFound), (413, "request_too_large", .badRequest),
            (429, "rate_limit_error", .rateLimited), (500, "api_error", .serverError),
            (504, "timeout_error", .serverError),
            (529, "overloaded_error", .serverError),
        ] {
            DialectContract.fault(
                FaultExample(status, body: body(type), kind: kind, message: "Words."), of: AnthropicDialect())
        }
    }

    @Test("Google's status, reasons and delays")
    func google() {
        func body(_ code: Int, _ status: String, _ details: String) -> String {
            #"{"error":{"code":\#(code),"message":"Words.","status":"\#(status)","details":[\#(details)]}}"#
        }
        let retry = #"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"37.5s"}"#
        func quota(_ id: String) -> String {
            #"{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"\#(id)"}]}"#
        }
        let key =
            #"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}"#
        for example in [
            FaultExample(400, body: body(400, "INVALID_ARGUMENT", key), kind: .keyRefused, message: "Words."),
            FaultExample(400, body: body(400, "INVALID_ARGUMENT", ""), kind: .badRequest, message: "Words."),
            FaultExample(400, body: body(400, "FAILED_PRECONDITION", ""), kind: .badRequest, message: "Words."),
            FaultExample(403, body: body(403, "PERMISSION_DENIED", ""), kind: .keyRefused, message: "Words."),
            FaultExample(404, body: body(404, "NOT_FOUND", ""), kind: .modelNotFound, message: "Words."),
            FaultExample(
                429, body: body(429, "RESOURCE_EXHAUSTED", retry + "," + quota("PerMinutePerModel")),
                kind: .rateLimited, message: "Words.", retryAfterMilliseconds: 37_500),
            FaultExample(
                429, body: body(429, "RESOURCE_EXHAUSTED", quota("GenerateRequestsPerDayPerProject") + "," + retry),
                kind: .quotaExhausted, message: "Words.", retryAfterMilliseconds: 37_500),
            FaultExample(503, body: body(503, "UNAVAILABLE", ""), kind: .serverError, message: "Words."),
            FaultExample(503, body: "[" + body(503, "UNAVAILABLE", "") + "]", kind: .serverError, message: "Words."),
        ] {
            DialectContract.fault(example, of: GoogleDialect())
        }
    }

    @Test("Ollama's bare words")
    func ollama() {
        DialectContract.fault(
            FaultExample(
                404, body: #"{"error":"model 'x' not found"}"#, kind: .modelNotFound, message: "model 'x' not found"),
            of: OllamaDialect())
    }

    @Test("Retry-After as a date counts from the provider's own clock")
    func date() {
        for (headers, delay) in [
            ([("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), ("date", "Sun, 06 Nov 1994 08:49:07 GMT")], 30_000),
            ([("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), ("date", "Mon, 07 Nov 1994 00:00:00 GMT")], 0),
            ([("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")], nil), ([("retry-after", "soon")], nil),
            ([("retry-after", "-3")], nil), ([("retry-after", "1.5")], 1_500),
            ([("retry-after", "99999999999999999999")], nil),
        ] as [([(name: String, value: String)], Int64?)] {
            let fault = OpenAIChatDialect().fault(status: 429, head: Fixtures.head(429, headers), body: [])
            #expect(fault.retryAfterMilliseconds == delay, "\(headers)")
        }
    }

    @Test("a provider's words are cleaned, shortened, and lose what looks like a key")
    func words() {
        let long = String(repeating: "ü", count: 5_000)
        let body = Array(#"{"error":{"message":"bad\u001b[31m key sk-proj-abcdef1234567890\n\#(long)"}}"#.utf8)
        let fault = OpenAIChatDialect().fault(status: 401, head: Fixtures.head(401), body: body)
        #expect(fault.message.hasPrefix("bad key [redacted] ü") && fault.message.count == 200)
        let underlying = fault.underlying ?? ""
        #expect(underlying.utf8.count <= 2_048 && underlying.utf8.count > 2_000 && !underlying.contains("abcdef1234"))
        #expect(!underlying.contains("\u{FFFD}"))
    }
}
