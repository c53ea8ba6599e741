internal import AI1Core
internal import AI1Engine
internal import AI1Process

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads what `-a` names: files, folders, patterns of files and URLs, bounded. It knows no command, so that whoever takes
/// attachments can use it.
struct AttachmentReader: Sendable {
    let transport: any HTTPTransport
    let runner: ProcessRunner
    let limits: AttachmentLimits
    let deadlineMilliseconds: Int64

    /// Reads everything that is named, in that order. A file that comes twice is attached once.
    /// - Throws: `CommandError`, `AttachmentError`; `CancellationError`
    func read(_ names: [String]) async throws -> AttachmentHaul {
        var haul = AttachmentHaul()
        var seen: Set<FoundFile.Identity> = []
        for name in names {
            try Task.checkCancellation()
            haul.add(try await read(name, &seen))
        }
        if let failure = haul.failure { throw failure }
        haul.attachments = try await withText(haul.attachments)
        return haul
    }

    /// PDF files with the text of their pages, and all others as they are.
    /// - Throws: `CommandError`; `CancellationError`
    func withText(_ attachments: [Attachment]) async throws -> [Attachment] {
        let reader = PDFText(runner: runner, limits: limits, timeoutMilliseconds: deadlineMilliseconds)
        var whole: [Attachment] = []
        for attachment in attachments {
            whole.append(PDFText.isPDF(attachment.bytes) ? try await reader.pages(of: attachment) : attachment)
        }
        return whole
    }

    private func read(_ name: String, _ seen: inout Set<FoundFile.Identity>) async throws -> AttachmentHaul {
        if name.hasPrefix("http://") || name.hasPrefix("https://") { return try await fetch(name) }
        if name.contains("://") {
            throw CommandError(
                .badInput, message: "cannot attach \(name): only http and https URLs",
                hint: "download it, and attach the file")
        }
        var facts = stat()
        let exists = stat(name, &facts) == 0
        if exists, facts.st_mode & S_IFMT == S_IFDIR {
            return try collect(try FolderReader(folder: name).read(), of: name, &seen)
        }
        if !exists, errno == ENOENT, let glob = FileGlob(name) {
            var bounds = FolderLimits()
            bounds.fileBytes = limits.imageBytes
            return try collect(try FolderReader(glob, limits: bounds).read(), of: name, &seen)
        }
        var haul = AttachmentHaul()
        switch try content(of: name) {
        case .unreadable(let reason): haul.unreadable.append("\(name): \(reason)")
        case .read(let bytes, let identity):
            if let identity, !seen.insert(identity).inserted {
                haul.skipped.add(.repeated, name)
                haul.notes.append("\(TerminalCleaner.cleanLine(name)): attached already")
            } else {
                haul.attachments.append(Attachment(name: name, bytes: bytes))
            }
        }
        return haul
    }

    /// What a folder or a pattern gave.
    /// - Throws: `CommandError` when that is nothing
    private func collect(
        _ content: FolderContent, of name: String, _ seen: inout Set<FoundFile.Identity>
    ) throws(CommandError) -> AttachmentHaul {
        var haul = AttachmentHaul(skipped: content.skipped, unreadable: content.unreadable)
        for file in content.files {
            if seen.insert(file.identity).inserted {
                haul.attachments.append(file.attachment)
            } else {
                haul.skipped.add(.repeated, file.attachment.name)
            }
        }
        if content.files.isEmpty, content.unreadable.isEmpty {
            throw CommandError(
                .inputMissing, message: "no file to send fits \(name)",
                hint: content.skipped.isEmpty
                    ? "quote a pattern: '*' and '?' stay within a name, '**' is any number of folders"
                    : "\(content.skipped.line); to send one of them, name it")
        }
        if !haul.skipped.isEmpty { haul.notes.append("\(TerminalCleaner.cleanLine(name)): \(haul.skipped.line)") }
        return haul
    }
}
