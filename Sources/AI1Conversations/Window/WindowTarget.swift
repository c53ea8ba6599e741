package import AI1Core

/// The model that a conversation is fitted to.
package struct WindowTarget: Sendable, Hashable {
    package var name: TargetName
    /// Tokens of input and output together; 0 when unknown.
    package var contextTokens: Int
    /// Tokens to leave for the answer; at most half of the window is left for it.
    package var reservedOutputTokens: Int
    package var capabilities: Capabilities

    package init(name: TargetName, contextTokens: Int, reservedOutputTokens: Int, capabilities: Capabilities) {
        self.name = name
        self.contextTokens = contextTokens
        self.reservedOutputTokens = reservedOutputTokens
        self.capabilities = capabilities
    }

    /// A model of the catalogue.
    /// - Parameter askedOutputTokens: the user's limit of the answer
    package init(_ row: ModelRow, askedOutputTokens: Int? = nil) {
        self.init(
            name: row.name, contextTokens: row.contextTokens,
            reservedOutputTokens: RequestBound.outputLimit(
                maximum: row.maxOutputTokens, reasons: row.capabilities.reasoning, asked: askedOutputTokens),
            capabilities: row.capabilities)
    }

    /// Estimated tokens that the input may have; nil when the window is not known. A tenth of the window is a margin,
    /// since tokens are estimated from text. It never shrinks when the window grows.
    package var inputTokens: Int64? {
        guard contextTokens > 0 else { return nil }
        let usable = Int64(contextTokens) - Int64(contextTokens) / 10
        return max(usable - Int64(max(0, reservedOutputTokens)), Int64(contextTokens) * 4 / 10)
    }

    var shownName: String { TerminalCleaner.cleanLine(name.description, limit: 100) }
}
