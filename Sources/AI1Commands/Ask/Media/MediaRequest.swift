internal import AI1Core
internal import AI1Engine

/// Makes of a request for text the one for something else that the flags ask for.
struct MediaRequest {
    /// Texts that one request may make vectors of.
    private static let largestTextCount = 2_048

    let command: AskCommand

    private var media: MediaOptions { command.media }

    /// - Parameter recording: what `--transcribe` names
    /// - Throws: `CommandError`
    func applied(to asked: AskedRequest, recording: Attachment? = nil) throws -> AskedRequest {
        guard media.kind != .text else { return asked }
        var asked = asked
        asked.request.output = try wish(recording)
        // Nothing of it comes in pieces, and what settings say of text is about text.
        asked.request.stream = false
        asked.request.system = command.input.system
        asked.request.options = ChatOptions(objective: asked.request.options.objective)
        if media.kind == .embedding, command.output.jsonl {
            asked.request.messages = try Self.lines(of: asked.request)
            asked.segments = []
        }
        if media.kind != .transcript, asked.request.messages.allSatisfy(\.text.isEmpty) {
            throw CommandError(
                .inputMissing, message: "there is no text to make it of",
                hint: "ai1 ask \(MediaOptions.flag(media.kind)) \"some words\"")
        }
        return asked
    }

    private func wish(_ recording: Attachment?) throws -> OutputWish {
        let named = command.output.file.flatMap { MediaFormat(fileName: $0) }
        let format = media.format.flatMap { MediaOptions.format($0, for: media.kind) } ?? named
        switch media.kind {
        case .text: return .text
        case .image:
            return .image(.init(size: media.size, quality: media.quality, format: format, count: media.count ?? 1))
        case .speech: return .speech(.init(voice: media.voice, format: format))
        case .embedding: return .embedding(.init(dimensions: media.dimensions))
        case .transcript:
            guard let recording, let format = Self.audioFormat(recording) else {
                throw CommandError(
                    .badInput, message: "\(media.transcribe ?? "-") is no recording that is known",
                    hint: "convert it to one of mp3, m4a, wav, flac, ogg, webm")
            }
            let part = MediaPart(mediaType: format.mediaType, bytes: recording.bytes)
            return .transcript(.init(audio: part, language: media.language))
        }
    }

    /// By its first octets; what may begin as anything, by its name.
    private static func audioFormat(_ recording: Attachment) -> MediaFormat? {
        if let format = MediaFormat(sniffing: recording.bytes) { return format.isImage ? nil : format }
        return nil
    }

    /// Every line with words in it as a message of its own.
    private static func lines(of request: ChatRequest) throws -> [Message] {
        let text = request.messages.map(\.text).joined(separator: "\n")
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        guard lines.count <= largestTextCount else {
            throw CommandError(
                .badInput, message: "\(lines.count) lines, at most \(largestTextCount) become vectors at once",
                hint: "split them: split -l \(largestTextCount) FILE")
        }
        return lines.map { .user(String($0)) }
    }
}
