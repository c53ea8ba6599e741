/// A function that the model may call.
package struct Tool: Sendable, Hashable {
    package let name: String
    package let summary: String
    /// The JSON Schema of the arguments (an object).
    package let parameters: JSONValue

    package init(name: String, summary: String, parameters: JSONValue) {
        self.name = name
        self.summary = summary
        self.parameters = parameters
    }
}

/// A call that the model made.
package struct ToolCall: Sendable, Hashable {
    /// The provider's id of the call, repeated in its result. Providers without ids get one made by the decoder.
    package let id: String
    package let name: String
    /// The arguments as JSON text, exactly as the model wrote them.
    package let arguments: String

    package init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}

/// What a called function returned.
package struct ToolResult: Sendable, Hashable {
    package let callID: String
    /// The called function's name: Google and Ollama match results by name, the others by `callID`.
    package let name: String
    package let content: String
    package let isError: Bool

    package init(callID: String, name: String, content: String, isError: Bool = false) {
        self.callID = callID
        self.name = name
        self.content = content
        self.isError = isError
    }
}
