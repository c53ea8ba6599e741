package import ArgumentParser

/// The bounds of a request.
package struct BoundOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The whole call must end within this time, such as 30s or 2m. Without it: 10 minutes, and no wait above 10s for "
                + "a target that is limited.", valueName: "time"),
        transform: DurationArgument.init(_:))
    package var deadline: DurationArgument?

    @Option(
        name: .customLong("max-input"),
        help: ArgumentHelp(
            "Send nothing when the input is expected to be more than so many tokens (limits.max_input).",
            valueName: "tokens"))
    package var maxInput: Int?

    package init() {}

    package mutating func validate() throws {
        if let maxInput, !(1...100_000_000).contains(maxInput) {
            throw ValidationError("--max-input must be from 1 to 100000000")
        }
    }
}
