internal import AI1Core
internal import AI1History
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route learn reset`.
package struct RouteLearnResetCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Forget what was learned and measured, of one model or of all.",
        discussion: """
            Examples:
              ai1 route learn reset openai/gpt-5-mini
              ai1 route learn reset --yes
            """)

    @Argument(
        help: "Only this model, as provider/model.", completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    @Flag(help: "Do not ask.")
    package var yes = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let target = try model.map { name in
            guard let row = try RoutePlanner(live: live, routing: .init()).rows(named: name).first else {
                throw CommandError(.usage, message: "no model is called '\(name)'", hint: "ai1 route models")
            }
            return row.name
        }
        if !yes {
            let facts = TerminalFacts(
                standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: live.outputFacts,
                standardError: live.errorFacts)
            let prompt = LinePrompt(facts: facts, input: context.input, output: context.errors.descriptor)
            let whose = target.map(\.description) ?? "all models"
            guard
                try prompt.confirm("Forget what was learned about \(whose)?", standard: false, hint: "add --yes")
                    == true
            else { throw CommandError(.declined, message: "nothing was forgotten") }
        }
        let count = try live.openHistory().resetLearning(target)
        try context.errors.line("forgot \(count) \(count == 1 ? "summary" : "summaries")")
    }
}
