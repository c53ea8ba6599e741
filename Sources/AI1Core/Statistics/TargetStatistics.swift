/// What is known about a target at one task from its calls on this machine, recent ones weighing more. All weights are sums of
/// the weights of single calls: 1 for one of just now, less for an older one.
package struct TargetStatistics: Sendable, Hashable {
    /// Weight of the attempts that succeeded, and of those that failed, broke off or were refused.
    package var successes = 0.0
    package var failures = 0.0
    /// Milliseconds to the first token, and to the end.
    package var firstToken: Quantiles?
    package var total: Quantiles?
    /// Output tokens per second after the first token: the mean over all output, and the weight behind it.
    package var tokensPerSecond: Double?
    package var speedWeight = 0.0
    /// Mean cost of a request in nano-US-dollars.
    package var meanCostNanoUSD: Double?
    /// Evidence about quality: the weighted sums of rewards and of what was missing to 1.
    package var good = 0.0
    package var bad = 0.0

    package init() {}

    /// Points of a distribution, in milliseconds.
    package struct Quantiles: Sendable, Hashable {
        /// The weight of the calls that it is made of.
        package var weight: Double
        package var p50: Double
        package var p95: Double

        package init(weight: Double, p50: Double, p95: Double) {
            self.weight = weight
            self.p50 = p50
            self.p95 = p95
        }
    }
}

/// The statistics of all targets at one moment.
package struct StatisticsSnapshot: Sendable, Hashable {
    package struct Key: Sendable, Hashable {
        package let target: TargetName
        package let task: TaskKind

        package init(target: TargetName, task: TaskKind) {
            self.target = target
            self.task = task
        }
    }

    /// By target and task.
    package var byTask: [Key: TargetStatistics]
    /// Over all tasks: what a target did elsewhere says something about a task that it has not met yet.
    package var byTarget: [TargetName: TargetStatistics]

    package init(byTask: [Key: TargetStatistics] = [:], byTarget: [TargetName: TargetStatistics] = [:]) {
        self.byTask = byTask
        self.byTarget = byTarget
    }
}

extension StatisticsSnapshot {
    /// What a decision about a task goes by: success and speed over all tasks, quality at the task alone.
    /// - Returns: nil when nothing is known of the target
    package func measured(_ target: TargetName, at task: TaskKind) -> TargetStatistics? {
        let own = byTask[Key(target: target, task: task)]
        guard var all = byTarget[target] else { return own }
        all.good = own?.good ?? 0
        all.bad = own?.bad ?? 0
        return all
    }
}
