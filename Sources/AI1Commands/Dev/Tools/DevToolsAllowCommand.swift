internal import AI1Core
internal import AI1Settings
internal import AI1Tools
package import ArgumentParser

/// `ai1 dev tools allow`: approves tools as they are.
package struct DevToolsAllowCommand: ContextCommand, VerboseCommand {
    package static let configuration = CommandConfiguration(
        commandName: "allow",
        abstract: "Approve tools as they are now: they are called without a question.",
        discussion: """
            The server is started and asked for the tool; what is approved is its command, the tool's name, description and \
            schema. When any of it changes, the tool is asked about again.

            Examples:
              ai1 dev tools allow time/get_current_time
              ai1 dev tools allow time
            """)

    @Argument(help: "Tools as server/tool, or a server for all that it has now.")
    package var names: [String]

    @Flag(name: .shortAndLong, help: "Show the cause of a failure.")
    package var verbose = false

    package init() {}

    var isVerbose: Bool { verbose }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let desk = try live.toolDesk(names, consent: .never)
        let listing = await desk.listing()
        await desk.stop()
        if let failure = listing.failure { throw failure }
        let denied = listing.tools.first { $0.rule == .deny }
        if let denied, names.contains(denied.tool.label) {
            throw CommandError(
                .configuration, message: "the configuration denies \(denied.tool.label)",
                hint: "change tools.policy first")
        }
        let store = ToolApprovalStore(file: live.paths.toolsFile)
        for entry in listing.tools where entry.rule != .deny {
            try store.approve(entry.tool.label, identity: entry.identity)
            let hash = ToolApprovalStore.digest(entry.identity).prefix(12)
            try context.errors.line("\(entry.tool.label) is approved as it is (\(hash))")
        }
    }
}
