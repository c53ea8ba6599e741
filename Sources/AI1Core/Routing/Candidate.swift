/// A model at a provider as the router sees it: facts and measurements as values.
package struct Candidate: Sendable {
    package var row: ModelRow
    /// Whether it could be called at all.
    package var access: Access
    package var health: TargetHealth.State
    /// Its typical speed, before anything was measured.
    package var speed: Speed
    /// What was measured on this machine: quality at the request's task, the rest at all; nil for nothing.
    package var measured: TargetStatistics?
    /// Whether it is a server on this machine.
    package var isLocal: Bool
    /// What a trained predictor expects of its answer to the very request; nil without one.
    package var predicted: PredictedQuality?

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

    /// A quality from 0 to 1 with its standard deviation.
    package struct PredictedQuality: Sendable, Hashable {
        package var quality: Double
        package var deviation: Double

        package init(quality: Double, deviation: Double) {
            self.quality = quality
            self.deviation = deviation
        }
    }

    package init(
        row: ModelRow, access: Access, health: TargetHealth.State, speed: Speed, isLocal: Bool = false,
        measured: TargetStatistics? = nil, predicted: PredictedQuality? = nil
    ) {
        self.row = row
        self.access = access
        self.health = health
        self.speed = speed
        self.isLocal = isLocal
        self.measured = measured
        self.predicted = predicted
    }
}
