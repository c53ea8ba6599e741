/// A command that a model proposed or a person changed: one that may be shown, because what a terminal shows of it is what
/// would run.
package struct ShellProposal: Sendable, Hashable {
    /// The longest command in octets.
    package static let limitBytes = 16_384

    /// The command as it would be handed to a shell; several lines are allowed.
    package let command: String
    /// What it could do that cannot be undone. No claim of completeness: an empty list does not say that it is harmless.
    package let warnings: [ShellWarning]

    /// Takes the command out of a model's answer.
    /// - Throws: `ShellError`
    package init(answer: [UInt8]) throws(ShellError) {
        try self.init(command: ShellExtraction.command(in: answer))
    }

    /// Checks a command. CR LF becomes LF; empty lines before it and white space after it are dropped.
    /// - Throws: `ShellError`
    package init(command text: String) throws(ShellError) {
        let command = Self.trimmed(text)
        guard !command.isEmpty else {
            throw ShellError(.noCommand, message: "there is no command", hint: "say more exactly what it should do")
        }
        guard command.utf8.count <= Self.limitBytes else {
            throw ShellError(
                .tooLong, message: "the command is longer than \(Self.limitBytes / 1_024) KiB",
                hint: "ask for a script, and look at it in a file: ai1 ask -x -o script.sh …")
        }
        if let hidden = HiddenCharacter.first(in: command) {
            throw ShellError(
                .hiddenCharacter,
                message: "the command is refused: \(hidden), and what is shown would not be what runs",
                hint: "ask again; without --shell the whole answer is printed and nothing is run")
        }
        self.command = command
        warnings = ShellRules.warnings(for: command)
    }

    /// The lines of the command.
    package var lines: [Substring] { command.split(separator: "\n", omittingEmptySubsequences: false) }

    private static func trimmed(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        scalars = scalars.indices.filter { index in
            !(scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n")
        }.map { scalars[$0] }
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" }
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        // A blank behind a last backslash is an argument.
        let keepsBlank = end < scalars.count && end > start && scalars[end - 1] == "\\" && scalars[end] == " "
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[start..<(keepsBlank ? end + 1 : end)])
        return String(result)
    }
}
