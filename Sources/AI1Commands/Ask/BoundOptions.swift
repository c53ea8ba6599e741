package import ArgumentParser

/// The bounds of a request.
package struct BoundOptions: ParsableArguments {
    @Option(help: "The whole call must end within this time, such as 30s or 2m.")
    package var deadline: DurationArgument?

    package init() {}
}
