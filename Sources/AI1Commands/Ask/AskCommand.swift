internal import AI1Core
package import ArgumentParser

/// `ai1 ask`: a request and its answer.
package struct AskCommand: ContextCommand, VerboseCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask a model and print the answer.",
        discussion: """
            The prompt and what is piped in are joined: prompt, blank line, input. Only the answer goes to stdout.

            Examples:
              ai1 ask "explain tail recursion in two sentences"
              git diff --staged | ai1 ask --role commit
              ai1 ask -a src -a 'docs/**/*.md' --max-input 50000 "what do the documents leave out?"
              ai1 ask -m claude -a chart.png --schema 'title, max number' --json \
              ai1 ask --cheapest --why "is 7919 prime?"
              ai1 ask --job brief --once-per day "what is new in these logs?" < app.log \
              ai1 ask --compare gpt,claude,gemini "name three uses of a brick"
              ai1 ask --tools time "how late is it in Tokyo?"
              ai1 ask -c "and in one sentence?"
              ai1 ask --shell "find the ten largest files here"
              ai1 ask --queue --job brief "sum up these notes" < notes.txt
              ai1 ask --flush
              ai1 ask --image -o lighthouse.png "a lighthouse in fog"
              ai1 ask --transcribe talk.mp3 | ai1 ask "summarise this"
              ai1 ask --resume
            """)

    @OptionGroup(title: "Input") package var input: InputOptions
    @OptionGroup(title: "Model and route") package var routing: RoutingOptions
    @OptionGroup(title: "Conversation") package var chat: ConversationOptions
    @OptionGroup(title: "Role") package var role: RoleOptions
    @OptionGroup(title: "Images, sound and vectors") package var media: MediaOptions
    @OptionGroup(title: "Tools") package var tools: ToolOptions
    @OptionGroup(title: "Comparison") package var compare: CompareOptions
    @OptionGroup(title: "Answer") package var answer: AnswerOptions
    @OptionGroup(title: "Output") package var output: OutputOptions
    @OptionGroup(title: "Shell helper") package var shell: ShellOptions
    @OptionGroup(title: "Cassettes") package var cassette: CassetteOptions
    @OptionGroup(title: "Money") package var money: MoneyOptions
    @OptionGroup(title: "Queue") package var queue: QueueOptions
    @OptionGroup(title: "Safety") package var safety: SafetyOptions
    @OptionGroup(title: "Bounds") package var bounds: BoundOptions

    package init() {}

    var isVerbose: Bool { output.verbose }

    package mutating func validate() throws {
        if money.resend, money.oncePer == nil, money.idempotencyKey == nil, !queue.flushes {
            throw ValidationError("--resend needs --once-per, --idempotency-key or --flush")
        }
        try validateMedia()
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context, color: output.color, quiet: output.quiet)
        if role.lists { return try RoleListView(RoleDesk(live)).show(on: context.output, live.outputFacts) }
        try QueueRefusals.check(self)
        if queue.flushes { return try await QueueFlush(command: self, live: live, context: context).run() }
        try await AskSession(command: self, live: live, context: context).run()
    }
}
