package import AI1Core

/// Joins what the user gave into one message.
///
/// Text: the prompt, a blank line, the input, then every text attachment after a blank line and a line `--- NAME ---`, and
/// every page of a file with pages after `--- NAME page 3 ---`. When a text has lines that look like these, they get more
/// dashes than any of those. Images stand before the text, in their order, as the providers recommend. Nothing is cut and
/// nothing changed but encodings.
package struct PromptAssembly: Sendable {
    package var prompt: String?
    /// What came from standard input; text joins the prompt, an image becomes an attachment.
    package var input: [UInt8]?
    package var attachments: [Attachment]
    package var limits: AttachmentLimits

    /// A message with what is known of its parts.
    package struct Assembled: Sendable, Hashable {
        package let message: Message
        /// Where each part of its text comes from.
        package let segments: [PromptSegment]
        /// What each part is expected to count: images first, as they are sent.
        package let parts: [InputPart]

        package init(message: Message, segments: [PromptSegment], parts: [InputPart]) {
            self.message = message
            self.segments = segments
            self.parts = parts
        }
    }

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

    /// The user's message, and what is known of its parts.
    /// - Throws: `AttachmentError`
    package func assembled() throws(AttachmentError) -> Assembled {
        guard attachments.count <= limits.attachments else {
            throw AttachmentError(
                .tooMany, message: "\(attachments.count) attachments, at most \(limits.attachments) are allowed",
                hint: "name fewer of them")
        }
        var draft = MessageDraft(limits: limits)
        if let prompt, !isBlank(prompt) { try draft.add(text: prompt, heading: nil, .prompt) }
        if let input, !input.isEmpty { try draft.add(content: input, name: nil) }
        for attachment in attachments { try draft.add(attachment) }
        let (text, segments) = draft.text()
        guard !draft.images.isEmpty || !isBlank(text) else {
            throw AttachmentError(
                .emptyPrompt, message: "the prompt is empty", hint: "ai1 ask \"a question\", or pipe text into ai1 ask")
        }
        let message = Message(
            role: .user, parts: draft.images.map(Part.image) + (text.isEmpty ? [] : [.text(text)]))
        return Assembled(message: message, segments: segments, parts: draft.parts)
    }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// A name on one line without control characters, as it stands in `--- NAME ---`.
    package static func cleanName(_ name: String) -> String {
        let clean = TerminalCleaner.cleanLine(name, limit: 240)
        return clean.isEmpty ? "attachment" : clean
    }
}
