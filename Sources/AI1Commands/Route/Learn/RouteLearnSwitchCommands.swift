internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 route learn on`.
package struct RouteLearnOnCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "on", abstract: "Let ratings and what becomes of answers move later choices.")

    package init() {}

    package func run(_ context: CommandContext) async throws { try LearningSwitch.set(true, context) }
}

/// `ai1 route learn off`.
package struct RouteLearnOffCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "off", abstract: "Choose by the catalogue and by measured speed alone; explore nothing.")

    package init() {}

    package func run(_ context: CommandContext) async throws { try LearningSwitch.set(false, context) }
}

/// Writes the setting, and says what holds now and why.
private enum LearningSwitch {
    static func set(_ learns: Bool, _ context: CommandContext) throws {
        let live = try Composition(context)
        try SettingsEditor(file: live.paths.configFile).apply([.set(["routing", "learn"], .flag(learns))])
        let now = try Composition(context).settings.routing.learns
        try context.errors.line("learning: \(now.value ? "on" : "off") (\(now.origin))")
    }
}
