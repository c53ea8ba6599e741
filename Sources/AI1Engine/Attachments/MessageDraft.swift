internal import AI1Core

/// A message under construction.
struct MessageDraft {
    private let limits: AttachmentLimits
    private(set) var images: [ImagePart] = []
    private(set) var parts: [InputPart] = []
    private var pieces: [Piece] = []
    private var label = PartLabel()
    private var imageBytes = 0
    private var textBytes = 0

    private struct Piece {
        let text: String
        let heading: String?
        let origin: PromptSegment.Origin
    }

    init(limits: AttachmentLimits) { self.limits = limits }

    /// The joined text and where its parts are.
    func text() -> (text: String, segments: [PromptSegment]) {
        var text = ""
        text.reserveCapacity(textBytes + pieces.count * 80)
        var segments: [PromptSegment] = []
        var preface = label.preface
        for piece in pieces {
            if !text.isEmpty { text += text.utf8.last == 0x0A ? "\n" : "\n\n" }
            let start = text.utf8.count
            if let heading = piece.heading {
                if let words = preface { text += words + "\n\n" }
                preface = nil
                text += label.line(heading) + "\n"
            }
            segments.append(PromptSegment(origin: piece.origin, start: start, contentStart: text.utf8.count))
            text += piece.text
        }
        return (text, segments)
    }

    /// Adds a file, or the text of its pages.
    mutating func add(_ attachment: Attachment) throws(AttachmentError) {
        guard let pages = attachment.pages else { return try add(content: attachment.bytes, name: attachment.name) }
        let name = PromptAssembly.cleanName(attachment.name)
        let first = parts.count
        for (index, page) in pages.enumerated() {
            let heading = "\(name) page \(index + 1)"
            try add(text: page, heading: heading, .attachment(heading))
        }
        let tokens = parts[first...].reduce(0) { $0 + $1.tokens }
        parts.removeSubrange(first...)
        parts.append(InputPart(.file, name: name, tokens: tokens))
    }

    /// Adds octets of unknown kind; without a name they are standard input.
    mutating func add(content: [UInt8], name: String?) throws(AttachmentError) {
        let shownName = name.map(PromptAssembly.cleanName) ?? "standard input"
        switch ContentSniffer.sniff(content) {
        case .text(let text):
            if name == nil, text.allSatisfy(\.isWhitespace) { return }
            try add(
                text: text, heading: name == nil ? nil : shownName, name == nil ? .input : .attachment(shownName))
        case .image(let mediaType): try add(image: ImagePart(mediaType: mediaType, bytes: content), name: shownName)
        case .pdf:
            throw unsupported(shownName, "is a PDF file", hint: "convert it to text first, for example by pdftotext")
        case .audio(let mediaType): throw unsupported(shownName, "is audio (\(mediaType))", hint: nil)
        case .binary:
            throw unsupported(
                shownName, "is neither text in UTF-8 nor an image (png, jpeg, gif, webp)",
                hint: "text in another encoding: iconv -f LATIN1 -t UTF-8 FILE")
        }
    }

    mutating func add(
        text: String, heading: String?, _ origin: PromptSegment.Origin
    ) throws(AttachmentError) {
        textBytes += text.utf8.count
        guard textBytes <= limits.textBytes else {
            throw AttachmentError(
                .tooLarge, message: "the text is larger than \(AttachmentLimits.shown(limits.textBytes))",
                hint: "send a part of it")
        }
        label.avoid(text)
        pieces.append(Piece(text: text, heading: heading, origin: origin))
        let tokens = TokenEstimate.tokens(bytes: text.utf8.count + (heading.map { $0.utf8.count + 9 } ?? 0))
        switch origin {
        case .prompt: parts.append(InputPart(.prompt, name: "prompt", tokens: tokens))
        case .input: parts.append(InputPart(.input, name: "standard input", tokens: tokens))
        case .attachment(let name): parts.append(InputPart(.file, name: name, tokens: tokens))
        }
    }

    private mutating func add(image: ImagePart, name: String) throws(AttachmentError) {
        guard image.bytes.count <= limits.imageBytes else {
            throw AttachmentError(
                .tooLarge,
                message: "\(name) has \(AttachmentLimits.shown(image.bytes.count)), "
                    + "an image may have \(AttachmentLimits.shown(limits.imageBytes))",
                hint: "make the image smaller")
        }
        imageBytes += image.bytes.count
        guard imageBytes <= limits.allImageBytes else {
            throw AttachmentError(
                .tooLarge,
                message: "the images together are larger than \(AttachmentLimits.shown(limits.allImageBytes))")
        }
        guard images.count < limits.images else {
            throw AttachmentError(.tooMany, message: "more than \(limits.images) images")
        }
        images.append(image)
        parts.append(InputPart(.image, name: name, tokens: TokenEstimate.tokens(of: image)))
    }

    private func unsupported(_ name: String, _ what: String, hint: String?) -> AttachmentError {
        AttachmentError(.unsupported, message: "\(name) \(what)", hint: hint)
    }
}
