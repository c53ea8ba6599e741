package import ArgumentParser

/// The bounds of a request.
package struct BoundOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The whole call must end within this time, such as 30s or 2m. Without it: 10 minutes, and no wait above 10s for "
                + "a target that is limited.", valueName: "time"),
        transform: DurationArgument.init(_:))
    package var deadline: DurationArgument?

    package init() {}
}
