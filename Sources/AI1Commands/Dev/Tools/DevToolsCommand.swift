package import ArgumentParser

/// `ai1 dev tools`: the tools that models may be given.
package struct DevToolsCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tools",
        abstract: "List tools with what the policy says of each, and approve them.",
        discussion: """
            Tools come from the MCP servers of the configuration; docs/tools.md tells how to declare one. An approval holds for \
            a tool as it is: for its server's command, its name, its description and its schema.

            Examples:
              ai1 dev tools
              ai1 dev tools allow time/get_current_time
              ai1 dev tools forget time/get_current_time
            """,
        subcommands: [
            DevToolsListCommand.self, DevToolsAllowCommand.self, DevToolsForgetCommand.self,
        ],
        defaultSubcommand: DevToolsListCommand.self)

    package init() {}
}
