package import AI1Core

/// Joins what the user gave into one message.
///
/// Text: the prompt, a blank line, the input, then every text attachment after a blank line and a line `--- NAME ---`.
/// Images stand before the text, in their order, as the providers recommend. Nothing is cut and nothing changed but
/// encodings.
package struct PromptAssembly: Sendable {
    package var prompt: String?
    /// What came from standard input; text joins the prompt, an image becomes an attachment.
    package var input: [UInt8]?
    package var attachments: [Attachment]
    package var limits: AttachmentLimits

    package init(
        prompt: String? = nil, input: [UInt8]? = nil, attachments: [Attachment] = [],
        limits: AttachmentLimits = AttachmentLimits()
    ) {
        self.prompt = prompt
        self.input = input
        self.attachments = attachments
        self.limits = limits
    }

    /// The user's message.
    /// - Throws: `AttachmentError`
    package func message() throws(AttachmentError) -> Message { try assembled().message }

    /// The user's message, and where each part of its text comes from.
    /// - Throws: `AttachmentError`
    package func assembled() throws(AttachmentError) -> (message: Message, segments: [PromptSegment]) {
        guard attachments.count <= limits.attachments else {
            throw AttachmentError(
                .tooMany, message: "\(attachments.count) attachments, at most \(limits.attachments) are allowed")
        }
        var draft = Draft(limits: limits)
        if let prompt, !isBlank(prompt) { try draft.add(text: prompt, heading: nil, .prompt) }
        if let input, !input.isEmpty { try draft.add(content: input, name: nil) }
        for attachment in attachments { try draft.add(content: attachment.bytes, name: attachment.name) }
        guard !draft.images.isEmpty || !isBlank(draft.text) else {
            throw AttachmentError(
                .emptyPrompt, message: "the prompt is empty", hint: "ai1 ask \"a question\", or pipe text into ai1 ask")
        }
        let message = Message(
            role: .user, parts: draft.images.map(Part.image) + (draft.text.isEmpty ? [] : [.text(draft.text)]))
        return (message, draft.segments)
    }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// A name on one line without control characters, as it stands in `--- NAME ---`.
    package static func cleanName(_ name: String) -> String {
        let clean = TerminalCleaner.cleanLine(name, limit: 120)
        return clean.isEmpty ? "attachment" : clean
    }
}

/// A message under construction.
private struct Draft {
    let limits: AttachmentLimits
    var text = ""
    var images: [ImagePart] = []
    var segments: [PromptSegment] = []
    private var imageBytes = 0

    init(limits: AttachmentLimits) { self.limits = limits }

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
        text piece: String, heading: String?, _ origin: PromptSegment.Origin
    ) throws(AttachmentError) {
        guard text.utf8.count + piece.utf8.count <= limits.textBytes else {
            throw AttachmentError(
                .tooLarge, message: "the text is larger than \(AttachmentLimits.shown(limits.textBytes))",
                hint: "send a part of it")
        }
        if !text.isEmpty { text += text.utf8.last == 0x0A ? "\n" : "\n\n" }
        let start = text.utf8.count
        if let heading { text += "--- \(heading) ---\n" }
        segments.append(PromptSegment(origin: origin, start: start, contentStart: text.utf8.count))
        text += piece
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
    }

    private func unsupported(_ name: String, _ what: String, hint: String?) -> AttachmentError {
        AttachmentError(.unsupported, message: "\(name) \(what)", hint: hint)
    }
}
