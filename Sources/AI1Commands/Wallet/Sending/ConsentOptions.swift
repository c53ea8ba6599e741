package import ArgumentParser

/// How a person agrees to what is signed.
package struct ConsentOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Do not ask: for scripts.")
    package var yes: Bool = false

    @Flag(name: .customLong("dry-run"), help: "Show everything, sign and send nothing.")
    package var dryRun: Bool = false

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    package init() {}

    package func validate() throws {
        if yes && dryRun { throw ValidationError("--yes and --dry-run exclude each other") }
    }
}
