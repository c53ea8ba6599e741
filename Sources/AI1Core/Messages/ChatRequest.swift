/// A request for one answer, free of any provider's form. Dialects encode it.
package struct ChatRequest: Sendable, Hashable {
    package var id: RequestID
    package var system: String?
    package var messages: [Message]
    package var options: ChatOptions
    package var schema: OutputSchema?
    package var tools: [Tool]
    /// What the answer is to be.
    package var output: OutputWish
    /// Whether the answer should come as a stream of events.
    package var stream: Bool

    package init(
        id: RequestID, system: String? = nil, messages: [Message], options: ChatOptions = ChatOptions(),
        schema: OutputSchema? = nil, tools: [Tool] = [], output: OutputWish = .text, stream: Bool = true
    ) {
        self.id = id
        self.system = system
        self.messages = messages
        self.options = options
        self.schema = schema
        self.tools = tools
        self.output = output
        self.stream = stream
    }
}

/// What the user may set about how the answer is made. Nil means: the provider's own default.
package struct ChatOptions: Sendable, Hashable {
    /// Sampling temperature, kept as the decimal text that the user wrote, so that 0.7 is sent as 0.7.
    package var temperature: JSONNumber?
    /// The largest number of tokens the answer may have, reasoning included.
    package var maxOutputTokens: Int?
    package var seed: Int64?
    package var stop: [String]
    package var reasoning: ReasoningEffort?
    /// Bearing of the AI1NET preferences `speed` and `cost`; nil sends none.
    package var objective: Objective?

    package init(
        temperature: JSONNumber? = nil, maxOutputTokens: Int? = nil, seed: Int64? = nil, stop: [String] = [],
        reasoning: ReasoningEffort? = nil, objective: Objective? = nil
    ) {
        self.temperature = temperature
        self.maxOutputTokens = maxOutputTokens
        self.seed = seed
        self.stop = stop
        self.reasoning = reasoning
        self.objective = objective
    }
}
