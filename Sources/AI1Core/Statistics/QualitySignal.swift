/// Something that says how good an answer was: the user's word, or what happened to the answer.
package struct QualitySignal: Sendable, Hashable {
    package enum Source: String, Sendable, Hashable, CaseIterable {
        /// `ai1 route rate`.
        case rating
        /// A vote after `--compare`.
        case vote
        /// The answer broke off.
        case cut
        /// The model or its provider refused.
        case refused
        /// The answer does not fit the schema that was asked for.
        case mismatch
        /// The answer fits it.
        case match
        /// The user asked the same again within a minute.
        case retried
        /// The answer came whole and nothing was said of it: it was as good as was expected.
        case expected
    }

    package var target: TargetName
    package var task: TaskKind
    package var time: Timestamp
    package var source: Source
    /// From 0 (useless) to 1 (as good as can be).
    package var reward: Double
    /// How much it counts beside a rating, which counts 1.
    package var weight: Double

    package init(
        target: TargetName, task: TaskKind, time: Timestamp, source: Source, reward: Double, weight: Double
    ) {
        self.target = target
        self.task = task
        self.time = time
        self.source = source
        self.reward = reward
        self.weight = weight
    }
}
