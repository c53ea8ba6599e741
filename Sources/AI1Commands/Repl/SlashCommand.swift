internal import AI1Core

/// A command of the REPL. The table of all is in `SlashCommands`: help, completion and documentation come from it.
struct SlashCommand: Sendable {
    /// What Tab offers after the command's name.
    enum Completion: Sendable, Hashable {
        case nothing, models, chats, roles, files, objectives, commands
    }

    let name: String
    var aliases: [String] = []
    /// What follows it, as help shows it: `[NAME]`.
    var arguments = ""
    /// One line, in the imperative.
    let summary: String
    var completion = Completion.nothing
    let run: @Sendable (_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) async throws -> Void

    /// As help shows it: `/model [NAME]`.
    var usage: String { "/\(name)" + (arguments.isEmpty ? "" : " \(arguments)") }
}

/// A line that was typed, told apart.
enum ReplLine: Hashable {
    case nothing
    case prompt(String)
    /// A command's name without its slash, and what follows it.
    case command(name: String, argument: String)

    /// A command is a slash and a word of letters; two slashes are a prompt that begins with one.
    init(_ line: String) {
        let text = line.trimmingBlanks
        guard !text.isEmpty else {
            self = .nothing
            return
        }
        if text.hasPrefix("//") {
            self = .prompt(String(text.dropFirst()))
            return
        }
        let word = text.dropFirst().prefix { !$0.isWhitespace }
        guard text.hasPrefix("/"), !word.isEmpty,
            word.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "?") })
        else {
            self = .prompt(text)
            return
        }
        self = .command(
            name: word.lowercased(), argument: String(text.dropFirst(1 + word.count)).trimmingBlanks)
    }
}
