internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Tools
internal import Synchronization

/// Asks on the terminal whether a tool may be called. Without a terminal nobody is asked, and what to do is said once.
final class TerminalApprover: Sendable {
    private let live: Composition
    private let notices: NoticeWriter
    private let isTold = Mutex(false)

    init(live: Composition, notices: NoticeWriter) {
        self.live = live
        self.notices = notices
    }

    /// - Throws: `TerminalError`
    func answer(_ question: ToolQuestion) throws -> ToolVerdict {
        let context = live.context
        let label = question.tool.label
        guard context.isInteractive else {
            let isFirst = isTold.withLock { told in
                defer { told = true }
                return !told
            }
            let reason = question.reason ?? "nobody can be asked about \(label)"
            if isFirst {
                try? context.errors.line(
                    TerminalCleaner.cleanLine(
                        "ai1: \(reason): its call is denied; to approve it: ai1 dev tools allow \(Self.word(label))",
                        limit: 400))
            }
            return .nobody
        }
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        let prompt = LinePrompt(facts: facts, input: context.input, output: context.errors.descriptor)
        if let reason = question.reason { try? context.errors.line("\(reason).") }
        if question.arguments.count > ToolCallText.shortArguments {
            // What is agreed to is what was shown.
            let shown = ToolCallText.shortened(question.arguments, to: ToolCallText.fullText)
            try? context.errors.line("\(label) \(shown)")
        }
        let call = ToolCallText.call(label, question.arguments)
        for _ in 0..<LinePrompt.maximumTries {
            let answer = try prompt.ask("Run \(call)? [y]es, [n]o, [a]lways, [q]uit", hint: "--tool-approve")
            switch answer?.lowercased() {
            case "y", "yes": return .yes
            case "n", "no": return .no
            case "a", "always": return .always
            case "q", "quit", nil: return .quit
            default: continue
            }
        }
        return .no
    }

    /// A label for a shell's command line.
    private static func word(_ label: String) -> String {
        let isPlain = label.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x2D...0x39).contains($0) || $0 == 0x5F
        }
        return isPlain
            ? label : "'\(label.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
    }
}
