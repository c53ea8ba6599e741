internal import AI1Core
internal import AI1Evaluation
internal import AI1Router
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route train`: fits a quality predictor to recorded outcomes.
package struct RouteTrainCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Fit a quality predictor to recorded answers of several models.",
        discussion: """
            The file is the one of ai1 route eval. A fifth of the prompts, or those whose split is test, are held out, and \
            the error on them is told beside what prompt length alone predicts. The predictor is installed for the router, \
            unless --output names another file. It holds no text of the prompts.

            Examples:
              ai1 route train outcomes.csv
              ai1 route train outcomes.csv --output team.predictor
              ai1 route train outcomes.csv --json | jq .beats_length
            """)

    @Argument(help: "The file with recorded outcomes; - for standard input.", completion: .file(extensions: ["csv"]))
    package var file: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to this file and install nothing.", valueName: "file"),
        completion: .file())
    package var output: String?

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let table = try OutcomeFile(name: file, context: context).read(wantsFeatures: true)
        let training = try await Training(table)
        let bytes = training.predictor.encoded()
        let path = output.map { live.paths.expand($0, from: context.workingDirectory) } ?? live.paths.predictorFile
        if output != nil {
            try WholeFile.write(to: path) { try $0.write(bytes) }
        } else {
            try Directory.ensure(live.paths.data)
            try AtomicFile.write(bytes, to: path)
        }
        let view = TrainingView(report: training.report, facts: live.outputFacts)
        if json { return try context.output.line(view.json(path: path, bytes: bytes.count).text) }
        try context.output.write(text: view.text)
        try context.errors.line(
            (output == nil ? "installed: " : "written: ") + TerminalCleaner.cleanLine(path, limit: 400)
                + " (\(grouped(Int64(bytes.count / 1_024))) KiB)")
    }
}
