internal import AI1Core
internal import Crypto

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Which project files the user trusts: by path and SHA-256 of the content, so that a changed file is a stranger again.
package struct TrustStore: Sendable {
    static let maximumBytes = 1 << 20
    static let maximumFiles = 2_000

    private let file: String

    /// - Parameter file: where the list is kept; `Paths.trustFile`
    package init(file: String) { self.file = file }

    /// Whether the user trusted exactly this content at this path. False when the list cannot be read or is not the
    /// user's own.
    package func isTrusted(_ path: String, content: [UInt8]) -> Bool {
        guard let records = try? read(), !records.isEmpty else { return false }
        let place = SystemCall.realPath(path) ?? path
        return records.contains { $0.path == place && $0.digest == Self.digest(content) }
    }

    /// Trusts a settings file, the `.ai1.yaml` of a folder, or a role `.ai1/roles/NAME.md`, as it is now.
    /// - Returns: the file's absolute path
    /// - Throws: `SettingsError`: `missing`, `malformed`, `badValue` when the file is not there or wrong; `cannotCreate`,
    ///   `inputOutput`, `locked`
    @discardableResult
    package func trust(_ path: String) throws(SettingsError) -> String {
        let place = try resolve(path)
        guard let content = try FileContent.read(place, limitBytes: YAMLDocument.maximumBytes) else {
            throw SettingsError(.missing, "no file at \(Display.path(path))")
        }
        if !Self.isRole(place) { try SettingsLoader.check(content.bytes, file: place) }
        try change { records in
            records.removeAll { $0.path == place }
            records.append(Record(path: place, digest: Self.digest(content.bytes)))
            if records.count > Self.maximumFiles { records.removeFirst(records.count - Self.maximumFiles) }
        }
        return place
    }

    /// Forgets a file.
    /// - Returns: whether it was trusted
    package func distrust(_ path: String) throws(SettingsError) -> Bool {
        let place = (try? resolve(path)) ?? path
        var wasTrusted = false
        try change { records in
            wasTrusted = records.contains { $0.path == place }
            records.removeAll { $0.path == place }
        }
        return wasTrusted
    }

    /// Whether a path is that of a project's role: its text is nothing that settings could be.
    private static func isRole(_ path: String) -> Bool {
        path.hasSuffix(".md") && Paths.parent(of: path).hasSuffix("/.ai1/roles")
    }

    private func resolve(_ path: String) throws(SettingsError) -> String {
        guard let place = SystemCall.realPath(path) else {
            throw SettingsError(.missing, "no file at \(Display.path(path))")
        }
        guard let status = SystemCall.status(ofPath: place), status.st_mode & S_IFMT == S_IFDIR else { return place }
        return Paths.join(place, ProjectFile.name)
    }

    private struct Record {
        let path: String
        let digest: String
    }

    private func change(_ edit: (inout [Record]) -> Void) throws(SettingsError) {
        try Directory.ensure(Paths.parent(of: file))
        try FileLock.hold(file + ".lock") { () throws(SettingsError) in
            var records = try read()
            edit(&records)
            let list: [JSONValue] = records.map { record in
                .object(["path": .string(record.path), "sha256": .string(record.digest)])
            }
            let document = JSONValue.object(["v": 1, "files": .array(list)])
            try AtomicFile.write(document.prettyEncoded() + [0x0A], to: file)
        }
    }

    private func read() throws(SettingsError) -> [Record] {
        guard let content = try FileContent.read(file, limitBytes: Self.maximumBytes) else { return [] }
        guard content.owner == geteuid(), content.mode & 0o022 == 0 else {
            throw SettingsError(
                .unsafeFile, "the list of trusted files \(Display.path(file)) can be written by others",
                hint: "check it, then: chmod 600 \(Display.shellWord(file))")
        }
        guard let document = try? JSONParser.parse(content.bytes), let list = document["files"]?.array else {
            throw SettingsError(
                .malformed, "\(Display.path(file)) is damaged", hint: "remove it and trust the files again")
        }
        return list.compactMap { element in
            guard let path = element["path"]?.string, let digest = element["sha256"]?.string else { return nil }
            return Record(path: path, digest: digest)
        }
    }

    private static func digest(_ content: [UInt8]) -> String {
        SHA256.hash(data: content).map { hexadecimal(UInt64($0), width: 2) }.joined()
    }
}
