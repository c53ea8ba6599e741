/// A model at a provider as the router sees it: facts and measurements as values.
package struct Candidate: Sendable {
    package var row: ModelRow
    /// Whether it could be called at all.
    package var access: Access
    package var health: TargetHealth.State
    /// Measured or typical speed.
    package var speed: Speed

    package enum Access: Sendable, Hashable {
        case ready
        /// No key; what to do about it (`export DEEPSEEK_API_KEY`).
        case noKey(remedy: String)
        /// Switched off by the user, and why.
        case disabled(String)
    }

    /// How fast a target answers.
    package struct Speed: Sendable, Hashable {
        package var firstTokenMilliseconds: Double
        package var tokensPerSecond: Double

        package init(firstTokenMilliseconds: Double, tokensPerSecond: Double) {
            self.firstTokenMilliseconds = firstTokenMilliseconds
            self.tokensPerSecond = tokensPerSecond
        }
    }

    package init(row: ModelRow, access: Access, health: TargetHealth.State, speed: Speed) {
        self.row = row
        self.access = access
        self.health = health
        self.speed = speed
    }
}
