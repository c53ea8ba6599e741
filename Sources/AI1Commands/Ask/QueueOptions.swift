package import ArgumentParser

/// Requests that are kept and sent later.
package struct QueueOptions: ParsableArguments {
    @Flag(
        name: .customLong("queue"),
        help: "Keep the request instead of sending it, and print its id; ai1 ask --flush sends it.")
    package var keeps = false

    @Flag(name: .customLong("wait"), help: "With --queue: send it now if that can be done, and wait for the answer.")
    package var waits = false

    @Option(
        name: .customLong("not-before"),
        help: ArgumentHelp(
            "With --queue: do not send it before this time: 2h, 3d, 18:30, tomorrow, 2026-11-24 or '2026-11-24 18:30'.",
            valueName: "time"), transform: MomentArgument.init(_:))
    package var notBefore: MomentArgument?

    @Option(
        help: ArgumentHelp("With --queue: do not send it from this time on.", valueName: "time"),
        transform: MomentArgument.init(_:))
    package var expires: MomentArgument?

    @Flag(
        name: .customLong("flush"),
        help: "Send what is kept and due, or the requests of these ids whether due or not; nothing else is asked.")
    package var flushes = false

    package init() {}

    package mutating func validate() throws {
        if keeps, flushes { throw ValidationError("--queue and --flush exclude each other") }
        if waits, !keeps { throw ValidationError("--wait needs --queue") }
        if notBefore != nil, !keeps { throw ValidationError("--not-before needs --queue") }
        if expires != nil, !keeps { throw ValidationError("--expires needs --queue") }
        if waits, notBefore != nil { throw ValidationError("--wait sends at once: leave out --not-before") }
    }
}
