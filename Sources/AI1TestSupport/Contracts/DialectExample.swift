package import AI1Core

/// One request with its wire form, and an answer with its meaning, as a provider documents them: what a dialect is
/// held to.
package struct DialectExample: Sendable {
    /// What the example shows.
    package var title: String
    package var dialect: any Dialect
    package var request: ChatRequest
    package var target: Target
    /// The absolute URL that must be called.
    package var url: String
    /// Header fields that must be sent, exactly once each.
    package var headers: [(name: String, value: String)]
    /// The body that must be sent, as JSON.
    package var body: String
    /// The octets of a good answer.
    package var answer: [UInt8]
    /// How many octets of the answer make it complete; the rest may be lost.
    package var completeAfter: Int
    package var expected: Expected

    /// The meaning of an answer.
    package struct Expected: Sendable {
        package var text: String
        package var reasoning = ""
        package var toolCalls: [ToolCall] = []
        package var usage: TokenUsage?
        package var finish: FinishReason
        package var servedModel: String?
        package var providerID: String?

        package init(
            text: String, reasoning: String = "", toolCalls: [ToolCall] = [], usage: TokenUsage?,
            finish: FinishReason = .stop, servedModel: String? = nil, providerID: String? = nil
        ) {
            self.text = text
            self.reasoning = reasoning
            self.toolCalls = toolCalls
            self.usage = usage
            self.finish = finish
            self.servedModel = servedModel
            self.providerID = providerID
        }
    }

    /// - Parameter completeAfter: the text at whose end the answer is complete; nil for the end of the body
    package init(
        _ title: String, dialect: any Dialect, request: ChatRequest, target: Target, url: String,
        headers: [(name: String, value: String)], body: String, answer: String, completeAfter: String? = nil,
        expected: Expected
    ) {
        self.title = title
        self.dialect = dialect
        self.request = request
        self.target = target
        self.url = url
        self.headers = headers
        self.body = body
        self.answer = Array(answer.utf8)
        self.completeAfter = completeAfter.flatMap { Self.end(of: $0, in: answer) } ?? self.answer.count
        self.expected = expected
    }

    private static func end(of marker: String, in text: String) -> Int? {
        let marker = Array(marker.utf8)
        let text = Array(text.utf8)
        guard marker.count <= text.count else { return nil }
        return (0...text.count - marker.count).first { text[$0...].starts(with: marker) }.map { $0 + marker.count }
    }
}
