/// A form of pictures or recordings that is known by its first octets.
package enum MediaFormat: String, Sendable, Hashable, CaseIterable {
    case png, jpeg, webp, gif
    case mp3, wav, opus, aac, flac, m4a, webm

    /// The IANA media type.
    package var mediaType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        case .gif: "image/gif"
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .opus: "audio/ogg"
        case .aac: "audio/aac"
        case .flac: "audio/flac"
        case .m4a: "audio/mp4"
        case .webm: "audio/webm"
        }
    }

    package var isImage: Bool {
        switch self {
        case .png, .jpeg, .webp, .gif: true
        default: false
        }
    }

    /// The endings of file names, the usual one first.
    package var fileExtensions: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .mp3: ["mp3", "mpga", "mpeg"]
        case .opus: ["ogg", "opus", "oga"]
        case .m4a: ["m4a", "mp4"]
        default: [rawValue]
        }
    }

    /// The format of a file name's ending; nil when it names none.
    package init?(fileName: String) {
        guard let point = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[fileName.index(after: point)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else { return nil }
        self = format
    }

    /// The format of a media type, parameters left out; nil for one that is not known.
    package init?(mediaType: String) {
        let type = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
        let others = ["audio/mp3": Self.mp3, "audio/x-wav": .wav, "audio/wave": .wav, "image/jpg": .jpeg]
        guard let format = Self.allCases.first(where: { $0.mediaType == type }) ?? others[type] else { return nil }
        self = format
    }

    /// The format that octets begin as; nil for anything else.
    package init?(sniffing bytes: [UInt8]) {
        func has(_ text: StaticString, at offset: Int = 0) -> Bool {
            let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            return bytes.count >= offset + wanted.count && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
        }
        let first = Array(bytes.prefix(4))
        if first.count == 4, first[0] == 0x89, has("PNG", at: 1) {
            self = .png
        } else if first.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has("GIF8") {
            self = .gif
        } else if has("RIFF"), has("WEBP", at: 8) {
            self = .webp
        } else if has("RIFF"), has("WAVE", at: 8) {
            self = .wav
        } else if has("ID3") {
            self = .mp3
        } else if has("OggS") {
            self = .opus
        } else if has("fLaC") {
            self = .flac
        } else if has("ftyp", at: 4) {
            self = .m4a
        } else if first.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .webm
        } else if first.count == 4, first[0] == 0xFF, first[1] & 0xF6 == 0xF0 {
            self = .aac
        } else if first.count == 4, first[0] == 0xFF, first[1] & 0xE0 == 0xE0, first[1] & 0x06 == 0x02 {
            self = .mp3
        } else {
            return nil
        }
    }
}
