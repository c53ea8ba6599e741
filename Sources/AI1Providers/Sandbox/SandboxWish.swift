package import AI1Core

/// What the simulation is to make beside text, reduced to what it can depend on.
package struct SandboxWish: Sendable, Hashable {
    package var kind: OutputKind
    /// `1024x1024`; nil for the simulation's own size.
    package var size: String?
    package var format: MediaFormat?
    package var count: Int
    package var dimensions: Int?
    package var recording: Recording?

    /// A recording that was sent along.
    package struct Recording: Sendable, Hashable {
        package var mediaType: String
        package var byteCount: Int
        /// 0 when it is not known.
        package var milliseconds: Int64

        package init(mediaType: String, byteCount: Int, milliseconds: Int64) {
            self.mediaType = mediaType
            self.byteCount = byteCount
            self.milliseconds = milliseconds
        }

        package init(_ bytes: [UInt8], mediaType: String) {
            self.init(
                mediaType: mediaType, byteCount: bytes.count,
                milliseconds: AudioDuration.milliseconds(of: bytes) ?? 0)
        }
    }

    package init(
        kind: OutputKind, size: String? = nil, format: MediaFormat? = nil, count: Int = 1, dimensions: Int? = nil,
        recording: Recording? = nil
    ) {
        self.kind = kind
        self.size = size
        self.format = format
        self.count = min(max(count, 1), OutputWish.Image.largestCount)
        self.dimensions = dimensions
        self.recording = recording
    }
}

extension SandboxWish {
    /// The wish in the sandbox's own wire form; nil for text.
    static func encoded(_ output: OutputWish) -> JSONValue? {
        var object: JSONObject = ["kind": .string(output.kind.rawValue)]
        switch output {
        case .text: return nil
        case .image(let wish):
            object["count"] = .integer(wish.count)
            if let size = wish.size { object["size"] = .string(size) }
            if let format = wish.format { object["format"] = .string(format.rawValue) }
        case .speech(let wish): if let format = wish.format { object["format"] = .string(format.rawValue) }
        case .transcript(let wish):
            let recording = Recording(wish.audio.bytes, mediaType: wish.audio.mediaType)
            object["media_type"] = .string(recording.mediaType)
            object["bytes"] = .integer(recording.byteCount)
            object["milliseconds"] = .integer(recording.milliseconds)
        case .embedding(let wish): if let dimensions = wish.dimensions { object["dimensions"] = .integer(dimensions) }
        }
        return .object(object)
    }

    /// Reads what `encoded` wrote; nil for text.
    init?(_ value: JSONValue?) {
        guard let value, let kind = value["kind"]?.string.flatMap(OutputKind.init), kind != .text else { return nil }
        self.init(
            kind: kind, size: value["size"]?.string,
            format: value["format"]?.string.flatMap { MediaFormat(rawValue: $0) },
            count: Int(clamping: value["count"]?.number?.int64 ?? 1),
            dimensions: (value["dimensions"]?.number?.int64).map { Int(clamping: $0) })
        if let type = value["media_type"]?.string {
            recording = Recording(
                mediaType: type, byteCount: Int(clamping: value["bytes"]?.number?.int64 ?? 0),
                milliseconds: value["milliseconds"]?.number?.int64 ?? 0)
        }
    }
}
