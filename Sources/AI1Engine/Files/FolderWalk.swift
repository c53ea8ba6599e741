#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A folder under way: one folder's names at a time are held for each level.
struct FolderWalk {
    private(set) var content = FolderContent()
    /// What stands before a path to make it what the user would type.
    private let label: String
    /// The folder's path from the top of the working tree, which the rules count from.
    private let above: [[UInt8]]
    private let glob: FileGlob?
    private let limits: FolderLimits
    private var namesSeen = 0
    private var bytesRead = 0

    init(label: String, above: [[UInt8]], glob: FileGlob?, limits: FolderLimits) {
        self.label = label
        self.above = above
        self.glob = glob
        self.limits = limits
    }

    /// Visits a folder and what is below it.
    /// - Parameter path: its names from where the walk began
    mutating func visit(_ folder: FileDescriptor, _ path: [[UInt8]], _ rules: IgnoreRules) throws(AttachmentError) {
        if Task.isCancelled { throw AttachmentError(.cancelled, message: "stopped") }
        guard let names = folder.names(limit: limits.names - namesSeen) else { return fail(path, errno) }
        namesSeen += names.count
        guard namesSeen <= limits.names else {
            throw tooMuch("has more than \(limits.names) names to look at")
        }
        var rules = rules
        try addRules(of: folder, path, to: &rules)
        for name in names { try look(at: name, in: folder, path, rules) }
    }

    private mutating func addRules(
        of folder: FileDescriptor, _ path: [[UInt8]], to rules: inout IgnoreRules
    ) throws(AttachmentError) {
        let name = Array(".gitignore".utf8)
        guard folder.facts(of: name)?.isFile == true else { return }
        // Unread rules would send what they leave out.
        guard let file = FileDescriptor(in: folder, name) else { return fail(path + [name], errno) }
        var bytes: [UInt8] = []
        guard file.read(into: &bytes, upTo: limits.ruleBytes + 1) else { return fail(path + [name], errno) }
        guard bytes.count <= limits.ruleBytes else {
            throw AttachmentError(.tooLarge, message: "\(shown(path + [name])) is too large to be read")
        }
        rules.add(bytes, depth: above.count + path.count)
    }

    private mutating func look(
        at name: [UInt8], in folder: FileDescriptor, _ path: [[UInt8]], _ rules: IgnoreRules
    ) throws(AttachmentError) {
        let path = path + [name]
        if name.first == 0x2E {
            if name == Array(".git".utf8) { return }
            if let glob {
                guard glob.allowsHidden(name) else { return }
            } else {
                return skip(.hidden, path)
            }
        }
        guard let facts = folder.facts(of: name) else { return fail(path, errno) }
        if let glob, facts.isFolder ? !glob.mayHold(path) : !glob.matches(path) { return }
        if rules.ignores(above + path, isFolder: facts.isFolder) { return skip(.ignored, path) }
        if facts.isLink { return skip(.link, path) }
        if facts.isFolder {
            guard path.count < limits.depth else { return skip(.tooDeep, path) }
            guard let below = FileDescriptor(in: folder, name) else { return fail(path, errno) }
            return try visit(below, path, rules)
        }
        guard facts.isFile else { return skip(.special, path) }
        guard let text = String(validating: Array(path.joined(separator: [0x2F])), as: UTF8.self) else {
            return skip(.badName, path)
        }
        try take(name, in: folder, path, label + text)
    }

    private mutating func take(
        _ name: [UInt8], in folder: FileDescriptor, _ path: [[UInt8]], _ text: String
    ) throws(AttachmentError) {
        guard let file = FileDescriptor(in: folder, name), let facts = file.facts else { return fail(path, errno) }
        // It may have become something else meanwhile.
        guard facts.isFile else { return skip(.special, path) }
        guard facts.size <= limits.fileBytes else { return skip(.tooLarge, path) }
        var bytes: [UInt8] = []
        guard file.read(into: &bytes, upTo: limits.headBytes) else { return fail(path, errno) }
        if bytes.isEmpty { return skip(.empty, path) }
        if let reason = reason(toSkip: bytes, isWhole: false) { return skip(reason, path) }
        // Its size as it was, and one more to see whether it has grown since.
        guard file.read(into: &bytes, upTo: facts.size + 1),
            bytes.count <= facts.size || file.read(into: &bytes, upTo: limits.fileBytes + 1)
        else { return fail(path, errno) }
        guard bytes.count <= limits.fileBytes else { return skip(.tooLarge, path) }
        if let reason = reason(toSkip: bytes, isWhole: true) { return skip(reason, path) }
        bytesRead += bytes.count
        guard bytesRead <= limits.allBytes else {
            throw tooMuch("holds more than \(AttachmentLimits.shown(limits.allBytes)) to send")
        }
        guard content.files.count < limits.files else {
            throw tooMuch("holds more than \(limits.files) files to send")
        }
        content.files.append(FoundFile(attachment: Attachment(name: text, bytes: bytes), identity: facts.identity))
    }

    /// Why a file is not sent. A folder gives its texts; what a pattern names may also be an image or a PDF file.
    /// - Parameter isWhole: whether these are all octets, or the first ones
    private func reason(toSkip bytes: [UInt8], isWhole: Bool) -> SkippedFiles.Reason? {
        switch ContentSniffer.sniff(bytes) {
        case .text: return nil
        case .image: return glob == nil ? .image : nil
        case .pdf: return glob == nil ? .pdf : nil
        case .audio: return .binary
        // The first octets may end within a character: only NUL is a proof before the end.
        case .binary: return isWhole || bytes.contains(0) && !Self.isUTF16(bytes) ? .binary : nil
        }
    }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    private func tooMuch(_ what: String) -> AttachmentError {
        AttachmentError(
            .tooMany, message: "\(label.isEmpty ? "the folder" : label) \(what)",
            hint: "name a part of it: a folder in it, or a pattern such as 'src/**/*.swift'")
    }

    private func shown(_ path: [[UInt8]]) -> String {
        label + String(decoding: Array(path.joined(separator: [0x2F])), as: UTF8.self)
    }

    private mutating func skip(_ reason: SkippedFiles.Reason, _ path: [[UInt8]]) {
        content.skipped.add(reason, shown(path))
    }

    private mutating func fail(_ path: [[UInt8]], _ number: Int32) {
        content.unreadable.append("\(shown(path)): \(String(cString: strerror(number)).lowercased())")
    }
}
