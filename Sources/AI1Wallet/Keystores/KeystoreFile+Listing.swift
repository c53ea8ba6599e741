internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension KeystoreFile {
    /// More files than that in one folder are not looked at.
    package static let maximumCount = 100_000

    /// The keystores of a folder by name, oldest first; none when there is no folder. Files that geth's kind of name
    /// tells the address of are not opened; others are, and are listed when they hold a keystore.
    /// - Throws: `WalletError` of code `inputOutput` when the folder cannot be read
    package static func list(_ folder: String) throws -> [KeystoreFile] {
        try names(in: folder).sorted().compactMap { name in
            let path = folder + "/" + name
            if let address = address(inName: name) { return KeystoreFile(path: path, address: address) }
            guard let keystore = try? read(path) else { return nil }
            return KeystoreFile(path: path, address: keystore.address)
        }
    }

    /// Removes what processes that were killed while writing left behind: temporary files that nobody holds and that
    /// are older than an hour.
    package static func sweep(_ folder: String) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        sweep(folder, olderThanSecondsSinceEpoch: Int64(now.tv_sec) - 3_600)
    }

    static func sweep(_ folder: String, olderThanSecondsSinceEpoch limit: Int64) {
        guard let names = try? entries(of: folder, where: { $0.hasPrefix(PrivateFileWriter.temporaryPrefix) }) else {
            return
        }
        for name in names { PrivateFileWriter.removeAbandoned(folder + "/" + name, before: limit) }
    }

    private static func names(in folder: String) throws -> [String] {
        try entries(of: folder) { !$0.hasPrefix(".") }
    }

    private static func entries(of folder: String, where isWanted: (String) -> Bool) throws -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw FileFailure(errno).reading(folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < maximumCount, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if isWanted(name) { names.append(name) }
        }
        return names
    }
}
