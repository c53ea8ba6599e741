internal import AI1Core
package import ArgumentParser

/// What is made in the place of an answer in text.
package struct MediaOptions: ParsableArguments {
    @Flag(help: "Make an image of the prompt, for -o or a pipe.")
    package var image = false

    @Flag(help: "Read the text aloud, for -o or a pipe.")
    package var speech = false

    @Option(
        help: ArgumentHelp("Write down what is said in a recording: a file, a URL, or '-'.", valueName: "file"),
        completion: .file())
    package var transcribe: String?

    @Flag(help: "Print the text as a vector, in JSON; with --jsonl every line of it as one.")
    package var embed = false

    @Option(help: "How many images: they get the numbers -1, -2 and so on behind the file's name.")
    package var count: Int?

    @Option(help: ArgumentHelp("The image's size in pixels, such as 1024x1024.", valueName: "size"))
    package var size: String?

    @Option(help: ArgumentHelp("The image's quality, in the provider's word: low, medium, high.", valueName: "word"))
    package var quality: String?

    @Option(help: ArgumentHelp("The voice, by the provider's name for it.", valueName: "name"))
    package var voice: String?

    @Option(
        help: ArgumentHelp(
            "The format of image or speech, where there is a choice: png, jpeg, webp; mp3, wav, opus, aac, flac. Else what the "
                + "file's name says.", valueName: "format"))
    package var format: String?

    @Option(help: ArgumentHelp("The language that is spoken in the recording, such as en.", valueName: "code"))
    package var language: String?

    @Option(help: "How many numbers the vector is to have.")
    package var dimensions: Int?

    @Flag(name: .customLong("no-preview"), help: "Do not show the image on the terminal.")
    package var noPreview = false

    package init() {}

    /// What is to be made.
    var kind: OutputKind {
        image ? .image : speech ? .speech : transcribe != nil ? .transcript : embed ? .embedding : .text
    }

    package mutating func validate() throws {
        let kinds = [image, speech, transcribe != nil, embed]
        guard kinds.count(where: \.self) <= 1 else {
            throw ValidationError("--image, --speech, --transcribe and --embed exclude each other")
        }
        let needs: [(Bool, String, Set<OutputKind>)] = [
            (count != nil, "--count", [.image]), (size != nil, "--size", [.image]),
            (quality != nil, "--quality", [.image]), (noPreview, "--no-preview", [.image]),
            (voice != nil, "--voice", [.speech]), (format != nil, "--format", [.image, .speech]),
            (language != nil, "--language", [.transcript]), (dimensions != nil, "--dimensions", [.embedding]),
        ]
        for (isGiven, name, kinds) in needs where isGiven && !kinds.contains(kind) {
            let flags = kinds.map(Self.flag).sorted().joined(separator: " or ")
            throw ValidationError("\(name) goes with \(flags)")
        }
        if let count, !(1...OutputWish.Image.largestCount).contains(count) {
            throw ValidationError("--count is from 1 to \(OutputWish.Image.largestCount)")
        }
        if let size, !Self.isSize(size) { throw ValidationError("--size is pixels such as 1024x1024") }
        if let dimensions, !(1...65_536).contains(dimensions) {
            throw ValidationError("--dimensions is from 1 to 65536")
        }
        if let format, Self.format(format, for: kind) == nil {
            throw ValidationError("\(TerminalCleaner.cleanLine(format, limit: 40)) is no format of \(kind.rawValue)")
        }
        for (text, name) in [(quality, "--quality"), (voice, "--voice"), (language, "--language")] where text == "" {
            throw ValidationError("\(name) must not be empty")
        }
        if transcribe == "" { throw ValidationError("--transcribe needs the name of a file") }
    }

    /// The flag that asks for a kind.
    static func flag(_ kind: OutputKind) -> String {
        switch kind {
        case .text: "no flag"
        case .image: "--image"
        case .speech: "--speech"
        case .transcript: "--transcribe"
        case .embedding: "--embed"
        }
    }

    /// The format of a word, if it is one of that kind.
    static func format(_ word: String, for kind: OutputKind) -> MediaFormat? {
        let format = MediaFormat(rawValue: word.lowercased()) ?? MediaFormat(fileName: "." + word)
        return format.flatMap { $0.isImage == (kind == .image) ? $0 : nil }
    }

    private static func isSize(_ text: String) -> Bool {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false)
        return sides.count == 2
            && sides.allSatisfy { $0.allSatisfy(\.isNumber) && Int($0).map { (16...16_384).contains($0) } ?? false }
    }
}
