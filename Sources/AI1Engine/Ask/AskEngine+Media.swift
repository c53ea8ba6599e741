internal import AI1Core

extension AskEngine {
    /// The media of a complete answer: what came with it, and what it names a URL for. Text beside it is left out.
    /// - Parameters:
    ///   - started: when the attempt began, in nanoseconds
    ///   - remaining: milliseconds that it had
    /// - Throws: `ProviderFault` of kind `malformed` when it is not what was asked for; `CancellationError`
    func wholeMedia(
        _ batch: inout AnswerBatch, _ wish: OutputWish, until started: Int64, _ remaining: Int64
    ) async throws -> [MediaPart] {
        var media = batch.media
        var total = media.reduce(0) { $0 + $1.bytes.count }
        for url in batch.mediaURLs.prefix(OutputWish.Image.largestCount) {
            let left = remaining - (clock.monotonicNanoseconds - started) / 1_000_000
            let bytes = try await fetch(url, limit: MediaPart.answerLimitBytes - total, milliseconds: max(1, left))
            total += bytes.count
            media.append(MediaPart(mediaType: "", bytes: bytes))
        }
        guard total <= MediaPart.answerLimitBytes else {
            throw ProviderFault(
                .malformed, message: "the answer is larger than \(MediaPart.answerLimitBytes >> 20) MiB")
        }
        guard !media.isEmpty else {
            let words = TerminalCleaner.cleanLine(String(decoding: batch.text.prefix(200), as: UTF8.self))
            throw ProviderFault(
                .malformed,
                message: words.isEmpty
                    ? "the answer has no \(wish.kind.rawValue) in it"
                    : "it answered in words, without \(wish.kind.rawValue): \(words)")
        }
        media = try media.map { try checked($0, wish) }
        batch.text = []
        batch.reasoning = []
        batch.media = []
        batch.mediaURLs = []
        return media
    }

    /// A part under the media type that its octets are of, whatever was said about them.
    private func checked(_ part: MediaPart, _ wish: OutputWish) throws(ProviderFault) -> MediaPart {
        if wish.kind == .embedding { return part }
        guard let format = MediaFormat(sniffing: part.bytes), format.isImage == (wish.kind == .image) else {
            throw ProviderFault(.malformed, message: "what came is no \(wish.kind == .image ? "image" : "recording")")
        }
        return MediaPart(mediaType: format.mediaType, bytes: part.bytes)
    }

    /// Fetches media that a provider names: without credentials, bounded, from public addresses only.
    private func fetch(_ url: String, limit: Int, milliseconds: Int64) async throws -> [UInt8] {
        if let inline = Self.inline(url) { return inline }
        var request = HTTPRequest(
            method: .get, url: url, headers: [HTTPHeader("Accept", "image/*, audio/*")], policy: .publicFetch)
        request.limits.bodyBytes = limit
        request.limits.deadlineMilliseconds = milliseconds
        do {
            let response = try await transport.send(request)
            guard (200..<300).contains(response.head.status) else {
                response.body.cancel()
                throw ProviderFault(.malformed, message: "its server answered with status \(response.head.status)")
            }
            return try await response.body.collect(limit: limit)
        } catch let fault as ProviderFault {
            throw ProviderFault(
                fault.kind == .deadline ? .deadline : .malformed,
                message: "what it made could not be fetched: \(fault.message)", underlying: fault.underlying)
        }
    }

    /// The octets of a `data:` URL (RFC 2397) in base64; nil for any other.
    private static func inline(_ url: String) -> [UInt8]? {
        guard url.hasPrefix("data:"), let comma = url.utf8.firstIndex(of: UInt8(ascii: ",")),
            url[..<comma].hasSuffix(";base64")
        else { return nil }
        return Base64.decode(String(url[url.utf8.index(after: comma)...]))
    }
}
