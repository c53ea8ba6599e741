package import ArgumentParser

/// Recorded answers in the place of a model's, for tests of the user's own.
package struct CassetteOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Append the answer to this file, for --replay.", valueName: "file"), completion: .file())
    package var record: String?

    @Option(
        help: ArgumentHelp("Take the answer from this file: nothing is sent, nothing is charged.", valueName: "file"),
        completion: .file())
    package var replay: String?

    @Option(
        name: .customLong("replay-speed"),
        help: ArgumentHelp(
            "How fast --replay comes: 1 as it was recorded, 0 (the default) at once.", valueName: "factor"))
    package var replaySpeed: SpeedArgument?

    package init() {}

    package mutating func validate() throws {
        if record != nil, replay != nil { throw ValidationError("--record and --replay exclude each other") }
        if record == "" { throw ValidationError("--record needs the name of a file") }
        if replay == "" { throw ValidationError("--replay needs the name of a file") }
        if replaySpeed != nil, replay == nil { throw ValidationError("--replay-speed needs --replay FILE") }
    }
}
