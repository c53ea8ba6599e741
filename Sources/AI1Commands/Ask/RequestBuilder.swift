internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Process
internal import AI1Settings

/// Puts a request together from flags, standard input, attachments and settings.
struct RequestBuilder {
    let command: AskCommand
    let live: Composition
    let context: CommandContext
    let notices: NoticeWriter

    /// Silence on standard input after which a prompt that was given as an argument goes on without it.
    private static let stdinTimeoutMilliseconds: Int64 = 30_000

    /// - Throws: `CommandError`, `AttachmentError`, `SchemaError`, `CancellationError`
    func request() async throws -> AskedRequest {
        if let name = command.media.transcribe { return try await transcript(of: name) }
        if let id = command.input.resume { return try await resumed(id == InputOptions.lastAnswer ? nil : id) }
        let input = command.input
        let words = input.prompt.filter { $0 != "-" }
        let prompt = words.isEmpty ? nil : words.joined(separator: " ")
        let forced = input.prompt.contains("-") || input.attachments.contains("-")
        let piped = try readInput(forced: forced, hasPrompt: prompt != nil)
        let reader = self.reader
        let haul = try await reader.read(input.attachments.filter { $0 != "-" })
        tell(haul)
        var assembly = PromptAssembly(prompt: prompt, input: piped, attachments: haul.attachments)
        if let piped, input.attachments.contains("-") || PDFText.isPDF(piped) {
            assembly.input = nil
            assembly.attachments += try await reader.withText([Attachment(name: "standard input", bytes: piped)])
        }
        let role = try takeRole(&assembly)
        let schema = try (command.answer.schema ?? role?.role.schema).map { try readSchema($0, reader) }
        let assembled = try assembly.assembled()
        var request = ChatRequest(
            id: context.newRequestID(),
            system: input.system ?? role?.rendered.system ?? live.settings.system?.value, messages: [assembled.message],
            options: options(role?.role))
        request.schema = schema.map { SchemaSource.outputSchema($0) }
        request.stream = !command.answer.noStream
        let estimate = InputEstimate(request, assembled.parts)
        try estimate.check(limit: command.bounds.maxInput ?? live.settings.limits.maxInput?.value)
        if context.errors.isTerminal, !notices.isQuiet, !command.output.estimate, let line = estimate.line {
            notices.line(line)
        }
        let asked = AskedRequest(
            request: request, schema: schema, segments: assembled.segments, role: role?.role, input: estimate,
            skipped: haul.skipped)
        return try MediaRequest(command: command).applied(to: asked)
    }

    /// A recording, and what is said to the model about it.
    private func transcript(of name: String) async throws -> AskedRequest {
        let hint = command.input.prompt.filter { $0 != "-" }.joined(separator: " ")
        let recording: Attachment
        if name == "-" {
            guard let bytes = try readInput(forced: true, hasPrompt: true), !bytes.isEmpty else {
                throw CommandError(
                    .inputMissing, message: "standard input has no recording", hint: "ai1 ask --transcribe FILE")
            }
            recording = Attachment(name: "standard input", bytes: bytes)
        } else {
            let found = try await reader.read([name]).attachments
            guard found.count == 1, let only = found.first else {
                throw CommandError(
                    .badInput, message: "\(name) is more than one recording", hint: "name one file: --transcribe FILE")
            }
            recording = only
        }
        let request = ChatRequest(
            id: context.newRequestID(), messages: [.user(hint)],
            options: ChatOptions(objective: command.routing.objective ?? live.settings.objective.value))
        let asked = AskedRequest(request: request)
        return try MediaRequest(command: command).applied(to: asked, recording: recording)
    }

    private var reader: AttachmentReader {
        AttachmentReader(
            transport: context.transport, runner: ProcessRunner(environment: context.environment),
            limits: AttachmentLimits(), deadlineMilliseconds: command.bounds.deadline?.milliseconds ?? 60_000)
    }

