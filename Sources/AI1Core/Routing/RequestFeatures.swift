/// What the router knows about a request. Made by its classifier, or given.
package struct RequestFeatures: Sendable, Hashable {
    package var task: TaskKind
    /// From 0 (trivial) to 1 (hard).
    package var difficulty: Double
    package var inputTokens: Int64
    /// The most that the input can count, for worst-case cost; never less than `inputTokens`.
    package var inputBoundTokens: Int64
    /// Expected, not the limit.
    package var outputTokens: Int64
    /// The limit that will be sent, for worst-case cost.
    package var outputLimit: Int64?
    package var needs: Needs
    /// What else than text is asked for; nil for nothing.
    package var media: MediaDemand?

    package struct Needs: Sendable, Hashable {
        package var imageInput = false
        package var tools = false
        package var schema = false

        package init() {}
    }

    package init(
        task: TaskKind, difficulty: Double, inputTokens: Int64, inputBoundTokens: Int64? = nil, outputTokens: Int64,
        outputLimit: Int64? = nil, needs: Needs = Needs(), media: MediaDemand? = nil
    ) {
        self.task = task
        self.difficulty = difficulty
        self.inputTokens = inputTokens
        self.inputBoundTokens = max(inputBoundTokens ?? inputTokens, inputTokens)
        self.outputTokens = outputTokens
        self.outputLimit = outputLimit
        self.needs = needs
        self.media = media
    }
}
