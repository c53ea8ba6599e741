/// Waiting for something that another thread or process brings about.
package enum Eventually {
    /// Looks again and again until `condition` holds.
    /// - Returns: false when it has not within so many seconds
    package static func holds(seconds: Int = 90, _ condition: () throws -> Bool) async throws -> Bool {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        while try !condition() {
            guard clock.now < end else { return false }
            try await Task.sleep(for: .milliseconds(2))
        }
        return true
    }
}
