internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 route trust`: lets a project's settings file set everything.
package struct RouteTrustCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Let a project's .ai1.yaml set everything, as it is now.",
        discussion: """
            An untrusted project file may set only model, role, objective and tighter limits; an untrusted role of a project, \
            .ai1/roles/NAME.md, cannot be taken. A trusted one that changes is untrusted again.

            Examples:
              ai1 route trust .
              ai1 route trust --remove ~/work/.ai1.yaml
            """)

    @Argument(help: "The file, or its folder.", completion: .file())
    package var path: String

    @Flag(help: "Trust it no longer.")
    package var remove = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let paths = Paths(environment: context.environment, workingFolder: context.workingDirectory)
        let store = TrustStore(file: paths.trustFile)
        if remove {
            guard try store.distrust(path) else {
                throw CommandError(
                    .inputMissing, message: "\(path) was not trusted", hint: "name the file as it was trusted")
            }
            return try context.errors.line("no longer trusted: \(path)")
        }
        try context.errors.line("trusted: \(TerminalCleaner.cleanLine(try store.trust(path), limit: 400))")
    }
}
