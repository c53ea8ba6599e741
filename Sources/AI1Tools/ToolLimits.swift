/// The bounds of everything that a tool server does and a model asks of it.
package struct ToolLimits: Sendable, Hashable {
    /// The largest message that a server may send, in octets.
    package var messageBytes = 8 << 20
    /// Messages that a server may send while nothing it was asked for comes: notifications, requests of its own, late answers.
    package var unaskedMessages = 1_000
    /// Lines of standard output that are no message: banners, logs gone astray.
    package var strayLines = 100
    /// Octets of such lines.
    package var strayBytes = 256 << 10
    /// Pages of a list of tools.
    package var pages = 32
    /// Tools that are taken from one server.
    package var toolsPerServer = 128
    /// Tools that are offered to a model at once: what OpenAI takes.
    package var offeredTools = 128
    /// Octets of one tool's input schema.
    package var schemaBytes = 32 << 10
    /// Characters of a description: what OpenAI takes.
    package var descriptionCharacters = 1_024
    /// How long a server may take to get ready, in milliseconds.
    package var startMilliseconds: Int64 = 15_000
    /// How long a call may take where the server's declaration says nothing, in milliseconds.
    package var callMilliseconds: Int64 = 60_000
    /// How often a server that has ended is started again.
    package var restarts = 2
    /// Octets of text of one result that reach the model.
    package var resultBytes = 64 << 10
    /// Images of one result that reach the model, and the octets of each.
    package var resultImages = 4
    package var imageBytes = 5 << 20
    /// Calls of one answer that are made; the rest are refused.
    package var callsPerAnswer = 32
    /// Calls that run at the same time.
    package var parallelCalls = 8
    /// Octets of a call's arguments.
    package var argumentBytes = 1 << 20
    /// How often a model is asked within one request.
    package var rounds = 10

    package init() {}
}
