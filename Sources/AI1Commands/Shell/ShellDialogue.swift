internal import AI1Core
internal import AI1Engine

/// Shows a command until a person has said yes or no to it. What it needs of the world comes as closures, so that a line editor
/// can ask as well as a plain prompt.
struct ShellDialogue: Sendable {
    /// How often a command is explained or modified before the answer is taken for a no.
    private static let maximumRounds = 50

    let view: ShellView
    let question: ShellQuestion
    /// Tells in words what a command does.
    let explain: @Sendable (ShellProposal) async throws -> Void
    /// Lets the person change a command; nil when nothing was changed.
    let modify: @Sendable (ShellProposal) async throws -> String?

    /// - Returns: the command that is to be run: as it was proposed, or as it was changed; nil for a no
    /// - Throws: what the closures throw, but errors of a kind that a further question can follow
    func decide(_ proposal: ShellProposal) async throws -> ShellProposal? {
        var proposal = proposal
        for _ in 0..<Self.maximumRounds {
            for line in view.lines(proposal) { question.tell(line) }
            switch try await question.put(isRisky: !proposal.warnings.isEmpty) {
            case .run: return proposal
            case .decline: return nil
            case .explain:
                try await tolerating { try await explain(proposal) }
            case .modify:
                try await tolerating {
                    // What a person typed is checked like what a model wrote: it may have been pasted.
                    if let text = try await modify(proposal) { proposal = try ShellProposal(command: text) }
                }
            }
        }
        return nil
    }

    /// Tells an error and goes on, unless the person or the system wants an end.
    private func tolerating(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as any AI1Error {
            guard ![.interrupted, .terminated, .brokenPipe].contains(error.kind) else { throw error }
            for line in ErrorReport.lines(error, verbose: false) { question.tell(line) }
        }
    }
}
