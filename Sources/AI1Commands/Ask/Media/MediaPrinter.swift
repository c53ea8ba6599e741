internal import AI1Core
internal import AI1Engine
internal import AI1Terminal

/// Asks for pictures, speech or vectors, and brings them to their file, to the pipe or into JSON.
struct MediaPrinter {
    let session: AskSession
    let asked: AskedRequest
    let notices: NoticeWriter
    /// What JSON tells of the checks; nil when nothing is checked.
    var checks: SafetyGuard?
    /// Asks; the sink only gets news.
    let produce: @Sendable (any AnswerSink) async -> AskOutcome

    private var output: OutputOptions { session.command.output }
    private var context: CommandContext { session.context }

    /// - Throws: what ends the program with a code other than 0
    func print() async throws -> AskOutcome {
        if asked.request.output.kind == .embedding { return try await printVectors() }
        var count = 1
        if case .image(let wish) = asked.request.output { count = wish.count }
        try refuseBareTerminal(count)
        let files = try output.file.map { try MediaFiles($0, count: count) }
        let outcome = await produce(CollectingSink(notices: notices))
        notices.settle()
        // What came was paid for, whatever else went wrong.
        guard outcome.error == nil || !outcome.media.isEmpty else {
            files?.discard()
            try printJSON(outcome, files: nil)
            throw outcome.error ?? EngineError(.cut, message: "nothing came")
        }
        let paths = try files?.keep(outcome.media)
        if let paths {
            show(outcome.media)
            tell(paths, outcome)
        }
        if output.json {
            try printJSON(outcome, files: paths)
        } else if paths == nil {
            for part in outcome.media { try context.output.write(part.bytes) }
        }
        if let error = outcome.error { throw error }
        return outcome
    }

    /// Octets of pictures and sound do not belong on a terminal, and several pictures in one pipe are none.
    private func refuseBareTerminal(_ count: Int) throws {
        guard output.file == nil, !output.json else { return }
        let kind = asked.request.output.kind
        let example = kind == .image ? "-o image.png" : "-o speech.mp3"
        if context.output.isTerminal {
            throw CommandError(
                .usage, message: "\(kind.rawValue) cannot be printed on a terminal", hint: "add \(example)")
        }
        if count > 1 {
            throw CommandError(.usage, message: "several images do not fit into one pipe", hint: "add \(example)")
        }
    }

    private func show(_ media: [MediaPart]) {
        guard !session.command.media.noPreview, asked.request.output.kind == .image, context.errors.isTerminal,
            !notices.isQuiet, let columns = session.live.errorFacts.columns,
            let way = PictureProtocol(environment: context.environment)
        else { return }
        for part in media {
            if let octets = way.octets(of: part, columns: columns) { try? context.errors.write(octets) }
        }
    }

    private func tell(_ paths: [String], _ outcome: AskOutcome) {
        guard !notices.isQuiet else { return }
        for (path, part) in zip(paths, outcome.media) {
            if context.errors.isTerminal { notices.line("saved to \(path)") }
            guard let named = MediaFormat(fileName: path), named.mediaType != part.mediaType else { continue }
            notices.line("ai1: \(path) holds \(part.mediaType): the model chose the format")
        }
        var wanted = 1
        if case .image(let wish) = asked.request.output { wanted = wish.count }
        if paths.count < wanted { notices.line("ai1: \(paths.count) of \(wanted) images came") }
    }

    private func printJSON(_ outcome: AskOutcome, files: [String]?) throws {
        guard output.json else { return }
        let entries = outcome.media.enumerated().map { index, part -> JSONValue in
            var entry: JSONObject = [
                "media_type": .string(part.mediaType), "bytes": .integer(part.bytes.count),
            ]
            if let size = PixelSize(part.bytes) {
                entry["width"] = .integer(size.width)
                entry["height"] = .integer(size.height)
            }
            if let length = AudioDuration.milliseconds(of: part.bytes) { entry["duration_ms"] = .integer(length) }
            if let files, files.indices.contains(index) {
                entry["file"] = .string(files[index])
            } else {
                entry["data"] = .string(Base64.encode(part.bytes))
            }
            return .object(entry)
        }
        try context.output.line(whole(outcome, "media", .array(entries)).text)
    }

    private func whole(_ outcome: AskOutcome, _ name: String, _ content: JSONValue) -> JSONValue {
        var object: JSONObject = ["v": 1]
        let shared = OutcomeJSON.members(
            outcome, job: session.command.money.job, safety: checks?.json, error: outcome.error)
        object[name] = content
        for member in shared.members { object.append(member.name, member.value) }
        return .object(object)
    }

    private func printVectors() async throws -> AskOutcome {
        let file = try output.file.map { try AnswerFile($0) }
        let outcome = await produce(CollectingSink(notices: notices))
        notices.settle()
        do {
            try write(vectors: outcome, to: file?.stream ?? context.output)
            if let error = outcome.error { throw error }
            try file?.keep()
        } catch {
            file?.discard()
            throw error
        }
        if let path = output.file, context.errors.isTerminal { notices.line("saved to \(path)") }
        return outcome
    }

    private func write(vectors outcome: AskOutcome, to stream: OutputStream) throws {
        if output.json {
            let vectors = outcome.media.map { (try? JSONParser.parse($0.bytes)) ?? .null }
            return try stream.line(whole(outcome, "embeddings", .array(vectors)).text)
        }
        let model = JSONValue.string(outcome.target?.description ?? "").text
        for (index, part) in outcome.media.enumerated() {
            let dimensions = part.bytes.count { $0 == UInt8(ascii: ",") } + 1
            var line = Array("{\"v\":1,\"model\":\(model),\"dimensions\":\(dimensions),".utf8)
            if output.jsonl { line += Array("\"index\":\(index),".utf8) }
            line += Array("\"embedding\":".utf8) + part.bytes + Array("}\n".utf8)
            try stream.write(line)
        }
    }
}
