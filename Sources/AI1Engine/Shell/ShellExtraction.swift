internal import AI1Core

/// Finds the one command in a model's answer: in its first code block, or as the whole of a bare answer.
enum ShellExtraction {
    /// What code blocks with shell commands call themselves; nothing is fine too.
    private static let languages: Set<String> = [
        "", "sh", "bash", "zsh", "fish", "ksh", "dash", "ash", "shell", "posix", "console", "terminal", "shell-session",
        "sh-session", "shellscript", "shellsession", "text", "txt", "plaintext",
    ]

    /// - Throws: `ShellError`
    static func command(in answer: [UInt8]) throws(ShellError) -> String {
        guard let text = String(validating: answer, as: UTF8.self) else {
            throw ShellError(.notText, message: "the answer is not UTF-8", hint: "ask again, or another model: -m MODEL")
        }
        guard let block = CodeBlock.first(in: answer) else { return try bare(text) }
        guard languages.contains(block.language.lowercased()) else {
            throw ShellError(
                .otherLanguage,
                message: "the answer is not a shell command: its code block is “\(shown(block.language))”",
                hint: "ask again, and say that it is to be one command")
        }
        guard block.isClosed else {
            throw ShellError(
                .unfinished, message: "the code block of the command does not end: a part of it may be missing",
                hint: "ask again")
        }
        let content = String(decoding: block.content, as: UTF8.self)
        guard content.contains(where: { !$0.isWhitespace }) else { throw nothing }
        return try withoutPrompt(content)
    }

    /// An answer without a code block: the command alone, perhaps between backticks.
    private static func bare(_ text: String) throws(ShellError) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        guard !rest.isEmpty else { throw nothing }
        let marks = rest.prefix { $0 == "`" }
        if !marks.isEmpty, rest.count > 2 * marks.count, rest.hasSuffix(marks) {
            let inner = rest.dropFirst(marks.count).dropLast(marks.count)
            if !inner.contains("`") { return try withoutPrompt(String(inner)) }
        }
        guard !isProse(rest), !rest.contains("```") else { throw unclear }
        return try withoutPrompt(String(rest))
    }

    /// Several paragraphs, or a sentence: a capital, words, and what sentences end with.
    private static func isProse(_ text: Substring) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.contains(where: { $0.allSatisfy(\.isWhitespace) }), !text.contains("<<") { return true }
        guard let first = lines.first, let last = lines.last?.last else { return true }
        let words = first.split(separator: " ")
        guard words.count > 1, let initial = words[0].first, initial.isUppercase,
            words[0].dropFirst().allSatisfy({ $0.isLowercase || $0 == "'" || $0 == "’" || $0 == "," || $0 == ":" })
        else { return false }
        return ".:!?".contains(last)
    }

    /// A prompt before every line, as in copied sessions, is no part of the command. Before some of them it tells commands
    /// from their output.
    private static func withoutPrompt(_ text: String) throws(ShellError) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let full = lines.filter { line in line.contains { !$0.isWhitespace } }
        guard full.first?.hasPrefix("$ ") == true else { return text }
        guard full.allSatisfy({ $0.hasPrefix("$ ") }) else { throw unclear }
        return lines.map { $0.hasPrefix("$ ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    }

    private static func shown(_ language: String) -> String { TerminalCleaner.cleanLine(language, limit: 20) }

    private static var nothing: ShellError {
        ShellError(
            .noCommand, message: "the model knows no command for that",
            hint: "say more exactly what it should do, or ask without --shell")
    }

    private static var unclear: ShellError {
        ShellError(
            .unclear, message: "the answer is not one command",
            hint: "ask again, or another model: -m MODEL; without --shell the whole answer is printed")
    }
}
