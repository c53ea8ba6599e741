internal import AI1Catalog
internal import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where synced catalogues are kept: a folder of the data folder, one file a source.
struct SyncedFolder: Sendable {
    private let data: String
    private let folder: String
    private static let ending = ".catalog"
    /// More files than this are not looked at.
    private static let largestCount = 200

    init(_ paths: Paths) {
        data = paths.data
        folder = Paths.join(paths.data, "catalog")
    }

    /// What is stored, and what to tell of files that cannot be used.
    struct Stored {
        var catalog = SyncedCatalog()
        var notices: [String] = []
    }

    /// Reads what is stored. A file that is damaged is left alone and told of.
    func load() -> Stored {
        var files: [SyncedFile] = []
        var notices: [String] = []
        for source in sources() {
            do throws(CatalogProblem) {
                guard let bytes = Self.read(path(source)) else {
                    throw CatalogProblem(.damaged, message: "not readable")
                }
                let file = try SyncedFile(bytes)
                guard file.source == source else {
                    throw CatalogProblem(.damaged, message: "of another source, \(file.source)")
                }
                files.append(file)
            } catch {
                let name = TerminalCleaner.cleanLine(source, limit: 60)
                notices.append(
                    "the catalogue of \(name) is damaged and not used (\(error.message)); to mend it: ai1 route sync \(name)"
                )
            }
        }
        return Stored(catalog: SyncedCatalog(files: files), notices: notices)
    }

    /// Does something that no other process does at the same time.
    /// - Throws: `SettingsError` of code `locked`, `cannotCreate`, `inputOutput`, and what `body` throws
    func alone<Value>(_ body: () throws(SettingsError) -> Value) throws -> Value {
        try Directory.ensure(data)
        try Directory.ensure(folder)
        return try FileLock.hold(Paths.join(folder, "lock"), body)
    }

    /// Replaces what is stored of a source, while `alone`.
    /// - Throws: `SettingsError` of code `cannotCreate` or `inputOutput`; what was stored is then as it was
    func store(_ content: [UInt8], of source: String) throws(SettingsError) {
        // Only who is alone writes here: what lies about was left by a process that was killed.
        for name in names(where: { $0.contains(Self.ending + ".tmp-") }) { unlink(Paths.join(folder, name)) }
        try AtomicFile.write(content, to: path(source))
    }

    /// Removes what is stored of a source, while `alone`.
    /// - Returns: whether there was anything
    func remove(_ source: String) throws(SettingsError) -> Bool {
        if unlink(path(source)) == 0 { return true }
        if errno == ENOENT { return false }
        throw SettingsError(.inputOutput, "cannot remove \(path(source)): \(systemMessage(errno))")
    }

    /// Names of the sources that something is stored of, also of damaged files.
    func sources() -> [String] {
        names { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }.map { String($0.dropLast(Self.ending.count)) }
            .sorted()
    }

    private func names(where fits: (String) -> Bool) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < Self.largestCount, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if fits(name) { names.append(name) }
        }
        return names
    }

    private func path(_ source: String) -> String { Paths.join(folder, source + Self.ending) }

    /// The whole content of a regular file; nil when it cannot be had, or is larger than a catalogue may be.
    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
            facts.st_size <= SyncedFile.largestBytes
        else { return nil }
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(facts.st_size)) { buffer, count in
            while count < buffer.count, let base = buffer.baseAddress {
                let piece = readOnce(descriptor, base + count, buffer.count - count)
                if piece < 0, errno == EINTR { continue }
                isWhole = piece >= 0
                if piece <= 0 { break }
                count += piece
            }
        }
        return isWhole ? bytes : nil
    }
}

/// read(2), named apart from `SyncedFolder.read`.
private func readOnce(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
