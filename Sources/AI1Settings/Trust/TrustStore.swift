#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Which project files the user trusts: by path and SHA-256 of the content, so that a changed file is a stranger again.
package struct TrustStore: Sendable {
    private let records: DigestRecords

    /// - Parameter file: where the list is kept; `Paths.trustFile`
    package init(file: String) {
        records = DigestRecords(
            file: file, list: "files", key: "path", title: "the list of trusted files",
            remedy: "remove it and trust the files again")
    }

    /// Whether the user trusted exactly this content at this path. False when the list cannot be read or is not the
    /// user's own.
    package func isTrusted(_ path: String, content: [UInt8]) -> Bool {
        guard let records = try? records.read(), !records.isEmpty else { return false }
        let place = SystemCall.realPath(path) ?? path
        return records.contains { $0.name == place && $0.digest == DigestRecords.digest(content) }
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
        try records.change { records in
            records.removeAll { $0.name == place }
            records.append(DigestRecords.Record(name: place, digest: DigestRecords.digest(content.bytes)))
        }
        return place
    }

    /// Forgets a file.
    /// - Returns: whether it was trusted
    package func distrust(_ path: String) throws(SettingsError) -> Bool {
        let place = (try? resolve(path)) ?? path
        var wasTrusted = false
        try records.change { records in
            wasTrusted = records.contains { $0.name == place }
            records.removeAll { $0.name == place }
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
}
