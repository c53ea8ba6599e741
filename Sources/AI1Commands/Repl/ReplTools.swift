internal import AI1Core
internal import AI1Engine
internal import AI1Terminal
internal import AI1Tools
internal import Synchronization

/// The tools that a session offers to its models: their servers run from `/tools NAME` until `/tools off` or the end.
final class ReplTools: Sendable {
    private let desk = Mutex<ToolDesk?>(nil)

    /// What is offered now; nil for nothing.
    var current: ToolDesk? { desk.withLock { $0 } }

    /// Ends the servers.
    func stop() async {
        let desk = desk.withLock { desk in
            defer { desk = nil }
            return desk
        }
        await desk?.stop()
    }

    /// `/tools`: lists what is offered, offers the tools of servers, or none.
    /// - Throws: `ToolError`, `CommandError`; the tools before are then no longer offered
    func set(_ names: [String], _ repl: ReplDesk) async throws {
        guard !names.isEmpty else {
            guard let current else { return repl.say("no tools are offered; /tools NAME offers those of a server") }
            return list(try await current.offer(), repl)
        }
        await stop()
        guard names != ["off"] else { return repl.note("no tools are offered") }
        let desk = try repl.live.toolDesk(names, consent: .ask)
        do {
            list(try await desk.offer(), repl)
        } catch {
            await desk.stop()
            throw error
        }
        self.desk.withLock { $0 = desk }
    }

    private func list(_ offer: ToolDesk.Offer, _ repl: ReplDesk) {
        for notice in offer.notices { repl.note(notice) }
        for tool in offer.tools {
            repl.say("\(tool.tool.label)  \(TerminalCleaner.cleanLine(tool.offer.summary, limit: 100))")
        }
    }

    /// Asks through the session's own editor whether a tool may be called.
    static func approver(_ repl: ReplDesk) -> ToolApprover {
        { question in
            if let reason = question.reason { repl.note("\(reason).") }
            let label = question.tool.label
            if question.arguments.count > ToolCallText.shortArguments {
                // What is agreed to is what was shown.
                repl.say("\(label) \(ToolCallText.shortened(question.arguments, to: ToolCallText.fullText))")
            }
            let call = ToolCallText.call(label, question.arguments)
            repl.say("Run \(call)?")
            for _ in 0..<LinePrompt.maximumTries {
                switch await repl.ask("[y]es, [n]o, [a]lways, [q]uit: ")?.trimmingBlanks.lowercased() {
                case "y", "yes": return .yes
                case "n", "no": return .no
                case "a", "always": return .always
                case "q", "quit", nil: return .quit
                default: continue
                }
            }
            return .no
        }
    }
}
