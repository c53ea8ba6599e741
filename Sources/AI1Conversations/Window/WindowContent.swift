package import AI1Core

/// A conversation that is to go on, before it is fitted to a model.
package struct WindowContent: Sendable, Hashable {
    package var system: String?
    package var summary: ChatSummary?
    /// The turns that count, oldest first.
    package var turns: [ChatTurn]
    /// What the user says now.
    package var message: Message
    /// What its images are called, in their order.
    package var imageNames: [String]
    package var tools: [Tool]
    package var schema: OutputSchema?

    package init(
        system: String? = nil, summary: ChatSummary? = nil, turns: [ChatTurn] = [], message: Message,
        imageNames: [String] = [], tools: [Tool] = [], schema: OutputSchema? = nil
    ) {
        self.system = system
        self.summary = summary
        self.turns = turns
        self.message = message
        self.imageNames = imageNames
        self.tools = tools
        self.schema = schema
    }
}

/// What is sent of a conversation, and what is not.
package struct FittedWindow: Sendable, Hashable {
    /// The system prompt with the summary behind it.
    package var system: String?
    /// The turns that fit, oldest first, and the new message at the end.
    package var messages: [Message]
    /// The tools, when the model takes any.
    package var tools: [Tool]
    /// Turns that are sent whole.
    package var keptTurns: Int
    /// Turns that do not fit and are in no summary.
    package var leftOutTurns: Int
    /// Turns that the summary stands for.
    package var summarisedTurns: Int
    /// Estimated tokens of all of it.
    package var estimatedTokens: Int64
    /// What the model is not shown or is shown in another form, each in one line of words; empty when it is shown
    /// everything.
    package var notes: [String]
}
