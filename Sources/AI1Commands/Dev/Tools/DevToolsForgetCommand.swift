internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 dev tools forget`: takes approvals back.
package struct DevToolsForgetCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Take approvals back: the tools are asked about again.",
        discussion: """
            Examples:
              ai1 dev tools forget time/get_current_time
            """)

    @Argument(help: "Tools as server/tool.")
    package var names: [String]

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let store = ToolApprovalStore(file: try Composition(context).paths.toolsFile)
        for name in names {
            guard try store.forget(name) else {
                throw CommandError(
                    .inputMissing, message: "\(TerminalCleaner.cleanLine(name, limit: 80)) is not approved",
                    hint: "ai1 dev tools lists the tools and how they stand")
            }
            try context.errors.line("\(TerminalCleaner.cleanLine(name, limit: 200)) is asked about again")
        }
    }
}
