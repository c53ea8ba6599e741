internal import AI1Core

/// The table of the REPL's commands, in the order of help.
enum SlashCommands {
    /// A heading of help, and its commands.
    struct Group: Sendable {
        let title: String
        let commands: [SlashCommand]
    }

    static let groups: [Group] = [
        Group(title: "Who answers", commands: asking), Group(title: "The conversation", commands: conversation),
        Group(title: "The last answer", commands: answer), Group(title: "Money", commands: money),
        Group(title: "The session", commands: session),
    ]

    static let all: [SlashCommand] = groups.flatMap(\.commands)

    /// The command of a name or an alias; also of a beginning that only one command has.
    static func named(_ name: String) -> SlashCommand? {
        if let exact = all.first(where: { $0.name == name || $0.aliases.contains(name) }) { return exact }
        let beginning = all.filter { $0.name.hasPrefix(name) }
        return name.count >= 2 && beginning.count == 1 ? beginning[0] : nil
    }

    /// The words of an argument.
    static func words(_ argument: String) -> [String] {
        argument.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map(String.init)
    }

    static func usage(_ command: String, _ hint: String) -> CommandError {
        CommandError(.usage, message: "/\(command): \(hint)", hint: "/help \(command)")
    }
}
