package import ArgumentParser

/// How long to watch a transaction that was sent.
package struct WaitOptions: ParsableArguments {
    /// No chain makes anybody wait for more.
    private static let mostConfirmations: UInt64 = 10_000
    private static let standardMilliseconds: Int64 = 300_000

    @Option(help: "Wait until so many blocks stand on it, its own included; 0 returns at once.")
    package var confirmations: UInt64 = 1

    @Option(
        help: ArgumentHelp("The longest to wait, such as 90s; without it 5 minutes.", valueName: "time"),
        transform: DurationArgument.init(_:))
    package var timeout: DurationArgument?

    package init() {}

    package func validate() throws {
        if confirmations > Self.mostConfirmations {
            throw ValidationError("--confirmations is at most \(Self.mostConfirmations)")
        }
    }

    var timeoutMilliseconds: Int64 { timeout?.milliseconds ?? Self.standardMilliseconds }
}
