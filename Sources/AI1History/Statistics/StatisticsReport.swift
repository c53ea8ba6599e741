package import AI1Core

/// What targets did over some days, beside what is remembered about them.
package struct StatisticsReport: Sendable, Hashable {
    /// What a row is about.
    package enum Group: String, Sendable, Hashable, CaseIterable {
        /// A target at a task.
        case pair
        case target
        case task
        case day
    }

    package struct Row: Sendable, Hashable {
        /// Of the groups `pair` and `target`.
        package var target: TargetName?
        /// Of the groups `pair` and `task`: its word.
        package var task: String?
        /// Of the group `day`, as a number such as 20261122.
        package var day: Int64?
        /// Exact, of the days asked for.
        package var sums = DaySums()
        /// Attempts on each of these days.
        package var attemptsByDay: [Int64] = []
        /// What the router reads, recent calls weighing more; nil for a day.
        package var learned: TargetStatistics?
    }

    /// Exact sums over days.
    package struct DaySums: Sendable, Hashable {
        package var succeeded: Int64 = 0
        package var failed: Int64 = 0
        package var cut: Int64 = 0
        package var refused: Int64 = 0
        /// They say nothing about a target, and only count.
        package var cancelled: Int64 = 0
        package var inputTokens: Int64 = 0
        package var outputTokens: Int64 = 0
        package var cost = NanoUSD.zero
        /// Attempts with a known cost.
        package var priced: Int64 = 0
        /// Of attempts that succeeded.
        package var firstTokenMilliseconds = 0.0
        package var firstTokens: Int64 = 0
        package var totalMilliseconds = 0.0
        package var good = 0.0
        package var bad = 0.0

        package init() {}

        package var attempts: Int64 { succeeded + failed + cut + refused + cancelled }

        /// The part of attempts that succeeded, of those that say something; nil without any.
        package var successRate: Double? {
            let telling = attempts - cancelled
            return telling > 0 ? Double(succeeded) / Double(telling) : nil
        }

        /// The mean cost of an attempt, rounded down.
        package var meanCost: NanoUSD? { priced > 0 ? NanoUSD(cost.amount / priced) : nil }

        package var meanFirstTokenMilliseconds: Double? {
            firstTokens > 0 ? firstTokenMilliseconds / Double(firstTokens) : nil
        }

        package var meanTotalMilliseconds: Double? { succeeded > 0 ? totalMilliseconds / Double(succeeded) : nil }

        mutating func add(_ other: DaySums) {
            succeeded += other.succeeded
            failed += other.failed
            cut += other.cut
            refused += other.refused
            cancelled += other.cancelled
            inputTokens += other.inputTokens
            outputTokens += other.outputTokens
            cost = cost + other.cost
            priced += other.priced
            firstTokenMilliseconds += other.firstTokenMilliseconds
            firstTokens += other.firstTokens
            totalMilliseconds += other.totalMilliseconds
            good += other.good
            bad += other.bad
        }
    }

    package let group: Group
    /// The days that the exact sums are of, the oldest first.
    package let days: [Int64]
    /// The most called first; days in their order.
    package let rows: [Row]
}
