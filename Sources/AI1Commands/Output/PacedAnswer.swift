internal import AI1Core
internal import AI1History

/// A recorded answer that comes again as it came.
struct PacedAnswer {
    let answer: [UInt8]
    let timing: StreamTiming
    /// How much faster than it was; 0 for at once.
    let speed: Double

    /// Hands the parts on, each after its wait.
    /// - Throws: `CancellationError`, and what `write` throws
    func play(_ clock: any WallClock, _ write: ([UInt8]) throws -> Void) async throws {
        guard speed > 0 else { return try write(answer) }
        // Waits are rounded together, so that many short ones are not lost.
        var owed = 0.0
        for part in timing.parts(of: answer) {
            owed += Double(part.waitMilliseconds) / speed
            let wait = Int64(min(owed, 86_400_000))
            if wait > 0 {
                try await clock.sleep(milliseconds: wait)
                owed -= Double(wait)
            }
            try write(Array(part.bytes))
        }
    }
}
