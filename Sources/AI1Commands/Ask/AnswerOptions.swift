package import AI1Core
package import ArgumentParser

/// How the answer is made.
package struct AnswerOptions: ParsableArguments {
    @Option(help: "The answer must be JSON of this schema: a file, JSON text, or a list such as 'name, age int'.")
    package var schema: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Sampling temperature, from 0 to 2.", valueName: "number"),
        transform: TemperatureArgument.init(_:))
    package var temperature: TemperatureArgument?

    @Option(name: .customLong("max-tokens"), help: "The largest answer in tokens, reasoning included.")
    package var maxTokens: Int?

    @Option(help: "How much to reason: none, minimal, low, medium or high.")
    package var reasoning: ReasoningEffort?

    @Option(parsing: .unconditional, help: "Seed of the model's sampling.")
    package var seed: Int64?

    @Option(parsing: .unconditionalSingleValue, help: "Stop at this text. May be repeated.")
    package var stop: [String] = []

    @Flag(name: .customLong("no-stream"), help: "Ask for the answer in one piece.")
    package var noStream = false

    package init() {}

    package mutating func validate() throws {
        if let maxTokens, !(1...10_000_000).contains(maxTokens) {
            throw ValidationError("--max-tokens must be from 1 to 10000000")
        }
        if stop.contains("") { throw ValidationError("--stop must not be empty") }
    }
}

extension ReasoningEffort: ExpressibleByArgument {}
