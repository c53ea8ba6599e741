internal import AI1Core
internal import ArgumentParser

/// The words that name commands, from the tree itself.
enum CommandNames {
    /// Refuses an unknown noun or verb, with suggestions, before the parser takes it for something else.
    /// - Throws: `CommandError` of code `usage`
    static func check(_ arguments: [String]) throws {
        var command: any ParsableCommand.Type = AI1Command.self
        var path = ["ai1"]
        for word in arguments {
            let children = command.configuration.subcommands
            guard !children.isEmpty, !word.hasPrefix("-") else { return }
            // The words after it name commands too.
            if word == "help" { continue }
            guard let next = children.first(where: { name($0) == word }) else {
                throw unknown(word, path, children.filter { $0.configuration.shouldDisplay }.map(name))
            }
            command = next
            path.append(word)
        }
    }

    /// The leading words that name commands.
    static func path(_ arguments: [String]) -> [String] {
        var command: any ParsableCommand.Type = AI1Command.self
        var path: [String] = []
        for word in arguments {
            guard let next = command.configuration.subcommands.first(where: { name($0) == word }) else { break }
            command = next
            path.append(word)
        }
        return path
    }

    static func name(_ command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? command._commandName
    }

    /// A verb of that name one noun further down: `receipt` of the wallet is `tx receipt`.
    private static func deeper(_ word: String, _ path: [String]) -> String? {
        let nouns = subcommands(Array(path.dropFirst())).filter { $0.configuration.shouldDisplay }
        let noun = nouns.first { noun in
            noun.configuration.subcommands.contains { $0.configuration.shouldDisplay && name($0) == word }
        }
        return noun.map { "\(name($0)) \(word)" }
    }

    private static func subcommands(_ path: [String]) -> [any ParsableCommand.Type] {
        path.reduce(AI1Command.configuration.subcommands) { children, word in
            children.first { name($0) == word }?.configuration.subcommands ?? []
        }
    }

    private static func unknown(_ word: String, _ path: [String], _ names: [String]) -> CommandError {
        let shown = TerminalCleaner.cleanLine(word, limit: 60)
        let other = WordsOfOthers.verb(word, after: path) ?? deeper(word, path)
        let near = other.map { [$0] } ?? Suggestions.near(word, among: names)
        let prefix = path.joined(separator: " ")
        let hint =
            if near.isEmpty {
                path.count == 1
                    ? "ai1 --help; a prompt is one argument in quotation marks: ai1 \"\(shown) …\""
                    : "\(prefix) --help"
            } else {
                "did you mean: " + near.map { "\(prefix) \($0)" }.joined(separator: ", ") + "?"
            }
        return CommandError(.usage, message: "unknown command '\(shown)'", hint: hint)
    }
}
