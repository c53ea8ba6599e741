internal import AI1Core
internal import AI1Engine
internal import ArgumentParser

/// What a command line asks for.
enum Invocation {
    /// Everything has been said; the process ends with this code.
    case finished(Int32)
    case command(any ContextCommand)

    /// Parses the words after the program's name. What the parser itself has to say (help, usage errors) is said here.
    init(_ arguments: [String], _ context: CommandContext) {
        do {
            guard !arguments.isEmpty else {
                self = .command(FirstStartCommand())
                return
            }
            let words = try Self.normalized(arguments, context)
            let parsed = try Self.ask(words) ?? AI1Command.parseAsRoot(words)
            if let command = parsed as? any ContextCommand {
                self = .command(command)
            } else {
                var command = parsed
                try command.run()
                self = .finished(0)
            }
        } catch let error as CommandError {
            self = .finished(Self.report(error, verbose: false, context))
        } catch {
            self = .finished(Self.parserOutcome(error, arguments, context))
        }
    }

    /// The commonest command, parsed without the tree above it, which takes a third of the time off the parser. Whatever the
    /// parser has to say about it is left to the whole tree: nil then.
    private static func ask(_ words: [String]) -> AskCommand? {
        guard words.first == "ask" else { return nil }
        return try? AskCommand.parseAsRoot(Array(words.dropFirst())) as? AskCommand
    }

    /// Whether the words will send a request, so that the transport may start while the rest is being prepared.
    static func isAsk(_ arguments: [String]) -> Bool {
        guard let first = arguments.first else { return false }
        return first == "ask" || isBarePrompt(first)
    }

    /// Whether the words ask to see the transfer. Read before parsing, since the transport starts before it.
    static func wantsTrace(_ arguments: [String]) -> Bool {
        (isAsk(arguments) || arguments.first == "wallet")
            && arguments.prefix { $0 != "--" }.contains { $0 == "-v" || $0 == "--verbose" }
    }

    /// Runs a command to its exit code.
    static func run(_ command: any ContextCommand, _ context: CommandContext) async -> Int32 {
        do {
            try await command.run(context)
            return 0
        } catch let end as ProgramEnd {
            return end.code
        } catch let error as any AI1Error {
            return report(error, verbose: (command as? any VerboseCommand)?.isVerbose ?? false, context)
        } catch is CancellationError {
            return ExitStatus(.interrupted).code
        } catch let fault as ProviderFault {
            let rule = CommandError(
                .answer(fault.kind.rule.errorKind), message: fault.text, hint: fault.hint, underlying: fault.underlying)
            return report(rule, verbose: (command as? any VerboseCommand)?.isVerbose ?? false, context)
        } catch {
            return parserOutcome(error, [], context)
        }
    }

    /// One argument with white space in it is a prompt; nothing else is.
    private static func isBarePrompt(_ word: String) -> Bool {
        !word.hasPrefix("-") && word.contains { $0 == " " || $0 == "\n" || $0 == "\t" }
    }

    private static func normalized(_ arguments: [String], _ context: CommandContext) throws -> [String] {
        guard let first = arguments.first else { return [] }
        if isBarePrompt(first) { return ["ask"] + arguments }
        try CommandNames.check(arguments)
        return arguments
    }

    private static func report(_ error: any AI1Error, verbose: Bool, _ context: CommandContext) -> Int32 {
        if error.kind != .brokenPipe {
            for line in ErrorReport.lines(error, verbose: verbose) { try? context.errors.line(line) }
        }
        return ExitStatus(error.kind).code
    }

    private static func parserOutcome(_ error: any Error, _ arguments: [String], _ context: CommandContext) -> Int32 {
        let code = AI1Command.exitCode(for: error).rawValue
        if code == 0 {
            do {
                try context.output.line(AI1Command.fullMessage(for: error))
                return 0
            } catch {
                return 74
            }
        }
        let text = AI1Command.message(for: error)
        let first = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.joined(
            separator: " ")
        return report(usage(first, CommandNames.path(arguments)), verbose: false, context)
    }

    /// What the parser refuses, in the words of ai1.
    private static func usage(_ text: String, _ path: [String]) -> CommandError {
        let message = text.prefix(1).lowercased() + text.dropFirst()
        let help = (["ai1", "help"] + path).joined(separator: " ")
        if path == ["wallet", "import"], message.contains("unexpected argument") {
            // What was typed is not told again: it is a secret very likely.
            return CommandError(
                .usage, message: "a secret is never an argument: every program on this machine could read it",
                hint: "leave it out and be asked for it; of files: --file FILE, or --keystore FILE")
        }
        guard text.hasPrefix("Unknown option") else { return CommandError(.usage, message: message, hint: help) }
        let name = text.split(separator: "'", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
        if let advice = WordsOfOthers.option(String(name.prefix { $0 != "=" }), path: path) {
            // The parser's own guess would be a second hint.
            let plain = message.firstRange(of: ". Did you mean").map { String(message[..<$0.lowerBound]) } ?? message
            return CommandError(.usage, message: advice.message ?? plain, hint: advice.hint)
        }
        let takesPrompt = path.isEmpty || path.first == "ask"
        return CommandError(
            .usage, message: message,
            hint: help + (takesPrompt ? "; a prompt that begins with '-' goes after --" : ""))
    }
}

/// A command with a flag that asks for causes.
protocol VerboseCommand {
    var isVerbose: Bool { get }
}
