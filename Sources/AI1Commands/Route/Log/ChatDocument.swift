internal import AI1Conversations
internal import AI1Core

/// A conversation as a document, with one line end behind it.
struct ChatDocument {
    let text: String

    init(_ chat: Chat, _ format: RouteLogExportCommand.Format) {
        let body =
            switch format {
            case .markdown: ChatExport.markdown(chat)
            case .json: ChatExport.json(chat).text
            }
        text = body.hasSuffix("\n") ? body : body + "\n"
    }

    /// The form that a file's name asks for.
    static func format(of file: String) -> RouteLogExportCommand.Format {
        file.lowercased().hasSuffix(".json") ? .json : .markdown
    }

    /// Writes the document, whole or not at all.
    /// - Throws: `CommandError` of the codes `cannotCreate` and `writeFailed`
    func write(to path: String) throws {
        let file = try AnswerFile(path)
        do {
            try file.stream.write(text: text)
            try file.keep()
        } catch {
            file.discard()
            throw error
        }
    }
}
