internal import AI1Core

/// Waits as a network would make one wait: not beyond the stall time-out, nor beyond the deadline of the exchange.
struct SandboxTimer: Sendable {
    private let clock: any WallClock
    private let limits: HTTPLimits
    private let startNanoseconds: Int64

    init(clock: any WallClock, limits: HTTPLimits) {
        self.clock = clock
        self.limits = limits
        startNanoseconds = clock.monotonicNanoseconds
    }

    var elapsedMicroseconds: Int64 { (clock.monotonicNanoseconds - startNanoseconds) / 1_000 }

    /// Waits before the headers.
    /// - Throws: `ProviderFault` of kind `transient` or `deadline`
    func waitForHeaders(_ milliseconds: Int64) async throws {
        try await wait(
            milliseconds,
            timeout: ProviderFault(
                .transient, message: "no answer for \(limits.stallTimeoutMilliseconds / 1_000) s"))
    }

    /// Waits inside the body; `nil` waits for ever.
    /// - Throws: `ProviderFault` of kind `stalled` or `deadline`
    func waitInBody(_ milliseconds: Int64?) async throws {
        try await wait(
            milliseconds ?? .max,
            timeout: ProviderFault(
                .stalled, message: "nothing came for \(limits.stallTimeoutMilliseconds / 1_000) s"))
    }

    private func wait(_ milliseconds: Int64, timeout: ProviderFault) async throws {
        let left = limits.deadlineMilliseconds.map { max(0, $0 - elapsedMicroseconds / 1_000) } ?? .max
        let allowed = min(limits.stallTimeoutMilliseconds, left)
        try await clock.sleep(milliseconds: min(milliseconds, allowed))
        guard milliseconds > allowed else { return }
        throw left <= limits.stallTimeoutMilliseconds
            ? ProviderFault(.deadline, message: "the deadline passed") : timeout
    }
}
