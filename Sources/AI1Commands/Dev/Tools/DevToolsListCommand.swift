internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Tools
package import ArgumentParser

/// `ai1 dev tools list`: every tool of the declared servers.
package struct DevToolsListCommand: ContextCommand, VerboseCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Start the servers and list their tools (default).",
        discussion: """
            Examples:
              ai1 dev tools
              ai1 dev tools list time
              ai1 dev tools list --json
            """)

    @Argument(help: "Servers, or tools as server/tool. Without: every declared server.")
    package var names: [String] = []

    @Flag(help: "Print JSON.")
    package var json = false

    @Flag(name: .shortAndLong, help: "Show the cause of a failure.")
    package var verbose = false

    package init() {}

    var isVerbose: Bool { verbose }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        if names.isEmpty, live.settings.tools.servers.isEmpty {
            if json { return try context.output.line((["v": 1, "tools": []] as JSONValue).text) }
            return try context.errors.line("no tool server is declared; docs/tools.md tells how to declare one")
        }
        let desk = try live.toolDesk(names.isEmpty ? [ToolSelection.everything] : names, consent: .never)
        let listing = await desk.listing()
        await desk.stop()
        for notice in listing.notices {
            try context.errors.line("ai1: \(TerminalCleaner.cleanLine(notice, limit: 400))")
        }
        if json {
            let object: JSONValue = ["v": 1, "tools": .array(listing.tools.map(Self.json))]
            try context.output.line(object.text)
        } else if !listing.tools.isEmpty {
            try context.output.show(Self.table(listing.tools), live.outputFacts)
        }
        if let failure = listing.failure { throw failure }
    }

    private static func table(_ tools: [ToolListing.Entry]) -> TextTable {
        var table = TextTable([
            .init("TOOL"), .init("POLICY"), .init("STATE"), .init("HASH"), .init("DESCRIPTION", canShrink: true),
        ])
        for entry in tools {
            table.append([
                .init(entry.tool.label), .init(entry.rule.rawValue), .init(entry.state),
                .init(String(ToolApprovalStore.digest(entry.identity).prefix(12))),
                .init(TerminalCleaner.cleanLine(entry.tool.description, limit: 300)),
            ])
        }
        return table
    }

    private static func json(_ entry: ToolListing.Entry) -> JSONValue {
        [
            "server": .string(entry.tool.server), "tool": .string(entry.tool.name),
            "policy": .string(entry.rule.rawValue),
            "state": .string(entry.state), "sha256": .string(ToolApprovalStore.digest(entry.identity)),
            "description": .string(entry.tool.description), "schema": entry.tool.schema,
        ]
    }
}
