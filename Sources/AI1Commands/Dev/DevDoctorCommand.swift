internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 dev doctor`: what works here, what does not, and what to do.
package struct DevDoctorCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check configuration, keys, certificates, local servers and versions.",
        discussion: """
            Exits with 78 when something is wrong. Without --online nothing leaves this machine.

            Examples:
              ai1 dev doctor
              ai1 dev doctor --online
              ai1 dev doctor --json | jq '.[] | select(.state != "ok")'
            """)

    @Flag(help: "Try each key by a cheap call.")
    package var online = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let findings = await Doctor(context: context, isOnline: online).examine()
        if json {
            try context.output.line(JSONValue.array(findings.map(\.json)).text)
        } else {
            let facts = context.output.facts(context.environment, color: .auto)
            var table = TextTable([.init(""), .init(""), .init("", canShrink: true)])
            for finding in findings {
                table.append([
                    .init(finding.state.rawValue, finding.state.mark), .init(finding.subject), .init(finding.text),
                ])
                if let remedy = finding.remedy { table.append([.init(""), .init(""), .init("→ " + remedy, .dim)]) }
            }
            // Nothing is cut: a remedy is there to be copied.
            try context.output.write(text: table.render(width: nil, style: Style(hasColor: facts.hasColor)))
        }
        guard let worst = findings.first(where: { $0.state == .wrong }) else { return }
        throw CommandError(
            .configuration, message: "\(worst.subject): \(worst.text)", hint: worst.remedy ?? "see above")
    }
}
