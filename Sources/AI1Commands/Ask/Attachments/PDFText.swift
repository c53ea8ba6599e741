internal import AI1Core
internal import AI1Engine
internal import AI1Process

/// The text of PDF files by poppler's `pdftotext`, which gets the file on its standard input.
struct PDFText {
    let runner: ProcessRunner
    let limits: AttachmentLimits
    let timeoutMilliseconds: Int64

    private static let program = "pdftotext"

    /// Whether octets are a PDF file, by the first of them.
    static func isPDF(_ bytes: [UInt8]) -> Bool { ContentSniffer.sniff(Array(bytes.prefix(8))) == .pdf }

    /// The file with its pages' text.
    /// - Throws: `CommandError` when it has none that can be had; `CancellationError`
    func pages(of file: Attachment) async throws -> Attachment {
        let name = PromptAssembly.cleanName(file.name)
        let call = ProgramCall(
            name: Self.program, arguments: ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: file.bytes,
            timeoutMilliseconds: timeoutMilliseconds, outputLimitBytes: limits.textBytes)
        let result: CommandResult
        do {
            guard let ended = try await runner.run(call) else {
                throw CommandError(
                    .configuration, message: "\(name) is a PDF file, and \(Self.program) is not installed",
                    hint: "install poppler: apt install poppler-utils, dnf install poppler-utils, brew install poppler")
            }
            result = ended
        } catch let error as ProcessError {
            throw CommandError(
                .answer(error.kind), message: "cannot take the text of \(name): \(error.message)",
                hint: error.hint ?? "send a part of it: pdftotext -l 20 FILE - | ai1 ask …",
                underlying: error.underlying)
        }
        guard result.succeeded else { throw unreadable(file, name) }
        let pages = Self.pages(result.output)
        guard pages.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            throw CommandError(
                .badInput, message: "\(name) has no text: its pages are pictures",
                hint: "send them as images: pdftoppm -png -r 100 FILE page, then -a 'page-*.png'; or add a text layer: "
                    + "ocrmypdf")
        }
        return Attachment(name: file.name, bytes: file.bytes, pages: pages)
    }

    private func unreadable(_ file: Attachment, _ name: String) -> CommandError {
        // Its trailer names the key that it is encrypted with, whatever else is.
        if file.bytes.contains("/Encrypt") {
            return CommandError(
                .badInput, message: "\(name) is protected by a password",
                hint: "qpdf --decrypt --password=… FILE open.pdf, and attach that")
        }
        return CommandError(
            .badInput, message: "\(name) cannot be read as a PDF file",
            hint: "it may be damaged or cut: open it in a viewer and save it anew")
    }

    /// Every page ends with a form feed.
    private static func pages(_ output: [UInt8]) -> [String] {
        var pages = output.split(separator: 0x0C, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if pages.last?.isEmpty == true { pages.removeLast() }
        return pages
    }
}

extension [UInt8] {
    /// Whether a text occurs in the octets.
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count, let first = wanted.first else { return false }
        var start = startIndex
        while let found = self[start...].firstIndex(of: first), found + wanted.count <= count {
            if self[found..<(found + wanted.count)].elementsEqual(wanted) { return true }
            start = found + 1
        }
        return false
    }
}
