package import AI1Core
package import ArgumentParser

/// `ai1 route explain`: which model a prompt would go to, and why.
package struct RouteExplainCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show which model a prompt would go to, and why not to the others.",
        discussion: """
            Nothing is sent.

            Examples:
              ai1 route explain "prove that sqrt 2 is irrational"
              ai1 route explain --cheapest --all "translate this to French"
              ai1 route explain --output image "a lighthouse in fog"
              ai1 route explain --json "write a haiku" | jq .ranked[0]
            """)

    @Argument(help: "The prompt.")
    package var prompt: String

    @OptionGroup(title: "Model and route") package var routing: RoutingOptions

    @Option(help: ArgumentHelp("The job it would belong to, for your rules.", valueName: "name"))
    package var job: String?

    @Option(help: "What is to be made: text, image, speech, transcript (of a minute), embedding.")
    package var output: OutputKind = .text

    @Flag(help: "Show every candidate and every refusal.")
    package var all = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    private var wish: OutputWish {
        switch output {
        case .text: return .text
        case .image: return .image(.init())
        case .speech: return .speech(.init())
        case .embedding: return .embedding(.init())
        case .transcript:
            let minute = WaveFile.make(samples: [UInt8](repeating: 0, count: 60 * 2 * 8_000), rate: 8_000)
            return .transcript(.init(audio: MediaPart(mediaType: MediaFormat.wav.mediaType, bytes: minute)))
        }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let request = ChatRequest(id: context.newRequestID(), messages: [.user(prompt)], output: wish)
        var wishes = try routing.wishes(live.settings)
        // Nothing is sent, so the sandbox may show what a decision looks like.
        wishes.allowsSandbox = true
        wishes.job = job ?? ""
        wishes.explains = true
        let route = try await RoutePlanner(live: live, routing: wishes).route(request)
        let safety = SafetyPreview(live, request, route)
        if json {
            var object = DecisionReport.json(route.decision).object ?? JSONObject()
            object["safety"] = safety.json
            return try context.output.line(JSONValue.object(object).text)
        }
        try DecisionReport.show(route.decision, on: context.output, live.outputFacts, all: all)
        if let line = safety.line { try context.output.line(line) }
    }
}