    /// Tells a person what was fetched and what was left out.
    private func tell(_ haul: AttachmentHaul) {
        guard notices.isVerbose || context.errors.isTerminal && !notices.isQuiet else { return }
        for note in haul.notes { notices.line(note) }
        if notices.isVerbose {
            for detail in haul.skipped.details { notices.line(detail) }
        }
    }

    /// The role of the flags or the settings, with its prompt in the place of what was typed and piped.
    private func takeRole(_ assembly: inout PromptAssembly) throws -> TakenRole? {
        // A role is for words: one of the settings says nothing of pictures.
        let usual = command.media.kind == .text ? live.settings.role?.value : nil
        guard let name = command.role.role ?? usual else {
            guard command.role.parameters.isEmpty else {
                throw CommandError(.usage, message: "-p is a variable of a role", hint: "name the role: --role NAME")
            }
            return nil
        }
        let piped = assembly.input.flatMap { String(validating: $0, as: UTF8.self) }
        let texts = [assembly.prompt, piped].compactMap { $0 }.filter { !$0.trimmingBlanks.isEmpty }
        let taken = try RoleDesk(live).take(name, command.role.parameters, input: texts.joined(separator: "\n\n"))
        // Without a prompt of its own the role leaves what was given as it is.
        guard taken.role.prompt != nil else { return taken }
        assembly.prompt = taken.rendered.prompt
        if piped != nil { assembly.input = nil }
        return taken
    }

    private func options(_ role: Role?) -> ChatOptions {
        let flags = command.answer
        let settings = live.settings
        return ChatOptions(
            temperature: flags.temperature?.number ?? role?.temperature ?? settings.temperature?.value,
            maxOutputTokens: flags.maxTokens ?? role?.maxOutputTokens ?? settings.limits.maxTokens?.value,
            seed: flags.seed,
            stop: flags.stop.isEmpty ? role?.stop ?? [] : flags.stop,
            reasoning: flags.reasoning ?? role?.reasoning ?? settings.reasoning?.value,
            objective: command.routing.objective ?? role?.objective ?? settings.objective.value)
    }

    private func readInput(forced: Bool, hasPrompt: Bool) throws -> [UInt8]? {
        guard !command.input.noStdin else {
            guard !forced else {
                throw CommandError(.usage, message: "'-' and --no-stdin exclude each other", hint: "leave one out")
            }
            return nil
        }
        guard forced || !context.inputIsTerminal else { return nil }
        let timeout =
            command.input.stdinTimeout?.milliseconds
            ?? (hasPrompt && !forced ? Self.stdinTimeoutMilliseconds : nil)
        let notices = notices
        return try StandardInput(
            descriptor: context.input, clock: context.clock, timeoutMilliseconds: timeout,
            hint: { notices.line("ai1: \($0)") }
        ).read()
    }

    /// The schema that `--schema` names: an existing file, JSON text, or the short form.
    private func readSchema(_ text: String, _ reader: AttachmentReader) throws -> JSONValue {
        let looksLikeFile = text.hasSuffix(".json") || text.hasPrefix("/") || text.hasPrefix("./")
        guard looksLikeFile else { return try SchemaSource.parse(text) }
        let bytes = try reader.readFile(text)
        guard let content = String(validating: bytes, as: UTF8.self) else {
            throw CommandError(.badInput, message: "\(text) is not UTF-8", hint: "save the schema as UTF-8")
        }
        return try SchemaSource.parse(content)
    }

    private func resumed(_ id: String?) async throws -> AskedRequest {
        guard let record = try await live.answers(in: live.paths.state).find(id) else {
            throw CommandError(
                .inputMissing,
                message: id.map { "no cut answer has the id \($0)" } ?? "there is no cut answer to go on with",
                hint: "ai1 ask --resume goes on with the last answer that was cut")
        }
        var request = Resumption.request(
            for: record, id: context.newRequestID(), stream: !command.answer.noStream)
        if let tokens = command.answer.maxTokens { request.options.maxOutputTokens = tokens }
        return AskedRequest(request: request, schema: nil, resumed: record)
    }
}
