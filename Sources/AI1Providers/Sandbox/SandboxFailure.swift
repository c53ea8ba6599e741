/// A refusal as the sandbox speaks of it, before any dialect's form.
package struct SandboxFailure: Error, Sendable, Hashable {
    package var status: Int
    /// Takes the place of the dialect's usual code.
    package var code: String?
    /// The words that were asked for; nil for the dialect's usual ones.
    package var givenMessage: String?
    package var retryAfterSeconds: Int?

    package init(status: Int, code: String? = nil, message: String? = nil, retryAfterSeconds: Int? = nil) {
        self.status = status
        self.code = code
        givenMessage = message
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// The words for any dialect.
    package var message: String { givenMessage ?? Self.usualMessage(status) }

    private static func usualMessage(_ status: Int) -> String {
        switch status {
        case 400, 422: "The request is not valid (simulated)."
        case 401, 403: "The API key is not valid (simulated)."
        case 402: "The credit balance is used up (simulated)."
        case 404: "The model does not exist (simulated)."
        case 408: "The request timed out (simulated)."
        case 409: "The resource is busy (simulated)."
        case 413: "The request is too large (simulated)."
        case 425: "Too early (simulated)."
        case 429: "Too many requests (simulated)."
        case 503, 529: "The service is overloaded (simulated)."
        default: "The server had an error (simulated)."
        }
    }
}
