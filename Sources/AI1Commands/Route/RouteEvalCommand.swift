internal import AI1Catalog
internal import AI1Core
internal import AI1Evaluation
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route eval`: what a router would have been worth.
package struct RouteEvalCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Replay recorded answers of several models through routing strategies.",
        discussion: """
            The file has one row for each prompt and model: id,prompt,task,model,score,cost_usd, and if you like \
            input_tokens,output_tokens,split. Scores go from 0 to 1. Rows whose split is train are trained on, rows whose \
            split is test are tested. docs/routing.md explains every figure.

            Random choice, prompt length, the best and the cheapest model and an oracle always stand beside what is asked \
            for. Strategies: random, length, length-fitted, cheapest-fixed, best-fixed, prior, predictor, oracle, or a model \
            of the file. Nothing is sent.

            Examples:
              ai1 route eval outcomes.csv
              ai1 route eval outcomes.csv --train others.csv --strategy predictor
              ai1 route eval outcomes.csv --weak gpt-5-nano --strong gpt-5.5 --json | jq .strategies
            """)

    @Argument(help: "The file with recorded outcomes; - for standard input.", completion: .file(extensions: ["csv"]))
    package var file: String

    @Option(help: ArgumentHelp("A strategy to evaluate. May be repeated.", valueName: "name"))
    package var strategy: [String] = []

    @Option(
        help: ArgumentHelp("Train the predictor on this file.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    package var train: String?

    @Option(help: ArgumentHelp("The cheap model of a pair to divide calls between.", valueName: "model"))
    package var weak: String?

    @Option(help: ArgumentHelp("The good model of that pair.", valueName: "model"))
    package var strong: String?

    @Option(help: ArgumentHelp("Another seed draws other resamples.", valueName: "number"))
    package var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Resamples for the 95 % intervals; 0 for none.", valueName: "number"))
    package var resamples = 1_000

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        guard Evaluation.resamples.contains(resamples) else {
            throw ValidationError("--resamples goes from 0 to \(Evaluation.resamples.upperBound)")
        }
        if (weak == nil) != (strong == nil) { throw ValidationError("--weak and --strong belong together") }
        if file == "-" && train == "-" { throw ValidationError("only one file can be standard input") }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let table = try OutcomeFile(name: file, context: context).read(wantsFeatures: train != nil)
        var options = Evaluation.Options()
        options.training = try train.map { try OutcomeFile(name: $0, context: context).read(wantsFeatures: true) }
        options.strategies = strategy
        options.weak = weak
        options.strong = strong
        options.seed = seed
        options.resamples = resamples
        // Only a name that means exactly one thing: a guess would judge a model by another's prices.
        let known = Dictionary(
            live.catalog.models.flatMap { row in [row.name.description, row.name.model, row.family].map { ($0, row) } },
            uniquingKeysWith: { first, _ in first }
        ).filter { $0.value.prices.known }
        options.row = { known[$0] }
        let report = try await Evaluation.run(table, options)
        let view = EvaluationView(report: report, facts: live.outputFacts)
        if json { return try context.output.line(view.json.text) }
        for note in report.notes {
            try context.errors.line("note: " + TerminalCleaner.cleanLine(note, limit: 400))
        }
        try context.output.write(text: view.text)
    }
}
