internal import ArgumentParser

/// How fast something is replayed: 1 as it was, 2 twice as fast, 0 at once.
package struct SpeedArgument: ExpressibleByArgument, Sendable, Hashable {
    private static let fastest = 1_000_000.0

    package let factor: Double

    package init(_ factor: Double) { self.factor = factor }

    package init?(argument: String) {
        guard let factor = Double(argument), factor.isFinite, (0...Self.fastest).contains(factor) else { return nil }
        self.factor = factor
    }
}
