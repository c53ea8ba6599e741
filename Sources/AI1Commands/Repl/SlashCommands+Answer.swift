internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Settings
internal import AI1Terminal

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension SlashCommands {
    static let answer: [SlashCommand] = [
        SlashCommand(
            name: "copy", arguments: "[N]", summary: "Copy the answer, or its Nth code block, to the clipboard"
        ) { desk, argument, state in
            let text = try argument.isEmpty ? lastText(state, "copy") : block(argument, state, "copy")
            desk.note(try await Clipboard(desk: desk).copy(text))
        },
        SlashCommand(
            name: "code", arguments: "[N] [FILE]", summary: "Show the Nth code block alone, or write it to a file",
            completion: .files
        ) { desk, argument, state in
            try await code(desk, argument, state)
        },
        SlashCommand(name: "run", arguments: "[N]", summary: "Run the Nth code block as a shell command, after a yes") {
            desk, argument, state in
            let text = try shellBlock(argument, state)
            try await ReplShell(desk: desk).offer(text, &state)
        },
        SlashCommand(
            name: "shell", arguments: "REQUEST", summary: "Have a shell command proposed, and run it after a yes"
        ) { desk, argument, state in
            guard !argument.isEmpty else {
                throw usage("shell", "say what it should do: /shell find the largest files")
            }
            try await ReplShell(desk: desk).propose(argument, &state)
        },
        SlashCommand(name: "raw", summary: "Show the answer as the model wrote it") { desk, _, state in
            desk.say(try lastText(state, "raw"))
        },
    ]

    private static func lastText(_ state: ReplState, _ command: String) throws -> String {
        if let last = state.last { return last.text }
        guard let turn = state.chat.turns.last else { throw usage(command, "there is no answer yet") }
        return turn.answer
    }

    /// - Parameter number: from one
    private static func block(_ number: String, _ state: ReplState, _ command: String) throws -> String {
        let blocks = CodeBlock.all(in: Array(try lastText(state, command).utf8))
        guard !blocks.isEmpty else { throw usage(command, "the answer has no code block") }
        guard let number = Int(number), blocks.indices.contains(number - 1) else {
            throw usage(command, "the answer has \(count(blocks.count, "code block"))")
        }
        return String(decoding: blocks[number - 1].content, as: UTF8.self)
    }

    /// The block to run: the one of that number, else the first that is for a shell.
    private static func shellBlock(_ number: String, _ state: ReplState) throws -> String {
        let blocks = CodeBlock.all(in: Array(try lastText(state, "run").utf8))
        let isForShell = { (block: CodeBlock) in shells.contains(block.language.lowercased()) }
        guard !number.isEmpty || !blocks.contains(where: isForShell) else {
            let first = blocks.first(where: isForShell)
            return String(decoding: first?.content ?? [], as: UTF8.self)
        }
        let text = try block(number.isEmpty ? "1" : number, state, "run")
        let chosen = blocks[(Int(number) ?? 1) - 1]
        guard isForShell(chosen) else {
            throw usage(
                "run", "that block is \(TerminalCleaner.cleanLine(chosen.language, limit: 20)), not for a shell")
        }
        return text
    }

    /// Languages of blocks that a shell may run; a block without one may be a command.
    private static let shells: Set<String> = [
        "", "sh", "bash", "zsh", "shell", "console", "shell-session", "dash", "ksh",
    ]

    private static func code(_ desk: ReplDesk, _ argument: String, _ state: ReplState) async throws {
        var words = words(argument)
        let number = words.first.flatMap { Int($0) } != nil ? words.removeFirst() : "1"
        let text = try block(number, state, "code")
        guard let file = words.first else { return desk.say(text) }
        let path = desk.live.paths.expand(file, from: desk.context.workingDirectory)
        if access(path, F_OK) == 0, await desk.confirm("\(file) is there already. Replace it?") == false { return }
        let output = try AnswerFile(path)
        try output.stream.write(text: text.hasSuffix("\n") ? text : text + "\n")
        try output.keep()
        desk.note("written to \(path)")
    }
}
