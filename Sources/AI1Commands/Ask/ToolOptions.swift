package import AI1Core
package import ArgumentParser

/// The tools that the model may call.
package struct ToolOptions: ParsableArguments {
    /// The most rounds that can be asked for.
    private static let mostRounds = 100

    @Option(
        name: .customLong("tools"),
        help: ArgumentHelp(
            "Offer the model the tools of these MCP servers of the configuration, or single tools as server/tool; all for every "
                + "server. May be given several times.", valueName: "a,b"))
    package var names: [String] = []

    @Option(
        name: .customLong("tool-approve"),
        help: ArgumentHelp(
            "Questions about tool calls: ask them, answer all with yes (allow), or deny what is not approved already (never).",
            valueName: "ask|allow|never"))
    package var consent: ToolConsent = .ask

    @Option(
        name: .customLong("max-tool-rounds"),
        help: ArgumentHelp("How many rounds of tool calls the request may take (default: 10).", valueName: "n"))
    package var rounds: Int?

    package init() {}

    /// What is offered; empty for no tools.
    var selected: [String] {
        names.flatMap { $0.split(separator: ",") }.map { $0.split(separator: " ").joined() }.filter { !$0.isEmpty }
    }

    package mutating func validate() throws {
        if let rounds, !(1...Self.mostRounds).contains(rounds) {
            throw ValidationError("--max-tool-rounds takes a number from 1 to \(Self.mostRounds)")
        }
        if !names.isEmpty, selected.isEmpty { throw ValidationError("--tools needs the name of a server or a tool") }
    }
}

extension ToolConsent: ExpressibleByArgument {}
