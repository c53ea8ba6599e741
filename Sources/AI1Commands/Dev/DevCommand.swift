package import ArgumentParser

/// `ai1 dev`: building on ai1.
package struct DevCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "dev",
        abstract: "Tools for building on ai1 and for finding out what is wrong.",
        discussion: """
            Examples:
              ai1 dev doctor
              ai1 dev tools
              ai1 dev sandbox --port 8080 --fault 429,retry-after=30
            """,
        subcommands: [
            DevSandboxCommand.self, DevDoctorCommand.self, DevToolsCommand.self, DevReferenceCommand.self,
        ])

    package init() {}
}
