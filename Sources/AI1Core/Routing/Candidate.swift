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
        case disabled(Disablement)
    }

    /// Why a candidate is out of the question before the router looks at it.
    package enum Disablement: Sendable, Hashable {
        /// By the user's settings.
        case switchedOff
        /// Not used unless the user added it: a local server, or a provider whose key has other uses. What to do.
        case notAdded(remedy: String)
        /// The provider's URL is not known; what to do about it.
        case noAddress(remedy: String)
        /// The model does not take something that the request asks for: `takes no temperature`.
        case unable(String)
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
