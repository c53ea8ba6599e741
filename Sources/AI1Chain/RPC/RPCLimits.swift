/// The limits of calls to a chain. Times in milliseconds, sizes in octets.
package struct RPCLimits: Sendable, Hashable {
    /// One call with all its retries and all endpoints.
    package var deadlineMilliseconds: Int64 = 30_000
    /// One exchange with one of several endpoints, so that a silent one leaves time for the next.
    package var exchangeMilliseconds: Int64 = 10_000
    package var connectMilliseconds: Int64 = 5_000
    /// How often the list of endpoints is gone through.
    package var rounds = 3
    /// What is read takes up to thirty times that of memory.
    package var answerBytes = 4 * 1_048_576
    /// Calls in one batch; more are sent as several batches.
    package var batchCalls = 100
    /// The wait before the second round, doubled before each further one.
    package var firstWaitMilliseconds: Int64 = 250

    package init() {}
}
