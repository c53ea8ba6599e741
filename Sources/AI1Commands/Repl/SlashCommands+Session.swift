internal import AI1Core
internal import AI1Terminal

extension SlashCommands {
    static let session: [SlashCommand] = [
        SlashCommand(
            name: "help", aliases: ["?", "h"], arguments: "[COMMAND]", summary: "Show the commands, or one of them",
            completion: .commands
        ) { desk, argument, _ in
            try help(desk, argument)
        },
        SlashCommand(
            name: "edit", aliases: ["e"],
            summary: "Write the next prompt in $VISUAL or $EDITOR (Ctrl-O with the line so far)"
        ) { desk, argument, _ in
            try await desk.edit(argument)
        },
        SlashCommand(
            name: "tools", arguments: "[NAME… | off]",
            summary: "Offer tools of these servers to the model, or list what is offered"
        ) { desk, argument, state in
            try await desk.tools.set(words(argument), desk)
        },
        SlashCommand(name: "models", arguments: "[TEXT]", summary: "List models", completion: .models) {
            desk, argument, _ in
            try await desk.run(["route", "models"] + words(argument))
        },
        SlashCommand(name: "log", arguments: "[ARGUMENTS]", summary: "Show what was asked before: ai1 route log") {
            desk, argument, _ in
            try await desk.run(["route", "log"] + words(argument))
        },
        SlashCommand(name: "quit", aliases: ["q", "exit"], summary: "Leave; so do Ctrl-D, and Ctrl-C twice") {
            _, _, state in
            state.exitCode = 0
        },
    ]

    private static func help(_ desk: ReplDesk, _ argument: String) throws {
        let name = argument.hasPrefix("/") ? String(argument.dropFirst()) : argument
        if !name.isEmpty {
            guard let command = named(name) else { throw usage("help", "no command is called /\(name)") }
            desk.say(command.usage)
            desk.say("  \(command.summary).")
            if !command.aliases.isEmpty {
                desk.note("  also: " + command.aliases.map { "/\($0)" }.joined(separator: ", "))
            }
            return
        }
        let width = min(all.map { DisplayWidth.columns($0.usage) }.max() ?? 0, max(14, desk.columns / 3))
        for group in groups {
            desk.screen.put([desk.style.bold(group.title)])
            for command in group.commands { desk.screen.put(helpRows(command, width, desk.columns)) }
        }
        desk.note("Alt-Enter begins a new line, \"\"\" begins a block; a prompt that begins with a slash gets two.")
    }

    /// Usage and summary beside each other, or under each other where there is no room.
    private static func helpRows(_ command: SlashCommand, _ width: Int, _ columns: Int) -> [String] {
        let usage = "  " + command.usage
        let room = columns - width - 5
        guard room >= 16 else {
            return WrappedText.lines(usage, width: columns - 1)
                + WrappedText.lines(command.summary, width: max(8, columns - 7)).map { "      " + $0 }
        }
        var lines = WrappedText.lines(command.summary, width: room)
        let pad = String(repeating: " ", count: max(0, width + 4 - DisplayWidth.columns(usage)))
        if DisplayWidth.columns(usage) > width + 3 { lines.insert("", at: 0) }
        let indent = String(repeating: " ", count: width + 4)
        return lines.enumerated().map { index, line in index == 0 ? usage + pad + line : indent + line }
    }
}
